import type { Context } from '../../read/context.js';
import { type Lens, type NodeAt, windowOf } from '../../read/lens.js';
import { nodeById, referred } from '../../read/nodes.js';
import { EVER, type Window, certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { PrincipalAt } from '../principals/model.js';
import type { SeatAllotment } from '../seats/model.js';
import * as loaders from './loaders.js';
import type { Relation, RelationAt, RelationKind } from './model.js';

export type Direction = 'from' | 'to';

const byIdOrder = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The relations of one kind that lead from a thing, or to it, in a window: certain first, then by id. */
export const relationsOf = async (
  context: Context,
  id: string,
  lens: Lens,
  kind: RelationKind,
  direction: Direction,
  window: Window = windowOf(lens),
): Promise<SeatAllotment[]> => {
  const rows = await context.use(loaders.relations)({ knownAt: lens.knownAt, window }).load(id);
  const rank = (row: SeatAllotment): number => certaintyRank(certaintyOn(row, lens.asOf));
  return rows
    .filter((row) => row.relation === kind && (direction === 'from' ? row.fromId : row.toId) === id)
    .sort((a, b) => rank(a) - rank(b) || byIdOrder(a, b));
};

/** The end of a relation to which it leads in a direction. */
export const farEnd = (row: Relation, direction: Direction): string => (direction === 'from' ? row.toId : row.fromId);

/** What a thing is related to on the lens's date: certain first, then by name. */
export const relatedTo = async <T extends PrincipalAt>(context: Context, id: string, lens: Lens, kind: RelationKind, direction: Direction): Promise<T[]> => {
  const rows = await relationsOf(context, id, lens, kind, direction);
  const ends = await Promise.all(
    rows.map(async (row) => ({
      rank: certaintyRank(certaintyOn(row, lens.asOf)),
      end: (await referred<PrincipalAt>(context, farEnd(row, direction), lens)) as T,
    })),
  );
  const sorted = ends.sort((a, b) => a.rank - b.rank || (a.end.row.sortKey < b.end.row.sortKey ? -1 : 1));
  return [...new Map(sorted.map(({ end }) => [end.row.id, end])).values()];
};

/** The one thing that a thing is related to most surely; null where there is none, or several. */
export const onlyRelatedTo = async <T extends NodeAt>(
  context: Context,
  id: string,
  lens: Lens,
  kind: RelationKind,
  direction: Direction,
): Promise<T | null> => {
  const rows = await relationsOf(context, id, lens, kind, direction);
  const best = Math.min(...rows.map((row) => certaintyRank(certaintyOn(row, lens.asOf))));
  const ends = new Set(rows.filter((row) => certaintyRank(certaintyOn(row, lens.asOf)) === best).map((row) => farEnd(row, direction)));
  return ends.size === 1 ? referred<T>(context, [...ends][0] as string, lens) : null;
};

/** Every dated relation of a thing, of any kind and direction: certain first, then by kind and id. */
export const allRelationsOf = async (
  context: Context,
  { row: { id }, lens }: NodeAt,
  { kinds, all }: { kinds?: readonly RelationKind[] | null; all?: boolean | null },
): Promise<RelationAt[]> => {
  const rows = await context
    .use(loaders.relations)({ knownAt: lens.knownAt, window: all ? EVER : windowOf(lens) })
    .load(id);
  const rank = (row: SeatAllotment): number => certaintyRank(certaintyOn(row, lens.asOf));
  return rows
    .filter(({ relation }) => !kinds || kinds.includes(relation))
    .sort((a, b) => rank(a) - rank(b) || (a.relation === b.relation ? byIdOrder(a, b) : a.relation < b.relation ? -1 : 1))
    .map((row) => ({ row, lens }));
};

/** An end of a relation. */
export const endOf = async (context: Context, id: string, lens: Lens): Promise<NodeAt> => {
  const end = await nodeById(context, id, lens);
  if (!end) throw new Error(`${id} is related and not there`);
  return end;
};
