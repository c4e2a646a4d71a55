import { ConfigError } from './config.js';
import { GraphError, type GraphErrorKind } from '../graph/errors.js';
import { FormatError } from '../write/format.js';
import { SeedError } from '../exchange/problems.js';

/** A sentence for who ran the command, and the exit code. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** What to do about a graph that cannot be opened or written. */
const REMEDIES: Partial<Record<GraphErrorKind, string>> = {
  REFUSED: 'Neo4j refused us: check NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE.',
  LOCKED: 'Another process has the embedded graph open: stop it, or give another folder by MANDAT_DATA.',
  DAMAGED: 'The embedded graph is damaged: put a copy of its folder, MANDAT_DATA, back in its place, or move it away and seed anew.',
  FULL: 'There is no room left to write the embedded graph, and what was under way is not written: make room, or give another folder by MANDAT_DATA.',
  READ_ONLY: 'MANDAT_DATA: required: a folder that can be made and written; given: one that may only be read',
};

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code);

const ofGraph = ({ kind, engine, message, cause }: GraphError): string => {
  const { path } = (cause ?? {}) as NodeJS.ErrnoException;
  if (path && kind !== 'FULL') return `MANDAT_DATA: required: a folder that can be made and written; given: ${path} (${codeOf(cause)})`;
  if (kind === 'UNAVAILABLE') return `The ${engine} database does not answer: check NEO4J_URI, and that it runs.`;
  return REMEDIES[kind] ?? message;
};

const NO_ADDRESS = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'];

/** What to print for an error, without a stack. */
export const explain = (error: unknown): { message: string; exitCode: number } => {
  if (error instanceof Refusal) return error;
  if (error instanceof ConfigError || error instanceof SeedError || error instanceof FormatError) return { message: error.message, exitCode: 1 };
  if (error instanceof GraphError) return { message: ofGraph(error), exitCode: 1 };
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('ERR_PARSE_ARGS')) return { message, exitCode: 2 };
  if (code === 'EADDRINUSE') return { message: 'The port is in use: give another by PORT (0 takes a free one).', exitCode: 1 };
  if (NO_ADDRESS.includes(code)) return { message: 'HOST: required: an address of this machine, such as 127.0.0.1 or 0.0.0.0; given: another', exitCode: 1 };
  if (code === 'EACCES' || code === 'EROFS') return { message: `No permission: ${message}`, exitCode: 1 };
  return { message: `Failed: ${message}`, exitCode: 1 };
};
