import { type GraphQLSchema, isObjectType } from 'graphql';
import { itemsInTurns } from '../graph/turns.js';

/** As many fields as clients ask of a type, with those of its own fields. */
const FIELDS_OF_TYPE = 40;

/** Lets introspection answer the types of a schema in turns of its operation. */
export const introspectInTurns = (schema: GraphQLSchema): GraphQLSchema => {
  const described = schema.getType('__Schema');
  const types = isObjectType(described) ? described.getFields()['types'] : undefined;
  const resolve = types?.resolve;
  if (types && resolve)
    types.resolve = (source, args, context: object | null, info) => {
      const all = resolve(source, args, context, info) as unknown[];
      return context ? itemsInTurns(context, all, FIELDS_OF_TYPE) : all;
    };
  return schema;
};
