import type { Context } from '../../read/context.js';
import type { TermResolvers } from '../../generated/api.js';
import type { Lens } from '../../read/lens.js';
import { bodyById } from '../../read/nodes.js';
import type { DatedAt, TermAt } from '../../read/parents.js';
import { node } from '../../read/node-fields.js';
import { relationsOf } from '../relations/reads.js';
import { EVER } from '../../time/in-force.js';
import type { Relation } from '../relations/model.js';
import { dated } from '../../read/dated-fields.js';

/** Every term of a body, oldest first: the edges to them. */
const edgesOf = async (context: Context, body: string, lens: Lens): Promise<Relation[]> => {
  const edges = await relationsOf(context, body, lens, 'HAS_TERM', 'from', EVER);
  const key = ({ fromMin, untilMax, id }: Relation): string => [fromMin, untilMax, id].join(' ');
  return [...edges].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

export const termsOf = async (context: Context, body: string, lens: Lens): Promise<TermAt[]> => {
  const terms = await Promise.all((await edgesOf(context, body, lens)).map(({ toId }) => context.loaders.terms(lens.knownAt).load(toId)));
  return terms.flatMap((row) => (row ? [{ row, lens }] : []));
};

const edgeOf = async ({ row, lens }: TermAt, context: Context): Promise<DatedAt> => {
  const edge = (await edgesOf(context, row.body, lens)).find(({ toId }) => toId === row.id);
  if (!edge) throw new Error(`${row.id} has no edge from its body`);
  return { row: edge, lens };
};

export const Term: TermResolvers = {
  ...node,
  name: ({ row }) => row.name,
  body: ({ row, lens }, _, context) => bodyById(context, row.body, lens),
  from: async (at, _, context) => dated.from(await edgeOf(at, context)),
  until: async (at, _, context) => dated.until(await edgeOf(at, context)),
  interval: (at, _, context) => edgeOf(at, context),
  basis: async (at, _, context) => dated.basis(await edgeOf(at, context)),
  reason: async (at, _, context) => dated.reason(await edgeOf(at, context)),
  sources: async (at, _, context) => dated.sources(await edgeOf(at, context), {}, context),
};
