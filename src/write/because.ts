import { isDeepStrictEqual } from 'node:util';
import type { Because } from '../record/model.js';
import { type Sighting, statedInterval } from '../time/stated.js';
import type { DatedFields } from '../words/fields.js';

type Row = Readonly<Record<string, unknown>>;

const DATES = ['from', 'until', 'narrowed', 'open'] as const;
/** May change with what is learnt: they say how the dates are known. */
const TOLD_OF_DATES = ['fromBasis', 'untilBasis', 'reason', 'undated'] as const;

const contains = (more: unknown, less: unknown): boolean =>
  ((less ?? []) as unknown[]).every((one) => ((more ?? []) as unknown[]).some((other) => isDeepStrictEqual(one, other)));

const sightings = (row: Row, key: string): Sighting[] => (row[key] ?? []) as Sighting[];

const isNarrower = (before: Row, after: Row): boolean => {
  if (Boolean(before['open']) !== Boolean(after['open'])) return false;
  const [old, now] = [before, after].map((row) => statedInterval({ ...(row as DatedFields), seen: [], over: [] }));
  if (!old || !now) return false;
  return now.fromMin >= old.fromMin && now.fromMax <= old.fromMax && now.untilMin >= old.untilMin && now.untilMax <= old.untilMax;
};

const without = (row: Row, keys: readonly string[]): Row => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

const LEARNABLE = ['sources', 'seen', 'over', 'facts'];
/** May come to light of a row that said nothing of them. */
const ADDABLE = ['diedOn', 'ending'] as const;

/** Whether a row says all it said, and only more sources, sightings or narrower dates. */
const isLearnt = (before: Row, after: Row): boolean => {
  const sameDates = DATES.every((key) => isDeepStrictEqual(before[key], after[key]));
  if (!sameDates && !isNarrower(before, after)) return false;
  const keys = [...LEARNABLE, ...(sameDates ? [] : [...DATES, ...TOLD_OF_DATES]), 'appointment', 'existence', 'dependsOn', ...ADDABLE];
  if (!isDeepStrictEqual(without(before, keys), without(after, keys))) return false;
  if (!ADDABLE.every((key) => before[key] === undefined || before[key] === after[key])) return false;
  if (!contains(after['sources'], before['sources']) || !contains(after['dependsOn'], before['dependsOn'])) return false;
  if (!['seen', 'over'].every((key) => contains(sightings(after, key), sightings(before, key)))) return false;
  if ((before['existence'] ?? after['existence']) && !isLearnt((before['existence'] ?? {}) as Row, (after['existence'] ?? {}) as Row)) return false;
  return appointmentLearnt(before['appointment'] as Row | undefined, after['appointment'] as Row | undefined);
};

const appointmentLearnt = (before: Row | undefined, after: Row | undefined): boolean => {
  if (!before) return true;
  return Object.entries(before).every(([key, value]) => {
    const now = after?.[key];
    if (key === 'sources') return contains(now, value);
    if (Array.isArray(value)) return contains(now, value);
    return isDeepStrictEqual(now, value);
  });
};

/** Why a row's new version is recorded, from what its data set last wrote. */
export const becauseOf = (before: Row, after: Row): Because => (isLearnt(before, after) ? 'LEARNT' : 'CORRECTED');
