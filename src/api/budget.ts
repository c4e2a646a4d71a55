import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from 'graphql';
import { inTurn, itemsInTurns, leftUndone } from '../graph/turns.js';
import { wrapResolvers } from './wrap-resolvers.js';

/** What an operation may use while it runs. */
export interface Budget {
  /** Spends what the rows of a list cost: whether the operation may go on, or its answer has more fields than it may, or its time is over. */
  spend(rows: number, info: GraphQLResolveInfo): boolean;
  /** How many fields a row of a list has, without those of the lists in it. */
  fieldsOf(info: GraphQLResolveInfo): number;
}

interface Spender {
  budget?: Budget;
}

/** Whether a field holds a list of things that have fields. */
export const listsObjects = ({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): boolean =>
  isListType(getNullableType(type)) && isCompositeType(getNamedType(type));

/** A list's resolver that spends what its rows cost before any of them is resolved. */
const spending =
  (resolve: GraphQLFieldResolver<unknown, Spender>): GraphQLFieldResolver<unknown, Spender> =>
  (source, args, context, info) => {
    const { budget } = context;
    if (!budget) return resolve(source, args, context, info);
    const spend = (rows: unknown): unknown => {
      if (!Array.isArray(rows)) return rows;
      return inTurn(context, rows.length, () => (budget.spend(rows.length, info) ? itemsInTurns(context, rows, budget.fieldsOf(info)) : leftUndone()));
    };
    return inTurn(context, 0, () => {
      if (!budget.spend(0, info)) return leftUndone();
      const rows = resolve(source, args, context, info);
      return rows instanceof Promise ? rows.then(spend) : spend(rows);
    });
  };

/** Lets every list of objects spend the budget of its operation, where there is one: lists are what makes an answer large. */
export const spendOnLists = (schema: GraphQLSchema): GraphQLSchema =>
  wrapResolvers<Spender>(schema, (field, resolve) => (listsObjects(field) ? spending(resolve) : null));
