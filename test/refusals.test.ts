import { describe, expect, test } from 'vitest';
import type { RunningServer } from '../src/http/server.js';
import { type Answered, ask, get, post, refusalIn } from './http.js';
import { serveSeeded } from './serve-seeded.js';

const OWN = 'application/graphql-response+json';
let server: RunningServer;
serveSeeded((served) => ({ server } = served));

const bothWays = async (query: string, more: object = {}): Promise<Answered[]> => [
  await ask(server.address, query, more),
  await ask(server.address, query, more, { accept: OWN }),
];

describe('a value of a variable that does not fit', () => {
  const PEOPLE = 'query ($d: PersonFilter) { people(filter: $d, first: 1) { totalCount } }';
  const many = (times: number, one: (at: number) => unknown): unknown[] => Array.from({ length: times }, (_, at) => one(at));
  const keys = (times: number): object => Object.fromEntries(many(times, (at) => [`n${at}`, 1]) as [string, unknown][]);

  test.each<[string, string, unknown, string, string, unknown]>([
    ['a text for a number', 'query ($d: Int) { people(first: $d) { totalCount } }', 'many', '$d', 'a whole number of at most 32 bits', 'many'],
    ['a number that is too large', 'query ($d: Int) { people(first: $d) { totalCount } }', 2 ** 31, '$d', 'a whole number of at most 32 bits', 2 ** 31],
    ['an object for an id', 'query ($d: ID!) { person(id: $d) { id } }', { a: 1 }, '$d', 'an id: a text', { a: 1 }],
    ['null for what must be', 'query ($d: ID!) { person(id: $d) { id } }', null, '$d', 'an id: a text', null],
    ['nothing for what must be', 'query ($d: ID!) { person(id: $d) { id } }', undefined, '$d', 'an id: a text', 'nothing'],
    ['a list for an object', PEOPLE, [], '$d', 'an object of PersonFilter', []],
    ['an unknown field', PEOPLE, { nam: 'a' }, '$d.nam', 'a field of PersonFilter', 'nam'],
    ['a word of no enum', PEOPLE, { certainty: ['CERTAIN', 'SURE'] }, '$d.certainty.1', 'a value of Certainty: CERTAIN, POSSIBLE', 'SURE'],
    ['a date that is none', 'query ($d: LocalDate) { people(asOf: $d) { totalCount } }', '2022-02-30', '$d', 'a calendar day, YYYY-MM-DD', '2022-02-30'],
    [
      'a field that is missing',
      'query ($d: Period) { body(id: "x") { members(during: $d) { totalCount } } }',
      { from: '2022-01-01' },
      '$d.until',
      'a value of LocalDate',
      'nothing',
    ],
  ])('%s is told with its place, what was required and what was given', async (_, query, d, argument, required, given) => {
    for (const [at, answer] of (await bothWays(query, { variables: { d } })).entries()) {
      expect(answer.status).toBe([200, 400][at]);
      expect(refusalIn(answer).extensions).toEqual({ code: 'BAD_USER_INPUT', argument, required, given });
    }
  });

  test.each<[string, string, unknown]>([
    ['unknown fields', PEOPLE, keys(9_000)],
    ['unknown fields of long names', PEOPLE, Object.fromEntries(many(200, (at) => [`${'n'.repeat(1_000)}${at}`, 1]) as [string, unknown][])],
    ['long words of an enum', PEOPLE, { roles: many(60, () => 'M'.repeat(4_000)) }],
    ['a long text for a number', 'query ($d: Int) { people(first: $d) { totalCount } }', '9'.repeat(200_000)],
    ['a long text for a date', 'query ($d: LocalDate) { people(asOf: $d) { totalCount } }', '2'.repeat(200_000)],
    ['a large object for an id', 'query ($d: ID!) { person(id: $d) { id } }', keys(9_000)],
  ])('is told in few letters, however much is given: %s', async (_, query, d) => {
    const answer = await ask(server.address, query, { variables: { d } });
    expect(answer.json.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', required: expect.any(String), given: expect.anything() });
    expect(answer.text.length).toBeLessThan(20_000);
  });

  test.each([1, 10, 11, 50, 51, 400])('is one of %i: the first ten are told, with the status of one', async (times) => {
    for (const [at, answer] of (await bothWays(PEOPLE, { variables: { d: { roles: many(times, () => 'MAYO') } } })).entries()) {
      expect([answer.status, answer.json.errors.length]).toEqual([[200, 400][at], Math.min(times, 10)]);
      expect(new Set(answer.json.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    }
  });
});

describe('the JSON of a request', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  test.each<[string, string, string]>([
    ['too deep in variables', `{"query":"{__typename}","variables":{"d":${nested(5_000)}}}`, 'TOO_DEEP'],
    ['too deep in extensions', `{"query":"{__typename}","extensions":{"d":${nested(100_000)}}}`, 'TOO_DEEP'],
    ['too deep beside them', `{"query":"{__typename}","more":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`, 'TOO_DEEP'],
    ['too much', JSON.stringify({ query: '{__typename}', variables: { d: Array.from({ length: 40_000 }, () => 1) } }), 'TOO_MANY_VALUES'],
  ])('is bounded: %s', async (_, body, code) => {
    for (const [accept, status] of [
      ['application/json', 200],
      [OWN, 400],
    ] as const) {
      const answer = await post(server.address, body, { accept });
      expect(answer.status).toBe(status);
      expect(refusalIn(answer).extensions).toEqual({ code, required: expect.stringContaining('at most'), given: 'more' });
    }
  });

  test('and the values of a document are', async () => {
    const query = `{ people(filter: { roles: ${nested(100)} }) { totalCount } }`;
    expect(refusalIn(await ask(server.address, query)).extensions).toEqual({ code: 'TOO_DEEP', required: 'at most 30', given: 101 });
  });

  test('passes where it is as deep as it may be', async () => {
    const answer = await post(server.address, `{"query":"{__typename}","variables":{"d":${nested(29)}}}`);
    expect(answer.json.data).toEqual({ __typename: 'Query' });
  });
});

describe('the name of an operation that is none of its document', () => {
  test.each([
    ['of one', 'query a { __typename }', 'b', 'the name of an operation of the document: a', 'b'],
    ['of two', 'query a { __typename } query b { __typename }', 'c', 'the name of an operation of the document: a, b', 'c'],
    ['of two, where none is given', 'query a { __typename } query b { __typename }', undefined, 'the name of an operation of the document: a, b', 'none'],
    ['of one without a name', '{ __typename }', 'b', 'no name: the operation of the document has none', 'b'],
  ])('%s is told with those that there are', async (_, query, operationName, required, given) => {
    for (const [at, answer] of (await bothWays(query, { operationName })).entries()) {
      expect(answer.status).toBe([200, 400][at]);
      expect(refusalIn(answer).extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE', required, given });
    }
  });
});

describe('what is no GraphQL request says what was required and what was given:', () => {
  const persisted = (extension: object): Promise<Answered> => ask(server.address, '{ __typename }', { extensions: { persistedQuery: extension } });
  test.each<[string, () => Promise<Answered>, number, string, string, unknown]>([
    ['variables in a list', () => ask(server.address, '{ __typename }', { variables: [] }), 400, 'BAD_REQUEST', 'an object', 'a list'],
    ['variables in a text', () => ask(server.address, '{ __typename }', { variables: '{}' }), 400, 'BAD_REQUEST', 'an object', 'string'],
    ['extensions that are a number', () => ask(server.address, '{ __typename }', { extensions: 3 }), 400, 'BAD_REQUEST', 'an object', 'number'],
    ['an operationName that is a number', () => ask(server.address, '{ __typename }', { operationName: 3 }), 400, 'BAD_REQUEST', 'a string', 'number'],
    ['two queries in a URL', () => get(`${server.address}/graphql?query={a}&query={b}`, { accept: OWN }), 400, 'BAD_REQUEST', 'one', 2],
    [
      'variables in a URL that are no JSON',
      () => get(`${server.address}/graphql?query={a}&variables={`, { accept: OWN }),
      400,
      'BAD_REQUEST',
      'JSON',
      'text that is none',
    ],
    [
      'a hash of another query',
      () => persisted({ version: 1, sha256Hash: 'a'.repeat(64) }),
      400,
      'BAD_REQUEST',
      'the SHA-256 of the query, in hexadecimal digits',
      'a'.repeat(64),
    ],
    ['a version that there is not', () => persisted({ version: 2, sha256Hash: 'a' }), 400, 'BAD_REQUEST', '1', 2],
    ['no version', () => persisted({ sha256Hash: 'a' }), 400, 'BAD_REQUEST', '1', 'nothing'],
    [
      'a type that is not served',
      () => ask(server.address, '{ __typename }', {}, { accept: 'text/csv' }),
      406,
      'NOT_ACCEPTABLE',
      `application/json or ${OWN}`,
      'text/csv',
    ],
    [
      'a name that changes a prototype',
      () => post(server.address, '{"query":"{a}","variables":{"__proto__":{}}}'),
      400,
      'BAD_REQUEST',
      'JSON without names that change a prototype',
      '__proto__, or constructor with a prototype',
    ],
    [
      'an encoding',
      () => post(server.address, '{}', { 'content-encoding': 'gzip' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'identity: bodies that are not compressed',
      'gzip',
    ],
  ])('%s', async (_, send, status, code, required, given) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(refusalIn(answer).extensions).toEqual({ code, required, given });
  });

  test('a mutation whose answer nobody would take is not begun', async () => {
    const answer = await ask(server.address, 'mutation { undo(entry: "entry:1", why: "x") { status } }', {}, { accept: 'text/csv' });
    expect([answer.status, refusalIn(answer).extensions['code']]).toEqual([406, 'NOT_ACCEPTABLE']);
  });
});

describe('what a document says that the schema has not', () => {
  const long = 'x'.repeat(200_000);
  test.each([
    ['a field', '{ peopl }', 'a field of Query', 'peopl'],
    ['an argument', '{ people(firs: 1) { totalCount } }', 'an argument of Query.people', 'firs: 1'],
    ['a literal that is no number', '{ people(first: "a") { totalCount } }', 'a whole number of at most 32 bits', '"a"'],
    ['a word of no enum', '{ people(filter: { certainty: [SURE] }) { totalCount } }', 'a value of Certainty: CERTAIN, POSSIBLE', 'SURE'],
    ['a literal that is no id', '{ person(id: { a: 1 }) { id } }', 'an id: a text', '{ a: 1 }'],
    ['a type', '{ node(id: "x") { ... on Persona { id } } }', 'a type of the schema', 'Persona'],
  ])('%s is told with what is required there', async (_, query, required, given) => {
    expect(refusalIn(await ask(server.address, query)).extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', required, given });
  });

  test.each([
    ['a field', `{ ${long} }`],
    ['an argument', `{ people(${long}: 1) { totalCount } }`],
    ['a type', `{ node(id: "x") { ... on ${long} { id } } }`],
    ['a variable', `query { people(first: $${long}) { totalCount } }`],
    ['a word of an enum', `{ people(filter: { certainty: [${long}] }) { totalCount } }`],
    ['a text for a number', `{ people(first: "${long}") { totalCount } }`],
    ['a text for a date', `{ people(asOf: "${long}") { totalCount } }`],
    ['a fragment', `{ ...${long} }`],
    ['a directive', `{ __typename @${long} }`],
    ['an operation', `query ${long} { a }`],
    ['what is no document', `${long} { a }`],
  ])('is told in few letters, however long it is: %s', async (_, query) => {
    const answer = await ask(server.address, query, { operationName: long.slice(0, 10) });
    expect(answer.json.errors[0].extensions).toMatchObject({ required: expect.any(String), given: expect.anything() });
    expect(answer.text.length).toBeLessThan(3_000);
  });
});
