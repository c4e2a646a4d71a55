import type { ActInput, EndsInput } from '../generated/api.js';
import { inputError } from '../read/errors.js';
import { type CivilDate, dayAfter } from '../time/civil.js';
import { type PartialDate, endSpanOf, isPartOf, spanOf } from '../time/partial.js';
import type { Sighting } from '../time/stated.js';
import type { Fields } from './draft.js';
import type { Passage } from './passages.js';

/** The first day no longer in force, as an end says it; null: nobody says. */
export const untilOf = (ends: EndsInput): PartialDate | null => ends.until ?? (ends.lastDay ? dayAfter(ends.lastDay) : null);

/** What ends nobody knows when says so: that it is not so says nothing. @throws GraphQLError BAD_USER_INPUT */
export const requireEnds = (acts: readonly ActInput[]): void => {
  for (const [at, act] of acts.entries())
    for (const [name, input] of Object.entries(act) as [string, { ends?: EndsInput | null } | null][])
      if (input?.ends?.unknown === false) throw inputError(`entry.acts.${at}.${name}.ends.unknown`, 'true', false);
};

/** Whether all days that a date may mean are such of another: it says as much, or more. */
export const isWithin = (one: PartialDate, other: PartialDate): boolean => isPartOf(spanOf(one), spanOf(other));

/** Whether one of two dates says what the other does, or more: a day and its month. */
export const agree = (one: PartialDate, other: PartialDate): boolean => isWithin(one, other) || isWithin(other, one);

/** Whether an end lies, whatever partial dates mean, on or before the start. */
export const endsBefore = (from: PartialDate | null | undefined, until: PartialDate): boolean => from != null && endSpanOf(until).last <= spanOf(from).first;

const sightings = (fields: Fields, key: 'seen' | 'over'): Sighting[] => (fields[key] ?? []) as Sighting[];

export const withSighting = (fields: Fields, key: 'seen' | 'over', one: Sighting): Sighting[] => {
  const known = sightings(fields, key);
  return known.some((other) => other.on === one.on && other.in === one.in) ? known : [...known, one];
};

/** The fields of a row with its dates: with its end, or until further notice, where the documents that it names sight it. */
export const datesOf = (from: PartialDate | null, ends: EndsInput | null | undefined, { document, day }: Passage): Fields => {
  const until = ends ? untilOf(ends) : null;
  const isUndated = ends && from === null && until === null;
  return {
    ...(from !== null && { from }),
    ...(until !== null && { until }),
    ...(!ends && { open: true }),
    ...(isUndated && (day === null ? { undated: 'Nobody says when.' } : { seen: [{ on: day, in: document }] })),
  };
};

/** The fields that end a row: from a day on, or seen to be over on the day of the document. */
export const endFields = (own: Fields, ends: EndsInput, { document, day }: Passage, today: CivilDate): Fields => {
  const until = untilOf(ends);
  return until === null ? { over: withSighting(own, 'over', { on: day ?? today, in: document }) } : { until, open: null };
};
