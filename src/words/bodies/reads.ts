import type { BodyFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { type Lens, belowThing, inItsTime } from '../../read/lens.js';
import { countAsRecorded, listAsRecorded } from '../../read/lists.js';
import { nodeById, referred } from '../../read/nodes.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { type OrderedNodes, recordedPage } from '../../read/recorded-page.js';
import { scopeOf } from '../../read/scope.js';
import type { SortKey } from '../../record/order.js';
import { type Certainty, certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { DatedAt } from '../intervals/model.js';
import { idsNamed } from '../names/reads.js';
import type { RelationKind } from '../relations/model.js';
import { relatedIds } from '../relations/reads.js';
import { bodiesAmong, withinRegion } from '../relations/region.js';
import * as loaders from './loaders.js';
import { type Body, type BodyAt, type BodyConnectionAt, isBody } from './model.js';
import type { withMembers } from './prefetch.js';

/** A body by its id, with what is asked for along with it; null where unknown. */
export const body = async (context: Context, id: string, lens: Lens, prefetch: typeof withMembers | null): Promise<BodyAt | null> => {
  if (!isBody(id)) return null;
  if (prefetch) await context.use(prefetch)(scopeOf(lens)).load(id);
  return (await nodeById(context, id, lens)) as BodyAt | null;
};

/** How the bounds of a body's existence came about. */
export const recordedExistence = async ({ use }: Context, at: BodyAt): Promise<DatedAt> => {
  const existence = await use(loaders.existences)(at.lens.knownAt).load(at.row.id);
  if (!existence) throw new Error(`${at.row.id} is listed and not there`);
  return { row: existence, lens: belowBody(at) };
};

/** The lens below a body: on a day on which it does not exist, nobody is in it. */
export const belowBody = (at: BodyAt): Lens => belowThing(at);

/** The ranks of bodies that a list holds: certain, possible, and not in force only where all are asked for. */
const ranksOf = (filter: BodyFilter, all: boolean | null | undefined): number[] => {
  const ranks = all ? [0, 1, 2] : [0, 1];
  return filter.inForce ? ranks.filter((rank) => filter.inForce?.some((one) => certaintyRank(one as Certainty) === rank)) : ranks;
};

/** Bodies in the graph's own order: first the certain ones, then the possible ones, then the others. */
const byRank = ({ reader, use }: Context, filter: BodyFilter, lens: Lens, all: boolean | null | undefined): OrderedNodes<Body> => {
  const { window } = scopeOf(lens);
  const kinds = filter.kinds ? [...filter.kinds] : null;
  const ranks = ranksOf(filter, all);
  return {
    loader: use(loaders.bodies),
    read: async (after, limit, knownAt) => {
      const rows: { key: SortKey; row: Body }[] = [];
      for (const rank of ranks.filter((one) => one >= Number(after?.[0] ?? 0))) {
        const left = limit - rows.length;
        if (left <= 0) break;
        const start = after?.[0] === rank ? String(after[1]) : '';
        const found = await listAsRecorded(reader, queries.bodies.list, queries.bodies.listEarlier, {
          after: start,
          limit: left,
          rank,
          kinds,
          ...window,
          knownAt,
        });
        rows.push(...found.map(({ key, b }) => ({ key: [rank, key], row: b })));
      }
      return rows;
    },
    count: (knownAt) => countAsRecorded(reader, queries.bodies.count, queries.bodies.countEarlier, { ranks, kinds, ...window, knownAt }),
  };
};

const RELATED: readonly { filter: 'covers' | 'partOf' | 'governs'; kind: RelationKind }[] = [
  { filter: 'covers', kind: 'COVERS' },
  { filter: 'partOf', kind: 'PART_OF' },
  { filter: 'governs', kind: 'GOVERNS' },
];

const common = (lists: readonly ReadonlySet<string>[]): string[] => [...(lists[0] ?? [])].filter((id) => lists.every((list) => list.has(id)));

/** The bodies that a filter leads to from a thing or a name; null: it names none. */
const anchored = async (context: Context, filter: BodyFilter, lens: Lens): Promise<string[] | null> => {
  const lists: Set<string>[] = [];
  for (const { filter: key, kind } of RELATED) {
    const id = filter[key];
    if (id != null) lists.push(new Set(await relatedIds(context, id, lens, kind, 'to')));
  }
  if (filter.region != null) lists.push(new Set(bodiesAmong(await withinRegion(context, filter.region, scopeOf(lens)))));
  if (filter.name?.trim()) lists.push(new Set(await idsNamed(context, filter.name, ['Body'], lens)));
  return lists.length ? common(lists) : null;
};

/** Bodies in force on the lens's date, or ever: certain first, then by name. */
export const bodies = async (context: Context, filter: BodyFilter, lens: Lens, args: PageArguments & { all?: boolean | null }): Promise<BodyConnectionAt> => {
  const identity = ['bodies', filter, args.all ?? false, lens.given];
  const ids = await anchored(context, filter, lens);
  if (!ids) return recordedPage(identity, byRank(context, filter, lens, args.all), lens, args);
  const ranks = ranksOf(filter, args.all);
  const rows = (await Promise.all(ids.map((id) => context.use(loaders.bodies)(lens.knownAt).load(id)))).flatMap((row) => (row ? [{ row, lens }] : []));
  const rank = ({ row }: BodyAt): number => certaintyRank(certaintyOn(row, lens.asOf));
  const wanted = rows.filter((at) => ranks.includes(rank(at)) && (!filter.kinds || filter.kinds.includes(at.row.kind)));
  return pageOf(identity, wanted, (at) => [rank(at), at.row.sortKey], args, 50);
};

/** The body at an end of a succession, with those who sat in it in its time. */
export const bodyInItsTime = async (context: Context, id: string, lens: Lens): Promise<BodyAt> =>
  inItsTime((await referred<BodyAt>(context, id, lens)).row, lens);
