import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Graph, Reader, Writer } from '../graph/port.js';
import { boundAnew } from '../words/memberships/bounds.js';
import type { EdgeElement, Elements, NodeElement } from '../write/elements.js';
import type { Because } from '../record/model.js';
import { NEVER, NOW } from '../record/time.js';
import { inBatches, recordTransaction } from '../write/transaction.js';
import { type Written, changedEdges, retractEdges, retractNodes, writeEdges, writeNodes } from '../write/versions.js';
import { readGiven } from '../words/rules/seats.js';
import { compileRow } from '../write/compile.js';
import { becauseOf } from '../write/because.js';
import { SeedError } from '../write/errors.js';
import { footingProblems, holdersOfTies, tiesRestedOn } from '../write/dependencies.js';
import { type DataSetFiles, bundledFolders, danglingReferences, inOrder, readDataSet } from './data-set.js';
import { type AnyRow, WORDS, type Word } from '../write/rows.js';

export { bundledFolders };

/** What seeding a data set wrote: rows by why, and `derived`: seats that a rule gave, and seats and ties whose bounds moved with a cause. */
export interface SeedReport {
  dataSet: string;
  rows: number;
  recorded: number;
  learnt: number;
  corrected: number;
  retracted: number;
  derived: number;
}

interface RowChange {
  key: string;
  word: Word;
  row: AnyRow;
  before: AnyRow | null;
  because: Because;
}

interface Difference {
  rows: number;
  changes: RowChange[];
  gone: { key: string; word: Word; row: AnyRow }[];
}

const differenceOf = (dataSet: DataSetFiles, written: ReadonlyMap<string, AnyRow>): Difference => {
  const seen = new Set<string>();
  const changes: RowChange[] = [];
  for (const word of WORDS)
    for (const row of dataSet.rows[word] ?? []) {
      const key = `${dataSet.id}/${word}/${row.id}`;
      seen.add(key);
      const before = written.get(key) ?? null;
      if (before && isDeepStrictEqual(before, row)) continue;
      changes.push({ key, word, row, before, because: before ? becauseOf(before as never, row as never) : 'RECORDED' });
    }
  const gone = [...written].filter(([key]) => !seen.has(key)).map(([key, row]) => ({ key, word: key.split('/')[1] as Word, row }));
  return { rows: seen.size, changes, gone };
};

const compile = (word: Word, row: AnyRow): Elements => compileRow(word, row as never);

const together = (all: readonly Elements[]): Elements => ({ nodes: all.flatMap(({ nodes }) => nodes), edges: all.flatMap(({ edges }) => edges) });

/** What the changed and gone rows said before. */
const saidBefore = ({ changes, gone }: Difference): Elements =>
  together([...changes.flatMap(({ word, before }) => (before ? [compile(word, before)] : [])), ...gone.map(({ word, row }) => compile(word, row))]);

/** What is no longer said. */
const retracted = (was: Elements, now: Elements): Elements => {
  const kept = new Set([...now.nodes, ...now.edges].map(({ id }) => id));
  return { nodes: was.nodes.filter(({ id }) => !kept.has(id)), edges: was.edges.filter(({ id }) => !kept.has(id)) };
};

const existing = async (reader: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const found = new Set<string>();
  await inBatches(ids, async (some) => {
    for (const { id } of await reader.read(queries.record.existing, { ids: some, never: NEVER })) found.add(id);
  });
  return found;
};

const refuse = async (tx: Reader, dataSet: DataSetFiles, difference: Difference): Promise<void> => {
  const compiled = WORDS.flatMap((word) => (dataSet.rows[word] ?? []).flatMap((row) => compile(word, row).nodes.map(({ id }) => id)));
  const own = new Set(compiled);
  const elsewhere = new Set<string>();
  danglingReferences(dataSet, (id) => own.has(id) || (elsewhere.add(id), true));
  const known = await existing(tx, [...elsewhere]);
  const problems = danglingReferences(dataSet, (id) => own.has(id) || known.has(id));
  const holders = new Map(holdersOfTies(dataSet));
  await inBatches(
    tiesRestedOn(dataSet).filter((id) => !holders.has(id)),
    async (ids) => {
      for (const { a } of await tx.read(queries.affiliations.byIds, { ids, knownAt: NOW })) holders.set(a.id, a.person);
    },
  );
  problems.push(...footingProblems(dataSet, holders));
  const taken = await existing(
    tx,
    difference.changes.filter(({ before }) => !before).flatMap(({ word, row }) => compile(word, row).nodes.map(({ id }) => id)),
  );
  for (const id of taken) problems.push({ file: dataSet.id, path: id, required: 'an id that no other data set has written', given: id });
  for (const { word, row, before } of difference.changes)
    if (word === 'memberships' && before && (['person', 'body'] as const).some((key) => (row as never)[key] !== (before as never)[key]))
      problems.push({ file: `${dataSet.id}/memberships.json`, path: row.id, required: 'a new id for another person or body', given: row.id });
  if (problems.length) throw new SeedError(problems);
};

const seatOf = (edges: readonly Written<EdgeElement>[]) => edges.find(({ element }) => element.type === 'MEMBER_OF');

/** A new version of a tie also writes one of its membership, so that history shows it. */
const withSeats = async (tx: Writer, rows: readonly Written<EdgeElement>[][]): Promise<Written<EdgeElement>[]> => {
  const changed = new Set(await changedEdges(tx, rows.flat()));
  for (const row of rows) {
    const seat = seatOf(row);
    if (seat && row.some((one) => changed.has(one))) changed.add(seat);
  }
  return [...changed];
};

