import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { earlierOf } from '../record/earlier.js';
import { NOW, isVisible } from '../record/time.js';

interface StoredNode {
  id: string;
  recordedAt: number;
  retractedAt: number;
}

type Columns = Record<string, unknown>;

/** The columns of a row that are nodes; edges are chosen by the query itself. */
const nodesOf = (row: object): [string, StoredNode][] =>
  Object.entries(row).filter(([, value]) => value !== null && typeof value === 'object' && 'retractedAt' in value);

/** Rows whose nodes are as the record had them at a time; rows with a node that it did not have are left out. */
export const presentRows = async <Row extends object>(reader: Reader, rows: readonly Row[], knownAt: number): Promise<Row[]> => {
  const past = rows
    .flatMap(nodesOf)
    .filter(([, node]) => !isVisible(node, knownAt))
    .map(([, { id }]) => id);
  if (past.length === 0) return [...rows];
  const earlier = new Map<unknown, Columns>();
  if (knownAt !== NOW) for (const { v } of await reader.read(queries.record.versions, { ids: past, knownAt })) earlier.set(v['id'], v);
  return rows.flatMap((row) => {
    const then: Columns = {};
    for (const [column, node] of nodesOf(row)) {
      const version = earlier.get(node.id);
      then[column] = isVisible(node, knownAt) ? node : version && earlierOf(node, version);
    }
    return Object.values(then).includes(undefined) ? [] : [{ ...row, ...then }];
  });
};
