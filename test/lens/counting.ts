import { certaintyOf, intervalOf } from './bounds.js';
import { type CountedRows, HOME, PARTIES, type RightRow, type SeatRow, type StandInRow } from './counted-worlds.js';
import { LAST, earliest, latest, plus } from './days.js';
import { type Before, type Bounds, Possible } from './possible.js';
import type { Certainty } from './rows.js';

/** What the graph says of where a row lies. */
export interface Lies extends Bounds {
  boundedBy: { edge: string; cause: string; by: { id: string } | null }[];
}

export interface Span {
  min: number;
  max: number;
}
/** What nobody may leave; `exact`: and nothing less than all of it. */
export interface Expected extends Span {
  exact: boolean;
}

const NO_MEMBERS = ['SUBSTITUTE', 'OBSERVER', 'EMPLOYEE', 'DIRECTOR'];
const FOR_ONE = ['MAYOR', 'CHAIR', 'VICE_CHAIR'];
const TAKEN_OVER = ['REPLACED', 'TERM', 'OBSERVED'];
export const UNKNOWN = 'UNKNOWN';
export const INDEPENDENT = 'INDEPENDENT';

/** Who sits in a body, in one of the worlds that may be. */
export interface Sitting {
  person: string;
  role: string;
  seat: string;
}

export const isMember = ({ role }: { role: string }): boolean => !NO_MEMBERS.includes(role);
export const spanOf = (counts: readonly number[]): Span => ({ min: Math.min(...counts), max: Math.max(...counts) });
const isThere = ({ fromMin, untilMax }: Bounds): boolean => fromMin < untilMax;
const sameDays = (a: Bounds, b: Bounds): boolean => a.untilMin === b.fromMin && (a.untilMax === b.fromMax || a.untilMax === plus(b.fromMax, 1));
const pairs = <T>(all: readonly T[]): [T, T][] => all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
const after = (first: string, then: string): Before => ({ first: [first, 'end'], then: [then, 'start'] });
const onOneDay = (first: string, then: string): Before[] => [after(first, then), { first: [then, 'start'], then: [first, 'end'] }];
/** How many people are among these. */
export const people = (sitting: readonly Sitting[]): number => new Set(sitting.map(({ person }) => person)).size;

/** Everything that may be of who sits in the bodies of a world, given where the graph says that each row lies. */
export class Counting {
  constructor(
    readonly rows: CountedRows,
    private readonly lies: ReadonlyMap<string, Lies>,
  ) {}

  /** Where a row lies; undefined: on no day. */
  lying(id: string): Lies | undefined {
    const found = this.lies.get(id);
    return found && isThere(found) ? found : undefined;
  }

  private certainty(id: string, day: string): Certainty | null {
    const at = this.lying(id);
    return at ? certaintyOf({ ...at, open: false }, day) : null;
  }

  private seatsOf(body: string): (SeatRow & { at: Lies })[] {
    return this.rows.memberships.flatMap((row) => {
      const at = this.lying(row.id);
      return row.body === body && at ? [{ ...row, at }] : [];
    });
  }

  /** Who may stand in for a member of a body on some of these days, on which all three are there. */
  private standInsOf(body: string, days: readonly string[]): (StandInRow & { at: Bounds; person: string })[] {
    const seats = new Map(this.seatsOf(body).map((row) => [row.id, row]));
    return this.rows['stand-ins'].flatMap((row) => {
      const [own, substitute, holder] = [this.lying(row.id), seats.get(row.substitute), seats.get(row.holder)];
      if (!own || !substitute || !holder || !isMember(holder)) return [];
      const all = [own, substitute.at, holder.at];
      const at = {
        id: row.id,
        fromMin: latest(...all.map(({ fromMin }) => fromMin)),
        fromMax: latest(...all.map(({ fromMax }) => fromMax)),
        untilMin: earliest(...all.map(({ untilMin }) => untilMin)),
        untilMax: earliest(...all.map(({ untilMax }) => untilMax)),
      };
      return isThere(at) && days.some((day) => certaintyOf({ ...at, open: false }, day)) ? [{ ...row, at, person: substitute.person }] : [];
    });
  }

