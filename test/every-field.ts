import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  graphql,
} from 'graphql';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';
import { refersTo } from '../src/api/known-ids.js';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import type { Graph } from '../src/graph/port.js';
import { actorCalled } from './recording.js';
import { ask, seedWorld } from './world.js';

/** Who asks: somebody who may read all. */
const ASKING = actorCalled('admin');

type Input = GraphQLArgument | GraphQLInputField;

/** What is usually given where the name says more than the type. */
const NAMED: Readonly<Record<string, unknown>> = { from: '2000-01-01', until: '2024-01-01', before: '9999-12-31' };

/** What stands at a place of the arguments, such as `filter.body`, instead of what usually does. */
type Given = Readonly<Record<string, unknown>>;

/** A field with arguments, and how it is asked. */
export interface Asking {
  at: string;
  /** The places of its arguments, those in its inputs too. */
  places: { path: string; input: Input }[];
  ask: (given: Given, selection?: string) => Promise<Answered>;
}

export interface Answered {
  value: unknown;
  /** Of what went wrong: the code, or what was thrown. */
  codes: string[];
  argument: unknown;
  /** How many queries the graph was asked. */
  queries: number;
}

const OF_SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  String: 'a',
  Boolean: true,
  LocalDate: '2022-06-21',
  PartialDate: '2022',
  DateTime: '2020-01-01T00:00:00Z',
};

const fieldsOf = ({ type }: Input): Input[] => {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
};

const placesOf = (inputs: readonly Input[], within = ''): { path: string; input: Input }[] =>
  inputs.flatMap((input) => [{ path: within + input.name, input }, ...placesOf(fieldsOf(input), `${within}${input.name}.`)]);

const selectionOf = (field: GraphQLField<unknown, unknown>): string => {
  const type = getNamedType(field.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const has = (name: string): boolean => name in type.getFields();
  return `{ __typename ${has('totalCount') ? 'totalCount' : ''} ${has('nodes') ? 'nodes { __typename }' : ''} }`;
};

/** Things with fields that have arguments, of which the data sets that come along hold none. */
const SOURCED = { body: 'body:kkr-syddanmark', sources: ['source:002-9'] };
const BESIDE = {
  offices: [{ ...SOURCED, id: 'office:kkr-syddanmark-chair', role: 'CHAIR' }],
  elections: [{ ...SOURCED, id: 'election:kkr-syddanmark-2021', on: '2021-11-16', results: [{ list: 'party:venstre', votes: 1, seats: 1 }] }],
};
const IDS_BESIDE: readonly [string, string][] = [
  ['Office', 'office:kkr-syddanmark-chair'],
  ['Election', 'election:kkr-syddanmark-2021'],
];

/** An id of each type; of a seeded graph, and of what is written beside it. */
const idsIn = async (graph: Graph): Promise<ReadonlyMap<string, string>> => {
  const found = await ask(
    graph,
    `{ bodies(first: 500, all: true) { nodes { __typename id } } documents(first: 1) { nodes { __typename id } } meetings(first: 1) { nodes { __typename id } }
       person(id: "person:mads-skau", asOf: "2022-06-21") { __typename id memberships { nodes { __typename id } } affiliations { __typename id } }
       municipality(id: "municipality:varde") { __typename id } region(id: "region:syddanmark") { __typename id } party(id: "party:venstre") { __typename id } }`,
  );
  const all = [found.bodies, found.documents, found.meetings, found.person.memberships].flatMap(({ nodes }) => nodes);
  const things = [...all, ...found.person.affiliations, found.person, found.municipality, found.region, found.party];
  return new Map([...things.map(({ __typename, id }): [string, string] => [__typename, id]), ...IDS_BESIDE]);
};

/** Every field with arguments of the root, and of things of which there is one. */
export const askingsOf = async (graph: Graph): Promise<Asking[]> => {
  await seedWorld(graph, BESIDE);
  const ids = await idsIn(graph);
  const idOf = (name: string): string => {
    const type = schema.getType(name);
    const names = isInterfaceType(type) ? schema.getPossibleTypes(type).map((one) => one.name) : [name];
    return names.flatMap((one) => ids.get(one) ?? [])[0] ?? 'person:mads-skau';
  };

  const usual = (input: Input, path: string, given: Given): unknown => {
    if (path in given) return given[path];
    if (getNamedType(input.type).name === 'LocalDate' && input.name in NAMED) return NAMED[input.name];
    const of = (type: GraphQLInputType): unknown => {
      if (isNonNullType(type)) return of(type.ofType);
      if (isListType(type)) return [of(type.ofType)];
      if (isEnumType(type)) return type.getValues()[0]?.name;
      if (isInputObjectType(type)) return valuesOf(Object.values(type.getFields()), `${path}.`, given);
      return type.name === 'ID' ? idOf(refersTo(input) ?? 'Person') : OF_SCALARS[type.name];
    };
    return of(input.type);
  };
  /** Those that are required, and those that are given. */
  const valuesOf = (inputs: readonly Input[], within: string, given: Given): Record<string, unknown> =>
    Object.fromEntries(
      inputs
        .filter(({ name, type }) => isNonNullType(type) || Object.keys(given).some((path) => `${path}.`.startsWith(`${within}${name}.`)))
        .map((input) => [input.name, usual(input, within + input.name, given)]),
    );

  const askingOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, around: (inner: string) => string): Asking => ({
    at: `${type.name}.${field.name}`,
    places: placesOf(field.args),
    ask: async (given, selection = selectionOf(field)) => {
      const variableValues = valuesOf(field.args, '', given);
      const asked = field.args.filter(({ name }) => name in variableValues);
      const inner = `it: ${field.name}${asked.length ? `(${asked.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''} ${selection}`;
      const declared = asked.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(', ');
      const source = `query ${declared ? `(${declared})` : ''} ${around(inner)}`;
      const contextValue = contextFor(graph, undefined, () => ASKING);
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
      let value: unknown = data;
      for (const key of ['node', 'composition', 'it']) value = (value as Record<string, unknown> | null | undefined)?.[key] ?? (key === 'it' ? null : value);
      return {
        value,
        codes: (errors ?? []).map(({ extensions, message }) => String(extensions['code'] ?? message)),
        argument: errors?.[0]?.extensions['argument'],
        queries: contextValue.ran.length,
      };
    },
  });

  const within = (type: GraphQLObjectType): ((inner: string) => string) | null => {
    if (type === schema.getQueryType()) return (inner) => `{ ${inner} }`;
    if (type.name === 'Composition') return (inner) => `{ node(id: "${idOf('Forum')}", asOf: "2022-06-21") { ... on Forum { composition { ${inner} } } } }`;
    const id = ids.get(type.name);
    return id === undefined ? null : (inner) => `{ node(id: "${id}", asOf: "2022-06-21") { ... on ${type.name} { ${inner} } } }`;
  };
  return (
    Object.values(schema.getTypeMap())
      // What writes, or goes on, is asked for elsewhere.
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && type !== schema.getMutationType() && type !== schema.getSubscriptionType())
      .flatMap((type) => {
        const of = type as GraphQLObjectType;
        const around = within(of);
        const fields = Object.values(of.getFields()).filter(({ args }) => args.length > 0);
        if (!around && fields.length > 0) throw new Error(`${of.name}: required: a thing of this type in the graph; given: none`);
        return around ? fields.map((field) => askingOf(of, field, around)) : [];
      })
  );
};

export const isList = ({ input }: { input: Input }): boolean => isListType(getNullableType(input.type));
export const isOf = (name: string, { input }: { input: Input }): boolean => getNamedType(input.type).name === name;
