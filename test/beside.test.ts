import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { CATALOGUE } from '../src/integrity/catalogue.js';
import { contract, schemaIn } from './contract/contract.js';
import { saidBy } from './contract/coordinates.js';
import { documents, facts, questions } from './facts.js';
import { SAMPLES } from './samples.js';
import { ask, seededGraph } from './world.js';

/** Where the contract, what was noted and the documents come from: beside the project. Without it there is nothing to compare, and these tests are in no run. */
const SHARED = '../shared';

const read = <T>(file: string): T => JSON.parse(readFileSync(`${SHARED}/facts/${file}.json`, 'utf8')) as T;
const textOf = (file: string): Buffer => readFileSync(`${SHARED}/sources/${file}`);

test('the copied contract says what the contract says', () => {
  const theirs = saidBy(schemaIn(`${SHARED}/contract`));
  expect([...saidBy(contract).values()].filter(({ at, says }) => theirs.get(at)?.says !== says).map(({ at }) => at)).toEqual([]);
});

test('each rule of integrity has the sentence of the catalogue that it comes from', () => {
  const rows = readFileSync(`${SHARED}/RULES.md`, 'utf8').matchAll(/^\| ([a-z-]+(?:, [a-z-]+)*) \| (.+) \|$/gm);
  const sentences = new Map([...rows].flatMap(([, ids = '', says]) => ids.split(', ').map((id) => [id, says] as const)));
  sentences.delete('id');
  expect(new Map(CATALOGUE.map(({ id, title }) => [id, title]))).toEqual(sentences);
});

/** The fields that a file has, by their paths; things of several kinds are told apart by what they are classified as. */
const fieldsOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => fieldsOf(one, path));
  if (typeof value !== 'object' || value === null) return [path];
  const { classification } = value as { classification?: string };
  const within = classification ? `${path}(${classification})` : path;
  return Object.entries(value).flatMap(([key, one]) => fieldsOf(one, within ? `${within}.${key}` : key));
};

test.each(SAMPLES)('the fields of $file are those of which it is said where they have a place', ({ file, places }) => {
  const text = readFileSync(`${SHARED}/samples/${file}`, 'utf8');
  const fields = file.endsWith('.csv') ? (text.split('\n')[0] ?? '').trim().split(',') : fieldsOf(JSON.parse(text));
  expect([...new Set(fields)].sort()).toEqual(Object.keys(places).sort());
});

interface Noted {
  documents: { id: string; file: string; sha256: string }[];
  facts: { id: string; evidence: { document: string; lines: [number, number]; quote: string }[] }[];
}

describe('what was copied of what was noted', () => {
  const noted = read<Noted>('facts');

  test('facts', () => {
    const idOf = new Map(noted.documents.map(({ id, file }) => [file, id]));
    const byId = new Map(noted.facts.map((fact) => [fact.id, fact]));
    for (const { evidence, ...fact } of facts) {
      const original = byId.get(fact.id);
      const passages = (original?.evidence ?? []).map(({ document, lines, quote }) => ({ document: idOf.get(document), lines, quote }));
      expect(original).toMatchObject(fact);
      expect(passages).toEqual(expect.arrayContaining(evidence));
    }
  });

  test('questions', () => {
    expect(read<{ n: number }[]>('questions').filter(({ n }) => questions.some((one) => one.n === n))).toMatchObject(questions);
  });

  test('documents, and the files have the hash that stands with them', () => {
    expect(noted.documents).toMatchObject(documents);
    expect(documents.map(({ file }) => createHash('sha256').update(textOf(file)).digest('hex'))).toEqual(documents.map(({ sha256 }) => sha256));
  });
});

describe('the documents', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  test('say every quote, at its lines, but for white space and the hyphens of line ends', async () => {
    const { nodes } = await ask(graph, `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Document { sources { lines quote } } } }`, {
      ids: documents.map(({ id }) => id),
    });
    const bare = (text: string): string => text.replace(/[\s-]/g, '');
    const fileOf = new Map(documents.map(({ id, file }) => [id, file]));
    const quotes = (nodes as { id: string; sources: { lines: [number, number]; quote: string }[] }[]).flatMap(({ id, sources }) => {
      const lines = textOf(fileOf.get(id) ?? id)
        .toString()
        .split('\n');
      return sources.map(({ lines: [first, last], quote }) => ({ place: `${id} ${first}-${last}`, quote, text: lines.slice(first - 1, last).join('\n') }));
    });
    expect(quotes.length).toBeGreaterThan(300);
    expect(quotes.filter(({ quote, text }) => !bare(text).includes(bare(quote))).map(({ place, quote }) => [place, quote])).toEqual([]);
  });
});

test('what came of the tables of Denmark is what comes of them again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-denmark-'));
  try {
    execFileSync(process.execPath, ['tools/denmark.js', `${SHARED}/data/denmark`, folder]);
    const made = readdirSync(folder);
    expect(made.length).toBeGreaterThan(5);
    for (const file of made) expect(readFileSync(join(folder, file), 'utf8') === readFileSync(join('seeds/valg-2025', file), 'utf8')).toBe(true);
    expect([...made, 'source.md'].sort()).toEqual(readdirSync('seeds/valg-2025').sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what the tables of Denmark answer is what was noted of them', () => {
  const said = execFileSync(process.execPath, ['test/denmark/answers.js', `${SHARED}/data/denmark`], { encoding: 'utf8' });
  expect(said).toBe(readFileSync('test/denmark/answers.json', 'utf8'));
});
