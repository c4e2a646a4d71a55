import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLNamedType, type GraphQLSchema, buildSchema, isEnumType, isInputObjectType,
  isInterfaceType, isObjectType, isSpecifiedScalarType,
} from 'graphql';
import { schema } from '../src/api.js';

const CONTRACT = '../shared/contract/core.graphql';
const KINDS = ['Council', 'Forum', 'Committee', 'HealthCluster', 'Board', 'Organisation'];

const own = (one: GraphQLSchema): GraphQLNamedType[] => Object.values(one.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

const valueOf = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string => `${name}: ${String(type)} = ${JSON.stringify(defaultValue)}`;
const fieldOf = ({ name, args, type }: GraphQLField<unknown, unknown>): string => `${name}(${args.map(valueOf).join(', ')}): ${String(type)}`;

/** What a type says, a line each. */
const linesOf = (type: GraphQLNamedType | undefined): string[] => {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(valueOf);
  if (isObjectType(type) || isInterfaceType(type)) return [...type.getInterfaces().map(({ name }) => `implements ${name}`), ...Object.values(type.getFields()).map(fieldOf)];
  return [];
};

(existsSync(CONTRACT) ? describe : describe.skip)('the contract (skipped where ../shared is absent)', () => {
  const contract = existsSync(CONTRACT) ? buildSchema(readFileSync(CONTRACT, 'utf8')) : buildSchema('type Query { none: Int }');

  test.each(own(contract).map((type) => [type.name, type] as const))('%s is contained in the schema', (name, type) => {
    const ours = schema.getType(name);
    expect(ours?.constructor.name).toBe(type.constructor.name);
    if (isEnumType(type)) expect(linesOf(ours)).toEqual(linesOf(type));
    else expect(linesOf(ours)).toEqual(expect.arrayContaining(linesOf(type)));
  });
});

test('the six kinds of body have the same fields, with the same descriptions', () => {
  const described = (name: string): string[] => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no type`);
    return Object.values(type.getFields()).map((field) => `${fieldOf(field)} ${field.description ?? ''} ${field.args.map((one) => one.description).join(' ')}`);
  };
  for (const kind of KINDS) expect(described(kind)).toEqual(described('Council'));
});

test('every type, field, argument and value is described', () => {
  const bare = own(schema).flatMap((type) => [
    ...(type.description ? [] : [type.name]),
    ...(isEnumType(type) ? type.getValues() : isInputObjectType(type) || isObjectType(type) || isInterfaceType(type) ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()) : []).flatMap((one) => [
      ...(one.description ? [] : [`${type.name}.${one.name}`]),
      ...('args' in one ? one.args.filter(({ description }) => !description).map(({ name }) => `${type.name}.${one.name}.${name}`) : []),
    ]),
  ]);
  expect(bare).toEqual([]);
});

test('every field of the API has an answer', () => {
  const unanswered = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ resolve }) => !resolve).map(({ name }) => name);
  expect(unanswered).toEqual([]);
});
