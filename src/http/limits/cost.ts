import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isInterfaceType,
} from 'graphql';
import { PAGE_CAP } from '../../read/page.js';
import { fragmentsOf, selectedBy } from './fragments.js';
import { introspectedIn } from './introspection.js';
import { isLeftOut } from './left-out.js';
import { weightOf } from './weights.js';

/** How long a list is taken to be that no argument bounds. */
const USUAL_LIST = 5;
/** How long a page is taken to be whose `first` is not given: its default bounds it, and few are as long. */
const USUAL_PAGE = 30;
/** What a field of an introspection costs: all of them are answered in one stretch. */
export const INTROSPECTED = 100;

type Variables = Readonly<Record<string, unknown>>;

export const fieldOf = (parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;

/** How many rows a field's arguments ask for. null: they do not say. */
const rowsRequested = (field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number | null => {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument && !field.args.some(({ name }) => name === 'ids')) return null;
  const values = getArgumentValues(field, node, variables);
  if (Array.isArray(values['ids'])) return values['ids'].length;
  const isGiven = node.arguments?.some(({ name }) => name.value === 'first') ?? false;
  const first = Number(values['first'] ?? PAGE_CAP);
  return Math.max(Math.min(first, isGiven ? PAGE_CAP : USUAL_PAGE), 0);
};

/**
 * How many fields an operation may ask for: each counts once for every row that `first` allows on the way to it, with what its query
 * reads whatever its rows are. Known before anything runs; what the graph holds is usually less. What introspection answers is known
 * to the field.
 */
export const estimateCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  introspected = introspectedIn(schema, document, operation, variables),
): number => {
  const fragments = fragmentsOf(document);
  const ofSelections = (set: SelectionSetNode, parent: GraphQLCompositeType, page: number | null): number =>
    set.selections.reduce((sum, selection) => (isLeftOut(selection, variables) ? sum : sum + ofSelection(selection, parent, page)), 0);

  const ofSelection = (selection: SelectionNode, parent: GraphQLCompositeType, page: number | null): number => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent, page);
    const selected = selectedBy(selection, parent, schema, (name) => fragments.get(name));
    return selected ? ofSelections(selected.set, selected.type, page) : 0;
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType, page: number | null): number => {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const own = 1 + (field ? weightOf(field, parent) : 0);
    if (!field || !node.selectionSet || !isCompositeType(type) || isIntrospectionType(type)) return own;
    const requested = rowsRequested(field, node, variables);
    const isList = isListType(getNullableType(field.type));
    const rows = isList ? (requested ?? page ?? USUAL_LIST) : 1;
    return own + rows * ofSelections(node.selectionSet, type, isList ? null : requested);
  };

  return INTROSPECTED * introspected + ofSelections(operation.selectionSet, schema.getRootType(operation.operation) as GraphQLObjectType, null);
};
