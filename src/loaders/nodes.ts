import type DataLoader from 'dataloader';
import * as queries from '../generated/queries.js';
import type { Query, Reader } from '../graph/port.js';
import type { Visible } from '../record/model.js';
import { NOW, isVisible } from '../record/time.js';
import { batched, inOrder, perScope } from './scope.js';

export type StoredNode = Visible & { id: string };
export type NodeLoader<T> = (knownAt: number) => DataLoader<string, T | null>;

/** Of a version, what is read of the node. */
const like = <T extends StoredNode>(row: T, version: Readonly<Record<string, unknown>>): T =>
  Object.fromEntries(Object.keys(row).map((column) => [column, version[column] ?? null])) as unknown as T;

/** Nodes by id as they were recorded at a time; null where unknown or retracted. Only a past time reads versions. */
export const nodeLoader = <T extends StoredNode, C extends string>(
  reader: Reader,
  query: Query<'read', { ids: string[] }, Record<C, T>>,
  column: C,
): NodeLoader<T> =>
  perScope((knownAt: number) =>
    batched(async (ids) => {
      const found = new Map((await reader.read(query, { ids })).map((row) => [row[column].id, row[column]]));
      const earlier = [...found.values()].filter((row) => knownAt !== NOW && !isVisible(row, knownAt)).map(({ id }) => id);
      const versions = new Map<string, T>();
      if (earlier.length)
        for (const { v } of await reader.read(queries.record.versions, { ids: earlier, knownAt })) versions.set(v['id'] as string, like(found.get(v['id'] as string) as T, v));
      return ids.map((id) => {
        const row = found.get(id);
        return row && isVisible(row, knownAt) ? row : (versions.get(id) ?? null);
      });
    }),
  );

/** Keeps rows that a list brought along, so that nobody asks for them again. */
export const prime = <T extends StoredNode>(loader: NodeLoader<T>, knownAt: number, rows: readonly T[]): void => {
  const scoped = loader(knownAt);
  for (const row of rows) if (isVisible(row, knownAt)) scoped.prime(row.id, row);
};

/** Rows that a list found, as they were at the time of the record: only where that is past are they asked for again. */
export const asRecorded = async <T extends StoredNode>(loader: NodeLoader<T>, knownAt: number, rows: readonly T[]): Promise<(T | null)[]> => {
  prime(loader, knownAt, rows);
  if (rows.every((row) => isVisible(row, knownAt))) return [...rows];
  return Promise.all(rows.map((row) => (isVisible(row, knownAt) ? row : loader(knownAt).load(row.id))));
};

/** The nodes that hang on others, as they were recorded. */
export const nodesOn = <R extends { id: string }, T extends StoredNode>(
  reader: Reader,
  query: Query<'read', { ids: string[]; knownAt: number }, R>,
  loader: NodeLoader<T>,
  nodesOf: (row: R) => T[],
): ((knownAt: number) => DataLoader<string, T[]>) =>
  perScope((knownAt: number) =>
    batched<T[]>(async (ids) => {
      const rows = await reader.read(query, { ids, knownAt });
      const lists = await Promise.all(inOrder(ids, rows, nodesOf, []).map((nodes) => asRecorded(loader, knownAt, nodes)));
      return lists.map((nodes) => nodes.flatMap((node) => node ?? []));
    }),
  );
