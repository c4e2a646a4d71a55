import * as queries from '../generated/queries.js';
import type { Graph } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import { seenOver } from '../write/over.js';
import { referencesOf } from '../write/references.js';
import type { WordRow } from '../write/rows.js';
import type { DataSet } from './data-set.js';

/** The first source that a row names. */
const sourceOf = ({ row }: WordRow): string | undefined => (row as { sources?: string[] }).sources?.[0];

/** The documents that rows name first as where they stand, by the row. */
const documentsOf = async (graph: Graph, rows: readonly WordRow[]): Promise<(row: WordRow) => string | undefined> => {
  const documents = new Map<string, string>();
  const ids = new Set(rows.flatMap((row) => sourceOf(row) ?? []));
  await inBatches([...ids], async (some) => {
    for (const { s } of await graph.read(queries.documents.sourcesByIds, { ids: some })) documents.set(s.id, s.document);
  });
  return (row) => documents.get(sourceOf(row) ?? '');
};

/** These rows, and those among all that they refer to, at however many removes. */
const neededBy = (rows: readonly WordRow[], all: readonly WordRow[]): Set<string> => {
  const known = new Map(all.map((one) => [nodeIdOf(one.row.id), one]));
  const needed = new Set(rows.map(({ row }) => nodeIdOf(row.id)));
  const queue = [...rows];
  for (const row of queue)
    for (const id of referencesOf(row).map((one) => nodeIdOf(one.id))) {
      const one = known.get(id);
      if (!one || needed.has(id)) continue;
      needed.add(id);
      queue.push(one);
    }
  return needed;
};

/**
 * What becomes of rows that a data set has no longer. Of one that is kept up to date those that were open are seen over on its date;
 * they stay from then on, with what they refer to. All others are removed.
 */
export const withoutMissing = async (graph: Graph, dataSet: DataSet, missing: readonly WordRow[]): Promise<{ over: WordRow[]; remove: string[] }> => {
  const { maintained, date, mayMean } = dataSet;
  const rows = missing.filter(({ row }) => !mayMean(row.id));
  const [gone, others] = [rows.filter((row) => row.gone), rows.filter((row) => !row.gone)];
  const documentOf = await documentsOf(graph, maintained ? others : []);
  const over = others.flatMap((row): WordRow[] => {
    const document = documentOf(row);
    const ended = maintained && date !== null && document !== undefined ? seenOver(row, { on: date, in: document }) : null;
    return ended ? [ended] : [];
  });
  const stays = neededBy([...gone, ...over], others);
  return { over, remove: others.map(({ row }) => row.id).filter((id) => !stays.has(nodeIdOf(id))) };
};
