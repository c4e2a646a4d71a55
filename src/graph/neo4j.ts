import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session, type SessionMode } from 'neo4j-driver';
import { setup } from '../generated/setup.js';
import { GraphError, type GraphErrorKind } from './errors.js';
import type { Graph, Params, Query, Reader } from './port.js';
import { decodeRow } from './shape.js';
import { textOf } from './text.js';
import { eachInTurn } from './turns.js';

const RETRY_MS = 4_000;
const READ_TRIES = 3;
/** Later than this a read is not tried again, so that a lost server is said within five seconds. */
const TRY_AGAIN_MS = 1_000;

export interface Neo4jOptions {
  uri: string;
  user: string;
  password: string;
  database: string;
}

type AnyQuery = Query<'read' | 'write', Params, unknown>;

const kindOf = (cause: unknown): GraphErrorKind => {
  const code = neo4j.isRetryableError(cause as Error) ? 'ServiceUnavailable' : String((cause as { code?: unknown }).code);
  if (/Unauthorized|AuthenticationRateLimit|Forbidden|DatabaseNotFound/.test(code)) return 'REFUSED';
  if (/Constraint/.test(code)) return 'CONSTRAINT';
  if (/TransactionTimedOut/.test(code)) return 'TIMEOUT';
  if (/acquisition timed out/.test(String((cause as Error).message))) return 'UNAVAILABLE';
  return /ServiceUnavailable|SessionExpired|DatabaseUnavailable/.test(code) ? 'UNAVAILABLE' : 'QUERY';
};

const failed =
  (query: string | null) =>
  (cause: unknown): never => {
    throw cause instanceof GraphError ? cause : new GraphError(kindOf(cause), 'neo4j', query, cause);
  };

/** The driver sends every JavaScript number as a float unless it is told. */
const withIntegers = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIntegers(inner)]));
};

/** The driver notes the stack of every query that it is given, which costs more than to send it and is not read: our errors name the query. */
const withoutStack = <T>(run: () => T): T => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
};

/** Runs a text with its parameters. */
type Run = (text: string, params: Params) => PromiseLike<QueryResult>;

const runIn =
  (transaction: ManagedTransaction): Run =>
  (text, params) =>
    withoutStack(() => transaction.run(text, params));

/** As many statements are sent before it is waited for what they came to. */
const AHEAD = 16;

/**
 * Statements of a transaction: those without rows are sent in their order and not waited for, as a server on a network takes longer to answer
 * than to write. The first that fails is what the transaction fails with.
 */
const sentAhead = (run: Run) => {
  let sent: Promise<unknown>[] = [];
  const arrive = async (): Promise<void> => {
    const all = sent;
    sent = [];
    for (const one of await Promise.allSettled(all)) if (one.status === 'rejected') throw one.reason;
  };
  return {
    arrive,
    ask: async <R>(query: AnyQuery, params: Params): Promise<R[]> => {
      const result = ask<R>(run, query, params);
      sent.push(result);
      await arrive();
      return result;
    },
    send: async (query: AnyQuery, params: Params): Promise<never[]> => {
      const result = ask(run, query, params);
      result.catch(() => undefined);
      sent.push(result);
      if (sent.length >= AHEAD) await arrive();
      return [];
    },
  };
};

const ask = async <R>(run: Run, query: AnyQuery, params: Params): Promise<R[]> => {
  const result = await run(textOf(query, 'neo4j'), withIntegers(params) as Params);
  if (query.columns.length === 0) return [];
  return eachInTurn({}, result.records, (record) =>
    decodeRow<R>(
      query.columns,
      query.shape,
      record.keys.map((key) => record.get(key)),
    ),
  );
};

/** What a statement of the setup makes. */
const madeBy = (statement: string): string | undefined => /(\w+) IF NOT EXISTS/.exec(statement)?.[1];

/** Makes the constraints and indexes that are not there: a constraint has an index of its name, and one question asks for all of them. */
const prepare = async (driver: Driver, database: string): Promise<void> => {
  const { records } = await driver.executeQuery('SHOW INDEXES YIELD name', {}, { database });
  const there = new Set(records.map((record) => record.get('name') as string));
  for (const statement of setup.neo4j.filter((one) => !there.has(madeBy(one) ?? ''))) await driver.executeQuery(statement, {}, { database });
  await driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database });
};

/** Neo4j 5, by any URI that the driver takes. Reads are auto-commit, and tried again where the failure may pass. */
export const openNeo4j = async ({ uri, user, password, database }: Neo4jOptions): Promise<Graph> => {
  const connect = () =>
    neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: RETRY_MS,
      connectionAcquisitionTimeout: RETRY_MS,
      connectionTimeout: RETRY_MS,
    });
  const driver = connect();
  let closed = false;
  try {
    await driver.verifyConnectivity({ database });
    await prepare(driver, database);
  } catch (cause) {
    await driver.close();
    return failed(null)(cause);
  }
  const requireOpen = (): void => {
    if (closed) throw new GraphError('UNAVAILABLE', 'neo4j', null, new Error('the graph is closed'));
  };
  const session = (mode?: SessionMode): Session => {
    requireOpen();
    return driver.session({ database, ...(mode && { defaultAccessMode: mode }) });
  };

  const readOnce = async <R>(query: AnyQuery, params: Params, withinMs: number | undefined): Promise<R[]> => {
    const reading = session(neo4j.session.READ);
    const limit = withinMs === undefined ? {} : { timeout: Math.ceil(withinMs) };
    try {
      return await ask<R>((text, values) => withoutStack(() => reading.run(text, values, limit)), query, params);
    } finally {
      await reading.close();
    }
  };

  const read: Reader['read'] = async (query, params, withinMs) => {
    const began = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await readOnce(query, params, withinMs);
      } catch (cause) {
        if (attempt === READ_TRIES || performance.now() > began + TRY_AGAIN_MS || !neo4j.isRetryableError(cause as Error)) return failed(query.name)(cause);
      }
    }
  };

  let last: Promise<unknown> = Promise.resolve();

  return {
    engine: 'neo4j',
    commitsWhole: false,
    read,
    inTurn: (work) => {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
    write: async (work) => {
      const writing = session();
      try {
        return await writing.executeWrite(async (transaction) => {
          const { arrive, ask: asked, send } = sentAhead(runIn(transaction));
          const result = await work({ read: asked, run: (query, params) => (query.columns.length > 0 ? asked(query, params) : send(query, params)) });
          await arrive();
          return result;
        });
      } catch (cause) {
        // What the work itself refuses is no failure of the engine.
        if (!(cause instanceof neo4j.Neo4jError)) throw cause;
        return failed(null)(cause);
      } finally {
        await writing.close();
      }
    },
    ping: async () => {
      requireOpen();
      await driver.verifyConnectivity({ database }).catch(failed(null));
    },
    close: async () => {
      closed = true;
      await driver.close();
    },
  };
};
