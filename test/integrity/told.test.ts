import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { checkGraph } from '../../src/integrity/check.js';
import { toldIn } from '../../src/integrity/told.js';
import { emptyGraph, seedWorld, wipe } from '../world.js';
import { FOUND, type Said, uncovered } from './uncovered.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

test.each<[string, Said[], string | null]>([
  ['nothing is said of it', [], null],
  ['a statement tells it, and none contradicts that', [['sits', []]], null],
  [
    'a contradicted statement is about a part of it',
    [
      ['sits', ['statement:not'], FOUND.slice(1)],
      ['not', []],
    ],
    'statement:not',
  ],
  [
    'statements that contradict each other are about parts of it',
    [
      ['a', ['statement:b'], FOUND.slice(0, 2)],
      ['b', [], FOUND.slice(1)],
    ],
    null,
  ],
  [
    'a statement tells it, and names one that it contradicts',
    [
      ['sits', ['statement:not']],
      ['not', [], ['body:forum']],
    ],
    'statement:sits',
  ],
  [
    'a statement tells it, and another names it as what that contradicts',
    [
      ['sits', []],
      ['not', ['statement:sits'], ['body:forum']],
    ],
    'statement:sits',
  ],
])('what the record tells of a finding: %s', async (_, statements, by) => {
  await seedWorld(graph, uncovered(...statements));
  const findings = (await checkGraph(graph, { rules: ['home-covered'] })).filter(({ verdict }) => verdict === 'BROKEN');
  expect(findings.map(({ things }) => things)).toEqual([FOUND]);
  expect([...(await toldIn(graph, findings)).values()]).toEqual(by === null ? [] : [by]);
});
