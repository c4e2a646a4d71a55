import { statedIn } from '../../record/dated-properties.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import type { Limit, Surroundings } from '../../time/bounds.js';
import { FOREVER, earliest, isCivilDate } from '../../time/civil.js';
import { lifeUntil, startAfter } from '../../time/endings.js';
import { dayWindow, isPossible } from '../../time/in-force.js';
import { type BoundCause, type Ending, type Interval, type Start, givenInterval } from '../../time/interval.js';
import { type OwnDates, type Told, type Witnesses, ownDates } from '../../time/own-dates.js';
import { type SeatStart, type Terms, boundsOfTerms } from '../../time/terms.js';
import type { Affiliation } from '../affiliations/model.js';
import { type Tie, membershipId } from '../appointments/model.js';
import type { RecordedExistence } from '../intervals/model.js';
import type { Office } from '../offices/model.js';
import { officeOf } from '../offices/rules.js';
import { isParty } from '../parties/model.js';
import type { Person } from '../people/model.js';
import { isDerived } from '../rules/rules.js';
import { readAway } from './away.js';
import { type BodyAround, bodiesAround } from './bodies-around.js';
import { type Dependency, type Ends, type Sitting, dependedOn, dependenciesOf, endOfSitting, endsApplied, endsBefore, endsOfLast } from './dependencies.js';
import type { Membership } from './model.js';
import { endsByItself, isInTerms, isMember } from './rules.js';
import type { AllAround } from './surroundings.js';
import { type Telling, tellingOfSeats, tellingOfTies } from './telling.js';

const NOWHERE: BodyAround = { limits: [], terms: [], turning: null, lists: [], offices: [], governs: false };

/** What lies around seats, and around what depends on all of some seats, by the own dates of all. */
export interface Neighbours {
  ofSeat: (seat: Membership) => Surroundings;
  /** `limits`: the lives and existences that each of the seats itself lies in. */
  onSeats: (seats: readonly string[]) => { limits: Limit[]; starts: Start[]; ends: Ending[] };
  /** What ends a tie with the last of the seats that it depends on, which are among those around which was read. */
  endsOfTie: (tie: Affiliation) => Ending[];
  /** Where seats begin, as they end what they put an end to. */
  startsOf: (seats: readonly string[]) => Ending[];
}

interface Read {
  people: ReadonlyMap<string, Person>;
  bodies: ReadonlyMap<string, BodyAround>;
  /** All seats that are near, by their ids. */
  seats: ReadonlyMap<string, Membership>;
  ties: ReadonlyMap<string, Affiliation>;
  tellingOfTies: Telling;
  /** The places and parties that these ties lead to. */
  principals: ReadonlyMap<string, RecordedExistence>;
  dependencies: ReadonlyMap<string, readonly Tie[]>;
  /** Ids of what replaces a seat, and of what it replaces. */
  successors: ReadonlyMap<string, readonly string[]>;
  predecessors: ReadonlyMap<string, readonly string[]>;
  /** When those whom a complete list leaves out are away from their seats. */
  away: (seat: Membership) => readonly Interval[];
  telling: Telling;
}

/** Whether a complete list does not name who holds a seat of a member. */
const namesNot = ({ people }: BodyAround['lists'][number], seat: Membership): boolean => isMember(seat) && !people.has(seat.person);

const linked = (ties: readonly Tie[], from: 'fromId' | 'toId', to: 'fromId' | 'toId'): Map<string, string[]> =>
  new Map(
    [
      ...grouped(
        sortedBy(ties, ({ fromId, toId }) => [fromId, toId]),
        (tie) => membershipId(tie[from]),
      ),
    ].map(([id, all]) => [id, all.map((tie) => membershipId(tie[to]))]),
  );

/** What is near seats, and near others on which something depends: what all these depend on, other seats of those who hold what is depended on, what replaces all these, and what they replace; of bodies that hold over, all seats that turn with their terms. */
const readNear = async (around: AllAround, asked: readonly Membership[], others: readonly string[]): Promise<Read> => {
  const named = await around.seats(others);
  const seats = [...asked, ...named];
  const near = new Map(seats.map((seat) => [seat.id, seat]));
  const add = (rows: readonly Membership[]): void => rows.forEach((row) => near.set(row.id, near.get(row.id) ?? row));
  const { dependencies, ties: dependedTies, rows } = await dependedOn(around, near.keys(), named);
  const ties = [...dependedTies.values()];
  add(rows);
  const [replacing, replaced] = await Promise.all([around.replacing(near.keys()), around.replaced(seats.map(({ id }) => id))]);
  add(await around.seats([...replacing.map(({ fromId }) => fromId), ...replaced.map(({ toId }) => toId)].map(membershipId)));
  const bodies = await bodiesAround(around, new Set([...near.values()].map(({ body }) => body)), (some) => tellingOfSeats(around, some));
  const turning = [...bodies.values()].flatMap((body) => body.turning ?? []).filter(({ id }) => !near.has(id));
  add(turning);
  const replacingThese = await around.replacing(turning.map(({ id }) => id));
  add(await around.seats(replacingThese.map(({ fromId }) => membershipId(fromId))));
  const telling = await tellingOfSeats(around, [...near.values()]);
  const leftOut = [...near.values()].filter((seat) => bodies.get(seat.body)?.lists.some((list) => namesNot(list, seat)));
  return {
    people: await around.people([...near.values(), ...ties].map(({ person }) => person)),
    bodies,
    seats: near,
    ties: dependedTies,
    principals: await around.principals(ties.map(({ principal }) => principal)),
    dependencies,
    successors: linked([...replacing, ...replacingThese], 'toId', 'fromId'),
    predecessors: linked(replaced, 'fromId', 'toId'),
    away: await readAway(around, leftOut),
    telling,
    tellingOfTies: await tellingOfTies(around, ties),
  };
};