const write = async (tx: Writer, at: number, difference: Difference): Promise<number> => {
  const compiled = difference.changes.map(({ word, row, because }) => ({ because, elements: compile(word, row) }));
  const now = together(compiled.map(({ elements }) => elements));
  const was = saidBefore(difference);
  const old = retracted(was, now);
  const gone = new Set([...old.nodes, ...old.edges].map(({ id }) => id));
  const { withBounds, derived: others } = await boundAnew(tx, { now, was, gone });
  const derived = await changedEdges(
    tx,
    others.map((element) => ({ element, because: 'DERIVED' as const })),
  );

  const nodes = compiled.flatMap(({ elements, because }) => elements.nodes.map((element): Written<NodeElement> => ({ element, because })));
  const rows = compiled.map(({ elements, because }) => elements.edges.map((element) => ({ element: withBounds(element), because })));
  await retractEdges(tx, old.edges, at);
  await writeNodes(tx, nodes, at);
  await writeEdges(tx, [...(await withSeats(tx, rows)), ...derived], at);
  await retractNodes(
    tx,
    old.nodes.map(({ id }) => id),
    at,
  );
  return derived.length;
};

/** Writes anew the seats that rules give, once what they rest on is written. */
const writeGiven = async (tx: Writer, at: number): Promise<number> => {
  const { nodes, rows, gone } = await readGiven(tx);
  await retractEdges(tx, gone.edges, at);
  await writeNodes(tx, nodes, at);
  const changed = await withSeats(tx, rows);
  await writeEdges(tx, changed, at);
  await retractNodes(
    tx,
    gone.nodes.map(({ id }) => id),
    at,
  );
  return changed.filter(({ element }) => element.type === 'MEMBER_OF').length;
};

const remember = async (tx: Writer, dataSet: DataSetFiles, { changes, gone }: Difference): Promise<void> => {
  await inBatches(changes, (some) =>
    tx.run(queries.seed.keepRows, { rows: some.map(({ key, row }) => ({ id: key, dataSet: dataSet.id, json: JSON.stringify(row) })) }),
  );
  await inBatches(gone, (some) => tx.run(queries.seed.forgetRows, { ids: some.map(({ key }) => key) }));
  const { id, title, date, terms, hash } = dataSet;
  await tx.run(queries.seed.keepDataSet, { id, row: { id, title, date, terms, hash } });
};

const isUnchanged = async (graph: Graph, dataSet: DataSetFiles): Promise<boolean> =>
  (await graph.read(queries.seed.dataSets, {})).some(({ d }) => d.id === dataSet.id && d.hash === dataSet.hash);

/** Writes what a data set says and has not yet written, in one transaction. @throws SeedError, and nothing is written. */
export const seedDataSet = async (graph: Graph, dataSet: DataSetFiles): Promise<SeedReport> => {
  const rows = WORDS.reduce((sum, word) => sum + (dataSet.rows[word]?.length ?? 0), 0);
  const nothing: SeedReport = { dataSet: dataSet.id, rows, recorded: 0, learnt: 0, corrected: 0, retracted: 0, derived: 0 };
  if (await isUnchanged(graph, dataSet)) return nothing;
  return recordTransaction(graph, async (tx, at) => {
    const written = new Map((await tx.read(queries.seed.rows, { dataSet: dataSet.id })).map(({ id, json }) => [id, JSON.parse(json) as AnyRow]));
    const difference = differenceOf(dataSet, written);
    await refuse(tx, dataSet, difference);
    const derived = (await write(tx, at, difference)) + (await writeGiven(tx, at));
    await remember(tx, dataSet, difference);
    const counted = (because: Because): number => difference.changes.filter((one) => one.because === because).length;
    return {
      ...nothing,
      recorded: counted('RECORDED'),
      learnt: counted('LEARNT'),
      corrected: counted('CORRECTED'),
      retracted: difference.gone.length,
      derived,
    };
  });
};

/** Seeds data sets, each in a transaction of its own, those that others build on first. @throws SeedError */
export const seedFolders = async (
  graph: Graph,
  folders: readonly string[],
  { onProgress = () => undefined }: { onProgress?: (line: string) => void } = {},
): Promise<SeedReport[]> => {
  const dataSets = inOrder(folders.map(readDataSet));
  const reports: SeedReport[] = [];
  for (const [at, dataSet] of dataSets.entries()) {
    onProgress(`${at + 1}/${dataSets.length} ${dataSet.id}: ${dataSet.title}`);
    reports.push(await seedDataSet(graph, dataSet));
  }
  return reports;
};

/** Validates data sets, alone and against each other, without a graph. @throws SeedError with everything that is wrong. */
export const checkFolders = (folders: readonly string[]): SeedReport[] => {
  const dataSets = inOrder(folders.map(readDataSet));
  const known = new Set(
    dataSets.flatMap(({ rows }) => WORDS.flatMap((word) => (rows[word] ?? []).flatMap((row) => compile(word, row).nodes.map(({ id }) => id)))),
  );
  const holders = new Map(dataSets.flatMap(holdersOfTies));
  const problems = dataSets.flatMap((dataSet) => [...danglingReferences(dataSet, (id) => known.has(id)), ...footingProblems(dataSet, holders)]);
  if (problems.length) throw new SeedError(problems);
  return dataSets.map(({ id, rows }) => ({
    dataSet: id,
    rows: WORDS.reduce((sum, word) => sum + (rows[word]?.length ?? 0), 0),
    recorded: 0,
    learnt: 0,
    corrected: 0,
    retracted: 0,
    derived: 0,
  }));
};
