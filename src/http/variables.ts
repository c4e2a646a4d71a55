import {
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
} from 'graphql';
import { type Fields, isFields } from '../record/fields.js';
import { inputError } from '../read/errors.js';
import { cutText } from '../read/given.js';
import { requiredBy } from './required-types.js';

/** A value that does not fit its type; `given` undefined: nothing. */
interface Misfit {
  path: string;
  required: string;
  given: unknown;
}

/** How many values that do not fit are told: who mends them sees the pattern. */
const MOST_TOLD = 10;

function* misfitsOfFields(value: unknown, type: GraphQLInputType, path: string): Generator<Misfit> {
  if (!isInputObjectType(type)) return;
  if (!isFields(value)) return yield { path, required: requiredBy(type), given: value };
  const fields = type.getFields();
  for (const name of Object.keys(value))
    if (!Object.hasOwn(fields, name)) yield { path: `${path}.${cutText(name)}`, required: `a field of ${type.name}`, given: cutText(name) };
  for (const field of Object.values(fields)) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (given !== undefined) yield* misfits(given, field.type, `${path}.${field.name}`);
    else if (isRequiredInputField(field)) yield { path: `${path}.${field.name}`, required: requiredBy(field.type), given };
  }
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  if (type.isOneOf && (said.length !== 1 || said[0]?.[1] === null))
    yield { path, required: `exactly one field of ${type.name}, and not null`, given: `an object of ${said.length} fields` };
}

/** What of a value does not fit its type, one after the other: to read on is left to who asks. */
function* misfits(value: unknown, given: GraphQLInputType, path: string): Generator<Misfit> {
  if (value == null) {
    if (isNonNullType(given)) yield { path, required: requiredBy(given), given: null };
    return;
  }
  const type = getNullableType(given);
  if (isListType(type)) {
    if (Array.isArray(value)) for (const [at, one] of value.entries()) yield* misfits(one, type.ofType, `${path}.${at}`);
    else yield* misfits(value, type.ofType, path);
  } else if (isInputObjectType(type)) yield* misfitsOfFields(value, type, path);
  else {
    try {
      if (type.parseValue(value) === undefined) yield { path, required: requiredBy(type), given: value };
    } catch (error) {
      const own = error instanceof GraphQLError ? error.extensions['required'] : null;
      yield { path, required: typeof own === 'string' ? own : requiredBy(type), given: value };
    }
  }
}

function* misfitsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, given: Fields): Generator<Misfit> {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  if (!isInputType(type)) return;
  if (Object.hasOwn(given, name)) yield* misfits(given[name], type, `$${cutText(name)}`);
  else if (isNonNullType(type) && !definition.defaultValue) yield { path: `$${cutText(name)}`, required: requiredBy(type), given: undefined };
}

const errorOf = ({ path, required, given }: Misfit, node: VariableDefinitionNode): GraphQLError => {
  const { message, extensions } = inputError(path, required, given);
  return new GraphQLError(message, { nodes: node, extensions: { ...extensions, ...(given === undefined && { given: 'nothing' }) } });
};

/**
 * What is wrong with the variables of an operation, the first things: GraphQL's own coercion says each with the whole value in which
 * it stands, so that what it says of one that is wrong all over has the square of its length.
 */
const errorsOf = (schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode, given: Fields): GraphQLError[] => {
  const errors: GraphQLError[] = [];
  for (const definition of variableDefinitions)
    for (const misfit of misfitsOf(schema, definition, given)) {
      errors.push(errorOf(misfit, definition));
      if (errors.length === MOST_TOLD) return errors;
    }
  return errors;
};

interface Variables {
  /** As the fields of the operation are given them; null: they do not fit. */
  coerced: Fields | null;
  /** The first things that are wrong with them. */
  errors: readonly GraphQLError[];
}

/** Those of requests, each by what was given: the cost, the cache and the execution ask for the same. */
const known = new WeakMap<Fields, { operation: OperationDefinitionNode; variables: Variables }>();

/** The variables of an operation, and what is wrong with them. */
export const variablesOf = (schema: GraphQLSchema, operation: OperationDefinitionNode, given: Fields): Variables => {
  const before = known.get(given);
  if (before?.operation === operation) return before.variables;
  const errors = errorsOf(schema, operation, given);
  const read = () => getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 }).coerced ?? null;
  const variables = { coerced: errors.length > 0 ? null : read(), errors };
  known.set(given, { operation, variables });
  return variables;
};
