import { isDeepStrictEqual } from 'node:util';
import { strongest } from '../record/basis.js';
import type { Basis } from '../record/model.js';
import { type Sighting, type Stated, statedInterval } from '../time/stated.js';
import type { Fields } from '../record/fields.js';
import { type Differs, pick } from './union-fields.js';

/** Dates go together: of a start, and of an end, one writer's words count. */
const EDGES = [
  { edge: 'from', basis: 'fromBasis', said: ['from'], narrowed: ['fromMin', 'fromMax'] },
  { edge: 'until', basis: 'untilBasis', said: ['until', 'open'], narrowed: ['untilMin', 'untilMax'] },
] as const;

/** All that a row says of its dates. */
export const DATES: readonly string[] = ['from', 'until', 'fromBasis', 'untilBasis', 'open', 'narrowed', 'seen', 'over', 'undated'];

/** Whether dates go together; a null of the editors says that there is none. */
const isSound = (dates: Fields): boolean => {
  try {
    statedInterval(Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== null)) as unknown as Stated);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Whether two that are dated may be in force on one day by what is stated of them; what has no dates is so ever. */
export const daysMeet = (a: unknown, b: unknown): boolean => {
  if (!isSound(a as Fields) || !isSound(b as Fields)) return true;
  const [one, other] = [statedInterval(a as Stated), statedInterval(b as Stated)];
  return one.fromMin < other.untilMax && other.fromMin < one.untilMax;
};

const saysAlike = (edge: 'from' | 'until', a: unknown, b: unknown): boolean => (a as Fields)[edge] !== undefined && (a as Fields)[edge] === (b as Fields)[edge];

export const startTogether = (a: unknown, b: unknown): boolean => saysAlike('from', a, b);
export const endTogether = (a: unknown, b: unknown): boolean => saysAlike('until', a, b);

const isEmpty = (fields: Fields): boolean => Object.keys(fields).length === 0;

const narrowedOf = (fields: Fields): Fields => (fields['narrowed'] ?? {}) as Fields;

const withNarrowed = (fields: Fields, narrowed: Fields): Fields =>
  isEmpty(narrowed) ? fields : { ...fields, narrowed: { ...narrowedOf(fields), ...narrowed } };

const sightingsIn = (fields: Fields, key: 'seen' | 'over'): Sighting[] => (fields[key] ?? []) as Sighting[];

/** What two writers say of one edge. What lasts until further notice is not said otherwise by the editors' end of it. */
const withEdge = (merged: Fields, other: Fields, { edge, basis, said, narrowed }: (typeof EDGES)[number], differs: Differs, isEditors: boolean): Fields => {
  const [own, theirs] = [merged, other].map((fields) => pick(fields, said)) as [Fields, Fields];
  const [ownNarrowed, theirNarrowed] = [merged, other].map((fields) => pick(narrowedOf(fields), narrowed)) as [Fields, Fields];
  const isSame = isDeepStrictEqual(own, theirs);
  const isNoticed = isEditors && theirs['open'] === true && Boolean(own['until']);
  const tellDate = (): void => (isEmpty(theirs) || isSame || isNoticed ? undefined : differs(edge, other[edge]));
  const tellNarrowed = (): void =>
    isEmpty(theirNarrowed) || isDeepStrictEqual(ownNarrowed, theirNarrowed) ? undefined : differs(`narrowed.${edge}`, theirNarrowed);
  const isNew = isEmpty(own) && isEmpty(ownNarrowed);
  if (isNew || (isSame && isEmpty(ownNarrowed))) {
    const next = withNarrowed({ ...merged, ...theirs, ...(isEmpty(own) ? pick(other, [basis]) : strongestOf(merged, other, basis)) }, theirNarrowed);
    if (isSound(next)) return next;
  }
  tellDate();
  tellNarrowed();
  return isSame && !isEmpty(theirs) ? { ...merged, ...strongestOf(merged, other, basis) } : merged;
};

const strongestOf = (first: Fields, other: Fields, basis: 'fromBasis' | 'untilBasis'): Fields => {
  if (first[basis] === undefined) return {};
  const both = strongest(first[basis] as Basis, (other[basis] ?? 'STATED') as Basis);
  return { [basis]: both === 'STATED' ? undefined : both };
};

/** What is sighted on the day on which it is said to be over, or later, is another thing. */
const withSighting = (merged: Fields, key: 'seen' | 'over', one: Sighting): Fields | null => {
  const contradicts = key === 'seen' ? sightingsIn(merged, 'over').some(({ on }) => on <= one.on) : sightingsIn(merged, 'seen').some(({ on }) => on >= one.on);
  const next: Fields = { ...merged, [key]: [...sightingsIn(merged, key), one] };
  return !contradicts && isSound(next) ? next : null;
};

/** What two writers say of the dates of one thing: what contradicts those of the first is told, and does not count. */
export const mergedDates = (first: Fields, other: Fields, differs: Differs, isEditors: boolean): Fields => {
  let merged = pick(first, DATES);
  for (const edge of EDGES) merged = withEdge(merged, other, edge, differs, isEditors);
  for (const key of ['seen', 'over'] as const)
    for (const one of sightingsIn(other, key)) {
      if (sightingsIn(merged, key).some((known) => isDeepStrictEqual(known, one))) continue;
      const next = withSighting(merged, key, one);
      if (next) merged = next;
      else differs(key, one);
    }
  return { ...merged, undated: undatedOf(merged, first, other, differs) };
};

/** Why there is neither date nor sighting, where there still is none. */
const undatedOf = (merged: Fields, first: Fields, other: Fields, differs: Differs): unknown => {
  if (['from', 'until', 'open', 'seen', 'over', 'narrowed'].some((key) => merged[key] !== undefined)) return undefined;
  const sentence = first['undated'] ?? other['undated'];
  if (other['undated'] !== undefined && other['undated'] !== sentence) differs('undated', other['undated']);
  return sentence;
};
