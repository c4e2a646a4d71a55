import type { Query, Reader } from '../graph/port.js';
import { NOW } from '../record/time.js';

interface ListParams extends Record<string, unknown> {
  limit: number;
  knownAt: number;
}

/** Rows of a list in the order of their keys, as they were at a time of the record: only where that is past, earlier versions too. */
export const listAsRecorded = async <P extends ListParams, R extends { key: string }>(
  reader: Reader,
  list: Query<'read', P, R>,
  earlier: Query<'read', P, R>,
  params: P,
): Promise<R[]> => {
  const rows = await reader.read(list, params);
  if (params.knownAt === NOW) return rows;
  const all = [...rows, ...(await reader.read(earlier, params))];
  return all.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, params.limit);
};

/** How many rows a list has, as it was at a time of the record. */
export const countAsRecorded = async <P extends Record<string, unknown> & { knownAt: number }>(
  reader: Reader,
  count: Query<'read', P, { count: number }>,
  earlier: Query<'read', P, { count: number }>,
  params: P,
): Promise<number> => {
  const queries = params.knownAt === NOW ? [count] : [count, earlier];
  const counts = await Promise.all(queries.map((query) => reader.read(query, params)));
  return counts.reduce((sum, [row]) => sum + (row?.count ?? 0), 0);
};