/** The life of a holder; none where no death is recorded. */
export const livesUntil = (person: Person | undefined, replacedOn: readonly string[] = []): Limit[] =>
  person?.diedOn ? [lifeUntil(person.id, person.diedOn, replacedOn)] : [];

const limitByPrincipal = (principal: RecordedExistence | undefined): Limit[] => {
  const existence = principal && givenInterval(principal);
  return existence ? [{ ...existence, cause: isParty(principal.id) ? 'PARTY_EXISTENCE' : 'PLACE_EXISTENCE', by: principal.id }] : [];
};

/** When the office of a seat is there. */
export const limitByOffice = (office: Office | null): Limit[] => {
  if (!office) return [];
  const { id, fromMin, fromMax, untilMin, untilMax } = office;
  return [{ fromMin, fromMax, untilMin, untilMax, cause: 'OFFICE_ABOLISHED', by: id }];
};

/** What a personal tie lies within: the life of the person, and the existence of the place or party. */
export const limitsOfTie = (person: Person | undefined, principal: RecordedExistence | undefined): Limit[] => [
  ...livesUntil(person),
  ...limitByPrincipal(principal),
];

/** What is around seats, and around others that are named by their ids. */
export const readNeighbours = async (all: AllAround, seats: readonly Membership[], others: readonly string[] = []): Promise<Neighbours> => {
  const read = await readNear(all, seats, others);
  const bodyOf = ({ body }: Membership): BodyAround => read.bodies.get(body) ?? NOWHERE;
  const seatsNamed = (ids: readonly string[] | undefined): Membership[] => (ids ?? []).flatMap((id) => read.seats.get(id) ?? []);
  const successorsOf = ({ id }: Membership): Membership[] => seatsNamed(read.successors.get(id));
  const replacedOn = (seat: Membership): string[] => successorsOf(seat).flatMap(({ from }) => (from !== null && isCivilDate(from) ? [from] : []));

  const leavesOut = (seat: Membership): Told[] => {
    const lists = bodyOf(seat).lists.filter((list) => namesNot(list, seat));
    const away = lists.length > 0 ? read.away(seat) : [];
    return lists.filter(({ on }) => !away.some((days) => isPossible(days, dayWindow(on))));
  };
  const witnessesOf = (seat: Membership): Witnesses => ({ ...read.telling(seat), lists: leavesOut(seat), replacedOn: replacedOn(seat) });

  const owns = new Map<string, OwnDates>();
  const own = (seat: Membership): OwnDates => {
    const known = owns.get(seat.id) ?? ownDates(statedIn(seat), witnessesOf(seat));
    owns.set(seat.id, known);
    return known;
  };
  const startOf = (seat: Membership): SeatStart => ({ fromMin: own(seat).fromMin, fromMax: own(seat).fromMax, term: seat.term });
  const limitsOf = (seat: Membership): Limit[] => [
    ...bodyOf(seat).limits,
    ...limitByOffice(officeOf(seat, bodyOf(seat).offices)),
    ...livesUntil(read.people.get(seat.person), replacedOn(seat)),
  ];
  const startsIn = new Map([...read.bodies].map(([id, { turning }]) => [id, turning?.map(startOf) ?? null]));
  const termsOf = (seat: Membership): Terms => {
    const { terms } = bodyOf(seat);
    const all = isInTerms(seat) ? terms : terms.filter(({ id }) => id === seat.term);
    return { all, named: seat.term, seats: startsIn.get(seat.body) ?? null };
  };
  /** Who begins on a day that nobody knows ends nobody. */
  const startsOf = (seats: readonly Membership[]): Ending[] =>
    seats
      .filter((one) => own(one).fromMax !== FOREVER)
      .map((one) => ({ untilMin: own(one).fromMin, untilMax: own(one).fromMax, cause: 'REPLACED', by: one.id }));
  const startsOfSuccessors = (seat: Membership): Ending[] => startsOf(successorsOf(seat));
  const endsOfTerms = (seat: Membership): readonly Ending[] => boundsOfTerms(own(seat), termsOf(seat)).ends;
  const sittingOf = (seat: Membership, ends: readonly Ends[] = []): Sitting => {
    const { untilMin, untilMax } = own(seat);
    const turn = endsOfTerms(seat).reduce((day, one) => earliest(day, one.untilMax), FOREVER);
    return {
      id: seat.id,
      role: seat.role,
      own: own(seat),
      ends: endsApplied(own(seat), [], [{ untilMin, untilMax }, ...startsOfSuccessors(seat), ...ends]),
      turn,
    };
  };

  const seatsBySitting = grouped(read.seats.values(), ({ person, body }) => `${person} ${body}`);
  const causeOf = (seat: Membership): BoundCause => (bodyOf(seat).governs ? 'HOME_MANDATE' : 'RULE');
  /** A row in which a holder goes on ends by all that it lies in, and depends on, too. */
  const goingOn = (seat: Membership, passed: ReadonlySet<string>): Sitting => {
    const { ends } = passed.has(seat.id) ? { ends: [] } : dependent(dependenciesOf(seat.id, read.dependencies), new Set([...passed, seat.id]));
    return sittingOf(seat, endsBefore(own(seat), [...limitsOf(seat), ...endsOfTerms(seat), ...ends]));
  };
  const endsWithSeat = (seat: Membership, { role }: Dependency, passed: ReadonlySet<string>): Ending[] => {
    const others = role ? [] : (seatsBySitting.get(`${seat.person} ${seat.body}`) ?? []).filter(({ id }) => id !== seat.id);
    const within = new Set([...passed, seat.id]);
    const sitting = endOfSitting(
      sittingOf(seat),
      others.map((one) => goingOn(one, within)),
    );
    const ends = [...endsApplied(own(seat), limitsOf(seat), endsOfTerms(seat)), sitting];
    return ends.map(({ untilMin, untilMax }) => ({ untilMin, untilMax, cause: causeOf(seat), by: seat.id }));
  };
  const ownOfTie = (tie: Affiliation): OwnDates => ownDates(statedIn(tie), read.tellingOfTies(tie));
  const endsByTie = (tie: Affiliation): Ending[] => {
    const dates = ownOfTie(tie);
    return endsApplied(dates, limitsOfTie(read.people.get(tie.person), read.principals.get(tie.principal)), [dates]).map(({ untilMin, untilMax }) => ({
      untilMin,
      untilMax,
      cause: 'RULE',
      by: tie.id,
    }));
  };
  /** `passed`: ties and seats from which it is come to, and which end with it if they lie in a circle. */
  const aroundDependency = (dependency: Dependency, passed: ReadonlySet<string>): { starts: Start[]; ends: Ending[] } => {
    const seat = read.seats.get(dependency.on);
    const tie = read.ties.get(dependency.on);
    const dates = seat ? own(seat) : tie && ownOfTie(tie);
    if (!dates) return { starts: [], ends: [] };
    const { fromMin, fromMax } = dates;
    const starts: Start[] = dependency.ends ? [] : [{ fromMin, fromMax, cause: seat ? causeOf(seat) : 'RULE', by: dependency.on }];
    return { starts, ends: seat ? endsWithSeat(seat, dependency, passed) : tie ? [...endsByTie(tie), ...endsOfTie(tie, passed)] : [] };
  };

  const dependent = (dependencies: readonly Dependency[], passed: ReadonlySet<string> = new Set()): { starts: Start[]; ends: Ending[] } => {
    const found = dependencies.map((one) => aroundDependency(one, passed));
    return { starts: found.flatMap(({ starts }) => starts), ends: found.flatMap(({ ends }) => ends) };
  };
  const onSeat = (id: string): Dependency[] => [{ on: id, role: false, ends: false }, ...dependenciesOf(id, read.dependencies)];
  const endsOfTie = ({ id, dependsOn }: Affiliation, passed: ReadonlySet<string> = new Set()): Ending[] =>
    passed.has(id) ? [] : endsOfLast(seatsNamed(dependsOn ?? []).map((seat) => dependent(onSeat(seat.id), new Set([...passed, id])).ends));

  return {
    ofSeat: (seat) => {
      const { starts, ends } = dependent(dependenciesOf(seat.id, read.dependencies));
      if (isDerived(seat.id)) return { limits: limitsOf(seat), starts, ends };
      const afterPredecessors = seatsNamed(read.predecessors.get(seat.id)).flatMap((one) => startAfter(one.id, own(one), endsByItself(one), own(seat)) ?? []);
      return {
        ...witnessesOf(seat),
        limits: limitsOf(seat),
        terms: termsOf(seat),
        starts: [...starts, ...afterPredecessors],
        ends: [...startsOfSuccessors(seat), ...ends],
      };
    },
    onSeats: (ids) => ({ limits: seatsNamed(ids).flatMap(limitsOf), ...dependent(ids.flatMap(onSeat)) }),
    endsOfTie,
    startsOf: (ids) => startsOf(seatsNamed(ids)),
  };
};
