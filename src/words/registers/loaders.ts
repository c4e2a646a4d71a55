import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const registers = ({ reader }: Loading) => nodeLoader(reader, queries.registers.byIds, 'x');

/** Who says that the record of a body is complete, whenever. */
export const registersOf = ({ reader, use }: Loading) => nodesOn(reader, queries.registers.byBodyIds, use(registers), (row) => row.registers.map(({ x }) => x));
