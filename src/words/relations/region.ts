import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import type { Loading } from '../../read/loading.js';
import { type Scope, batched, perScope } from '../../read/scope.js';
import { type Window, certaintyIn, together } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import { isBody } from '../bodies/model.js';
import { isRegion } from '../places/model.js';
import * as loaders from './loaders.js';
import type { RelationKind } from './model.js';
import { relationsOf } from './reads.js';

/** What is within a region, by id, and when. */
export type Within = ReadonlyMap<string, readonly Interval[]>;

const isSame = (a: Interval, b: Interval): boolean =>
  a.fromMin === b.fromMin && a.fromMax === b.fromMax && a.untilMin === b.untilMin && a.untilMax === b.untilMax;

/** Each step outwards from a region. What is within it on the same days in several ways is gone on from once, so that circles end. */
const walked = ({ use }: Loading, scope: Scope) => {
  const inclusions = use(loaders.inclusions)(scope);
  return async (region: string): Promise<Within> => {
    const found = new Map<string, Interval[]>();
    let frontier = [{ id: region, interval: EVERLASTING }];
    while (frontier.length > 0) {
      const reached = frontier.filter(({ id, interval }) => {
        const known = found.get(id) ?? [];
        if (certaintyIn(interval, scope.window) === null || known.some((one) => isSame(one, interval))) return false;
        return found.set(id, [...known, interval]);
      });
      const steps = reached.map(async ({ id, interval }) => (await inclusions.load(id)).map((row) => ({ id: row.fromId, interval: together(interval, row) })));
      frontier = (await Promise.all(steps)).flat();
    }
    return found;
  };
};

const regions = (loading: Loading) =>
  perScope((scope: Scope) => {
    const walk = walked(loading, scope);
    return batched((ids) => Promise.all(ids.map(walk)));
  });

/**
 * A region, the municipalities that lie in it, the bodies that govern these, and all that is part of them at any remove, as far as
 * they may be so in a scope.
 */
export const withinRegion = ({ use }: Context, region: string, scope: Scope): Promise<Within> => use(regions)(scope).load(region);

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
    frontier = [...new Set(steps.flat().map(({ toId }) => toId))].filter((id) => !found.has(id));
  }
  return [...found].filter(isRegion);
};
