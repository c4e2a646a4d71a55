import type { Context, MaybePromise } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import type { Loading } from '../../read/loading.js';
import { type Scope, batched, perScope } from '../../read/scope.js';
import { type Window, certaintyIn, certaintyOn, together } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import { bodies } from '../bodies/loaders.js';
import { isBody } from '../bodies/model.js';
import type { ExistenceBounds } from '../intervals/model.js';
import { municipalities, regions } from '../places/loaders.js';
import { isRegion } from '../places/model.js';
import { whileThere } from '../principals/existence.js';
import * as loaders from './loaders.js';
import type { RelationKind } from './model.js';
import { relationsOf } from './reads.js';

/** What is within a region, by id, and when. */
export type Within = ReadonlyMap<string, readonly Interval[]>;

const isSame = (a: Interval, b: Interval): boolean =>
  a.fromMin === b.fromMin && a.fromMax === b.fromMax && a.untilMin === b.untilMin && a.untilMax === b.untilMax;

/** When a place or body exists. */
const existenceOf = ({ use }: Loading, id: string, knownAt: number): MaybePromise<ExistenceBounds | null> => {
  if (isBody(id)) return use(bodies)(knownAt).find(id);
  return use(isRegion(id) ? regions : municipalities)(knownAt).find(id);
};

/** Each step outwards from a region, while there is what it leads to. What is within it on the same days in several ways is gone on from once, so that circles end. */
const walked = (loading: Loading, scope: Scope) => {
  const inclusions = loading.use(loaders.inclusions)(scope);
  const step = async (id: string, interval: Interval) => ({ id, interval: whileThere(interval, await existenceOf(loading, id, scope.knownAt)) });
  return async (region: string): Promise<Within> => {
    const found = new Map<string, Interval[]>();
    let frontier = [await step(region, EVERLASTING)];
    while (frontier.length > 0) {
      const reached = frontier.filter(({ id, interval }) => {
        const known = found.get(id) ?? [];
        if (certaintyIn(interval, scope.window) === null || known.some((one) => isSame(one, interval))) return false;
        return found.set(id, [...known, interval]);
      });
      const steps = reached.map(async ({ id, interval }) => Promise.all((await inclusions.load(id)).map((row) => step(row.fromId, together(interval, row)))));
      frontier = (await Promise.all(steps)).flat();
    }
    return found;
  };
};

const inRegions = (loading: Loading) =>
  perScope((scope: Scope) => {
    const walk = walked(loading, scope);
    return batched((ids) => Promise.all(ids.map(walk)));
  });

/**
 * A region, the municipalities that lie in it, the bodies that govern these, and all that is part of them at any remove, as far as
 * they may be so in a scope.
 */
export const withinRegion = ({ use }: Context, region: string, scope: Scope): Promise<Within> => use(inRegions)(scope).load(region);

/** The ids of the bodies, and of the region and its municipalities, among these. */
export const bodiesAmong = (within: Within): string[] => [...within.keys()].filter(isBody);
export const placesAmong = (within: Within): string[] => [...within.keys()].filter((id) => !isBody(id));

/** Whether a thing may be among these in a window. */
export const mayBeAmong = (within: Within, id: string | null, window: Window): boolean =>
  (within.get(id ?? '') ?? []).some((interval) => certaintyIn(interval, window) !== null);

const OUTWARDS: readonly RelationKind[] = ['PART_OF', 'GOVERNS', 'LIES_IN'];

/** The regions that a body is within on the lens's date. */
export const regionsAround = async (context: Context, body: string, lens: Lens): Promise<string[]> => {
  const found = new Set<string>();
  for (let frontier = [body]; frontier.length > 0;) {
    for (const id of frontier) found.add(id);
    const steps = await Promise.all(frontier.flatMap((id) => OUTWARDS.map((kind) => relationsOf(context, id, lens, kind, 'from'))));
    const reached = [...new Set(steps.flat().map(({ toId }) => toId))].filter((id) => !found.has(id));
    const isThere = await Promise.all(reached.map(async (id) => certaintyOn(whileThere(EVERLASTING, await existenceOf(context, id, lens.knownAt)), lens.asOf)));
    frontier = reached.filter((_, at) => isThere[at] !== null);
  }
  return [...found].filter(isRegion);
};
