import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';

/** What nodes and edges are written with. It moves where a graph that is written already would be read wrongly. */
export const FORMAT = 6;

/** The earliest that is carried over to it. */
export const CARRIED_FROM = 2;

/** A graph that says nothing of its format. */
const FIRST = 1;

/** A graph that another version of Mandat wrote, and that cannot be carried over. */
export class FormatError extends Error {
  constructor(given: number) {
    const writer = given < CARRIED_FROM ? 'a version that is too early to carry over' : 'a later version: take that';
    super(
      `graph: required: format ${CARRIED_FROM} to ${FORMAT}, or an empty one to seed (another MANDAT_DATA or NEO4J_DATABASE); given: format ${given}, of ${writer}`,
    );
    this.name = 'FormatError';
  }
}

/** The format in which a graph is written; null: nothing is. */
export const readFormat = async (reader: Reader): Promise<number | null> => {
  const [row] = await reader.read(queries.record.format, {});
  return row ? (row.format ?? FIRST) : null;
};

/** @throws FormatError where what is written in the graph would be read wrongly. */
export const requireFormat = async (reader: Reader): Promise<void> => {
  const format = await readFormat(reader);
  if (format !== null && format !== FORMAT) throw new FormatError(format);
};
