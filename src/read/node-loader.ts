import * as queries from '../generated/queries.js';
import type { Query, Reader } from '../graph/port.js';
import { earlierOf } from '../record/earlier.js';
import type { Visible } from '../record/model.js';
import { NOW, isVisible } from '../record/time.js';
import { Batched, type MaybePromise } from './at-hand.js';
import { batched, inOrder, perScope } from './scope.js';

export type StoredNode = Visible & { id: string };

/** Nodes by id, of one state of the record. */
export class Nodes<T extends StoredNode> extends Batched<T | null> {
  /** Keeps rows that a list brought along. */
  keep(rows: readonly T[]): void {
    for (const row of rows) this.prime(row.id, row);
  }

  /** A node, at once where it is at hand: of what is not there others are asked, whether it is. */
  override find(id: string): T | Promise<T | null> {
    const found: MaybePromise<T | null> = super.find(id);
    return found ?? this.load(id);
  }
}

export type NodeLoader<T extends StoredNode> = (knownAt: number) => Nodes<T>;

/** Nodes by id as they were recorded at a time; null where unknown or retracted. Only a past time reads versions. */
export const nodeLoader = <T extends StoredNode, C extends string>(
  reader: Reader,
  query: Query<'read', { ids: string[] }, Record<C, T>>,
  column: C,
): NodeLoader<T> =>
  perScope(
    (knownAt: number) =>
      new Nodes<T>(async (ids) => {
        const found = new Map((await reader.read(query, { ids })).map((row) => [row[column].id, row[column]]));
        const earlier = [...found.values()].filter((row) => knownAt !== NOW && !isVisible(row, knownAt)).map(({ id }) => id);
        const versions = new Map<string, T>();
        if (earlier.length)
          for (const { v } of await reader.read(queries.record.versions, { ids: earlier, knownAt }))
            versions.set(v['id'] as string, earlierOf(found.get(v['id'] as string) as T, v));
        return ids.map((id) => {
          const row = found.get(id);
          return row && isVisible(row, knownAt) ? row : (versions.get(id) ?? null);
        });
      }),
  );

/** Keeps the rows that the record holds. */
export const prime = <T extends StoredNode>(loader: NodeLoader<T>, knownAt: number, rows: readonly T[]): void =>
  loader(knownAt).keep(rows.filter((row) => isVisible(row, knownAt)));

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
): ((knownAt: number) => Batched<T[]>) =>
  perScope((knownAt: number) =>
    batched<T[]>(async (ids) => {
      const rows = await reader.read(query, { ids, knownAt });
      const lists = await Promise.all(inOrder(ids, rows, nodesOf, []).map((nodes) => asRecorded(loader, knownAt, nodes)));
      return lists.map((nodes) => nodes.flatMap((node) => node ?? []));
    }),
  );

/** Dated edges by id, as recorded; null where unknown. */
export const edgeLoader = <T extends { id: string }, C extends string>(
  reader: Reader,
  query: Query<'read', { ids: string[]; knownAt: number }, Record<C, T>>,
  column: C,
): ((knownAt: number) => Batched<T | null>) =>
  perScope((knownAt: number) =>
    batched<T | null>(async (ids) => {
      const found = new Map((await reader.read(query, { ids, knownAt })).map((row) => [row[column].id, row[column]]));
      return ids.map((id) => found.get(id) ?? null);
    }),
  );
