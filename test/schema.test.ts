import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import ts from 'typescript';
import { refersTo } from '../src/api/known-ids.js';
import { contract, schemaIn } from './contract/contract.js';
import { lackingIn, ownTypes, saidBy } from './contract/coordinates.js';

const ROOT = new URL('../', import.meta.url);
const KINDS = ['Council', 'Forum', 'Committee', 'HealthCluster', 'Board', 'Organisation'];

const schema = schemaIn('schema');

describe('the contract', () => {
  test('is contained in the schema', () => expect(lackingIn(schema, contract)).toEqual([]));

  test.each(
    ownTypes(contract)
      .filter(isEnumType)
      .map((type) => [type.name, type] as const),
  )('%s has its values, in its order', (name, type) => {
    const ours = schema.getType(name);
    expect(isEnumType(ours) && ours.getValues().map((value) => value.name)).toEqual(type.getValues().map((value) => value.name));
  });
});

describe('the kinds of body', () => {
  const fieldOf = ({ name, args, type }: GraphQLField<unknown, unknown>): string =>
    `${name}(${args.map((one) => `${one.name}: ${String(one.type)} = ${JSON.stringify(one.defaultValue)}`).join(', ')}): ${String(type)}`;
  const described = (name: string): unknown[] => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${name} has no fields`);
    return Object.values(type.getFields()).map((field) => [fieldOf(field), field.description, field.args.map((one) => [one.name, one.description])]);
  };

  test.each(KINDS)('%s has the fields of Body, with the same arguments and descriptions', (kind) => expect(described(kind)).toEqual(described('Body')));

  test('are these six', () => {
    const body = schema.getType('Body');
    if (!isInterfaceType(body)) throw new Error('Body is no interface');
    expect(
      schema
        .getPossibleTypes(body)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...KINDS].sort());
  });
});

test('every type, field, argument and value is described', () => {
  const isBare = ({ description }: { description?: string | null }): boolean => !description?.trim();
  const partsOf = (type: GraphQLNamedType): [string, { description?: string | null }][] => {
    if (isEnumType(type)) return type.getValues().map((value) => [value.name, value]);
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [field.name, field]);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field): [string, { description?: string | null }][] => [
      [field.name, field],
      ...field.args.map((one): [string, GraphQLArgument] => [`${field.name}.${one.name}`, one]),
    ]);
  };
  const bare = ownTypes(schema).flatMap((type) => [
    ...(isBare(type) ? [type.name] : []),
    ...partsOf(type)
      .filter(([, part]) => isBare(part))
      .map(([name]) => `${type.name}.${name}`),
  ]);
  expect(bare).toEqual([]);
});

/** The names of inputs that mutations are given, and of those within them. */
const inputsOf = (inputs: readonly (GraphQLArgument | GraphQLInputField)[], names = new Set<string>()): Set<string> => {
  for (const { type } of inputs) {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || names.has(named.name)) continue;
    names.add(named.name);
    inputsOf(Object.values(named.getFields()), names);
  }
  return names;
};

const writtenIn = inputsOf(Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) => args));

test('every id by which a list is asked for says what it leads to', () => {
  const isId = ({ type }: GraphQLArgument | GraphQLInputField): boolean => getNamedType(type).name === 'ID';
  const lists = (field: GraphQLField<unknown, unknown>): boolean =>
    isListType(getNullableType(field.type)) || getNamedType(field.type).name.endsWith('Connection');
  // What acts name is looked up by them: an unknown id is a problem of the entry.
  const ofActs = (type: GraphQLNamedType): boolean => writtenIn.has(type.name);
  const silent = [
    ...ownTypes(schema)
      .filter(isInputObjectType)
      .filter((type) => !ofActs(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const)),
    ...ownTypes(schema)
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(lists)
          .flatMap((field) => field.args.map((one) => [`${type.name}.${field.name}(${one.name}:)`, one] as const)),
      ),
  ].filter(([, input]) => isId(input) && refersTo(input) === undefined);
  // Things by their ids are null where unknown, and so is a party whose votes are given; rules are no things of the graph; the log names what is no more.
  const known = ['EntryFilter.actor', 'EntryFilter.bodies', 'EntryFilter.thing', 'PartyResultInput.party', 'Query.integrity(rules:)', 'Query.nodes(ids:)'];
  expect(silent.map(([at]) => at).sort()).toEqual(known);
});

test('what ids lead to is a type', () => {
  const inputs = ownTypes(schema)
    .filter((type) => isInputObjectType(type))
    .flatMap((type) => Object.values(type.getFields()));
  for (const type of inputs.map(refersTo))
    if (type !== undefined) expect(isAbstractType(schema.getType(type)) || isObjectType(schema.getType(type))).toBe(true);
});

describe('the API that is served', () => {
  test('is that of schema/', async () => {
    const served = (await import('../src/mutations/schema.js')).schema;
    const shapeOf = (one: GraphQLSchema): string[] => [...saidBy(one).values()].map(({ at, says }) => `${at}: ${says}`).sort();
    expect(shapeOf(served)).toEqual(shapeOf(schema));
  });

  test('has an answer to every field: a resolver, or a property that its parent has', async () => {
    const served = (await import('../src/mutations/schema.js')).schema;
    const has = parentProperties();
    expect([has('PageInfo', 'hasNextPage'), has('StatementConnection', 'totalCount'), has('Statement', 'text'), has('Query', 'statements')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const unanswered = ownTypes(served)
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ name, resolve }) => !resolve && !has(type.name, name))
          .map(({ name }) => `${type.name}.${name}`),
      );
    expect(unanswered).toEqual([]);
  }, 120_000);
});

/** Whether what the resolvers of a type are given has a property, by the types that the code is checked with. */
const parentProperties = (): ((typename: string, field: string) => boolean) => {
  const file = fileURLToPath(new URL('src/generated/api.ts', ROOT));
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile) as ts.Symbol);
  const parents = checker.getDeclaredTypeOfSymbol(exported.find(({ name }) => name === 'ResolversParentTypes') as ts.Symbol);
  return (typename, field) => {
    const parent = parents.getProperty(typename);
    return parent !== undefined && checker.getTypeOfSymbol(parent).getProperty(field) !== undefined;
  };
};
