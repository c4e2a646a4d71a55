import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  isCompositeType,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));

/** What a fragment selects, and on which type: its condition, else its parent; null where the operation has no such fragment or type. */
export const selectedBy = (
  selection: FragmentSpreadNode | InlineFragmentNode,
  parent: GraphQLCompositeType,
  schema: GraphQLSchema,
  named: (name: string) => FragmentDefinitionNode | undefined,
): { set: SelectionSetNode; type: GraphQLCompositeType } | null => {
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? named(selection.name.value) : selection;
  const type = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
  return fragment && isCompositeType(type) ? { set: fragment.selectionSet, type } : null;
};
