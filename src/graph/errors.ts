import type { EngineName } from './port.js';

/**
 * UNAVAILABLE: the engine does not answer. REFUSED: it does not let us in. LOCKED: another process holds the file. DAMAGED: the file is not as it was
 * written. FULL: there is no room to write. READ_ONLY: it may not be written. TIMEOUT: not in time.
 */
export type GraphErrorKind = 'UNAVAILABLE' | 'REFUSED' | 'LOCKED' | 'DAMAGED' | 'FULL' | 'READ_ONLY' | 'TIMEOUT' | 'CONSTRAINT' | 'QUERY';

/** What went wrong in an engine, in the project's own words, with the query's name and the cause. */
export class GraphError extends Error {
  constructor(
    readonly kind: GraphErrorKind,
    readonly engine: EngineName,
    readonly query: string | null,
    cause: unknown,
  ) {
    const what = cause instanceof Error ? cause.message : String(cause);
    super(`${engine}${query ? `, ${query}` : ''}: ${what}`, { cause });
    this.name = 'GraphError';
  }
}
