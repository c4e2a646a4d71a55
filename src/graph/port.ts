import type { Shape } from './shape.js';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Params = Readonly<Record<string, unknown>>;
export type EngineName = 'grafeo' | 'neo4j';

/** A `.cypher` file as the generator compiled it. `P` and `R` are the types of its parameters and of a row. */
export interface Query<Kind extends 'read' | 'write', P extends Params, R> {
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  /** The text for an engine that needs another one. */
  readonly texts?: Partial<Record<EngineName, string>>;
  readonly columns: readonly string[];
  readonly shape: readonly Shape[];
  /** Types only: never present. */
  readonly types?: { params: P; row: R };
}

/**
 * Asks questions. Rows are plain JSON: dates as strings, integers as numbers, what is missing as null.
 * An engine that can end a query does so after `withinMs`, and it fails with TIMEOUT.
 */
export interface Reader {
  read<P extends Params, R>(query: Query<'read', P, R>, params: P, withinMs?: number): Promise<R[]>;
}

/** Inside a transaction: sees what it wrote. What writes and has no rows may still be on its way: where it fails, so does what is asked next, or the transaction. */
export interface Transaction extends Reader {
  run<P extends Params, R>(query: Query<'write', P, R>, params: P): Promise<R[]>;
}

/**
 * One graph on one engine. Errors of the engine arrive as `GraphError` with the query's name and the cause.
 * `write` is all or nothing: where the work throws, nothing of it is kept. Works never overlap in one process. `marks`: it says only
 * whether a write is under way.
 */
export interface Graph extends Reader {
  readonly engine: EngineName;
  /** Whether all of a commit is seen at once; otherwise parts of it may be, before the others. */
  readonly commitsWhole: boolean;
  /** As many reads are asked of it at a time; absent: as many as one likes. */
  readonly atOnce?: number;
  write<T>(work: (tx: Transaction) => Promise<T>, marks?: boolean): Promise<T>;
  /** Does what takes several writes when its turn comes: one at a time in this process. Absent: nothing takes several. */
  inTurn?<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
