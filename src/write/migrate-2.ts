import { edgeCreators } from '../generated/creators.js';
import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { appointmentId } from '../words/appointments/ids.js';
import { keepRows } from './kept-rows.js';
import type { EarlierTie } from './model.js';
import { type WordRow, isWordName, renamed } from './rows.js';
import { create } from './versions.js';

const PAGE = 1_000;

/** The rows of a data set, which stand one by one until then. */
const takeRows = async (tx: Transaction, dataSet: string): Promise<WordRow[]> => {
  const rows: WordRow[] = [];
  for (;;) {
    const page = (await tx.read(queries.migrate.rows, { dataSet, limit: PAGE })).map(({ r }) => r);
    for (const { id, json } of page) {
      const word = id.split('/')[1] ?? '';
      if (isWordName(word)) rows.push({ word, row: renamed(word, JSON.parse(json)) as WordRow['row'] });
    }
    await tx.run(queries.migrate.forgetRows, { ids: page.map(({ id }) => id) });
    if (page.length < PAGE) return rows;
  }
};

/** Rows by writer, in buckets, and who says of each seat that it is held. */
export const keepByWriter = async (tx: Transaction): Promise<void> => {
  const dataSets = (await tx.read(queries.migrate.dataSets, {})).map(({ d }) => d).sort((a, b) => (a.id < b.id ? -1 : 1));
  const writers = new Map<string, string[]>();
  for (const { id, title, date, terms } of dataSets) {
    const rows = await takeRows(tx, id);
    for (const { word, row } of rows) if (word === 'memberships') writers.set(row.id, [...(writers.get(row.id) ?? []), id]);
    // When each first wrote is not known: in the order of their names. The files are read anew, as their digest is made otherwise.
    await keepRows(tx, undefined, { id, title, date, terms, hash: '', since: 1 }, rows, []);
  }
  await tx.run(queries.migrate.forgetDataSets, {});
  const said = [...writers].map(([id, all]) => ({ id: appointmentId(id), writers: all }));
  await inBatches(said, (some) => tx.run(queries.migrate.setWriters, { rows: some }));
};

const retyped = (ties: readonly EarlierTie[], type: 'DEPENDS_ON' | 'DERIVED_BY'): EarlierTie[] => {
  const prefix = type.toLowerCase().replace('_', '-');
  return ties.map((tie) => ({ ...tie, ...(tie.tie !== null && { tie: type }), id: `${prefix}${tie.id.slice(tie.id.indexOf(':'))}` }));
};

/** Two kinds of edges have other names: every version of them, with its recorded time. */
export const renameEdges = async (tx: Transaction): Promise<void> => {
  const dependencies = (await tx.read(queries.migrate.dependencies, {})).map(({ t }) => t);
  const derivations = (await tx.read(queries.migrate.derivations, {})).map(({ t }) => t);
  await tx.run(queries.migrate.forgetDependencies, {});
  await tx.run(queries.migrate.forgetDerivations, {});
  const { DEPENDS_ON, DERIVED_BY } = edgeCreators;
  if (DEPENDS_ON) await create(tx, DEPENDS_ON, retyped(dependencies, 'DEPENDS_ON') as never);
  if (DERIVED_BY) await create(tx, DERIVED_BY, retyped(derivations, 'DERIVED_BY') as never);
};
