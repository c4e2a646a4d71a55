import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import type { TermInterval } from '../../time/terms.js';
import { type CivilDate, FOREVER } from '../../time/civil.js';
import { type Membership, ROLES } from '../memberships/model.js';
import { type Days, type Edge, daysMeet, lastPrinted, printTheSame, sameDays } from './edges.js';

/** A seat with its start and its end. */
export interface SeatEdges {
  row: Membership;
  from: Edge | null;
  until: Edge | null;
}

/** That one seat replaces another. */
export interface Link {
  seat: string;
  replaces: string;
}

/** A seat that another follows; `ends`: the days of its end, which is the start of that one; null: it is not. */
export interface Followed {
  kind: 'REPLACED' | 'REELECTED' | 'ROLE_CHANGED';
  before: SeatEdges;
  ends: Days | null;
}

/** The days on which a term turns, the last of them that its printed end can mean, and the last on which the next one may end. */
interface Turn extends Days {
  term: string;
  lastPrinted: CivilDate;
  nextEnds: CivilDate;
}

const turnsOf = (terms: readonly TermInterval[]): Turn[] => {
  const inOrder = sortedBy(terms, ({ fromMin, fromMax, id }) => [fromMin, fromMax, id]);
  return inOrder.flatMap(({ id, until, untilMin, untilMax, ends = true }): Turn[] => {
    if (untilMax === FOREVER || !ends) return [];
    const next = inOrder.find((one) => one.id !== id && one.fromMax >= untilMin);
    return [{ term: id, earliest: untilMin, latest: untilMax, lastPrinted: lastPrinted(until, untilMin, untilMax), nextEnds: next?.untilMax ?? FOREVER }];
  });
};

const liesIn = (days: Days, turn: Days): boolean => (days.earliest ?? '') >= (turn.earliest ?? '') && days.latest <= turn.latest;

/** The turn of a term at which a seat ends: as the term says, or by a date within its days; null: it does not end so. */
const turnAt = (end: Edge, turns: readonly Turn[]): Turn | null => {
  const term = end.deciders.find(({ cause }) => cause === 'TERM');
  if (end.dated) return turns.find((turn) => liesIn(end, turn)) ?? null;
  return term
    ? (turns.find((turn) => turn.term === term.by && daysMeet(turn, end)) ?? { term: term.by, ...daysOf(end), lastPrinted: end.latest, nextEnds: FOREVER })
    : null;
};

const daysOf = ({ earliest, latest }: Days): Days => ({ earliest, latest });

/** The days of an end. Where a term that is printed as a month or year turns, the day after that is none of them. */
const daysOfEnd = (end: Edge, turn: Turn | null): Days =>
  turn && !end.dated && end.latest === turn.latest && (end.earliest ?? '') <= turn.lastPrinted ? { ...daysOf(end), latest: turn.lastPrinted } : daysOf(end);

/** Whether nothing but the turn of a term, or that seat which follows, ends a seat. */
const endsByNothingElse = (end: Edge, turn: Turn | null, successor: string | null): boolean =>
  (end.dated || end.deciders.length > 0) &&
  (!end.dated || turn !== null) &&
  end.deciders.every(({ cause, by }) => (cause === 'TERM' && turn !== null) || (cause === 'REPLACED' && by === successor));

/** The days of an end that is the start of another seat; null: it is not. */
const foldedInto = (end: Edge, start: Edge, turn: Turn | null, successor: string | null): Days | null => {
  const days = daysOfEnd(end, turn);
  return sameDays(end, start) || (daysMeet(days, start) && endsByNothingElse(end, turn, successor)) ? days : null;
};

const beginsAfter = (turn: Turn, { latest }: Edge): boolean => (turn.earliest ?? '') <= latest && latest < turn.nextEnds;

interface Candidate {
  seat: SeatEdges;
  followed: Followed;
}

const startOf = ({ seat }: Candidate): Edge => seat.from as Edge;

/** What may follow a seat in the same hands, in the same body. */
const candidatesAfter = (before: SeatEdges, seats: readonly SeatEdges[], turns: readonly Turn[]): Candidate[] => {
  const end = before.until;
  if (!end) return [];
  const turn = turnAt(end, turns);
  return seats
    .filter((seat) => seat !== before && seat.from && seat.row.fromMin >= before.row.fromMin)
    .filter(({ from }) => sameDays(end, from as Edge) || (turn !== null && beginsAfter(turn, from as Edge)))
    .map((seat): Candidate => ({
      seat,
      followed: {
        kind: seat.row.role === before.row.role ? 'REELECTED' : 'ROLE_CHANGED',
        before,
        ends: foldedInto(end, seat.from as Edge, turn, null),
      },
    }))
    .filter(({ followed: { kind, ends } }) => kind === 'REELECTED' || ends);
};

/** Each seat and each that goes on from it once: the same role first, then what folds. */
const paired = (candidates: readonly Candidate[]): Candidate[] => {
  const [ends, starts] = [new Set<string>(), new Set<string>()];
  const inOrder = sortedBy(candidates, (one) => {
    const { kind, ends, before } = one.followed;
    return [Number(kind !== 'REELECTED'), Number(!ends), startOf(one).latest, ROLES.indexOf(one.seat.row.role), before.row.id, one.seat.row.id];
  });
  return inOrder.filter(({ seat, followed: { before } }) => {
    if (ends.has(before.row.id) || starts.has(seat.row.id)) return false;
    ends.add(before.row.id);
    starts.add(seat.row.id);
    return true;
  });
};

/** What each seat follows: first the one that it replaces by a link, then the one that its holder had in the same body. */
export const followedBy = (
  seats: readonly SeatEdges[],
  links: readonly Link[],
  termsOf: (body: string) => readonly TermInterval[],
): ReadonlyMap<string, Followed[]> => {
  const byId = new Map(seats.map((seat) => [seat.row.id, seat]));
  const turns = new Map([...new Set(seats.map(({ row }) => row.body))].map((body) => [body, turnsOf(termsOf(body))]));
  const found = new Map<string, Followed[]>();
  const folded = new Set<string>();
  const add = (seat: string, followed: Followed): void => {
    found.set(seat, [...(found.get(seat) ?? []), followed]);
    if (followed.ends) folded.add(followed.before.row.id);
  };
  for (const { seat, replaces } of sortedBy(links, (link) => [byId.get(link.seat)?.from?.latest ?? FOREVER, link.seat])) {
    const [after, before] = [byId.get(seat), byId.get(replaces)];
    if (!after || !before) continue;
    const end = folded.has(replaces) ? null : before.until;
    const turn = end && turnAt(end, turns.get(before.row.body) ?? []);
    const ends =
      end && after.from && (printTheSame(before.row, after.row) && daysMeet(end, after.from) ? daysOf(end) : foldedInto(end, after.from, turn, seat));
    add(seat, { kind: 'REPLACED', before, ends });
  }
  for (const held of grouped(seats, ({ row }) => `${row.person} ${row.body}`).values()) {
    const [first] = held;
    if (!first || held.length < 2) continue;
    const candidates = held.flatMap((before) => candidatesAfter(before, held, turns.get(first.row.body) ?? []));
    const isLinked = ({ seat, followed }: Candidate): boolean => (found.get(seat.row.id) ?? []).some(({ before }) => before === followed.before);
    for (const { seat, followed } of paired(candidates.filter((one) => !isLinked(one) && !folded.has(one.followed.before.row.id)))) add(seat.row.id, followed);
  }
  return found;
};
