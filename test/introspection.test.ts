import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { defaultSettings } from '../src/http/settings.js';
import { ask, logOf, refusalIn } from './http.js';
import { serveSeeded } from './serve-seeded.js';

let graph: Graph;
let server: RunningServer;
serveSeeded((served) => ({ graph, server } = served));

const LISTED = '__schema { types { name description kind fields { name description args { name description } type { name } } } }';
const repeat = (times: number): string => `{ ${Array.from({ length: times }, (_, at) => `a${at}: ${LISTED}`).join(' ')} }`;

/** The fields of an answer. */
const fieldsIn = (value: unknown): number => {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + fieldsIn(one), 0);
  return Object.values(value).reduce((sum: number, one) => sum + 1 + fieldsIn(one), 0);
};

describe('introspection', () => {
  const OPTIONS = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
  test.each<[string, object]>([
    ['as clients ask it', {}],
    ['with all that can be asked', OPTIONS],
    ['without descriptions', { descriptions: false }],
  ])('is answered, %s', async (_, options) => {
    const { json } = await ask(server.address, getIntrospectionQuery(options));
    expect(json.data.__schema.types.length).toBeGreaterThan(100);
  });

  test.each([
    [`{ ${LISTED} }`],
    ['{ __type(name: "Person") { name fields { name args { name defaultValue } type { kind ofType { kind name } } } } }'],
    ['{ a: __type(name: "Role") { enumValues { name } } b: __type(name: "Nothing") { name } }'],
    [
      '{ __schema { ...S } __type(name: "Node") { possibleTypes { ...N } } } fragment S on __Schema { directives { args { ...A } } } fragment A on __InputValue { type { ...N } } fragment N on __Type { name interfaces { name } }',
    ],
    ['{ __schema { types { fields(includeDeprecated: true) @skip(if: true) { name } name @include(if: true) } } }'],
  ])('costs a hundred for each field that it answers: %s', async (query) => {
    const { json } = await ask(server.address, query);
    const { estimate } = json.extensions.cost;
    expect(json.errors).toBeUndefined();
    // Beside them each field of the root costs one.
    expect(Math.floor(estimate / 100)).toBe(fieldsIn(json.data));
  });

  test('again and again in one operation is refused before anything is listed', async () => {
    const began = performance.now();
    const answer = await ask(server.address, repeat(30));
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(refusalIn(answer).extensions).toMatchObject({ code: 'TOO_COSTLY', given: expect.any(Number) });
    expect(answer.text.length).toBeLessThan(1_000);
  });

  test('answers no more fields than any other answer may have', async () => {
    const small = await startServer(graph, { port: 0, log: 'silent', limits: { ...defaultSettings().limits, answer: 5_000 } });
    const answer = await ask(small.address, `{ ${LISTED} }`);
    expect(refusalIn(answer).extensions).toMatchObject({ code: 'TOO_COSTLY', required: 'at most 5000 fields' });
    await small.close();
  });
});

describe('a request that waits while others are at work', () => {
  const until = async (isSo: () => boolean): Promise<void> => {
    for (const began = Date.now(); !isSo() && Date.now() - began < 20_000;) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test('is not begun once its client is gone', async () => {
    const log = logOf();
    const logged = await startServer(graph, { port: 0, cacheBytes: 0 }, log.to);
    const { port, hostname } = new URL(logged.address);
    for (let at = 0; at < 12; at += 1) {
      const body = JSON.stringify({ query: getIntrospectionQuery().replace('IntrospectionQuery', `Gone${at}`) });
      const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
      const socket = connect(Number(port), hostname, () => socket.end(head + body, () => socket.destroy()));
      socket.on('error', () => undefined);
    }
    const asked = (): Record<string, unknown>[] => log.lines().filter(({ status }) => status !== undefined);
    await until(() => asked().length === 12);
    expect(asked().map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 499));
    expect(asked().filter(({ cost }) => cost != null).length).toBeLessThan(6);
    expect((await ask(logged.address, '{ __typename }')).json.data).toEqual({ __typename: 'Query' });
    await logged.close();
  });

  test('is told that its time is over where it waited too long', async () => {
    const late = await startServer(graph, { port: 0, log: 'silent', cacheBytes: 0, deadlineMs: 1 });
    const { json } = await ask(late.address, getIntrospectionQuery());
    expect(json.errors[0].extensions).toMatchObject({ code: 'DEADLINE_EXCEEDED', required: expect.stringContaining('within 1 ms') });
    await late.close();
  });
});
