import type { CorrectionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { nodeTypes } from '../../generated/words.js';
import type { Context } from '../../read/context.js';
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

/** Where corrections are, in the order of time and id: those after a key, at most so many. What is gone without a new version was wrong. */
export const placesAfter = async ({ reader }: Context, asked: Asked, after: SortKey | null, limit: number): Promise<Place[]> => {
  const params = { ...paramsOf(asked), afterAt: Number(after?.[0] ?? -1), afterId: String(after?.[1] ?? ''), limit };
  const told = [
    reader.read(queries.correctionsSeats.list, params),
    reader.read(queries.correctionsAffiliations.list, params),
    reader.read(queries.correctionsNodes.list, params),
    reader.read(queries.correctionsVersions.list, params),
  ];
  const gone = () => [
    reader.read(queries.correctionsGoneSeats.list, params),
    reader.read(queries.correctionsGoneAffiliations.list, params),
    reader.read(queries.correctionsGoneNodes.list, params),
    reader.read(queries.correctionsGoneVersions.list, params),
  ];
  const found = await Promise.all([...told, ...(params.because.includes('CORRECTED') ? gone() : [])]);
  return found
    .flat()
    .sort((a, b) => compareKeys(keyOfPlace(a), keyOfPlace(b)))
    .slice(0, limit);
};

export const countPlaces = async ({ reader }: Context, asked: Asked): Promise<number> => {
  const params = paramsOf(asked);
  const told = [
    reader.read(queries.correctionsSeats.count, params),
    reader.read(queries.correctionsAffiliations.count, params),
    reader.read(queries.correctionsNodes.count, params),
    reader.read(queries.correctionsVersions.count, params),
  ];
  const gone = () => [
    reader.read(queries.correctionsGoneSeats.count, params),
    reader.read(queries.correctionsGoneAffiliations.count, params),
    reader.read(queries.correctionsGoneNodes.count, params),
    reader.read(queries.correctionsGoneVersions.count, params),
  ];
  const counts = await Promise.all([...told, ...(params.because.includes('CORRECTED') ? gone() : [])]);
  return counts.reduce((sum, [row]) => sum + (row?.count ?? 0), 0);
};
