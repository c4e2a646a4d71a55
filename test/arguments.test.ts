import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphQLSchema, graphql } from 'graphql';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { requireBounds } from '../src/api/bounds.js';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import type { Graph } from '../src/graph/port.js';
import { ADMIN } from './clerk.js';
import { ask, emptyGraph, errorsOf, queriesOf } from './world.js';

const many = (times: number, text: string): string => Array.from({ length: times }, (_, at) => JSON.stringify(text.replace('#', String(at)))).join(', ');

describe('an argument keeps its bound', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());

  const inBody = (field: string): string => `body(id: "body:x") { composition { ${field} } }`;

  test.each<[string, string, string, string, unknown]>([
    ['a count above', 'people(first: 501) { totalCount }', 'first', 'a number from 0 to 500', 501],
    ['a count below 0', 'documents(first: -2147483648) { totalCount }', 'first', 'a number from 0 to 500', -2147483648],
    ['rows of counts', 'counts(filter: {}, by: [ROLE], first: 5001) { keys { value } }', 'first', 'a number from 0 to 5000', 5001],
    ['steps', 'path(from: "person:a", to: "person:b", maxSteps: 13) { steps { certainty } }', 'maxSteps', 'a number from 1 to 12', 13],
    ['a year', 'allocations(filter: { year: 10000 }) { totalCount }', 'filter.year', 'a number from 0 to 9999', 10000],
    ['a letter', `party(letter: "${'V'.repeat(21)}") { id }`, 'letter', 'at most 20 letters', '21 letters'],
    ['a letter of a million units', `party(letter: "${'🏛'.repeat(5000)}") { id }`, 'letter', 'at most 20 letters', '10000 letters'],
    ['a code', 'municipality(code: "05400") { id }', 'code', 'at most 4 letters', '5 letters'],
    ['a cursor', `parties(after: "${'a'.repeat(10001)}") { totalCount }`, 'after', 'at most 10000 letters', '10001 letters'],
    ['ids', `nodes(ids: [${many(501, 'body:#')}]) { id }`, 'ids', 'at most 500 items', '501 items'],
    ['ids that are all one', `nodes(ids: [${many(501, 'body:x')}]) { id }`, 'ids', 'at most 500 items', '501 items'],
    [
      'ids of an input field',
      `counts(filter: { bodies: [${many(501, 'body:#')}] }, by: [ROLE]) { keys { value } }`,
      'filter.bodies',
      'at most 500 items',
      '501 items',
    ],
    ['rules', `integrity(rules: [${many(101, 'rule-#')}]) { rule }`, 'rules', 'at most 100 items', '101 items'],
    ['dimensions', 'counts(filter: {}, by: [ROLE, ROLE, ROLE]) { keys { value } }', 'by', 'at most 2 items', '3 items'],
  ])('%s', async (_, field, argument, required, given) => {
    const { errors } = await graphql({ schema, source: `{ ${field} }`, contextValue: contextFor(graph) });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument, required, given }]);
  });

  test('and the graph is asked nothing where it does not', async () => {
    const contextValue = contextFor(graph);
    await graphql({
      schema,
      source: `{ events(from: "2020-01-01", until: "2021-01-01", filter: { people: [${many(501, 'person:#')}] }) { totalCount } }`,
      contextValue,
    });
    expect(contextValue.ran).toEqual([]);
  });

  test('whatever is given twice counts once, in lists whose order says nothing', async () => {
    const roles = Array.from({ length: 300 }, () => 'MAYOR').join(', ');
    expect(await ask(graph, `{ people(filter: { roles: [${roles}] }) { totalCount } }`)).toEqual({ people: { totalCount: 0 } });
    expect(await ask(graph, '{ nodes(ids: ["body:x", "body:x"]) { id } }')).toEqual({ nodes: [null, null] });
    expect(await errorsOf(graph, `{ interlocks(bodies: [${many(600, 'body:x')}]) { person { id } } }`)).toMatchObject([{ code: 'UNKNOWN_ID' }]);
    expect(await queriesOf(graph, `{ ${inBody('filled { min }')} }`)).toEqual(await queriesOf(graph, `{ ${inBody('filled { max }')} }`));
  });
});

