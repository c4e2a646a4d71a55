import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import { isLeftOut } from './left-out.js';
import { type Fragments, fragmentsOf, selectedBy } from './fragments.js';

type Variables = Readonly<Record<string, unknown>>;

const META: Readonly<Record<string, GraphQLField<unknown, unknown>>> = { __schema: SchemaMetaFieldDef, __type: TypeMetaFieldDef };

/** The fields of the root of an operation that introspect, with the fragments on the root put in. */
const metaFieldsIn = ({ selections }: SelectionSetNode, fragments: Fragments, variables: Variables): FieldNode[] =>
  selections.flatMap((selection) => {
    if (isLeftOut(selection, variables)) return [];
    if (selection.kind === Kind.FIELD) return Object.hasOwn(META, selection.name.value) ? [selection] : [];
    const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
    return set ? metaFieldsIn(set, fragments, variables) : [];
  });

/**
 * How many fields the introspection in an operation answers, as it lists what the schema has. What selects the same of the same type is
 * counted once; past `most` it is enough that there are more.
 */
export const introspectedIn = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  most = Infinity,
): number => {
  const fragments = fragmentsOf(document);
  const known = new Map<SelectionSetNode, Map<unknown, number>>();
  const givenOf = new Map<FieldNode, Record<string, unknown>>();
  let looked = 0;

  const countIn = (set: SelectionSetNode, type: GraphQLCompositeType, value: unknown): number => {
    const ofSet = known.get(set) ?? new Map<unknown, number>();
    known.set(set, ofSet);
    const before = ofSet.get(value);
    if (before !== undefined) return before;
    let counted = 0;
    for (const selection of set.selections) {
      if (looked > most) break;
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        counted += countOf(selection, isObjectType(type) ? type.getFields()[selection.name.value] : undefined, value);
        continue;
      }
      const selected = selectedBy(selection, type, schema, (name) => fragments.get(name));
      if (selected) counted += countIn(selected.set, selected.type, value);
    }
    ofSet.set(value, counted);
    return counted;
  };

  const countOf = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, source: unknown): number => {
    looked += 1;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !field?.resolve || !isCompositeType(type)) return 1;
    const args = givenOf.get(node) ?? getArgumentValues(field, node, variables);
    givenOf.set(node, args);
    const value = field.resolve(source, args, null, { schema } as GraphQLResolveInfo);
    let counted = 1;
    for (const one of Array.isArray(value) ? value : [value]) if (one != null) counted += countIn(node.selectionSet, type, one);
    return counted;
  };

  return metaFieldsIn(operation.selectionSet, fragments, variables).reduce((sum, node) => sum + countOf(node, META[node.name.value], schema), 0);
};
