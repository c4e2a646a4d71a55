import { getDirectiveValues, getNamedType, getNullableType, isInputObjectType, isInterfaceType, isListType, isObjectType } from 'graphql';

/** @typedef {import('graphql').GraphQLArgument | import('graphql').GraphQLInputField} Input */
/** @typedef {{ min?: number, max?: number, letters?: number, words?: number, blank?: boolean, items?: number }} Bound */

/** @type {(schema: import('graphql').GraphQLSchema) => [string, Input][]} */
const inputsOf = (schema) =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => field.args.map((one) => [`${type.name}.${field.name}(${one.name}:)`, one]));
    });

const NEEDED = { String: ['letters'], Int: ['min', 'max'], Float: ['min', 'max'] };

/** @type {(input: Input) => (keyof Bound)[]} which bounds its type needs. */
const neededBy = ({ type }) => [...(isListType(getNullableType(type)) ? ['items'] : []), ...(NEEDED[getNamedType(type).name] ?? [])];

/** @type {(input: Input, number: number) => boolean} */
const isSaidBy = ({ description }, number) => (description?.match(/-?\d+/g) ?? []).map(Number).includes(number);

/** What is wrong with the bounds of an argument or input field: a sentence each. */
const problemsOfInput = (schema, input) => {
  const directive = schema.getDirective('bound');
  /** @type {Bound & { inOrder?: boolean }} */
  const { inOrder: _, ...bound } = (directive && input.astNode && getDirectiveValues(directive, input.astNode)) ?? {};
  const needed = neededBy(input);
  const may = needed.includes('letters') ? [...needed, 'words', 'blank'] : needed;
  return [
    ...needed.filter((key) => bound[key] === undefined).map((key) => `required: a bound of its ${key}, as @bound(${key}: …); given: none`),
    ...Object.keys(bound)
      .filter((key) => !may.includes(key))
      .map((key) => `required: a bound that its type can keep; given: ${key} of ${String(input.type)}`),
    ...Object.entries(bound)
      .filter(([key, number]) => typeof number === 'number' && may.includes(key) && !isSaidBy(input, number))
      .map(([key, number]) => `required: a description that says its bound; given: none with ${number}, its ${key}`),
    ...(Number(input.defaultValue) > (bound.max ?? Infinity) || Number(input.defaultValue) < (bound.min ?? -Infinity)
      ? [`required: a default from ${bound.min} to ${bound.max}; given: ${Number(input.defaultValue)}`]
      : []),
  ];
};

/** What in a schema has no bound, or one that its description does not say: a line each. */
export const boundProblems = (schema) => inputsOf(schema).flatMap(([at, input]) => problemsOfInput(schema, input).map((sentence) => `${at}: ${sentence}`));
