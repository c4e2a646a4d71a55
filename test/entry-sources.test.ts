import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { clerkOf } from './clerk.js';
import { council, seat } from './events-world.js';
import { stateOf } from './state.js';
import { ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, council([seat('anna', 'anna', { from: '2018-01-01', open: true })]));
});
afterAll(() => graph.close());

const die = (source?: object) => ({ die: { person: 'person:anna', on: '2023-01-01', ...(source && { source }) } });
const passage = (document: object) => ({ passage: { document, quote: 'She died.' } });
const RIGHT = { recorded: 'source:1' };

describe('a source that is none is a problem of its own field, and nothing is written:', () => {
  test.each<[string, object, string[], string, string]>([
    ['a passage that nobody recorded', { recorded: 'source:9' }, ['recorded'], 'UNKNOWN_ID', 'source:9'],
    ['a person for a passage', { recorded: 'person:anna' }, ['recorded'], 'WRONG_TYPE', 'person:anna'],
    ['a document that nobody recorded', passage({ id: 'doc:9' }), ['passage', 'document', 'id'], 'UNKNOWN_ID', 'doc:9'],
    ['a body for a document', passage({ id: 'body:council' }), ['passage', 'document', 'id'], 'WRONG_TYPE', 'body:council'],
  ])('%s', async (_, source, field, code, given) => {
    const before = await stateOf(graph);
    const clerk = clerkOf(graph);
    const problem = (path: string[]) => ({ status: 'REFUSED', problems: [{ code, path: [...path, ...field], given }] });
    expect(await clerk.record([die()], { source })).toMatchObject(problem(['source']));
    expect(await clerk.record([die(), die(source)], { source: RIGHT })).toMatchObject(problem(['acts', '1', 'die', 'source']));
    // One that several acts rest on is one problem.
    expect((await clerk.record([die(), die()], { source })).problems).toHaveLength(1);
    expect(await stateOf(graph)).toEqual(before);
  });
});

test('what an entry says more of keeps the sources that entries before gave it', async () => {
  const clerk = clerkOf(graph);
  const appoint = { person: { id: 'person:anna' }, body: 'body:council', role: 'CHAIR', from: '2023-01-01' };
  const { made } = await clerk.record([{ appoint }], { source: RIGHT });
  const id = made.map(({ node }) => node?.id).find((one) => one?.startsWith('membership:'));
  expect(await clerk.record([{ appoint }], { source: passage({ id: 'doc:list' }) })).toMatchObject({ status: 'WRITTEN' });
  const { node } = await ask(graph, `{ node(id: "${id}") { ... on Membership { sources { quote } } } }`);
  expect(node.sources.map(({ quote }: { quote: string }) => quote).sort()).toEqual(['She died.', 'They sit there.']);
});
