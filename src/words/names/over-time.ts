import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import { type Lens, type NodeAt, belowThing, windowOf } from '../../read/lens.js';
import { sortedBy } from '../../record/order.js';
import { EVER, certaintyOn, certaintyRank } from '../../time/in-force.js';
import { calledById } from '../relations/loaders.js';
import { relationsOf } from '../relations/reads.js';
import type { Relation } from '../relations/model.js';
import * as loaders from './loaders.js';
import { type DatedNameAt, NAME_KINDS } from './model.js';

const PREFIX = 'dated-name:';
const EDGE = 'called:';

/** The name to which an edge leads, with its dates: by an id of its own, as the edge is a relation too. */
const datedName = async ({ use }: Context, edge: Relation, lens: Lens): Promise<DatedNameAt> => {
  const name = await use(loaders.names)(lens.knownAt).load(edge.toId);
  if (!name) throw new Error(`${edge.toId} is called so and not there`);
  const { text, kind } = name;
  return { row: { ...edge, id: edge.id.replace(EDGE, PREFIX), text, kind }, lens };
};

/** What a thing is called on its day, or ever: names before aliases, abbreviations and letters, what is in force first, then the oldest first. */
export const namesOverTime = async (context: Context, at: NodeAt, all: boolean | null | undefined): Promise<DatedNameAt[]> => {
  const lens = belowThing(at);
  if (!all && !exists({ row: at.row, lens })) return [];
  const edges = await relationsOf(context, at.row.id, lens, 'CALLED', 'from', all ? EVER : windowOf(lens));
  const names = await Promise.all(edges.map((edge) => datedName(context, edge, lens)));
  return sortedBy(names, ({ row }) => [NAME_KINDS.indexOf(row.kind), certaintyRank(certaintyOn(row, lens.asOf)), row.fromMin, row.fromMax, row.id]);
};

/** A name with its dates by its id; null where unknown. */
export const datedNameById = async (context: Context, id: string, lens: Lens): Promise<DatedNameAt | null> => {
  const edge = await context.use(calledById)(lens.knownAt).load(id.replace(PREFIX, EDGE));
  return edge && datedName(context, edge, lens);
};
