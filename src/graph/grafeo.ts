import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction as EngineTransaction } from '@grafeo-db/js';
import { setup } from '../generated/setup.js';
import { GraphError, type GraphErrorKind } from './errors.js';
import type { Graph, Params, Query, Reader, Transaction } from './port.js';
import { decodeRow } from './shape.js';
import { textOf } from './text.js';

const CHECKPOINT = { intervalMs: 60_000, walBytes: 16 * 1024 * 1024 };

export interface GrafeoOptions {
  /** Folder of the graph; none: it lives in memory only. */
  folder?: string;
  /** Rows without ORDER BY come in random order: for tests. */
  shuffleUnordered?: boolean;
}

type AnyQuery = Query<'read' | 'write', Params, unknown>;

const kindOf = (cause: unknown): GraphErrorKind => {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/constraint/i.test(message)) return 'CONSTRAINT';
  if (/lock/i.test(message)) return 'LOCKED';
  return /closed/i.test(message) ? 'UNAVAILABLE' : 'QUERY';
};

const failed =
  (query: string | null) =>
  (cause: unknown): never => {
    throw new GraphError(kindOf(cause), 'grafeo', query, cause);
  };

const rowsOf = <R>(query: AnyQuery, result: QueryResult): R[] =>
  query.columns.length === 0 ? [] : result.rows().map((values) => decodeRow<R>(query.columns, query.shape, values));

const ask = async <R>(transaction: EngineTransaction, query: AnyQuery, params: Params): Promise<R[]> => {
  const result = await transaction.executeCypher(textOf(query, 'grafeo'), params).catch(failed(query.name));
  return rowsOf<R>(query, result);
};

const rollback = (transaction: EngineTransaction): void => {
  if (transaction.isActive) transaction.rollback();
};

/** Not by mkdir's own `recursive`: that never ends where a folder takes none, as /proc. */
const makeFolder = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(path));
  mkdirSync(path);
};

const open = ({ folder, shuffleUnordered = false }: GrafeoOptions): GrafeoDB => {
  if (!folder) return grafeo.GrafeoDB.create(undefined, { shuffleUnordered });
  makeFolder(folder);
  const db = grafeo.GrafeoDB.create(join(folder, 'graph.grafeo'), { shuffleUnordered });
  db.setCheckpointTriggers(CHECKPOINT);
  return db;
};

/** The embedded engine: one process per folder. Reads see what is committed; writes wait for each other. */
export const openGrafeo = async (options: GrafeoOptions = {}): Promise<Graph> => {
  let db: GrafeoDB;
  try {
    db = open(options);
  } catch (cause) {
    return failed(null)(cause);
  }
  for (const statement of setup.grafeo) await db.executeCypher(statement).catch(failed('setup'));
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
    try {
      const result = await work({
        read: (query, params) => ask(transaction, query, params),
        run: (query, params) => ask(transaction, query, params),
      });
      transaction.commit();
      return result;
    } catch (error) {
      rollback(transaction);
      throw error;
    }
  };

  return {
    engine: 'grafeo',
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
      db.close();
    },
  };
};
