import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { EVER } from '../../time/in-force.js';
import type { DatedAt } from '../intervals/model.js';
import type { Relation } from '../relations/model.js';
import { relationsOf } from '../relations/reads.js';
import * as loaders from './loaders.js';
import type { TermAt } from './model.js';

/** Every term of a body, oldest first: the edges to them. */
const edgesOf = async (context: Context, body: string, lens: Lens): Promise<Relation[]> => {
  const edges = await relationsOf(context, body, lens, 'HAS_TERM', 'from', EVER);
  const key = ({ fromMin, untilMax, id }: Relation): string => [fromMin, untilMax, id].join(' ');
  return [...edges].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

export const termsOf = async (context: Context, body: string, lens: Lens): Promise<TermAt[]> => {
  const terms = await Promise.all((await edgesOf(context, body, lens)).map(({ toId }) => context.use(loaders.terms)(lens.knownAt).load(toId)));
  return terms.flatMap((row) => (row ? [{ row, lens }] : []));
};

/** The edge on which a term's dates stand. */
export const edgeOf = async ({ row, lens }: TermAt, context: Context): Promise<DatedAt> => {
  const edge = (await edgesOf(context, row.body, lens)).find(({ toId }) => toId === row.id);
  if (!edge) throw new Error(`${row.id} has no edge from its body`);
  return { row: edge, lens };
};
