import type { Query, Reader } from '../graph/port.js';
import { type SortKey, compareKeys } from '../record/order.js';
import { NOW } from '../record/time.js';
import { countAsRecorded, listAsRecorded } from './lists.js';
import type { NodeLoader, StoredNode } from './node-loader.js';
import type { OrderedNodes } from './recorded-page.js';
import type { Batched } from './at-hand.js';
import { batched, inOrder } from './scope.js';

type Sorted = StoredNode & { sortKey: string };
type State = Record<string, unknown> & { knownAt: number };
type Page = State & { after: string; limit: number };
type Together = { ids: string[] };

/** Those nodes of a label that pass a filter: as they are, and earlier versions of them. */
interface Filtered<P, T> {
  list: Query<'read', P & Page, { key: string; x: T }>;
  listEarlier: Query<'read', P & Page, { key: string; x: T }>;
  count: Query<'read', P & State, { count: number }>;
  countEarlier: Query<'read', P & State, { count: number }>;
}

/** Those that hang on another, for many of these in one query. */
interface FilteredOn<P, T> {
  list: Query<'read', P & Page & Together, { id: string; found: { x: T }[] }>;
  listEarlier: Query<'read', P & Page & Together, { id: string; found: { x: T }[] }>;
  count: Query<'read', P & State & Together, { id: string; count: number }>;
  countEarlier: Query<'read', P & State & Together, { id: string; count: number }>;
}

const startOf = (after: SortKey | null): string => String(after?.at(-1) ?? '');

/** The nodes of a label that pass a filter, in the order of their sort keys. */
export const filteredNodes = <P extends object, T extends Sorted>(
  reader: Reader,
  loader: NodeLoader<T>,
  queries: Filtered<P, T>,
  filter: P,
): OrderedNodes<T> => ({
  loader,
  read: async (after, limit, knownAt) => {
    const rows = await listAsRecorded(reader, queries.list, queries.listEarlier, { ...filter, after: startOf(after), limit, knownAt });
    return rows.map(({ key, x }) => ({ key: [key], row: x }));
  },
  count: (knownAt) => countAsRecorded(reader, queries.count, queries.countEarlier, { ...filter, knownAt }),
});

const asked = new WeakMap<Reader, Map<string, Batched<unknown>>>();

/** What a query says of one of its ids; a request asks at once for all that it wants to know in the same turn. */
const sayOf = async <P extends object, R extends { id: string }>(
  reader: Reader,
  query: Query<'read', P & Together, R>,
  params: P,
  id: string,
): Promise<R | null> => {
  const loaders = asked.get(reader) ?? new Map<string, Batched<unknown>>();
  asked.set(reader, loaders);
  const key = `${query.name} ${JSON.stringify(params)}`;
  const loader =
    loaders.get(key) ?? batched<unknown>(async (ids) => inOrder<R, R | null>(ids, await reader.read(query, { ...params, ids }), (row) => row, null));
  loaders.set(key, loader);
  return (await loader.load(id)) as R | null;
};

/** Of the record as it is now only what is; of a past one also what was. */
const inState = <Q>(knownAt: number, present: Q, earlier: Q): Q[] => (knownAt === NOW ? [present] : [present, earlier]);

/** The nodes that hang on one and pass a filter, in the order of their sort keys. */
export const filteredOn = <P extends object, T extends Sorted>(
  reader: Reader,
  loader: NodeLoader<T>,
  queries: FilteredOn<P, T>,
  id: string,
  filter: P,
): OrderedNodes<T> => ({
  loader,
  read: async (after, limit, knownAt) => {
    const page = { ...filter, after: startOf(after), limit, knownAt };
    const parts = await Promise.all(inState(knownAt, queries.list, queries.listEarlier).map((query) => sayOf(reader, query, page, id)));
    const rows = parts.flatMap((part) => part?.found ?? []).map(({ x }) => ({ key: [x.sortKey], row: x }));
    return rows.sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit);
  },
  count: async (knownAt) => {
    const parts = await Promise.all(inState(knownAt, queries.count, queries.countEarlier).map((query) => sayOf(reader, query, { ...filter, knownAt }, id)));
    return parts.reduce((sum, part) => sum + (part?.count ?? 0), 0);
  },
});
