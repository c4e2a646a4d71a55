import type { CorrectionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { nodeTypes } from '../../generated/words.js';
import type { Params, Query, Reader } from '../../graph/port.js';
import type { Context } from '../../read/context.js';
import { isAffiliationId } from '../../words/affiliations/model.js';
import { isMembershipId } from '../../words/memberships/model.js';
import { type SortKey, compareKeys } from '../../record/order.js';

/** Kinds of node that are corrected with what they are part of. */
const PARTS = Object.values(nodeTypes)
  .filter(({ part }) => part)
  .map(({ label }) => label);

/** What a list of corrections asks for: those in [since, until) that pass a filter. */
export interface Asked {
  since: number;
  until: number;
  filter: CorrectionFilter;
}

/** A thing, and a time at which something of it was learnt or corrected. */
export interface Place {
  at: number;
  id: string;
  /** Of an edge that is found by the node at which it begins: that node. */
  fromId?: string;
}

const CORRECTING = ['LEARNT', 'CORRECTED'];

const paramsOf = ({ since, until, filter: { person, bodies, because } }: Asked) => ({
  since,
  until,
  person: person ?? null,
  bodies: bodies ? [...bodies] : null,
  because: CORRECTING.filter((one) => !because || because.some((given) => given === one)),
  without: PARTS,
});

export const keyOfPlace = ({ at, id }: Place): SortKey => [at, id];

type Narrowed = ReturnType<typeof paramsOf>;
type Paged = Narrowed & { afterAt: number; afterId: string; limit: number };

/** Some of the places where corrections are: a page of them, and how many. */
interface Source {
  list: (reader: Reader, params: Paged) => Promise<Place[]>;
  count: (reader: Reader, params: Narrowed) => Promise<{ count: number }[]>;
}

const sourceOf = <L extends Params, C extends Params>(list: Query<'read', L, Place>, count: Query<'read', C, { count: number }>) => ({
  list: (reader: Reader, params: L) => reader.read(list, params),
  count: (reader: Reader, params: C) => reader.read(count, params),
});

/** What says of itself that it was learnt or corrected. */
const TOLD: readonly Source[] = [
  sourceOf(queries.correctionsSeats.list, queries.correctionsSeats.count),
  sourceOf(queries.correctionsAffiliations.list, queries.correctionsAffiliations.count),
  sourceOf(queries.correctionsNodes.list, queries.correctionsNodes.count),
  sourceOf(queries.correctionsVersions.list, queries.correctionsVersions.count),
];
/** What is gone without a new version was wrong. */
const GONE: readonly Source[] = [
  sourceOf(queries.correctionsGoneSeats.list, queries.correctionsGoneSeats.count),
  sourceOf(queries.correctionsGoneAffiliations.list, queries.correctionsGoneAffiliations.count),
  sourceOf(queries.correctionsGoneNodes.list, queries.correctionsGoneNodes.count),
  sourceOf(queries.correctionsGoneVersions.list, queries.correctionsGoneVersions.count),
];

/** Leaves, stand-ins, relations, terms and rights to seats are told by the feed, gone or not. */
const OTHERS = sourceOf(queries.correctionsEdges.list, queries.correctionsEdges.count);

const sourcesOf = ({ because }: Narrowed): readonly Source[] => [...TOLD, OTHERS, ...(because.includes('CORRECTED') ? GONE : [])];

/** Where something of a thing was learnt or corrected at a time, if it was. */
export const placeOf = async ({ reader }: Context, id: string, at: number): Promise<Place> => {
  if (isMembershipId(id) || isAffiliationId(id)) return { at, id };
  const [edge] = await reader.read(queries.corrections.edgeAt, { id, at });
  return { at, id, ...edge };
};

/** Where corrections are, in the order of time and id: those after a key, at most so many. */
export const placesAfter = async ({ reader }: Context, asked: Asked, after: SortKey | null, limit: number): Promise<Place[]> => {
  const params = { ...paramsOf(asked), afterAt: Number(after?.[0] ?? -1), afterId: String(after?.[1] ?? ''), limit };
  const found = await Promise.all(sourcesOf(params).map(({ list }) => list(reader, params)));
  return found
    .flat()
    .sort((a, b) => compareKeys(keyOfPlace(a), keyOfPlace(b)))
    .slice(0, limit);
};

export const countPlaces = async ({ reader }: Context, asked: Asked): Promise<number> => {
  const params = paramsOf(asked);
  const counts = await Promise.all(sourcesOf(params).map(({ count }) => count(reader, params)));
  return counts.reduce((sum, [row]) => sum + (row?.count ?? 0), 0);
};
