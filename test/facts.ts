import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../src/graph/port.js';
import { ask } from './world.js';

export interface Passage {
  document: string;
  lines: [number, number];
  quote: string;
}

interface Noted {
  value: string;
  basis: string;
}

/** One fact that was noted of the documents by hand, as far as the tests need it. */
export interface Fact {
  id: string;
  category: string;
  subject: string;
  predicate: string;
  object?: string | number | null;
  role?: string;
  start?: Noted;
  end?: Noted;
  asOf: { value: string };
  basis: string;
  note?: string;
  attrs?: Record<string, string | number>;
  /** Without e-mail addresses, which are not carried over. */
  evidence: Passage[];
}

/** A question that the documents answer. */
interface Question {
  n: number;
  question: string;
  asOf: string;
  facts: string[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(`test/facts/${file}.json`, 'utf8')) as T;

export const facts = read<Fact[]>('facts');
export const documents = read<{ id: string; file: string; sha256: string }[]>('documents');
export const questions = read<Question[]>('questions');

export const factsOf = (...categories: string[]): Fact[] => facts.filter(({ category }) => categories.includes(category));

/** A row of the seeds, as far as the tests need it. */
export interface SeedRow {
  id: string;
  word: string;
  facts?: string[];
  subject?: string;
  by?: string;
}

export const seedRows: readonly SeedRow[] = readdirSync('seeds/kkr')
  .filter((file) => file.endsWith('.json') && file !== 'dataset.json')
  .flatMap((file) => (JSON.parse(readFileSync(join('seeds/kkr', file), 'utf8')) as SeedRow[]).map((row) => ({ ...row, word: file.slice(0, -5) })));

/** The rows that name a fact. */
export const rowsOf = (fact: Fact): SeedRow[] => seedRows.filter((row) => row.facts?.includes(fact.id));

/** What the graph holds of the rows of one word that name a fact. */
export const rowsIn = async <T>(graph: Graph, word: string, type: string, fields: string): Promise<(fact: Fact) => T[]> => {
  const ids = seedRows.filter((row) => row.word === word).map(({ id }) => id);
  const { nodes } = await ask(graph, `query ($ids: [ID!]!) { nodes(ids: $ids, asOf: "2022-06-21") { id ... on ${type} { ${fields} } } }`, { ids });
  const byId = new Map((nodes as (T & { id: string })[]).map((node) => [node.id, node]));
  return (fact) => rowsOf(fact).flatMap(({ id }) => byId.get(id) ?? []);
};

/** The ids of the facts of some categories for which something does not hold. */
export const wrong = (holds: (fact: Fact) => boolean, ...categories: string[]): string[] =>
  factsOf(...categories)
    .filter((fact) => !holds(fact))
    .map(({ id }) => id);
