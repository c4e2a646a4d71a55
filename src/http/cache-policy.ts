import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionSetNode, getArgumentValues } from 'graphql';
import { variablesOf } from './variables.js';

/** What a response depends on beside its operation and variables. */
export interface CachePolicy {
  /** The latest time of the record that it is seen at; null: some of it is seen as the record is now. */
  knownAt: number | null;
  /** Some of it is seen on the day it is asked. */
  today: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

const rootFields = (document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const named = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value);
    return named && 'selectionSet' in named ? rootFields(document, named.selectionSet) : [];
  });

const latestOf = (times: readonly (Date | null | undefined)[]): number | null =>
  times.length > 0 && times.every((time) => time instanceof Date) ? Math.max(...times.map((time) => time.getTime())) : null;

/** How the response to a valid query may be cached, from the lenses of its root fields; null: its variables do not fit. */
export const cachePolicyOf = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, given: Variables): CachePolicy | null => {
  const { coerced: variables } = variablesOf(schema, operation, given);
  const fields = schema.getQueryType()?.getFields() ?? {};
  if (!variables) return null;
  const lenses = rootFields(document, operation.selectionSet).flatMap((node) => {
    const field = fields[node.name.value];
    return field ? [getArgumentValues(field, node, variables)] : [];
  });
  return { knownAt: latestOf(lenses.map(({ knownAt }) => knownAt as Date | null | undefined)), today: lenses.some(({ asOf }) => asOf == null) };
};
