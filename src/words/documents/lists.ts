import { type CivilDate, isCivilDate } from '../../time/civil.js';
import { spanOf } from '../../time/partial.js';
import type { Sighting } from '../../time/stated.js';

/** A complete list of members as it is recorded: its document with that one's date, and its own day where that is another. */
export interface Listing {
  document: string;
  date: string | null;
  on: string | null;
}

/** A complete list of members of a day. */
export interface ListOfDay {
  document: string;
  on: CivilDate;
  /** Whether its document says the day of it, and has another or none itself. */
  ofItsOwn: boolean;
}

/** The day of a list; null: none is known, and it closes nothing. */
export const dayOfList = ({ date, on }: Pick<Listing, 'date' | 'on'>): CivilDate | null => {
  const day = on ?? date;
  return day !== null && isCivilDate(day) ? day : null;
};

/** Lists of which the day is known. */
export const listsOfDays = (listings: readonly Listing[]): ListOfDay[] =>
  listings.flatMap((one) => {
    const on = dayOfList(one);
    return on === null ? [] : [{ document: one.document, on, ofItsOwn: one.on !== null }];
  });

/**
 * Whether somebody who is seen so is on a list, where a body has these: on one of a day of its own by a sighting on that
 * day; on another by any in its document that is not of such a day.
 */
export const isSeenOn = ({ document, on, ofItsOwn }: ListOfDay, seen: readonly Sighting[], lists: readonly ListOfDay[]): boolean => {
  const own = lists.filter((one) => one.ofItsOwn && one.document === document && one.on !== on).map((one) => one.on);
  const holds = (sighting: Sighting): boolean => {
    const { first, last } = spanOf(sighting.on);
    return ofItsOwn ? first <= on && on <= last : !own.includes(sighting.on);
  };
  return seen.some((one) => one.in === document && holds(one));
};
