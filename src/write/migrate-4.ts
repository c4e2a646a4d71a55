import { isDeepStrictEqual } from 'node:util';
import * as queries from '../generated/queries.js';
import type { Transaction } from '../graph/port.js';
import { keepRows, keptByAll, readWriters } from './kept-rows.js';
import { type WordRow, renamed } from './rows.js';

/** The kept rows of memberships that say how they ended in other words. */
const rowsRenamed = async (tx: Transaction): Promise<Map<string, WordRow[]>> => {
  const found = new Map<string, WordRow[]>();
  for await (const { by, row: one } of keptByAll(tx)) {
    const row = renamed(one.word, one.row) as WordRow['row'];
    if (!isDeepStrictEqual(row, one.row)) found.set(by, [...(found.get(by) ?? []), { ...one, row }]);
  }
  return found;
};

/** Why a seat ended has another name: in every version, and in what writers keep. */
export const renameEndings = async (tx: Transaction): Promise<void> => {
  await tx.run(queries.migrate.renameEndings, {});
  const rows = await rowsRenamed(tx);
  for (const writer of await readWriters(tx)) {
    const { rows: _, digests: __, ...said } = writer;
    const own = rows.get(writer.id) ?? [];
    // The files are read anew: their digest is made of the same rows.
    if (own.length > 0) await keepRows(tx, writer, said, own, []);
  }
};
