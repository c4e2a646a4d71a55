import { leadingIn } from '../record/leading.js';
import type { Context, MaybePromise, NodeKind } from './context.js';
import type { At, Lens, NodeAt } from './lens.js';
import { leading } from './leading.js';
import type { Loading } from './loading.js';
import type { NodeLoader, StoredNode } from './node-loader.js';

const at = <T>(row: T | null, lens: Lens): At<T> | null => row && { row, lens };

/** Nodes, found by their loader. */
export const nodesOf = (typename: NodeKind['typename'], loader: (loading: Loading) => NodeLoader<StoredNode>): NodeKind => ({
  typename,
  find: ({ use }, id, lens) => {
    const found = use(loader)(lens.knownAt).find(id);
    return found instanceof Promise ? found.then((row) => at(row, lens)) : at(found, lens);
  },
});

type EdgeLoader = (knownAt: number) => { load: (id: string) => Promise<{ id: string } | null> };

/** Dated edges, found by their loader. */
export const edgesOf = (typename: string, loader: (loading: Loading) => EdgeLoader): NodeKind => ({
  typename,
  find: async ({ use }, id, lens) => at(await use(loader)(lens.knownAt).load(id), lens),
});

const kindOf = ({ nodes }: Context, id: string): NodeKind | undefined => nodes.get(id.slice(0, Math.max(id.indexOf(':'), 0)));

const underOwn = (context: Context, id: string, lens: Lens): MaybePromise<NodeAt | null> => kindOf(context, id)?.find(context, id, lens) ?? null;

/** What an id leads to that is of nothing itself, as the record was: the person who is the same, and what both records of one person had. */
const ledTo = async (context: Context, id: string, { knownAt }: Lens): Promise<string | null> => {
  const within = leadingIn(id);
  const to = within && (await context.use(leading)(knownAt).load(within.leading));
  return to && within.under(to);
};

/** Any thing by its id, or by one that leads to it; null where unknown. asOf hides nothing. */
export const nodeById = (context: Context, id: string, lens: Lens): MaybePromise<NodeAt | null> => {
  const found = underOwn(context, id, lens);
  if (!(found instanceof Promise)) return found;
  return found.then(async (node) => {
    const other = node ? null : await ledTo(context, id, lens);
    return other === null ? node : underOwn(context, other, lens);
  });
};

/** Those of some things that there are, in the order of their ids. */
export const thoseKnown = async <T extends NodeAt>(context: Context, ids: readonly string[], lens: Lens): Promise<T[]> =>
  (await Promise.all(ids.map((id) => nodeById(context, id, lens)))).flatMap((node) => (node ? [node as T] : []));

/** The type of a thing in the API. */
export const typenameOf = (context: Context, thing: NodeAt): string | undefined => {
  const typename = kindOf(context, thing.row.id)?.typename;
  return typeof typename === 'function' ? typename(thing) : typename;
};

const found = <T>(node: T | null, id: string): T => {
  if (!node) throw new Error(`${id} is referred to and not there`);
  return node;
};

/** A thing that the graph refers to. */
export const referred = <T extends NodeAt>(context: Context, id: string, lens: Lens): MaybePromise<T> => {
  const node = nodeById(context, id, lens) as MaybePromise<T | null>;
  return node instanceof Promise ? node.then((one) => found(one, id)) : found(node, id);
};
