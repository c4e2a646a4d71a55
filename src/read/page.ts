import { createHash } from 'node:crypto';
import { inputError } from './errors.js';
import { type SortKey, compareKeys } from '../record/order.js';

/** The most that `first` may ask for. */
export const PAGE_CAP = 500;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
}

interface Edge<T> {
  cursor: string;
  node: T;
}

/** One page, as the Cursor Connections specification has it. */
export interface Connection<T> {
  /** With a cursor each: computed only when selected. */
  edges: () => Edge<T>[];
  nodes: T[];
  pageInfo: () => { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  /** Asked only when selected. */
  totalCount: () => number | Promise<number>;
}

/** What a cursor belongs to: the list, its filter, its order and its lens as given. */
export type ListIdentity = readonly unknown[];

/** In a filter, null and absent mean the same. */
const unlessNull = (_: string, value: unknown): unknown => value ?? undefined;

const hashOf = (list: ListIdentity): string => createHash('sha256').update(JSON.stringify(list, unlessNull)).digest('base64url').slice(0, 12);

const encode = (hash: string, key: SortKey): string => Buffer.from(JSON.stringify([hash, ...key])).toString('base64url');

const decode = (cursor: string, list: ListIdentity, parts: number): SortKey => {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw inputError('after', 'a cursor of this list', cursor);
  }
  if (!Array.isArray(content) || content[0] !== hashOf(list) || content.length !== parts + 1)
    throw inputError('after', 'a cursor of this list, with the same filter, order and lens', cursor);
  return content.slice(1) as SortKey;
};

interface Keyed<T> {
  key: SortKey;
  node: T;
}

const assemble = <T>(list: ListIdentity, rows: readonly Keyed<T>[], more: boolean, before: boolean, totalCount: Connection<T>['totalCount']): Connection<T> => {
  const cursorOf = (row: Keyed<T> | undefined): string | null => (row ? encode(hashOf(list), row.key) : null);
  return {
    edges: () => {
      const hash = hashOf(list);
      return rows.map(({ key, node }) => ({ cursor: encode(hash, key), node }));
    },
    nodes: rows.map(({ node }) => node),
    pageInfo: () => ({ hasNextPage: more, hasPreviousPage: before, startCursor: cursorOf(rows[0]), endCursor: cursorOf(rows.at(-1)) }),
    totalCount,
  };
};

/** A page of rows that are all at hand. `parts` is the length of their keys. */
export const pageOf = <T>(list: ListIdentity, parts: number, all: readonly T[], key: (one: T) => SortKey, args: PageArguments, usual = 100): Connection<T> => {
  const size = args.first ?? usual;
  const sorted = all.map((node) => ({ key: key(node), node })).sort((a, b) => compareKeys(a.key, b.key));
  const start = args.after == null ? 0 : startAfter(sorted, decode(args.after, list, parts));
  const rows = sorted.slice(start, start + size);
  return assemble(list, rows, start + size < sorted.length, start > 0, () => all.length);
};

const startAfter = <T>(sorted: readonly Keyed<T>[], key: SortKey): number => {
  const at = sorted.findIndex((one) => compareKeys(one.key, key) > 0);
  return at < 0 ? sorted.length : at;
};

/** Rows after a key, at most `limit`. */
export type ReadAfter<T> = (after: SortKey | null, limit: number) => Promise<Keyed<T>[]>;

/** A page of rows that the graph keeps in order. `parts` is the length of its keys. */
export const readPage = async <T>(
  list: ListIdentity,
  parts: number,
  read: ReadAfter<T>,
  count: () => Promise<number>,
  args: PageArguments,
  usual = 50,
): Promise<Connection<T>> => {
  const size = args.first ?? usual;
  const after = args.after == null ? null : decode(args.after, list, parts);
  const rows = await read(after, size + 1);
  return assemble(list, rows.slice(0, size), rows.length > size, after !== null, count);
};
