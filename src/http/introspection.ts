import { GraphQLError, type ValidationRule } from 'graphql';

const required = 'introspection by __type, of a type whose name is known';

/** Refuses introspection of the whole schema; a type by its name stays readable. */
export const noSchemaIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '__schema') return;
    context.reportError(
      new GraphQLError(`introspection: required: ${required}; given: __schema`, { nodes: node, extensions: { required, given: '__schema' } }),
    );
  },
});
