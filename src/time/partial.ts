import { type CivilDate, addDays, dayAfter, isCivilDate } from './civil.js';

/** A date as a source states it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** The days that a partial date can mean: from `first` to `last`, both included. */
export interface Span {
  first: CivilDate;
  last: CivilDate;
}

export const isPartialDate = (text: string): boolean => isCivilDate(text) || isCivilDate(`${text}-01`) || isCivilDate(`${text}-01-01`);

/** @throws RangeError where `text` is no partial date. */
export const spanOf = (text: PartialDate): Span => {
  if (isCivilDate(text)) return { first: text, last: text };
  const month = `${text}-01`;
  if (isCivilDate(month)) {
    const inNextMonth = addDays(month, 31);
    return { first: month, last: addDays(`${inNextMonth.slice(0, 7)}-01`, -1) };
  }
  const year = `${text}-01-01`;
  if (isCivilDate(year)) return { first: year, last: `${text}-12-31` };
  throw new RangeError(`required: YYYY, YYYY-MM or YYYY-MM-DD; given: ${text}`);
};

/** An end printed as a year or month lies between its first day and the day after its last. */
export const endSpanOf = (text: PartialDate): Span => {
  const { first, last } = spanOf(text);
  return first === last ? { first, last } : { first, last: dayAfter(last) };
};

/** Whether all days of one span are days of another. */
export const isPartOf = (one: Span, other: Span): boolean => one.first >= other.first && one.last <= other.last;
