import {
  type GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';

/** What an operation may use while it runs. */
export interface Budget {
  /** Why the operation ends: its answer has more fields than it may, or its time is over. One and the same error from then on; null: it may go on. */
  spend(rows: number, info: GraphQLResolveInfo): GraphQLError | null;
}

interface Spender {
  budget?: Budget;
}

/** Whether a field holds a list of things that have fields. */
export const listsObjects = ({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): boolean =>
  isListType(getNullableType(type)) && isCompositeType(getNamedType(type));

/**
 * A list's resolver that spends what its rows cost before any of them is resolved. It rejects and never throws: of a list in which
 * one row throws, graphql-js forgets the promises of the others, and one that is rejected then would end the process.
 */
const spending =
  (resolve: GraphQLFieldResolver<unknown, Spender>): GraphQLFieldResolver<unknown, Spender> =>
  (source, args, context, info) => {
    const { budget } = context;
    if (!budget) return resolve(source, args, context, info);
    const spend = (rows: unknown): unknown => {
      const over = Array.isArray(rows) ? budget.spend(rows.length, info) : null;
      return over ? Promise.reject(over) : rows;
    };
    const over = budget.spend(0, info);
    if (over) return Promise.reject(over);
    const rows = resolve(source, args, context, info);
    return rows instanceof Promise ? rows.then(spend) : spend(rows);
  };

/** Lets every list of objects spend the budget of its operation, where there is one: lists are what makes an answer large. */
export const spendOnLists = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) if (listsObjects(field)) field.resolve = spending(field.resolve ?? defaultFieldResolver);
  }
  return schema;
};
