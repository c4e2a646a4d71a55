import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import { type CivilDate, FOREVER, earliest, latest } from '../../time/civil.js';
import { type Range, type Rivals, headcount, inSequences, worldsOf } from '../../time/headcount.js';
import { type Window, certaintyIn, certaintyOn, dayWindow } from '../../time/in-force.js';
import { type BoundCause, type IntervalEdge, leavesNoDay } from '../../time/interval.js';
import { spanOf } from '../../time/partial.js';
import { type Sequence, Sequenced } from '../../time/sequences.js';
import { areRivals } from '../conflicts/rules.js';
import { type Edge, edgeOf, endsAsBegins, ownEnd, printTheSame, turnsAmong } from '../events/edges.js';
import { type Posts, byPost, postOf, sharedBy } from '../offices/rules.js';
import type { AlternativeSeat, Link } from './model.js';

const daysMeet = (earlier: AlternativeSeat, later: AlternativeSeat): boolean => earlier.untilMin <= later.fromMax && later.fromMin <= earlier.untilMax;

/** Whether nothing ends a seat but that one which follows it, or the turn of its term. */
const endsOnlyBy = (later: AlternativeSeat, { dated, deciders }: Edge): boolean =>
  !dated && deciders.every(({ cause, by }) => cause === 'TERM' || (cause === 'REPLACED' && by === later.id));

/** What says of an end by itself no more than that something else may be it. */
const IMPLIED_ENDS: readonly BoundCause[] = ['REPLACED', 'TERM', 'OBSERVED'];

/** Whether something of its own, such as a death within a year, may end a seat before the last day on which it can end. */
const mayEndBefore = ({ boundEdges, boundCauses }: AlternativeSeat): boolean =>
  boundCauses.some((cause, at) => boundEdges[at] === 'UNTIL' && !IMPLIED_ENDS.includes(cause));

/** Whether the end of the one and the start of the other are one day, whichever that is. */
const shareDay = (earlier: AlternativeSeat, later: AlternativeSeat): boolean => {
  if (endsAsBegins(earlier, later)) return true;
  if (!daysMeet(earlier, later) || mayEndBefore(earlier)) return false;
  const end = edgeOf(earlier, 'UNTIL');
  return end ? endsOnlyBy(later, end) : !ownEnd(statedIn(earlier));
};

/** The term by which a bound of a seat lies, and where. */
const termAt = ({ boundEdges, boundCauses, boundBys, boundDates }: AlternativeSeat, edge: IntervalEdge): { id: string; date: CivilDate } | null => {
  const at = boundCauses.findIndex((cause, one) => cause === 'TERM' && boundEdges[one] === edge);
  return at < 0 ? null : { id: boundBys[at] as string, date: boundDates[at] as CivilDate };
};

/** The terms that a seat names, or that bound it. */
export const termsOf = ({ term, boundCauses, boundBys }: AlternativeSeat): string[] => [
  ...(term === null ? [] : [term]),
  ...boundBys.filter((_, at) => boundCauses[at] === 'TERM'),
];

interface Turn {
  start: CivilDate | null;
  end: CivilDate | null;
}

/** When terms begin and end at the most, as far as it is known. */
export type Turns = ReadonlyMap<string, Turn>;

/** The term that a seat follows, or is gone by: its own lies around it also where no bound of that shows. */
const termAround = (seat: AlternativeSeat, edge: IntervalEdge, named: Turns): string | null => {
  const bounding = termAt(seat, edge);
  if (bounding || seat.term === null) return bounding?.id ?? null;
  return named.has(seat.term) ? seat.term : (termAt(seat, edge === 'FROM' ? 'UNTIL' : 'FROM')?.id ?? null);
};

const turnsOf = (seats: readonly AlternativeSeat[], named: Turns): Map<string, Turn> => {
  const turns = new Map(named);
  for (const seat of seats) {
    const [start, end] = [termAt(seat, 'FROM'), termAt(seat, 'UNTIL')];
    if (start) turns.set(start.id, { start: latest(turns.get(start.id)?.start ?? start.date, start.date), end: turns.get(start.id)?.end ?? null });
    if (end) turns.set(end.id, { start: turns.get(end.id)?.start ?? null, end: earliest(turns.get(end.id)?.end ?? FOREVER, end.date) });
  }
  return turns;
};

/** By when a seat is held by its own dates, whatever lies around it. */
const heldBy = (seat: AlternativeSeat): CivilDate => {
  const { from, seen = [] } = statedIn(seat);
  const said = [...(from ? [from] : []), ...seen.map(({ on }) => on)];
  return said.map((date) => spanOf(date).last).reduce(earliest, seat.fromMax);
};

/** Whether a term goes before another, as far as the bounds that they give say so; else as its seat was held before the other can begin. */
const goesBefore = (one: Turn, other: Turn, seat: AlternativeSeat): boolean => {
  const starts = one.start !== null && other.start !== null ? one.start < other.start : null;
  const ends = one.end !== null && other.end !== null ? one.end < other.end : null;
  if (starts === null && ends === null) return other.start !== null && heldBy(seat) < other.start;
  return starts !== false && ends !== false;
};

const byTerm = (seats: readonly AlternativeSeat[], edge: IntervalEdge, named: Turns): [term: string, seats: AlternativeSeat[]][] => {
  const groups = grouped(seats, (seat) => termAround(seat, edge, named) ?? '');
  groups.delete('');
  return [...groups];
};

