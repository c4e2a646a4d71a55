import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { ask } from './world.js';

/** What was noted of the documents by hand; it lies beside the project, not in it. */
const SHARED = '../shared';
const FACTS = join(SHARED, 'facts/facts.json');

export interface Passage {
  document: string;
  lines: [number, number];
  quote: string;
}

interface Noted {
  value: string | null;
  basis: string;
}

/** One noted fact. */
export interface Fact {
  id: string;
  category: string;
  subject: string;
  predicate: string;
  object: string | number | null;
  role: string | null;
  start: Noted | null;
  end: Noted | null;
  asOf: { value: string };
  basis: string;
  note?: string;
  attrs: Record<string, string | number | null> | null;
  evidence: { document: string; lines: [number, number]; quote: string }[];
}

interface Read {
  documents: { id: string; file: string; sha256: string }[];
  facts: Fact[];
}

const isThere = existsSync(FACTS);
const read: Read = isThere ? (JSON.parse(readFileSync(FACTS, 'utf8')) as Read) : { documents: [], facts: [] };

export const { facts, documents } = read;

/** Tests that need the noted facts. */
export const describeFacts = (name: string, tests: () => void): void =>
  isThere ? describe(name, tests) : describe.skip(`${name}: left out, ${FACTS} is not there`, tests);

export const factsOf = (...categories: string[]): Fact[] => facts.filter(({ category }) => categories.includes(category));

/** The text of a document that was read, in lines. */
export const linesOf = (id: string): string[] => readFileSync(join(SHARED, 'sources', documents.find((one) => one.id === id)?.file ?? id), 'utf8').split('\n');

export const fileOf = (file: string): Buffer => readFileSync(join(SHARED, 'sources', file));

const documentOf = (file: string): string => documents.find((one) => one.file === file)?.id ?? file;

/** E-mail addresses are not carried over. */
const isPersonal = (quote: string): boolean => /\w@\w+\.\w/.test(quote);

export const passagesOf = ({ evidence }: Fact): Passage[] =>
  evidence.filter(({ quote }) => !isPersonal(quote)).map(({ document, lines, quote }) => ({ document: documentOf(document), lines, quote }));

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
