import { givenInterval } from '../time/interval.js';
import { statedIn } from '../record/dated-properties.js';
import { inSeatsGoingOn } from '../words/memberships/going-on.js';
import { isMember } from '../words/memberships/rules.js';
import { type ListOfDay, isSeenOn, listsOfDays } from '../words/documents/lists.js';
import { firstOf, isCertainOn, isPossibleOn, turnsOf } from './days.js';
import type { BoundedMembership, DatedTie, Judgement, Lasting, OfDay, OnLeave, Passage, StoodIn, Worded } from './model.js';

interface ListedRow {
  id: string;
  lists: readonly { d: OfDay; on: string | null }[];
  seats: readonly { m: BoundedMembership }[];
  sourced: readonly { membership: string; document: string }[];
  standIns: readonly { s: StoodIn }[];
  leaves: readonly { l: OnLeave }[];
}

export const completeLists = ({ lists }: ListedRow): ListOfDay[] => listsOfDays(lists.map(({ d, on }) => ({ document: d.id, date: d.date, on })));

/** Who is on a list: by a sighting of the document, or by a source in one that is of its day. */
const namedIn = ({ seats, sourced }: ListedRow, list: ListOfDay, lists: readonly ListOfDay[]): Set<string> => {
  const told = new Set(sourced.flatMap(({ membership, document }) => (!list.ofItsOwn && document === list.document ? [membership] : [])));
  return new Set(seats.filter(({ m }) => told.has(m.id) || isSeenOn(list, statedIn(m).seen ?? [], lists)).map(({ m }) => m.person));
};

/** On the day of each complete list: who may be on leave, or for whom somebody may stand in, is not looked for on it. */
export const listedWhoSits = (row: ListedRow): Judgement[] => {
  const lists = completeLists(row);
  if (lists.length === 0) return [];
  const seats = row.seats.map(({ m }) => m);
  const absences = [
    ...row.standIns.flatMap(({ s }) => inSeatsGoingOn(s.holder, s, seats)),
    ...row.leaves.flatMap(({ l }) => inSeatsGoingOn(l.membership, l, seats)),
  ];
  return lists.flatMap((list) => {
    const { document, on } = list;
    const named = namedIn(row, list, lists);
    const away = new Set(absences.flatMap(({ seat, days }) => (isPossibleOn(days, on) ? [seat] : [])));
    return seats
      .filter((m) => isMember(m) && isCertainOn(m, on) && !named.has(m.person) && !away.has(m.id))
      .map((m): Judgement => ({
        verdict: 'BROKEN',
        on,
        things: [m.id, document],
        says: `${m.person} sits in ${row.id} and is not on ${document}, which lists all`,
      }));
  });
};

interface CoveringRow {
  id: string;
  covers: readonly { r: DatedTie; place: Lasting }[];
}

export const coversWhatExists = ({ id, covers }: CoveringRow): Judgement[] =>
  covers.flatMap(({ r, place }) => {
    const existence = givenInterval(place);
    const on = existence && firstOf(turnsOf([r, existence]), (day) => isCertainOn(r, day) && !isPossibleOn(existence, day));
    return on ? [{ verdict: 'BROKEN' as const, on, things: [id, place.id], says: `${id} covers ${place.id}, which does not exist` }] : [];
  });

/** Words without the breaks and hyphens of lines. */
const words = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');

export const quotedFrom = ({ id, d, sources }: { id: string; d: Worded; sources: readonly { s: Passage }[] }): Judgement[] => {
  if (d.text === null) return [];
  const lines = d.text.split('\n');
  const at = (span: number[] | null): string => lines.slice((span?.[0] ?? 1) - 1, span?.[1] ?? lines.length).join('\n');
  return sources
    .filter(({ s }) => !words(at(s.lines)).includes(words(s.quote)))
    .map(({ s }) => ({
      verdict: 'BROKEN',
      on: null,
      things: [s.id, id],
      says: `the quote of ${s.id} does not stand in ${id}${s.lines ? ` at lines ${s.lines.join('-')}` : ''}`,
    }));
};
