import * as queries from '../generated/queries.js';
import type { Graph, Transaction } from '../graph/port.js';
import { presentReader } from '../record/present.js';
import { type Revision, readRevision } from '../record/revision.js';
import { NEVER } from '../record/time.js';
import { FORMAT } from './format.js';

/** Says that no write is under way. Where that fails, the next write or start says it. */
export const settle = (graph: Graph): Promise<void> =>
  graph
    .write((tx) => tx.run(queries.record.settle, {}))
    .then(
      () => undefined,
      () => undefined,
    );

/** What a transaction writes, at the time that its versions get, and with the revision before it. */
type Work<T> = (tx: Transaction, at: number, last: Revision) => Promise<T>;

/** One transaction under the lock; null where another writer settled after we announced. */
const announced = async <T>(graph: Graph, work: Work<T>): Promise<{ result: T } | null> => {
  await graph.write((tx) => tx.run(queries.record.announce, { format: FORMAT }));
  return graph.write(async (tx) => {
    await tx.run(queries.record.lock, { format: FORMAT });
    const last = await readRevision(tx);
    if (!last.writing) return null;
    const at = Math.max(Date.now(), last.at + 1);
    await tx.run(queries.record.move, { number: last.number + 1, at });
    const result = await work({ ...presentReader(tx), run: (query, params) => tx.run(query, params) }, at, last);
    return { result };
  });
};

/**
 * One transaction of the record: under the lock on the revision, at a time after every earlier one. Neo4j shows parts of a
 * commit before the whole, so a write is announced before it begins and settled when all of it is there.
 */
export const recordTransaction = async <T>(graph: Graph, work: Work<T>): Promise<T> => {
  try {
    let done = await announced(graph, work);
    while (!done) done = await announced(graph, work);
    return done.result;
  } finally {
    await settle(graph);
  }
};

/** Ends a transaction that is to leave nothing. */
class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('taken back');
  }
}

/**
 * Writes in one transaction as if each write were one of its own, and leaves nothing of it: nobody else ever sees any of it, nor
 * that it was under way.
 */
export const rehearse = async <T>(graph: Graph, work: (graph: Graph) => Promise<T>): Promise<T> => {
  try {
    return await graph.write(async (tx) => {
      const within: Graph = { ...graph, read: (query, params) => tx.read(query, params), write: (inner) => inner(tx) };
      throw new TakenBack(await work(within));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  }
};

export const recordedNow = (at: number): { recordedAt: number; retractedAt: number } => ({ recordedAt: at, retractedAt: NEVER });
