import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';

/** What nodes and edges are written with. It moves where a graph that is written already would be read wrongly. */
export const FORMAT = 2;

/** A graph that says nothing of its format. */
const FIRST = 1;

/** A graph that another version of Mandat wrote. */
export class FormatError extends Error {
  constructor(given: number) {
    const writer = given < FORMAT ? 'an earlier version: what it recorded and when is not carried over' : 'a later version: take that';
    super(`graph: required: format ${FORMAT}, or an empty one to seed (another MANDAT_DATA or NEO4J_DATABASE); given: format ${given}, of ${writer}`);
    this.name = 'FormatError';
  }
}

/** @throws FormatError where what is written in the graph would be read wrongly. */
export const requireFormat = async (reader: Reader): Promise<void> => {
  const [row] = await reader.read(queries.record.format, {});
  const format = row?.format ?? FIRST;
  if (row && format !== FORMAT) throw new FormatError(format);
};
