import { type GraphQLFieldResolver, type GraphQLSchema, defaultFieldResolver } from 'graphql';
import type { Context } from '../read/context.js';
import { requireActor } from '../read/identity.js';

/** Lets every mutation refuse who is nobody that may write, before anything that it is given is looked at. */
export const requireActors = (schema: GraphQLSchema): GraphQLSchema => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve: GraphQLFieldResolver<unknown, Context> = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: Context, info) => {
      requireActor(context);
      return resolve(source, args, context, info);
    };
  }
  return schema;
};
