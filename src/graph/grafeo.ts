import { existsSync } from 'node:fs';
import { join } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction as EngineTransaction } from '@grafeo-db/js';
import { setup } from '../generated/setup.js';
import { GraphError, type GraphErrorKind } from './errors.js';
import { makeFolder } from './folder.js';
import { beginWriting, keepChecksum, requireChecksum, requireNoneBefore, requireSlots } from './grafeo-file.js';
import type { Graph, Params, Query, Reader, Transaction } from './port.js';
import { decodeRow } from './shape.js';
import { textOf } from './text.js';
import { eachInTurn, inTurn } from './turns.js';

/** It reads in so many threads, which also compress answers: what waits for one of them waits in no order of ours. */
const AT_ONCE = 4;

const CHECKPOINT = { intervalMs: 60_000, walBytes: 16 * 1024 * 1024 };

export interface GrafeoOptions {
  /** Folder of the graph; none: it lives in memory only. */
  folder?: string;
  /** Rows without ORDER BY come in random order: for tests. */
  shuffleUnordered?: boolean;
}

type AnyQuery = Query<'read' | 'write', Params, unknown>;

/** What the engine's messages mean; the first that fits. EFBIG, ENOSPC and EDQUOT are no room; EPERM, EACCES and EROFS no permission. */
const KINDS: readonly (readonly [RegExp, GraphErrorKind])[] = [
  [/\(os error (?:27|28|122)\)|ENOSPC|EDQUOT|EFBIG/, 'FULL'],
  [/\(os error (?:1|13|30)\)/, 'READ_ONLY'],
  [/is damaged|not a Grafeo database|holds files of another database/, 'DAMAGED'],
  [/constraint/i, 'CONSTRAINT'],
  [/lock/i, 'LOCKED'],
  [/closed/i, 'UNAVAILABLE'],
];

const kindOf = (cause: unknown): GraphErrorKind => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'QUERY';
};

const failed =
  (query: string | null) =>
  (cause: unknown): never => {
    throw new GraphError(kindOf(cause), 'grafeo', query, cause);
  };

/** The engine makes rows of a result in one piece, which is long where they are many: those of several queries not in one stretch. */
const rowsOf = async <R>({ columns, shape }: AnyQuery, result: QueryResult): Promise<R[]> => {
  if (columns.length === 0) return [];
  return eachInTurn({}, await inTurn({}, 0, () => result.rows()), (values) => decodeRow<R>(columns, shape, values));
};

const ask = async <R>(transaction: EngineTransaction, query: AnyQuery, params: Params): Promise<R[]> => {
  const result = await transaction.executeCypher(textOf(query, 'grafeo'), params).catch(failed(query.name));
  return rowsOf<R>(query, result);
};

const rollback = (transaction: EngineTransaction): void => {
  if (transaction.isActive) transaction.rollback();
};

/** Of what cannot be committed the engine keeps nothing: there is nothing to roll back. */
const commit = (transaction: EngineTransaction): void => {
  try {
    transaction.commit();
  } catch (cause) {
    failed(null)(cause);
  }
};

interface Opened {
  db: GrafeoDB;
  /** What is left to do once it is closed. */
  afterwards: () => void;
}

const open = ({ folder, shuffleUnordered = false }: GrafeoOptions): Opened => {
  if (!folder) return { db: grafeo.GrafeoDB.create(undefined, { shuffleUnordered }), afterwards: () => undefined };
  makeFolder(folder);
  const path = join(folder, 'graph.grafeo');
  if (existsSync(path)) {
    requireSlots(path);
    requireChecksum(path);
  } else requireNoneBefore(path);
  const db = grafeo.GrafeoDB.create(path, { shuffleUnordered });
  const opening = beginWriting(path);
  db.setCheckpointTriggers(CHECKPOINT);
  return { db, afterwards: () => keepChecksum(path, opening) };
};

/** The embedded engine: one process per folder. Reads see what is committed; writes wait for each other. */
export const openGrafeo = async (options: GrafeoOptions = {}): Promise<Graph> => {
  let opened: Opened;
  try {
    opened = open(options);
  } catch (cause) {
    return failed(null)(cause);
  }
  const { db, afterwards } = opened;
  try {
    for (const statement of setup.grafeo) await db.executeCypher(statement).catch(failed('setup'));
  } catch (error) {
    db.close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const begin = (): EngineTransaction => {
    if (closed) throw new GraphError('UNAVAILABLE', 'grafeo', null, new Error('the graph is closed'));
    return db.beginTransaction();
  };

  const read: Reader['read'] = async (query, params) => {
    const transaction = begin();
    try {
      return await ask(transaction, query, params);
    } finally {
      rollback(transaction);
    }
  };

  const writeNow = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const transaction = begin();
    let result: T;
    try {
      result = await work({
        read: (query, params) => ask(transaction, query, params),
        run: (query, params) => ask(transaction, query, params),
      });
    } catch (error) {
      rollback(transaction);
      throw error;
    }
    commit(transaction);
    return result;
  };

  return {
    engine: 'grafeo',
    commitsWhole: true,
    atOnce: AT_ONCE,
    read,
    write: (work) => {
      const next = last.then(() => writeNow(work));
      last = next.catch(() => undefined);
      return next;
    },
    ping: async () => rollback(begin()),
    close: async () => {
      if (closed) return;
      await last;
      closed = true;
      try {
        db.close();
        afterwards();
      } catch (cause) {
        // What was committed stands in the log, and goes into the file when there is room.
        if (kindOf(cause) !== 'FULL') failed(null)(cause);
      }
    },
  };
};
