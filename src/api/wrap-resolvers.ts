import { type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, defaultFieldResolver, isIntrospectionType, isObjectType } from 'graphql';

/** Gives every field of an object the resolver that `wrap` makes of it and its own, and what is subscribed to how that begins; null: it keeps its own. */
export const wrapResolvers = <C>(
  schema: GraphQLSchema,
  wrap: (field: GraphQLField<unknown, C>, resolve: GraphQLFieldResolver<unknown, C>) => GraphQLFieldResolver<unknown, C> | null,
): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.subscribe) field.subscribe = wrap(field, field.subscribe) ?? field.subscribe;
      else field.resolve = wrap(field, field.resolve ?? defaultFieldResolver) ?? field.resolve;
  }
  return schema;
};
