import { GraphQLError, type ValidationRule } from 'graphql';

const required = 'introspection by __type, of a type whose name is known';

/** Keeps the whole schema to itself; a type by its name stays readable. */
export const withoutSchema: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '__schema') return;
    context.reportError(
      new GraphQLError(`introspection: required: ${required}; given: __schema`, { nodes: node, extensions: { required, given: '__schema' } }),
    );
  },
});