describe('a bound holds', () => {
  const bounded: GraphQLSchema = requireBounds(
    makeExecutableSchema({
      typeDefs: `
        directive @bound(min: Int, max: Int, letters: Int, words: Int, blank: Boolean, items: Int, inOrder: Boolean = false) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
        input Inner { n: Int = 9 @bound(min: 0, max: 5), texts: [String!] @bound(items: 3, letters: 2) }
        input Outer { inner: [Inner!] @bound(items: 2), n: Float @bound(min: -1, max: 1), why: String @bound(letters: 9, blank: false) }
        type Query { say(n: Int = 1 @bound(min: 0, max: 5), outer: Outer, words: String @bound(letters: 20, words: 2), beyond: Int = 9 @bound(min: 9, max: 9)): String! }`,
      resolvers: { Query: { say: (_: unknown, args: object) => JSON.stringify(args) } },
    }),
  );
  const said = async (source: string, variableValues: Record<string, unknown> = {}): Promise<unknown> => {
    const { data, errors } = await graphql({ schema: bounded, source, variableValues });
    return errors ? errors.map(({ extensions }) => [extensions['argument'], extensions['required'], extensions['given']]) : JSON.parse(String(data?.['say']));
  };
  const DEFAULTS = { n: 1, beyond: 9 };

  test.each<[string, string, Record<string, unknown>, unknown]>([
    ['a literal', '{ say(n: 6) }', {}, [['n', 'a number from 0 to 5', 6]]],
    ['a variable', 'query ($n: Int) { say(n: $n) }', { n: -1 }, [['n', 'a number from 0 to 5', -1]]],
    ['the default of a variable', 'query ($n: Int = 7) { say(n: $n) }', {}, [['n', 'a number from 0 to 5', 7]]],
    ['the default of an input field', '{ say(outer: { inner: [{}] }) }', {}, [['outer.inner.0.n', 'a number from 0 to 5', 9]]],
    [
      'a list in an input in a list',
      '{ say(outer: { inner: [{ n: 1 }, { n: 1, texts: ["ab", "abc"] }] }) }',
      {},
      [['outer.inner.1.texts.1', 'at most 2 letters', '3 letters']],
    ],
    ['a variable of an input', 'query ($o: Outer) { say(outer: $o) }', { o: { n: 1.5 } }, [['outer.n', 'a number from -1 to 1', 1.5]]],
    [
      'a list of inputs, none of which is another',
      '{ say(outer: { inner: [{ n: 1 }, { n: 1 }, { n: 1 }] }) }',
      {},
      [['outer.inner', 'at most 2 items', '3 items']],
    ],
    ['a text that says something', '{ say(outer: { why: "" }) }', {}, [['outer.why', 'a text that says something', '']]],
    ['one of blanks', 'query ($o: Outer) { say(outer: $o) }', { o: { why: ' \n\u00a0' } }, [['outer.why', 'a text that says something', ' \n\u00a0']]],
    ['words', '{ say(words: "Århus, Bø-Cy") }', {}, [['words', 'at most 20 letters and 2 words', '3 words']]],
  ])('of %s', async (_, source, variables, told) => expect(await said(source, variables)).toEqual(told));

  test.each<[string, string, Record<string, unknown>, unknown]>([
    [
      'what is twice in a list',
      '{ say(outer: { inner: { n: 1, texts: ["a", "b", "a", "b", "c"] } }) }',
      {},
      { ...DEFAULTS, outer: { inner: [{ n: 1, texts: ['a', 'b', 'c'] }] } },
    ],
    ['nothing', '{ say }', {}, DEFAULTS],
    ['a text that may say nothing', '{ say(words: " ", outer: { why: "." }) }', {}, { ...DEFAULTS, words: ' ', outer: { why: '.' } }],
    ['null', 'query ($n: Int) { say(n: $n, outer: null, words: null) }', { n: null }, { beyond: 9, n: null, outer: null, words: null }],
    ['letters of two units each', '{ say(words: "🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛") }', {}, { ...DEFAULTS, words: '🏛'.repeat(20) }],
  ])('and lets %s pass', async (_, source, variables, answer) => expect(await said(source, variables)).toEqual(answer));
});

describe('who must say why says something', () => {
  const acts = {
    learn: 'thing: "a", set: {}',
    correct: 'thing: "a", set: {}',
    retract: 'thing: "a"',
    mergePeople: 'keep: "a", gone: "b"',
    erase: 'person: "a"',
  };
  test.each([
    ...Object.entries(acts).map(([act, given]) => [act, `record(entry: { key: "k", acts: [{ ${act}: { ${given}, why: " " } }] }) { status }`]),
    ['undo', 'undo(entry: "entry:1", key: "k", why: "") { status }'],
  ])('%s', async (act, field) => {
    const { errors } = await graphql({ schema, source: `mutation { ${field} }`, contextValue: contextFor({} as Graph, undefined, () => ADMIN) });
    const argument = act === 'undo' ? 'why' : `entry.acts.0.${act}.why`;
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', argument, required: 'a text that says something' }]);
  });
});
