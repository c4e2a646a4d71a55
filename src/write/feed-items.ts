import type { FeedItem } from '../record/model.js';
import { sortedBy } from '../record/order.js';
import type { Noted } from './journal.js';

/** What the feed tells of a revision, before it has its place. */
export interface Told extends Pick<FeedItem, 'tells'> {
  of: Noted;
}

/** Things come before what is said of them, and what was wrong before what is told instead. */
const TELLING = ['THING', 'CORRECTION', 'EVENT'] as const;

/** What is told of a thing that was written; null: nothing, as an event tells it, or a rule only moved its bounds. */
const tellsOf = ({ type, because, row, id }: Noted, isToldAsEvent: (row: string) => boolean, isBegun: (seat: string) => boolean): FeedItem['tells'] | null => {
  if (type === 'Event') return 'EVENT';
  if (because === null || because === 'LEARNT' || because === 'CORRECTED') return 'CORRECTION';
  if (because === 'DERIVED' && !isBegun(id)) return null;
  return isToldAsEvent(row) ? null : 'THING';
};

/** What the feed tells of all that a transaction wrote, in order. */
export const toldOf = (noted: ReadonlyMap<string, Noted>, isBegun: (seat: string) => boolean): Told[] => {
  const events = new Set([...noted.values()].flatMap(({ type, row }) => (type === 'Event' ? [row] : [])));
  const told = [...noted.values()].flatMap((of): Told[] => {
    // The dates of a term that is written itself are told with it.
    if (of.type === 'HAS_TERM' && noted.has(of.row)) return [];
    const tells = tellsOf(of, (row) => events.has(row), isBegun);
    return tells ? [{ tells, of }] : [];
  });
  return sortedBy(told, ({ tells, of }) => [TELLING.indexOf(tells), of.event?.sortKey ?? '', of.id]);
};
