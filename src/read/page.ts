import { hash } from 'node:crypto';
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

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** One page, as the Cursor Connections specification has it. */
export interface Connection<T> {
  /** With a cursor each: computed only when selected. */
  edges: () => Edge<T>[];
  nodes: T[];
  pageInfo: () => PageInfo | Promise<PageInfo>;
  /** Asked only when selected. */
  totalCount: () => number | Promise<number>;
}

/** What a cursor belongs to: the list, its filter, its order and its lens as given. */
export type ListIdentity = readonly unknown[];

/** In a filter, null and absent mean the same. */
const unlessNull = (_: string, value: unknown): unknown => value ?? undefined;

const hashed = (text: string): string => hash('sha256', text, 'base64url').slice(0, 12);

const hashOf = (list: ListIdentity): string => hashed(JSON.stringify(list, unlessNull));

/** A cursor holds a key and a hash of it and of its list: no other key is taken for one that the list has given. */
const encode = (ofList: string, key: SortKey): string =>
  Buffer.from(JSON.stringify([hashed(`${ofList} ${JSON.stringify(key)}`), ...key])).toString('base64url');

const keyIn = (cursor: string): SortKey | null => {
  try {
    const [, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as SortKey;
    return key;
  } catch {
    return null;
  }
};

/** The cursor of a key in a list. */
export const cursorOf = (list: ListIdentity, key: SortKey): string => encode(hashOf(list), key);

/** The key that a cursor of a list holds. @throws GraphQLError BAD_USER_INPUT where it is of another, or of none. */
export const keyOfCursor = (cursor: string, list: ListIdentity): SortKey => {
  const key = keyIn(cursor);
  if (!key || encode(hashOf(list), key) !== cursor) throw inputError('after', 'a cursor of this list, with the same filter, order and lens', cursor);
  return key;
};

interface Keyed<T> {
  key: SortKey;
  node: T;
}

const assemble = <T>(list: ListIdentity, rows: readonly Keyed<T>[], more: boolean, before: boolean, totalCount: Connection<T>['totalCount']): Connection<T> => {
  const cursorOf = (row: Keyed<T> | undefined): string | null => (row ? encode(hashOf(list), row.key) : null);
  return {
    edges: () => {
      const ofList = hashOf(list);
      return rows.map(({ key, node }) => ({ cursor: encode(ofList, key), node }));
    },
    nodes: rows.map(({ node }) => node),
    pageInfo: () => ({ hasNextPage: more, hasPreviousPage: before, startCursor: cursorOf(rows[0]), endCursor: cursorOf(rows.at(-1)) }),
    totalCount,
  };
};

/** A page of rows that are all at hand. */
export const pageOf = <T>(list: ListIdentity, all: readonly T[], key: (one: T) => SortKey, args: PageArguments, usual = 100): Connection<T> => {
  const size = args.first ?? usual;
  const sorted = all.map((node) => ({ key: key(node), node })).sort((a, b) => compareKeys(a.key, b.key));
  const start = args.after == null ? 0 : startAfter(sorted, keyOfCursor(args.after, list));
  const rows = sorted.slice(start, start + size);
  return assemble(list, rows, start + size < sorted.length, start > 0, () => all.length);
};

const startAfter = <T>(sorted: readonly Keyed<T>[], key: SortKey): number => {
  const at = sorted.findIndex((one) => compareKeys(one.key, key) > 0);
  return at < 0 ? sorted.length : at;
};

/** Rows after a key, at most `limit`. */
export type ReadAfter<T> = (after: SortKey | null, limit: number) => Promise<Keyed<T>[]>;

/** A page of rows that the graph keeps in order. */
export const readPage = async <T>(
  list: ListIdentity,
  read: ReadAfter<T>,
  count: () => Promise<number>,
  args: PageArguments,
  usual = 50,
): Promise<Connection<T>> => {
  const size = args.first ?? usual;
  const after = args.after == null ? null : keyOfCursor(args.after, list);
  const isBefore = after !== null;
  if (size === 0) {
    // Whoever only counts reads nothing else.
    const more = async () => (await read(after, 1)).length > 0;
    return { ...assemble<T>(list, [], false, isBefore, count), pageInfo: async () => assemble<T>(list, [], await more(), isBefore, count).pageInfo() };
  }
  const rows = await read(after, size + 1);
  return assemble(list, rows.slice(0, size), rows.length > size, isBefore, count);
};
