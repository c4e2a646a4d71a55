import * as queries from '../generated/queries.js';
import type { Graph, Transaction } from '../graph/port.js';
import { presentReader } from '../record/present.js';
import type { LastRevision } from '../record/revision.js';
import { NEVER, NOW } from '../record/time.js';
import { toldOf } from './feed-items.js';
import { writeFeed } from './feed.js';
import { FORMAT } from './format.js';
import { type Journal, newJournal } from './journal.js';
import { turnDays } from './turn-of-day.js';

/** Says that no write is under way. Where that fails, the next write or start says it. */
export const settle = (graph: Graph): Promise<void> =>
  graph
    .write((tx) => tx.run(queries.record.settle, {}), true)
    .then(
      () => undefined,
      () => undefined,
    );

/** A transaction of the record: what it writes, it notes. */
export interface Recording extends Transaction {
  readonly journal: Journal;
}

/** What a transaction writes, at the time that its versions get, and with the revision before it. */
type Work<T> = (tx: Recording, at: number, last: LastRevision) => Promise<T>;

/** What is done under the lock, in a transaction of which the revision before it is known. */
type LockedWork<T> = (tx: Transaction, last: LastRevision) => Promise<T>;

const lock = async (tx: Transaction, whole: boolean): Promise<LastRevision> =>
  (await tx.run(queries.record.lock, { format: FORMAT, whole }))[0] as LastRevision;

/** Does work under the lock, once the day has turned. */
const locked = async <T>(tx: Transaction, last: LastRevision, work: LockedWork<T>): Promise<T> => {
  const present: Transaction = { ...presentReader(tx), run: (query, params) => tx.run(query, params) };
  return work(present, await turnDays(present, last));
};

/** One transaction under the lock; null where another writer settled after we announced. */
const announced = async <T>(graph: Graph, work: LockedWork<T>): Promise<{ result: T } | null> => {
  await graph.write((tx) => tx.run(queries.record.announce, { format: FORMAT }), true);
  return graph.write(async (tx) => {
    const last = await lock(tx, false);
    return last.writing ? { result: await locked(tx, last, work) } : null;
  });
};

/** Where all of a commit is seen at once, nobody need be told before that it comes, nor after that it is there. */
const atOnce = <T>(graph: Graph, work: LockedWork<T>): Promise<T> => graph.write(async (tx) => locked(tx, await lock(tx, true), work));

const underLock = async <T>(graph: Graph, work: LockedWork<T>): Promise<T> => {
  if (graph.commitsWhole) return atOnce(graph, work);
  const inParts = async (): Promise<T> => {
    try {
      let done = await announced(graph, work);
      while (!done) done = await announced(graph, work);
      return done.result;
    } finally {
      await settle(graph);
    }
  };
  // Who settles takes away what others announced, who announce anew then: in one process they wait instead.
  return graph.inTurn ? graph.inTurn(inParts) : inParts();
};

/**
 * One transaction of the record: under the lock on the revision, at a time after every earlier one. Where parts of a commit are
 * seen before the whole, a write is announced before it begins and settled when all of it is there. What it writes is
 * told by the feed; a day that has begun is turned before, by a revision of its own.
 */
export const recordTransaction = <T>(graph: Graph, work: Work<T>): Promise<T> =>
  underLock(graph, async (tx, last) => {
    const at = Math.max(Date.now(), last.at + 1);
    const revision = last.number + 1;
    await tx.run(queries.record.move, { number: revision, at, written: revision });
    const journal = newJournal();
    const result = await work({ ...tx, journal }, at, last);
    const noted = journal.noted();
    const told = toldOf(noted, journal.isBegun);
    await writeFeed(tx, 'RECORDED', told, noted, { revision, at, knownAt: NOW }, last.items);
    return result;
  });

/** Turns the days that have begun since the newest revision, where nobody has. */
export const turnDay = (graph: Graph): Promise<void> => underLock(graph, async () => undefined);

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
