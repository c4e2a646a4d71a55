import * as queries from '../generated/queries.js';
import type { Graph } from '../graph/port.js';
import type { LastRevision } from '../record/revision.js';
import { CARRIED_FROM, FORMAT, readFormat } from './format.js';
import { keepByWriter, renameEdges } from './migrate-2.js';
import { foldAnew } from './migrate-3.js';
import { renameEndings } from './migrate-4.js';
import { tellFeed } from './migrate-5.js';
import { deriveAnew } from './migrate-bounds.js';
import { tellEvents, tellOfParties } from './migrate-events.js';
import { type Recording, recordTransaction } from './transaction.js';

/** What carries a graph over from one format to the next, by the earlier, since which one where earlier ones need it not; what bounds and events are told of goes before these. */
const STEPS: readonly { from: number; since?: number; carry: (tx: Recording, at: number, last: LastRevision) => Promise<void> }[] = [
  { from: 2, carry: renameEdges },
  { from: 2, carry: keepByWriter },
  { from: 4, carry: renameEndings },
  { from: 3, carry: foldAnew },
  { from: 3, carry: deriveAnew },
  { from: 3, carry: tellEvents },
  { from: 4, since: 4, carry: tellOfParties },
  { from: 5, carry: tellFeed },
];

/** Carries a graph of an earlier format over, with all that was recorded and when, in one transaction. Whether it did. */
export const migrate = async (graph: Graph): Promise<boolean> => {
  const format = await readFormat(graph);
  if (format === null || format < CARRIED_FROM || format >= FORMAT) return false;
  await recordTransaction(graph, async (tx, at, last) => {
    for (const { from, since = CARRIED_FROM, carry } of STEPS) if (since <= format && format <= from) await carry(tx, at, last);
    await tx.run(queries.migrate.setFormat, { format: FORMAT });
  });
  return true;
};
