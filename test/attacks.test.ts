import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverAudits } from 'graphql-http';
import { getIntrospectionQuery } from 'graphql';
import { ask, get, post, refusalIn } from './http.js';
import { type Serving, servingFew } from './processes.js';

const repeat = (text: string, times: number): string => Array.from({ length: times }, (_, at) => text.replaceAll('#', String(at))).join(' ');

describe('a server in production', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await servingFew({ MANDAT_LOG: 'silent' });
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    await server.end;
  });

  test('passes all 61 audits of GraphQL over HTTP', async () => {
    const results = [];
    for (const audit of serverAudits({ url: `${server.address}/graphql` })) results.push(await audit.fn());
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([]);
    expect(results).toHaveLength(61);
  });

  describe('is not overloaded by', () => {
    test.each([
      ['aliases', `query cop { ${repeat('alias#: __typename', 101)} }`, 'TOO_MANY_ALIASES'],
      ['ten thousand aliases', `query cop { ${repeat('alias#: __typename', 10_000)} }`, 'TOO_MANY_TOKENS'],
      ['directives', `query cop { __typename ${'@aa'.repeat(10)} }`, 'TOO_MANY_DIRECTIVES'],
      ['the same field again and again', `query cop { ${repeat('__typename', 500)} }`, 'TOO_MANY_FIELDS'],
      [
        'introspection in circles',
        'query cop { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['fragments in circles', 'query cop { ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ])('%s', async (_, query, code) => expect(refusalIn(await ask(server.address, query)).extensions['code']).toBe(code));

    test('nine thousand values of a variable that are none', async () => {
      const roles = Array.from({ length: 9_000 }, () => 'MAJOR');
      const began = Date.now();
      const { json } = await ask(server.address, 'query ($roles: [Role!]) { people(filter: { roles: $roles }) { totalCount } }', { variables: { roles } });
      expect([json.errors[0].extensions.code, json.errors.length]).toEqual(['BAD_USER_INPUT', 10]);
      expect(Date.now() - began).toBeLessThan(2_000);
    });

    test('a batch', async () => {
      const answer = await post(server.address, JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))));
      expect(answer.status).toBe(400);
      expect(refusalIn(answer).extensions).toEqual({ code: 'BAD_REQUEST', required: 'one operation', given: 'a batch of 10' });
    });
  });

  describe('is not asked through a browser by another site, by', () => {
    test('a form', async () => {
      const answer = await post(server.address, 'query=query+cop+%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' });
      expect([answer.status, refusalIn(answer).extensions['code']]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    });

    test('a link or a script', async () => {
      const answer = await get(`${server.address}/graphql?query={__typename}`, { accept: 'text/html', 'sec-fetch-site': 'cross-site' });
      expect([answer.status, refusalIn(answer).extensions['code']]).toEqual([400, 'BAD_REQUEST']);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });

    test('a mutation by GET', async () => {
      const answer = await get(`${server.address}/graphql?query=${encodeURIComponent('mutation cop { __typename }')}`, { accept: 'application/json' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      expect(refusalIn(answer).extensions).toEqual({ code: 'METHOD_NOT_ALLOWED', required: 'POST for a mutation', given: 'GET' });
    });
  });

  describe('tells no more than it means to:', () => {
    test('no suggestions of fields', async () => {
      const { message } = refusalIn(await ask(server.address, '{ peopl { totalCount } }'));
      expect(message).toContain('Cannot query field "peopl"');
      expect(message).not.toContain('Did you mean');
    });

    test('no traces and no stack', async () => {
      const answer = await ask(server.address, 'query cop { __typename }', {}, { 'apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' });
      expect(Object.keys(answer.json.extensions)).toEqual(['cost']);
      expect(refusalIn(await ask(server.address, 'queryy cop { __typename }')).extensions).toMatchObject({
        code: 'GRAPHQL_PARSE_FAILED',
        given: 'queryy cop { __typename }',
      });
    });

    test('introspection is on, as the data are public, and pages are where they are meant to be alone', async () => {
      const { json } = await ask(server.address, getIntrospectionQuery());
      expect(json.data.__schema.queryType.name).toBe('Query');
      expect((await get(server.address)).text).toContain('explorer');
      expect((await get(`${server.address}/graphql`, { accept: 'text/html' })).text).not.toMatch(/<html|explorer/);
      for (const path of ['/playground', '/console', '/explorer', '/explorer/', '/explorer/index.html', '/explorer/operations.json'])
        expect((await get(`${server.address}${path}`, { accept: 'text/html' })).status).toBe(404);
    });
  });
});
