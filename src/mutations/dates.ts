import type { ActInput, EndsInput } from '../generated/api.js';
import { inputError } from '../read/errors.js';
import { type CivilDate, dayAfter, isCivilDate } from '../time/civil.js';
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

/** The day of a document; null: it has none, or only a month or year. */
export const documentDay = ({ date }: Passage): CivilDate | null => (date !== null && isCivilDate(date) ? date : null);

/** By when a passage says that something is over: by its date, of a month or year that is past some day of it, else by today. */
export const overOn = (passage: Passage, today: CivilDate): PartialDate => {
  const { date } = passage;
  return documentDay(passage) ?? (date !== null && spanOf(date).last <= today ? date : today);
};

const sightings = (fields: Fields, key: 'seen' | 'over'): Sighting[] => (fields[key] ?? []) as Sighting[];

export const withSighting = (fields: Fields, key: 'seen' | 'over', one: Sighting): Sighting[] => {
  const known = sightings(fields, key);
  return known.some((other) => other.on === one.on && other.in === one.in) ? known : [...known, one];
};

/** The fields of a row with its dates: with its end, or until further notice, where the documents that it names sight it. */
export const datesOf = (from: PartialDate | null, ends: EndsInput | null | undefined, passage: Passage): Fields => {
  const day = documentDay(passage);
  const until = ends ? untilOf(ends) : null;
  const isUndated = ends && from === null && until === null;
  return {
    ...(from !== null && { from }),
    ...(until !== null && { until }),
    ...(!ends && { open: true }),
    ...(isUndated && (day === null ? { undated: 'Nobody says when.' } : { seen: [{ on: day, in: passage.document }] })),
  };
};

/** The fields that end a row: from a day on, or seen to be over by the date of the document. */
export const endFields = (own: Fields, ends: EndsInput, passage: Passage, today: CivilDate): Fields => {
  const until = untilOf(ends);
  return until === null ? { over: withSighting(own, 'over', { on: overOn(passage, today), in: passage.document }) } : { until, open: null };
};

/** When something is over, by its own end or as a document says, before something else can begin; null: it may not be. */
export const overBy = (fields: Fields, from: PartialDate): PartialDate | null => {
  const { first } = spanOf(from);
  const until = fields['until'] as string | undefined;
  if (until !== undefined && endSpanOf(until).last <= first) return until;
  return sightings(fields, 'over').find(({ on }) => spanOf(on).last <= first)?.on ?? null;
};

/** Whether something is over before something else can begin. */
export const isOverBy = (fields: Fields, from: PartialDate): boolean => overBy(fields, from) !== null;

/** Whether an end says nothing that is not known of what has it: that it is over, where no source says so anew. */
export const isEndKnown = (known: Fields, ends: EndsInput, passage: Passage, today: CivilDate): boolean => {
  const [until, before] = [untilOf(ends), known['until'] as string | undefined];
  if (before !== undefined) return until === null || isPartOf(endSpanOf(before), endSpanOf(until));
  return until === null && !passage.isNamed && isOverBy(known, overOn(passage, today));
};

/** What stands against an end, as it is said or as its source dates it: that it lies on or before the start; null: nothing. */
export const endBeforeStart = (from: PartialDate | null | undefined, ends: EndsInput, passage: Passage, today: CivilDate): PartialDate | null => {
  const until = untilOf(ends);
  if (until !== null) return endsBefore(from, until) ? until : null;
  const over = overOn(passage, today);
  return from != null && spanOf(over).last <= spanOf(from).first ? over : null;
};