  /** What may be of a body on some days; null: what is known of it cannot all be true. */
  private possible(body: string, days: readonly string[]): Map<string, string>[] | null {
    const seats = this.seatsOf(body);
    const standIns = this.standInsOf(body, days);
    const { several = [] } = this.rows.bodies.find(({ id }) => id === body) ?? {};
    const endsAlone = ({ until, over, at }: SeatRow & { at: Lies }): boolean =>
      Boolean(until) || Boolean(over?.length) || at.boundedBy.some(({ edge, cause }) => edge === 'UNTIL' && !TAKEN_OVER.includes(cause));
    const shares = (a: (typeof seats)[number], b: (typeof seats)[number]): boolean =>
      sameDays(a.at, b.at) || (!endsAlone(a) && a.at.untilMin <= b.at.fromMax && b.at.fromMin <= a.at.untilMax);
    const termAt = ({ at }: (typeof seats)[number], edge: string): number =>
      this.rows.terms
        .filter((term) => term.body === body)
        .findIndex(({ id }) => at.boundedBy.some((one) => one.cause === 'TERM' && one.edge === edge && one.by?.id === id));
    const orders = seats.flatMap((earlier) =>
      seats.flatMap((later): Before[] => {
        if (earlier === later) return [];
        const isLinked = later.appointment?.replaces?.membership === earlier.id;
        if (isLinked) return shares(earlier, later) ? onOneDay(earlier.id, later.id) : [after(earlier.id, later.id)];
        if (earlier.person === later.person && earlier.at.untilMax !== LAST && sameDays(earlier.at, later.at)) return onOneDay(earlier.id, later.id);
        const isNextTerm = termAt(earlier, 'UNTIL') === 0 && termAt(later, 'FROM') === 1;
        if (!isNextTerm || later.at.fromMin >= earlier.at.untilMax) return [];
        return earlier.person === later.person && shares(earlier, later) ? onOneDay(earlier.id, later.id) : [after(earlier.id, later.id)];
      }),
    );
    const inside = standIns.flatMap(({ id, holder }): Before[] => [
      { first: [holder, 'start'], then: [id, 'start'] },
      { first: [id, 'end'], then: [holder, 'end'] },
    ]);
    const apart = pairs(seats)
      .filter(([a, b]) => a.role === b.role && a.person !== b.person && FOR_ONE.includes(a.role) && !several.includes(a.role))
      .map(([a, b]) => [a.id, b.id] as const);
    const all = new Possible(
      [...seats, ...standIns].map(({ at }) => at),
      [...orders, ...inside],
      apart,
    );
    return all.on(days);
  }

  /** Who may sit in a body on a day, in each of the worlds that may be. */
  sitting(body: string, day: string): Sitting[][] | null {
    const [seats, standIns] = [this.seatsOf(body).filter(isMember), this.standInsOf(body, [day])];
    return (
      this.possible(body, [day])?.map((states) =>
        seats
          .filter(({ id }) => states.get(id) === 'x')
          .flatMap((held): Sitting[] => {
            const inPlace = standIns.filter(({ id, holder }) => holder === held.id && states.get(id) === 'x');
            return inPlace.length
              ? inPlace.map(({ id, person }) => ({ person, role: held.role, seat: id }))
              : [{ person: held.person, role: held.role, seat: held.id }];
          }),
      ) ?? null
    );
  }

  /** Who may hold seats in a body on two days, in each of the worlds that may be. */
  holding(body: string, days: readonly string[]): Sitting[][][] | null {
    const seats = this.seatsOf(body).filter(isMember);
    return (
      this.possible(body, days)?.map((states) =>
        days.map((_, i) => seats.filter(({ id }) => states.get(id)?.[i] === 'x').map(({ id, person, role }) => ({ person, role, seat: id }))),
      ) ?? null
    );
  }

  /** Whether everybody who may sit in a body on a day may do so by one seat, in one way. */
  hasOneEach(body: string, day: string): boolean {
    const there = this.seatsOf(body).filter((seat) => certaintyOf({ ...seat.at, open: false }, day) !== null && isMember(seat));
    return this.standInsOf(body, [day]).length === 0 && new Set(there.map(({ person }) => person)).size === there.length;
  }

  /** To which parties somebody may belong on a day, in each of the worlds that may be: each, INDEPENDENT or UNKNOWN. */
  parties(person: string, day: string): string[][] | null {
    const ties = this.rows.affiliations.flatMap((row) => {
      const at = this.lying(row.id);
      return row.person === person && (!row.with || PARTIES.includes(row.with)) && at ? [{ to: row.with ?? INDEPENDENT, at }] : [];
    });
    const ids = ties.map(({ at }) => at.id);
    const orders = ties.flatMap((a) => ties.flatMap((b) => (a !== b && sameDays(a.at, b.at) ? onOneDay(a.at.id, b.at.id) : [])));
    const apart = pairs(ties)
      .filter(([a, b]) => a.to !== b.to)
      .map(([a, b]) => [a.at.id, b.at.id] as const);
    const all = new Possible(
      ties.map(({ at }) => at),
      orders,
      apart,
    );
    const states = all.clashes ? null : all.on([day]);
    return (
      states?.map((state) => {
        const held = [...new Set(ties.filter((_, i) => state.get(ids[i] as string) === 'x').map(({ to }) => to))];
        return held.length ? held : [UNKNOWN];
      }) ?? null
    );
  }

  /** Whether somebody is recorded to sit on a body's day by nobody else. */
  isClosed(body: string, day: string): boolean {
    const isKept = this.rows.registers.some((row) => row.body === body && row.from <= day && (!row.until || day < row.until));
    return isKept || this.listedOn(body, day) === day;
  }

