import { type GraphQLSchema, type OperationDefinitionNode, getVariableValues } from 'graphql';

/**
 * The variables of an operation as its fields are given them; null: they do not fit. Each value that does not is compared with all
 * that it may have meant, so that the first is enough: the execution tells of them.
 */
export const coercedVariables = (
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null => getVariableValues(schema, variableDefinitions ?? [], given, { maxErrors: 1 }).coerced ?? null;
