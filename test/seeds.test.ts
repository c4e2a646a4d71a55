import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

type Quoted = { quote: string };
const quotes = (sources: Quoted[]): string => sources.map(({ quote }) => quote).join(' | ');

test('every quote of the five documents begins and ends with a whole word', async () => {
  const broken: string[] = [];
  for (const id of ['doc:000', 'doc:001', 'doc:002', 'doc:003', 'doc:004']) {
    const { document } = await ask(graph, `{ document(id: "${id}") { sources { quote } } }`);
    broken.push(...document.sources.map(({ quote }: Quoted) => quote).filter((quote: string) => /\p{L}-$/u.test(quote.trim())));
  }
  expect(broken).toEqual([]);
});

test('a seat that begins or ends with the law of 1 July 2022 quotes the law', async () => {
  for (const id of [
    'sundhedssamarbejdsudvalget',
    'sundhedskoordinationsudvalget',
    'soenderjysk-klynge',
    'sydvestjysk-klynge',
    'lillebaeltklyngen',
    'fynklyngen',
  ]) {
    const { body } = await ask(graph, `{ body(id: "body:${id}", asOf: "2022-07-01") { members { nodes { reason sources { quote } } } } }`);
    expect(body.members.nodes.length).toBeGreaterThan(0);
    for (const { reason, sources } of body.members.nodes) {
      expect(reason).toContain('1. juli 2022');
      expect(quotes(sources)).toContain('loven træder i kraft den 1. juli 2022');
    }
  }
});

test('who sits in KKR Syddanmark as a mayor is there ex officio, which is inferred and says why', async () => {
  const { body } = await ask(
    graph,
    '{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { members(roles: [MEMBER]) { nodes { person { name } basis appointment { exOfficio basis reason by { id } represents { id } sources { quote } } } } } }',
  );
  const born = body.members.nodes.filter(({ basis }: { basis: string }) => basis === 'INFERRED');
  expect(born.map(({ person }: { person: { name: string } }) => person.name)).toEqual(['Stephanie Storbank', 'Tonni Hansen']);
  for (const { appointment } of born) {
    expect(appointment).toMatchObject({
      exOfficio: expect.stringContaining('fødte medlemmer'),
      basis: 'INFERRED',
      reason: expect.any(String),
      by: null,
      represents: [],
    });
    expect(quotes(appointment.sources)).toContain('Alle borgmestrene');
  }
});

test('five seats from region and municipalities each are approved by the decision, not by what was recommended', async () => {
  const { body } = await ask(graph, '{ body(id: "body:sundhedssamarbejdsudvalget", asOf: "2022-07-01") { seats { count status sources { quote } } } }');
  for (const { count, status, sources } of body.seats) {
    expect([count, status]).toEqual([5, 'approved 2022-06-21']);
    expect(quotes(sources)).toContain('KKR Syddanmark godkendte');
  }
});
