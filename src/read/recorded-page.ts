import type { At, Lens } from './lens.js';
import { type NodeLoader, type StoredNode, asRecorded } from './node-loader.js';
import type { SortKey } from '../record/order.js';
import { type Connection, type ListIdentity, type PageArguments, readPage } from './page.js';

/** Nodes that the graph keeps in an order: those after a key, as they are now, and how many there are. */
export interface OrderedNodes<T extends StoredNode> {
  loader: NodeLoader<T>;
  read: (after: SortKey | null, limit: number, knownAt: number) => Promise<{ key: SortKey; row: T }[]>;
  count: (knownAt: number) => Promise<number>;
}

const recorded = async <T extends StoredNode>({ loader, read }: OrderedNodes<T>, lens: Lens, after: SortKey | null, limit: number) => {
  const found = await read(after, limit, lens.knownAt);
  const rows = await asRecorded(
    loader,
    lens.knownAt,
    found.map(({ row }) => row),
  );
  return rows.flatMap((row, at) => (row ? [{ key: found[at]?.key ?? [], node: { row, lens } }] : []));
};

/** One page of them, as they were recorded. */
export const recordedPage = <T extends StoredNode>(
  identity: ListIdentity,
  nodes: OrderedNodes<T>,
  lens: Lens,
  args: PageArguments,
  usual = 50,
): Promise<Connection<At<T>>> =>
  readPage(
    identity,
    (after, limit) => recorded(nodes, lens, after, limit),
    () => nodes.count(lens.knownAt),
    args,
    usual,
  );

/** All of them, as they were recorded: for what has no pages. */
export const allRecorded = async <T extends StoredNode>(nodes: OrderedNodes<T>, lens: Lens): Promise<At<T>[]> =>
  (await recorded(nodes, lens, null, Number.MAX_SAFE_INTEGER)).map(({ node }) => node);