  /** The day of the last complete list. */
  listedOn(body: string, day: string): string | null {
    const days = this.rows.lists
      .filter((list) => list.body === body)
      .map(({ document }) => this.rows.documents.find(({ id }) => id === document)?.date as string)
      .filter((on) => on <= day);
    return days.sort().at(-1) ?? null;
  }

  exists(body: string, day: string): boolean {
    const { existence } = this.rows.bodies.find(({ id }) => id === body) ?? {};
    return !existence || certaintyOf(intervalOf(existence, false), day) !== null;
  }

  /** How many sit, and whether more may; undefined: a maximum that is reached closes it, where the least is told exactly. */
  filled(body: string, day: string): (Expected & { open: boolean | undefined }) | null {
    const all = this.sitting(body, day);
    if (!all) return null;
    const { min, max } = spanOf(all.map(people));
    const { maximum } = this.rows.bodies.find(({ id }) => id === body) ?? {};
    const exact = this.hasOneEach(body, day);
    // A record that breaks its maximum cannot all be true: a range that is not exact is cut at what it is sure of.
    if (maximum !== undefined && min > maximum && !exact) return null;
    if (maximum !== undefined && min >= maximum) return { min, max: min, open: exact || this.isClosed(body, day) ? false : undefined, exact };
    return { min, max, open: !this.isClosed(body, day), exact };
  }

  /** How many people hold seats in a body that a principal fills; null: what is known cannot all be true. */
  heldBy(body: string, principal: string, day: string): Span | null {
    const fills = ({ appointment }: SeatRow): boolean =>
      appointment?.by?.principal === principal || Boolean(appointment?.represents?.some((tie) => tie.principal === principal));
    const ids = new Set(this.rows.memberships.filter(fills).map(({ id }) => id));
    const all = this.holding(body, [day]);
    return all && spanOf(all.map(([held = []]) => people(held.filter(({ seat }) => ids.has(seat)))));
  }

  /** From where those who sit in a body may come: their homes, what they represent, and what a council governs of those who sit in it. */
  homes(body: string, all: readonly string[], day: string, worlds: readonly Sitting[][]): { to: string; span: Span }[] {
    const standIns = new Set(this.standInsOf(body, [day]).map(({ substitute }) => substitute));
    const ties = new Map(
      all.map((person) => {
        const affiliated = this.rows.affiliations
          .filter((row) => row.person === person && row.with?.startsWith('municipality:'))
          .map((row) => ({ to: row.with as string, sure: this.certainty(row.id, day) }));
        const seats = this.rows.memberships.filter((row) => row.person === person && row.role !== 'SUBSTITUTE' && row.body === 'body:council');
        const council = seats.map(({ id }) => ({
          to: HOME,
          sure: body === 'body:council' && this.certainty(id, day) ? ('CERTAIN' as const) : this.certainty(id, day),
        }));
        const represented = this.rows.memberships
          .filter((row) => row.person === person && row.body === body && (isMember(row) || standIns.has(row.id)) && this.certainty(row.id, day))
          .flatMap(({ appointment }) => appointment?.represents ?? [])
          .map(({ principal }) => ({ to: principal, sure: 'CERTAIN' as const }));
        return [person, [...affiliated, ...council, ...represented].filter(({ sure }) => sure !== null)] as const;
      }),
    );
    const of = (person: string): { to: string; sure: Certainty | null }[] => ties.get(person) ?? [];
    const places = [...new Set([...ties.values()].flat().map(({ to }) => to))];
    const span = (may: (person: string) => boolean, does: (person: string) => boolean): Span => ({
      min: spanOf(worlds.map((world) => people(world.filter(({ person }) => does(person))))).min,
      max: spanOf(worlds.map((world) => people(world.filter(({ person }) => may(person))))).max,
    });
    return [
      ...places.map((to) => ({
        to,
        span: span(
          (person) => of(person).some((tie) => tie.to === to),
          (person) => of(person).some((tie) => tie.to === to && tie.sure === 'CERTAIN'),
        ),
      })),
      {
        to: UNKNOWN,
        span: span(
          (person) => of(person).every(({ sure }) => sure !== 'CERTAIN'),
          (person) => of(person).length === 0,
        ),
      },
    ];
  }

  /** The rights to seats in a body on a day, each with how many it gives. */
  rights(body: string, day: string): { row: RightRow; seats: Span; open: boolean }[] {
    const { maximum, minimum } = this.rows.bodies.find(({ id }) => id === body) ?? {};
    const isKept = this.rows.registers.some((row) => row.body === body && row.from <= day && (!row.until || day < row.until));
    const open = !isKept && !(maximum !== undefined && maximum === minimum);
    return this.rows.seats.flatMap((row) => {
      const certainty = certaintyOf(intervalOf(row, false), day);
      if (row.body !== body || row.status || !certainty || !this.exists(body, day)) return [];
      return [{ row, open, seats: { min: certainty === 'CERTAIN' ? row.count : 0, max: row.count } }];
    });
  }
}
