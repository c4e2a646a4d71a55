import { isDeepStrictEqual } from 'node:util';
import type { Because } from '../record/model.js';
import { FOREVER } from '../time/civil.js';
import type { Interval } from '../time/interval.js';
import { type Sighting, statedInterval } from '../time/stated.js';
import type { DatedFields } from '../words/fields.js';
import { openAgain } from './over.js';

type Row = Readonly<Record<string, unknown>>;

const DATES = ['from', 'until', 'narrowed', 'open'] as const;
/** May change with what is learnt: they say how the dates are known. */
const TOLD_OF_DATES = ['fromBasis', 'untilBasis', 'reason', 'undated'] as const;

const contains = (more: unknown, less: unknown): boolean =>
  ((less ?? []) as unknown[]).every((one) => ((more ?? []) as unknown[]).some((other) => isDeepStrictEqual(one, other)));

const sightings = (row: Row, key: string): Sighting[] => (row[key] ?? []) as Sighting[];

/** The dates of a row, sightings aside; what is open lasts. */
const datesOf = (row: Row): Interval => {
  const stated = statedInterval({ ...(row as DatedFields), seen: [], over: [] });
  return row['open'] ? { ...stated, untilMin: FOREVER, untilMax: FOREVER } : stated;
};

const isNarrower = (before: Row, after: Row): boolean => {
  const [old, now] = [datesOf(before), datesOf(after)];
  return now.fromMin >= old.fromMin && now.fromMax <= old.fromMax && now.untilMin >= old.untilMin && now.untilMax <= old.untilMax;
};

const without = (row: Row, keys: readonly string[]): Row => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

const LEARNABLE = ['sources', 'seen', 'over', 'facts'];
/** May come to light of a row that said nothing of them. */
const ADDABLE = ['diedOn', 'gender', 'district', 'began', 'ended'] as const;

/** What a row calls its thing: each name, letter and identifier has its own sources and dates. */
const CALLED = ['names', 'aliases', 'abbreviations', 'letters', 'identifiers'] as const;

const eachLearnt = (before: readonly Row[], after: readonly Row[]): boolean =>
  before.length === after.length && before.every((one, at) => isLearnt(one, after[at] as Row));

/** Whether a row says all it said, and only more sources, sightings or narrower dates. */
const isLearnt = (before: Row, after: Row): boolean => {
  const sameDates = DATES.every((key) => isDeepStrictEqual(before[key], after[key]));
  if (!sameDates && !isNarrower(before, after)) return false;
  const keys = [...LEARNABLE, ...(sameDates ? [] : [...DATES, ...TOLD_OF_DATES]), 'appointment', 'existence', 'dependsOn', ...CALLED, ...ADDABLE];
  if (!isDeepStrictEqual(without(before, keys), without(after, keys))) return false;
  if (!ADDABLE.every((key) => before[key] === undefined || before[key] === after[key])) return false;
  if (!contains(after['sources'], before['sources']) || !contains(after['dependsOn'], before['dependsOn'])) return false;
  if (!['seen', 'over'].every((key) => contains(sightings(after, key), sightings(before, key)))) return false;
  if ((before['existence'] ?? after['existence']) && !isLearnt((before['existence'] ?? {}) as Row, (after['existence'] ?? {}) as Row)) return false;
  if (!CALLED.every((key) => eachLearnt((before[key] ?? []) as Row[], (after[key] ?? []) as Row[]))) return false;
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

/** Why a row's new version is recorded, from what its writer last wrote: in what is kept up to date, an end of what was open is a change. */
export const becauseOf = (before: Row, after: Row, isMaintained: boolean): Because => {
  const lasting = isMaintained ? (openAgain(before, after) as Row) : after;
  if (!isLearnt(before, lasting)) return 'CORRECTED';
  return isDeepStrictEqual(lasting, after) ? 'LEARNT' : 'CHANGED';
};
