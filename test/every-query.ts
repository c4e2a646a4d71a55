import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  parse,
} from 'graphql';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';
import { contextFor } from '../src/api/context.js';
import type { Graph } from '../src/graph/port.js';
import { schema } from '../src/mutations/schema.js';
import { released } from '../src/read/context.js';
import type { Actor } from '../src/record/actor.js';

/** Types that hold rows, and are no thing of their own. */
const WRAPS = /(Connection|Edge|Page|Hit|Item)$/;

/** All that a type tells, and things that it leads to, so many steps away; of what may be of several types, no further. */
const selectionOf = (given: GraphQLOutputType, steps: number, isRoot = false): string => {
  const type = getNamedType(given);
  if (isLeafType(type)) return '';
  if (isAbstractType(type))
    return `{ __typename ${schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} ${selectionOf(one, isRoot ? steps : 0)}`)
      .join(' ')} }`;
  const fields = Object.values(type.getFields()).flatMap(({ name, args, type: of }) => {
    if (args.some(isRequiredArgument)) return [];
    if (isLeafType(getNamedType(of))) return [name];
    const left = WRAPS.test(getNamedType(of).name) ? steps : steps - 1;
    return left < 0 ? [] : [`${name} ${selectionOf(of, left)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
};

type Input = GraphQLArgument | GraphQLInputField;

/** What is given as an id, as a text, and as when it was known; null: now. */
export interface Given {
  id: string;
  text: string;
  knownAt: string | null;
}

const DAYS: Readonly<Record<string, string>> = { from: '2000-01-01', until: '2100-01-01', before: '9999-12-31' };

const takesWords = ({ type }: Input): boolean => ['ID', 'String'].includes(getNamedType(type).name);

const valueOf = (input: Input, type: GraphQLInputType, given: Given): unknown => {
  if (isNonNullType(type)) return valueOf(input, type.ofType, given);
  if (isListType(type)) return [valueOf(input, type.ofType, given)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) return Object.fromEntries(fields.slice(0, 1).map((one) => [one.name, valueOf(one, one.type, given)]));
    return Object.fromEntries(fields.filter((one) => isNonNullType(one.type) || takesWords(one)).map((one) => [one.name, valueOf(one, one.type, given)]));
  }
  const scalars: Readonly<Record<string, unknown>> = { ID: given.id, String: given.text, Boolean: true, Int: 100, Float: 1 };
  if (type.name === 'LocalDate') return DAYS[input.name] ?? '2023-06-01';
  return type.name === 'DateTime' ? '2000-01-01T00:00:00Z' : scalars[type.name];
};

/** Ways to give a filter its fields: none, and each that takes words alone. */
const waysToGive = (input: GraphQLArgument, given: Given): unknown[] => {
  const type = getNamedType(input.type);
  if (!isInputObjectType(type)) return [valueOf(input, input.type, given)];
  const fields = Object.values(type.getFields());
  const required = fields.filter(({ type: of }) => isNonNullType(of));
  const each = type.isOneOf ? fields : fields.filter(takesWords);
  return each.map((one) => Object.fromEntries([...(type.isOneOf ? [] : required), one].map((field) => [field.name, valueOf(field, field.type, given)])));
};

/** What a query is given: what it must be, and with that each of its other arguments that takes words, alone. */
const argumentsOf = ({ args }: GraphQLField<unknown, unknown>, given: Given): Record<string, unknown>[] => {
  const known = args.some(({ name }) => name === 'knownAt') && given.knownAt !== null ? { knownAt: given.knownAt } : {};
  const must = { ...Object.fromEntries(args.filter(isRequiredArgument).map((one) => [one.name, valueOf(one, one.type, given)])), ...known };
  const others = args.filter((one) => !['after', 'knownAt'].includes(one.name) && (takesWords(one) || isInputObjectType(getNamedType(one.type))));
  return [must, ...others.flatMap((one) => waysToGive(one, given).map((value) => ({ ...must, [one.name]: value })))];
};

const parsed = new Map<string, DocumentNode>();
const documentOf = (source: string): DocumentNode => {
  const known = parsed.get(source) ?? parse(source);
  parsed.set(source, known);
  return known;
};

/** Asks every query of the API, in every way to give it words: what each was given, and the data of the answer as JSON. */
export async function* askEvery(graph: Graph, actor: Actor, given: Given): AsyncGenerator<{ at: string; data: string }> {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const steps = WRAPS.test(getNamedType(field.type).name) ? 2 : 1;
    const selection = selectionOf(field.type, steps, true);
    for (const variableValues of argumentsOf(field, given)) {
      const named = field.args.filter(({ name }) => name in variableValues);
      const declared = named.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
      const asked = named.map(({ name }) => `${name}: $${name}`).join(', ');
      const source = `query ${declared && `(${declared})`} { ${field.name}${asked && `(${asked})`} ${selection} }`;
      const contextValue = contextFor(graph, undefined, () => actor);
      // Fields of several types may have one name: what is selected here is no valid document.
      const { data } = await execute({ schema, document: documentOf(source), variableValues, contextValue });
      await released(contextValue);
      yield { at: `${field.name} ${JSON.stringify(variableValues)}`, data: JSON.stringify(data ?? null) };
    }
  }
}