/** Whether seats are of several terms. */
const areOfSeveralTerms = (seats: readonly AlternativeSeat[]): boolean => {
  let only: string | undefined;
  return seats.some((seat) =>
    termsOf(seat).some((id) => {
      only ??= id;
      return id !== only;
    }),
  );
};

/** Who sits by a term that turns is gone by the day on which those of the next sit. */
const acrossTerms = (seats: readonly AlternativeSeat[], named: Turns): Sequence[] => {
  if (!areOfSeveralTerms(seats)) return [];
  const turns = turnsOf(seats, named);
  const starting = byTerm(seats, 'FROM', named);
  const following = (earlier: AlternativeSeat, later: AlternativeSeat): Sequence[] =>
    later.id === earlier.id || later.fromMin >= earlier.untilMax
      ? []
      : [{ earlier: earlier.id, later: later.id, shared: later.person === earlier.person && shareDay(earlier, later) }];
  return byTerm(seats, 'UNTIL', named).flatMap(([before, leaving]) =>
    starting.flatMap(([after, coming]) => {
      const [one, other] = [turns.get(before), turns.get(after)];
      if (before === after || !one || !other) return [];
      return leaving.filter((earlier) => goesBefore(one, other, earlier)).flatMap((earlier) => coming.flatMap((later) => following(earlier, later)));
    }),
  );
};

/** Which seats of a body follow which. */
export const sequencesOf = (seats: readonly AlternativeSeat[], links: readonly Link[], named: Turns = new Map()): Sequence[] => {
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  const linked = links.flatMap(({ earlier, later }): Sequence[] => {
    const [before, after] = [byId.get(earlier), byId.get(later)];
    return before && after ? [{ earlier, later, shared: (printTheSame(before, after) && daysMeet(before, after)) || shareDay(before, after) }] : [];
  });
  const goingOn = [...grouped(seats, ({ person }) => person).values()].flatMap(turnsAmong);
  return [...linked, ...goingOn, ...acrossTerms(seats, named)];
};

/** Seats in an office that one person holds at a time. */
export const rivalsOf = (seats: readonly AlternativeSeat[], posts: Posts): (Rivals & { areCertain: boolean })[] =>
  [...byPost(seats, posts).values()].flatMap((held) =>
    held.flatMap((one, at) =>
      held
        .slice(at + 1)
        .filter((other) => other.person !== one.person)
        .map((other) => ({ pair: [one.id, other.id] as const, contested: false, areCertain: areRivals(one, other) })),
    ),
  );

/** Whether a seat is known to be of a term. */
export const isOfTerm = (seat: AlternativeSeat): boolean => seat.term !== null || seat.boundCauses.includes('TERM');

/** Whether a term may turn in a window: then who surely sits by one bears on who else may. */
export const mayTurnIn = (seats: readonly AlternativeSeat[], window: Window): boolean =>
  seats.some((m) => isOfTerm(m) && certaintyIn(m, window) === 'POSSIBLE');

/** What of the seats of a body bears on who holds them on a day: the rest is there, or not, whatever the unknown days are. */
const seatsBeside = ({ seats, links, ...posts }: SeatsOfBody, day: CivilDate): AlternativeSeat[] => {
  const linked = new Set(links.flatMap(({ earlier, later }) => [earlier, later]));
  const turns = mayTurnIn(seats, dayWindow(day));
  const bears = (m: AlternativeSeat): boolean =>
    postOf(m, posts) !== null || linked.has(m.id) || certaintyOn(m, day) === 'POSSIBLE' || (turns && isOfTerm(m) && certaintyOn(m, day) !== null);
  return seats.filter((m) => !leavesNoDay(m) && bears(m));
};

/** The seats of a body, all that it had or has, with what says which may not be held at a time. */
export interface SeatsOfBody extends Posts {
  seats: readonly AlternativeSeat[];
  links: readonly Link[];
}

/** How many of some seats are held on a day, at the least and at the most: one by each person. Of two who are both said to hold an office for one, one does. */
const heldOn = (all: SeatsOfBody, counted: readonly AlternativeSeat[], day: CivilDate, shared: ReadonlyMap<string, string>): Range => {
  const beside = seatsBeside(all, day);
  const rivals = rivalsOf(beside, all).map(({ pair, areCertain }) => ({ pair, contested: areCertain }));
  const held = grouped(
    counted.filter((m) => certaintyOn(m, day) !== null),
    ({ person }) => shared.get(person) ?? person,
  );
  const claims = [...held].map(([person, own]) => ({ person, parts: own.map(({ id }) => ({ row: id, without: [] })), sure: true }));
  return headcount(worldsOf(inSequences(new Sequenced(beside), sequencesOf(beside, all.links)), rivals, day), claims, day);
};

/** How many of some seats are held on a day: those who share an office have one. */
export const seatsHeldOn = (all: SeatsOfBody, counted: readonly AlternativeSeat[], day: CivilDate): Range =>
  heldOn(all, counted, day, sharedBy(counted, all.offices));

/** How many people hold some seats on a day. */
export const holdersOn = (all: SeatsOfBody, counted: readonly AlternativeSeat[], day: CivilDate): Range => heldOn(all, counted, day, new Map());
