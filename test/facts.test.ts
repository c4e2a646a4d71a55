import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Passage, documents, facts, questions, rowsOf, seedRows } from './facts.js';
import { ask, seededGraph } from './world.js';

const SAYS = 'sources { document { id } lines quote }';
const RELATIONS = `relations(all: true) { id ${SAYS} }`;

const ROWS = `query ($ids: [ID!]!) { nodes(ids: $ids, asOf: "2022-06-21") { id
  ... on Body { ${SAYS} }
  ... on Affiliation { ${SAYS} }
  ... on Membership { ${SAYS} appointment { ${SAYS} ties { ${SAYS} } } }
  ... on Term { ${SAYS} }
  ... on Meeting { ${SAYS} }
  ... on AgendaItem { ${SAYS} recommendations { ${SAYS} } appearances { ${SAYS} } }
  ... on Decision { ${SAYS} }
  ... on Agreement { ${SAYS} }
  ... on Allocation { ${SAYS} }
  ... on Statement { ${SAYS} }
  ... on Document { ${SAYS} } } }`;

const ENDS = `query ($ids: [ID!]!) { nodes(ids: $ids, asOf: "2022-06-21") { id
  ... on Body { ${RELATIONS} }
  ... on Municipality { ${RELATIONS} }
  ... on Region { ${RELATIONS} } } }`;

type Said = { document: { id: string }; lines: [number, number] | null; quote: string };

/** Every passage anywhere below an answer. */
const passagesBelow = (value: unknown): Passage[] => {
  if (Array.isArray(value)) return value.flatMap(passagesBelow);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([field, below]) =>
    field === 'sources'
      ? (below as Said[]).map(({ document, lines, quote }) => ({ document: document.id, lines: lines ?? [0, 0], quote }))
      : passagesBelow(below),
  );
};

/** Whether a passage is another, or the part of it that is about one of its acts. */
const isOf = (whole: Passage, part: Passage): boolean =>
  part.document === whole.document && part.lines[0] >= whole.lines[0] && part.lines[1] <= whole.lines[1] && whole.quote.includes(part.quote);

const naming = seedRows.filter((row) => row.facts);
const isRelation = ({ word }: { word: string }): boolean => word === 'relations' || word === 'seats';
const said = new Map<string, Passage[]>();
let graph: Graph;

beforeAll(async () => {
  graph = await seededGraph();
  const { nodes } = await ask(graph, ROWS, { ids: naming.filter((row) => !isRelation(row)).map(({ id }) => id) });
  const ends = [...new Set(naming.filter(isRelation).map(({ subject, by }) => subject ?? by))];
  const related = await ask(graph, ENDS, { ids: ends });
  const relations = (related.nodes as { relations: { id: string }[] }[]).flatMap((end) => end.relations);
  for (const one of [...(nodes as ({ id: string } | null)[]), ...relations]) if (one) said.set(one.id, passagesBelow(one));
});
afterAll(() => graph.close());

describe('the facts that were noted of the documents', () => {
  test('532 of them, each named by a row of the seeds', () => {
    expect(facts).toHaveLength(532);
    expect(facts.filter((fact) => rowsOf(fact).length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('no row names a fact that was not noted', () => {
    const noted = new Set(facts.map(({ id }) => id));
    expect(naming.flatMap((row) => row.facts ?? []).filter((id) => !noted.has(id))).toEqual([]);
  });

  test('every row that names one is in the graph', () => {
    expect(naming.filter(({ id }) => !said.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('the passages that say it are those of its rows, word for word', () => {
    const lost = facts.flatMap((fact) => {
      const found = rowsOf(fact).flatMap(({ id }) => said.get(id) ?? []);
      return fact.evidence.filter((passage) => !found.some((one) => isOf(passage, one))).map(({ quote }) => `${fact.id}: ${quote}`);
    });
    expect(lost).toEqual([]);
  });
});

describe('the questions that were noted', () => {
  test('are each asked by a test, in their words', () => {
    const asked = ['questions', 'questions-decided'].map((file) => readFileSync(`test/${file}.ts`, 'utf8')).join('\n');
    expect(questions.filter(({ n, question }) => !asked.includes(`${n} ${question}`))).toEqual([]);
  });
});

describe('the documents', () => {
  test('have the hash that was noted', async () => {
    const answer = await ask(graph, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Document { sha256 } } }', { ids: documents.map(({ id }) => id) });
    expect(answer.nodes).toEqual(documents.map(({ id, sha256 }) => ({ id, sha256 })));
  });

  test('are quoted without e-mail addresses', async () => {
    const { nodes } = await ask(graph, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Document { sources { quote } } } }`, {
      ids: documents.map(({ id }) => id),
    });
    expect((nodes as { sources: { quote: string }[] }[]).flatMap(({ sources }) => sources).filter(({ quote }) => /\w@\w+\.\w/.test(quote))).toEqual([]);
  });
});
