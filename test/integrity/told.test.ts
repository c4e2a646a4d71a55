import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { checkGraph } from '../../src/integrity/check.js';
import { toldIn } from '../../src/integrity/told.js';
import { type World, emptyGraph, seedWorld, wipe } from '../world.js';
import { S, body, named, relation, seat, tied, world } from './cases.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

const statement = (id: string, about: readonly string[], conflictsWith: readonly string[] = []) => ({
  id: `statement:${id}`,
  about,
  subject: id,
  text: `${id}.`,
  ...(conflictsWith.length > 0 && { conflictsWith }),
  ...S,
});

const FOUND = ['membership:anna', 'municipality:by', 'body:forum'];
/** Anna represents By in a body that covers another municipality. */
const uncovered = (...statements: object[]): World =>
  world({
    municipalities: [named('municipality:by', { code: '0999' }), named('municipality:other', { code: '0998' })],
    bodies: [body('forum'), body('council')],
    relations: [relation('covers', 'COVERS', 'body:forum', 'municipality:other', { from: '2000-01-01', open: true })],
    memberships: [seat('anna', tied({ represents: [{ principal: 'municipality:by', ...S }] }))],
    statements,
  });

test.each<[string, object[], string | null]>([
  ['nothing is said of it', [], null],
  ['a statement tells it, and none contradicts that', [statement('sits', FOUND)], null],
  ['a contradicted statement is about a part of it', [statement('sits', FOUND.slice(1), ['statement:not']), statement('not', FOUND)], 'statement:not'],
  ['statements that contradict each other are about parts of it', [statement('a', FOUND.slice(0, 2), ['statement:b']), statement('b', FOUND.slice(1))], null],
  [
    'a statement tells it, and names one that it contradicts',
    [statement('sits', FOUND, ['statement:not']), statement('not', ['body:forum'])],
    'statement:sits',
  ],
  [
    'a statement tells it, and another names it as what that contradicts',
    [statement('sits', FOUND), statement('not', ['body:forum'], ['statement:sits'])],
    'statement:sits',
  ],
])('what the record tells of a finding: %s', async (_, statements, by) => {
  await seedWorld(graph, uncovered(...statements));
  const findings = (await checkGraph(graph, { rules: ['home-covered'] })).filter(({ verdict }) => verdict === 'BROKEN');
  expect(findings.map(({ things }) => things)).toEqual([FOUND]);
  expect([...(await toldIn(graph, findings)).values()]).toEqual(by === null ? [] : [by]);
});
