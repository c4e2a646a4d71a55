import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import ts from 'typescript';

const ROOT = new URL('../', import.meta.url);
const CONTRACT = new URL('../shared/contract/core.graphql', ROOT);
const KINDS = ['Council', 'Forum', 'Committee', 'HealthCluster', 'Board', 'Organisation'];

const sdl = readdirSync(new URL('schema/', ROOT))
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => readFileSync(new URL(`schema/${file}`, ROOT), 'utf8'));
const schema = buildSchema(sdl.join('\n'));

const own = (one: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(one.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

const valueOf = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string => `${name}: ${String(type)} = ${JSON.stringify(defaultValue)}`;
const fieldOf = ({ name, args, type }: GraphQLField<unknown, unknown>): string => `${name}(${args.map(valueOf).join(', ')}): ${String(type)}`;

/** What a type says, a line each. */
const linesOf = (type: GraphQLNamedType | null | undefined): string[] => {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(valueOf);
  if (isObjectType(type) || isInterfaceType(type))
    return [...type.getInterfaces().map(({ name }) => `implements ${name}`), ...Object.values(type.getFields()).map(fieldOf)];
  return [];
};

const hasContract = existsSync(CONTRACT);
if (!hasContract) console.warn('The comparison with the contract was skipped: ../shared/contract/core.graphql is not there.');

(hasContract ? describe : describe.skip)('the contract (skipped where ../shared is absent)', () => {
  const contract = hasContract ? buildSchema(readFileSync(CONTRACT, 'utf8')) : schema;

  test.each(own(contract).map((type) => [type.name, type] as const))('%s is contained in the schema', (name, type) => {
    const ours = schema.getType(name);
    expect(ours?.constructor.name).toBe(type.constructor.name);
    if (isEnumType(type)) expect(linesOf(ours)).toEqual(linesOf(type));
    else expect(linesOf(ours)).toEqual(expect.arrayContaining(linesOf(type)));
  });
});

describe('the kinds of body', () => {
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
  const bare = own(schema).flatMap((type) => [
    ...(isBare(type) ? [type.name] : []),
    ...partsOf(type)
      .filter(([, part]) => isBare(part))
      .map(([name]) => `${type.name}.${name}`),
  ]);
  expect(bare).toEqual([]);
});

describe('the API that is served', () => {
  test('is that of schema/', async () => {
    const served = (await import('../src/api/schema.js')).schema;
    const shapeOf = (one: GraphQLSchema): unknown =>
      Object.fromEntries(own(one).map((type) => [type.name, isEnumType(type) ? linesOf(type) : linesOf(type).sort()]));
    expect(shapeOf(served)).toEqual(shapeOf(schema));
  });

  test('has an answer to every field: a resolver, or a property that its parent has', async () => {
    const served = (await import('../src/api/schema.js')).schema;
    const has = parentProperties();
    expect([has('PageInfo', 'hasNextPage'), has('StatementConnection', 'totalCount'), has('Statement', 'text'), has('Query', 'statements')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const unanswered = own(served)
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
