import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import { type Lens, type NodeAt, belowThing, windowOf } from '../../read/lens.js';
import { nodeById, referred } from '../../read/nodes.js';
import { earliest, latest } from '../../time/civil.js';
import { EVER, type Window, certaintyOn, certaintyRank, dayWindow, nearestDay } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { PrincipalAt } from '../principals/model.js';
import type { SeatAllotment, SeatAllotmentAt } from '../seats/model.js';
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

/** Successions of a thing that are possible on the asked day, or on the day nearest to it on which the thing exists. */
export const successionsOf = async (context: Context, id: string, existence: Interval, lens: Lens, direction: Direction): Promise<RelationAt[]> => {
  const day = nearestDay(existence, lens.asOf);
  const window = { start: earliest(day, lens.asOf), end: dayWindow(latest(day, lens.asOf)).end };
  return (await relationsOf(context, id, lens, 'SUCCEEDS', direction, window)).map((row) => ({ row, lens }));
};

/** The end of a relation to which it leads in a direction. */
export const farEnd = (row: Relation, direction: Direction): string => (direction === 'from' ? row.toId : row.fromId);

/** The relations of one kind of a thing that it has on its day: none where it does not exist. */
export const relationsAt = async (context: Context, at: NodeAt, kind: RelationKind, direction: Direction): Promise<SeatAllotmentAt[]> => {
  const lens = belowThing(at);
  if (!exists({ row: at.row, lens })) return [];
  return (await relationsOf(context, at.row.id, lens, kind, direction)).map((one) => ({ row: one, lens }));
};

/** The ids of what a thing that a filter names is related to on the day. */
export const relatedIds = async (context: Context, id: string, lens: Lens, kind: RelationKind, direction: Direction): Promise<string[]> => {
  const at = await nodeById(context, id, lens);
  return at ? (await relationsAt(context, at, kind, direction)).map(({ row }) => farEnd(row, direction)) : [];
};

/** What a thing is related to on its day, and how surely: what does not exist on that day is left out. */
const endsOf = async <T extends NodeAt>(context: Context, at: NodeAt, kind: RelationKind, direction: Direction): Promise<{ rank: number; end: T }[]> => {
  const ends = (await relationsAt(context, at, kind, direction)).map(async ({ row, lens }) => ({
    rank: certaintyRank(certaintyOn(row, lens.asOf)),
    end: await referred<T>(context, farEnd(row, direction), lens),
  }));
  return (await Promise.all(ends)).filter(({ end }) => exists(end));
};

/** What a thing is related to on its day: certain first, then by name. */
export const relatedTo = async <T extends PrincipalAt>(context: Context, at: NodeAt, kind: RelationKind, direction: Direction): Promise<T[]> => {
  const ends = await endsOf<T>(context, at, kind, direction);
  const sorted = ends.sort((a, b) => a.rank - b.rank || (a.end.row.sortKey < b.end.row.sortKey ? -1 : 1));
  return [...new Map(sorted.map(({ end }) => [end.row.id, end])).values()];
};

/** The one thing that a thing is related to most surely; null where there is none, or several. */
export const onlyRelatedTo = async <T extends NodeAt>(context: Context, at: NodeAt, kind: RelationKind, direction: Direction): Promise<T | null> => {
  const ends = await endsOf<T>(context, at, kind, direction);
  const best = Math.min(...ends.map(({ rank }) => rank));
  const surest = ends.filter(({ rank }) => rank === best).map(({ end }) => end);
  return new Set(surest.map(({ row }) => row.id)).size === 1 ? (surest[0] ?? null) : null;
};

/** Every dated relation of a thing on its day, or ever, of any kind and direction: certain first, then by kind and id. */
export const allRelationsOf = async (
  context: Context,
  at: NodeAt,
  { kinds, all }: { kinds?: readonly RelationKind[] | null; all?: boolean | null },
): Promise<RelationAt[]> => {
  const lens = belowThing(at);
  if (!all && !exists({ row: at.row, lens })) return [];
  const rows = await context
    .use(loaders.relations)({ knownAt: lens.knownAt, window: all ? EVER : windowOf(lens) })
    .load(at.row.id);
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
