import { certaintyOf, intervalOf, ownOf } from './bounds.js';
import { type CountedRows, HOME, PARTIES, type RightRow, type SeatRow } from './counted-worlds.js';
import { FIRST, LAST, earliest, endsOf, latest, plus, startsOf } from './days.js';
import { type Before, type Bounds, Possible } from './possible.js';
import type { Certainty } from './rows.js';

/** What the graph says of where a row lies. */
export interface Lies extends Bounds {
  boundedBy: { edge: string; date: string; cause: string; by: { id: string } | null }[];
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
/** Whether of somebody's rows one ends on the day on which the other begins: where that is not known, and of no two others. */
const isOnlyTurn = <R extends { at: Bounds }>(own: readonly R[], one: R, other: R): boolean => {
  const turn = (a: R, b: R): boolean => a !== b && a.at.untilMax !== LAST && sameDays(a.at, b.at);
  const isKnown = one.at.untilMin === one.at.untilMax;
  const areAlone = own.filter((b) => turn(one, b)).length === 1 && own.filter((a) => turn(a, other)).length === 1;
  return own.includes(other) && turn(one, other) && (isKnown || areAlone);
};
/** How many people are among these. */
export const people = (sitting: readonly Sitting[]): number => new Set(sitting.map(({ person }) => person)).size;

/** That a leave or a stand-in is of a seat, or by one; `later`: only once the seat that it says is over. */
interface Of {
  seat: string;
  at: Bounds;
  later: boolean;
}

/** A time in which the holder of a seat does not sit: `person` sits in for them by one of some seats, or nobody does. */
interface Away {
  at: Bounds;
  said: string;
  of: readonly Of[];
  by: readonly string[];
  person: string | null;
}

const together = (id: string, all: readonly Bounds[]): Bounds => ({
  id,
  fromMin: latest(...all.map(({ fromMin }) => fromMin)),
  fromMax: latest(...all.map(({ fromMax }) => fromMax)),
  untilMin: earliest(...all.map(({ untilMin }) => untilMin)),
  untilMax: earliest(...all.map(({ untilMax }) => untilMax)),
});
const areAlike = (a: Bounds, b: Bounds): boolean =>
  a.fromMin === b.fromMin && a.fromMax === b.fromMax && a.untilMin === b.untilMin && a.untilMax === b.untilMax;

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

  /** The seats that what is of one is of: that one, and others of the same person and body to which it leads by changes of role, each after the one before and lasting longer. */
  private of(id: string, at: Bounds): Of[] {
    const said = this.rows.memberships.find((row) => row.id === id);
    const where = this.lying(id);
    if (!said || !where) return [];
    const own = { seat: id, at, later: false };
    const others = this.seatsOf(said.body).filter((row) => row.person === said.person && row.id !== id);
    const chain = [{ role: said.role, at: where as Bounds }];
    const next: Of[] = [];
    for (const other of others.sort((a, b) => (`${a.at.untilMax} ${a.id}` < `${b.at.untilMax} ${b.id}` ? -1 : 1))) {
      if (!chain.some((one) => one.role !== other.role && other.at.fromMin <= one.at.untilMax && one.at.untilMin < other.at.untilMax)) continue;
      chain.push(other);
      const isSameDay = (other.at.fromMin === where.untilMin && other.at.fromMax === where.untilMax) || (other.from !== undefined && other.from === said.until);
      const later = !isSameDay && other.at.fromMin < where.untilMax;
      const rest = later ? { ...at, fromMin: latest(at.fromMin, where.untilMin), fromMax: latest(at.fromMax, where.untilMax) } : at;
      if (at.untilMax > where.untilMin && isThere(rest)) next.push({ seat: other.id, at: rest, later });
    }
    return [own, ...next];
  }

  /** When members of a body may be on leave, or stood in for, on some of these days, on which all of it is there. A leave of the days of a stand-in is that. */
  private awayIn(body: string, days: readonly string[]): Away[] {
    const seats = new Map(this.seatsOf(body).map((row) => [row.id, row]));
    const away = (id: string, said: string, substitute: string | null): Away[] => {
      const own = this.lying(id);
      if (!own) return [];
      const by = substitute === null ? [] : this.of(substitute, own).filter(({ seat }) => seats.has(seat));
      const isAsked = (one: Of): boolean => {
        const held = seats.get(one.seat);
        const ways = substitute === null ? [[]] : by.map(({ seat, at }) => [at, (seats.get(seat) as SeatRow & { at: Lies }).at]);
        return Boolean(
          held &&
          isMember(held) &&
          ways.some((way) => {
            const all = together(id, [one.at, held.at, ...way]);
            return isThere(all) && days.some((day) => certaintyOf({ ...all, open: false }, day));
          }),
        );
      };
      const of = this.of(said, own).filter(isAsked);
      const person = by.length > 0 ? ((seats.get((by[0] as Of).seat) as SeatRow).person ?? null) : null;
      return of.length > 0 ? [{ at: { ...own, id }, said, of, by: by.map(({ seat }) => seat), person }] : [];
    };
    const stoodIn = this.rows['stand-ins'].flatMap(({ id, holder, substitute }) => away(id, holder, substitute));
    const onLeave = this.rows.leaves.flatMap(({ id, membership }) => away(id, membership, null));
    return [...stoodIn, ...onLeave.filter((leave) => !stoodIn.some((one) => one.said === leave.said && areAlike(one.at, leave.at)))];
  }

  /** Whether it may be of, or by, one seat alone. */
  private isPlain({ at, said, by }: Away): boolean {
    return this.of(said, at).length === 1 && by.every((seat) => this.of(seat, at).length === 1);
  }

  /** Whether a leave or a stand-in in a body goes on in another seat than it says. */
  carries(body: string, day: string): boolean {
    return this.awayIn(body, [day]).some((one) => !this.isPlain(one));
  }

  /** How surely the holder of a seat is on leave, or stood in for, by each leave and stand-in. */
  private away(seat: string, day: string): (Certainty | null)[] {
    const said = [
      ...this.rows['stand-ins'].map(({ id, holder }) => ({ id, of: holder })),
      ...this.rows.leaves.map(({ id, membership }) => ({ id, of: membership })),
    ];
    return said.flatMap(({ id, of }) => {
      const own = this.lying(id);
      const here = own ? this.of(of, own).filter((one) => one.seat === seat) : [];
      return here.map(({ at }) => certaintyOf({ ...at, open: false }, day));
    });
  }

  /** The office of a body that people share, where it is that of a role. */
  private sharedOffice(body: string, role: string): string | null {
    return this.rows.offices.find((office) => office.body === body && office.role === role && office.holders > 1)?.id ?? null;
  }

  /** How many people more than seats may share offices of a body. */
  private spareIn(body: string): number {
    return this.rows.offices.filter((office) => office.body === body).reduce((n, { holders }) => n + holders - 1, 0);
  }

  /** Whether the holder of a seat is on leave, or stood in for, while they hold it. */
  isAway(id: string, day: string): boolean {
    return this.certainty(id, day) !== null && this.away(id, day).includes('CERTAIN');
  }

  /** How many people may share an office of a body on a day. */
  sharing(body: string, day: string): number {
    const held = this.seatsOf(body).filter(({ id, role }) => this.sharedOffice(body, role) && this.certainty(id, day));
    return new Set(held.map(({ person }) => person)).size;
  }

  /** How surely the holder sits in a seat, by its own days and those of leaves and stand-ins. */
  sits({ id, role }: SeatRow, day: string): Certainty | null {
    const away = this.away(id, day);
    const held = role === 'SUBSTITUTE' || away.includes('CERTAIN') ? null : this.certainty(id, day);
    return held && away.includes('POSSIBLE') ? 'POSSIBLE' : held;
  }

  /** What may be of a body on some days; null: what is known of it cannot all be true. */
  private possible(body: string, days: readonly string[]): Map<string, string>[] | null {
    const seats = this.seatsOf(body);
    const away = this.awayIn(body, days);
    const { several = [] } = this.rows.bodies.find(({ id }) => id === body) ?? {};
    const hasOwnEnd = ({ until, over = [], at }: SeatRow & { at: Lies }): boolean => {
      if (!until && over.length === 0) return false;
      const [first, last] = until ? endsOf(until) : [FIRST, LAST];
      return first <= at.untilMax && at.untilMin <= earliest(last, ...over.map(({ on }) => startsOf(on)[1]));
    };
    const endsAlone = (seat: SeatRow & { at: Lies }, by: string): boolean =>
      hasOwnEnd(seat) ||
      seat.at.boundedBy.some(
        (one) => one.edge === 'UNTIL' && (!TAKEN_OVER.includes(one.cause) || (one.cause === 'REPLACED' && one.date === seat.at.untilMax && one.by?.id !== by)),
      );
    const meet = (a: (typeof seats)[number], b: (typeof seats)[number]): boolean => a.at.untilMin <= b.at.fromMax && b.at.fromMin <= a.at.untilMax;
    const shares = (a: (typeof seats)[number], b: (typeof seats)[number]): boolean => sameDays(a.at, b.at) || (!endsAlone(a, b.id) && meet(a, b));
    const termAt = ({ at }: (typeof seats)[number], edge: string): number =>
      this.rows.terms
        .filter((term) => term.body === body)
        .findIndex(({ id }) => at.boundedBy.some((one) => one.cause === 'TERM' && one.edge === edge && one.by?.id === id));
    const orders = seats.flatMap((earlier) =>
      seats.flatMap((later): Before[] => {
        if (earlier === later) return [];
        const isLinked = later.appointment?.replaces?.membership === earlier.id;
        const printTheSame = Boolean(earlier.until) && earlier.until === later.from && meet(earlier, later);
        if (isLinked) return printTheSame || shares(earlier, later) ? onOneDay(earlier.id, later.id) : [after(earlier.id, later.id)];
        if (
          isOnlyTurn(
            seats.filter(({ person }) => person === earlier.person),
            earlier,
            later,
          )
        )
          return onOneDay(earlier.id, later.id);
        const isNextTerm = termAt(earlier, 'UNTIL') === 0 && termAt(later, 'FROM') === 1;
        if (!isNextTerm || later.at.fromMin >= earlier.at.untilMax) return [];
        return earlier.person === later.person && shares(earlier, later) ? onOneDay(earlier.id, later.id) : [after(earlier.id, later.id)];
      }),
    );
    // It begins no sooner than the seat that it says, and ends with it, where it may not go on in another.
    const inside = away.flatMap((one): Before[] => [
      { first: [one.said, 'start'], then: [one.at.id, 'start'] },
      ...(this.isPlain(one) ? [{ first: [one.at.id, 'end'], then: [one.said, 'end'] } as Before] : []),
    ]);
    // And on each day one of those is held that it is of.
    const isHeld = (states: ReadonlyMap<string, string>): boolean =>
      away.every(({ at, said }) => {
        const chain = this.of(said, at);
        return days.every((_, i) => states.get(at.id)?.[i] !== 'x' || chain.some(({ seat }) => states.get(seat)?.[i] === 'x'));
      });
    const apart = pairs(seats)
      .filter(
        ([a, b]) => a.role === b.role && a.person !== b.person && FOR_ONE.includes(a.role) && !several.includes(a.role) && !this.sharedOffice(body, a.role),
      )
      .map(([a, b]) => [a.id, b.id] as const);
    const all = new Possible(
      [...seats, ...away].map(({ at }) => at),
      [...orders, ...inside],
      apart,
    );
    // Between two days nothing is said of two of whom both are sure, though one of them is not true.
    // Nor where what goes on in another seat began in one of them, which no order says.
    if (days.length > 1 && (all.clashes || !away.every((one) => this.isPlain(one)))) return null;
    const worlds = all.on(days)?.filter(isHeld);
    return worlds?.length ? worlds : null;
  }

  /** Of whom a complete list of the day says that they do not sit, and of whom no certain day says whether they lie before or after it. */
  private isLeftOut({ id, person, body, role, ...dates }: SeatRow, day: string): boolean {
    const { row: own } = ownOf(dates, false, LAST, []);
    if (!isMember({ role }) || own.fromMax < own.untilMin || this.away(id, day).some((one) => one !== null)) return false;
    const lists = this.rows.lists.filter((list) => list.body === body && this.rows.documents.find((one) => one.id === list.document)?.date === day);
    const seats = this.rows.memberships.filter((one) => one.person === person && one.body === body);
    return lists.some((list) => !seats.some(({ seen = [] }) => seen.some((sighting) => 'in' in sighting && sighting.in === list.document)));
  }

  /** Who may sit in a body on a day, in each of the worlds that may be. */
  sitting(body: string, day: string): Sitting[][] | null {
    const [seats, away] = [this.seatsOf(body).filter((seat) => isMember(seat) && !this.isLeftOut(seat, day)), this.awayIn(body, [day])];
    return (
      this.possible(body, [day])?.map((states) =>
        seats
          .filter(({ id }) => states.get(id) === 'x')
          .flatMap((held): Sitting[] => {
            const isIn = ({ said, of }: Away): boolean => of.some(({ seat, later }) => seat === held.id && !(later && states.get(said) === 'x'));
            const own = away.filter((one) => states.get(one.at.id) === 'x' && isIn(one));
            return own.length
              ? own.flatMap(({ at: { id }, person }) => (person === null ? [] : [{ person, role: held.role, seat: id }]))
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
        days.map((day, i) =>
          seats.filter((seat) => states.get(seat.id)?.[i] === 'x' && !this.isLeftOut(seat, day)).map(({ id, person, role }) => ({ person, role, seat: id })),
        ),
      ) ?? null
    );
  }

  /** Whether everybody who may sit in a body on a day may do so by one seat, with one leave from it at most, and in nobody's place. */
  hasOneEach(body: string, day: string): boolean {
    const there = this.seatsOf(body).filter((seat) => certaintyOf({ ...seat.at, open: false }, day) !== null && isMember(seat));
    const away = this.awayIn(body, [day]);
    const isPlain = away.every((one) => one.person === null && this.isPlain(one)) && new Set(away.map(({ said }) => said)).size === away.length;
    return isPlain && new Set(there.map(({ person }) => person)).size === there.length;
  }

  /** To which parties somebody may belong on a day, in each of the worlds that may be: each, INDEPENDENT or UNKNOWN. */
  parties(person: string, day: string): string[][] | null {
    const ties = this.rows.affiliations.flatMap((row) => {
      const at = this.lying(row.id);
      return row.person === person && (!row.with || PARTIES.includes(row.with)) && at ? [{ to: row.with ?? INDEPENDENT, at }] : [];
    });
    const ids = ties.map(({ at }) => at.id);
    const orders = ties.flatMap((a) => ties.flatMap((b) => (isOnlyTurn(ties, a, b) ? onOneDay(a.at.id, b.at.id) : [])));
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
    const most = maximum === undefined ? Number.POSITIVE_INFINITY : maximum + this.spareIn(body);
    if (min > most && !exact) return null;
    if (min >= most) return { min, max: min, open: exact || this.isClosed(body, day) ? false : undefined, exact };
    return { min, max, open: !this.isClosed(body, day), exact };
  }

  /** In how many seats some people are: one by each person, and one by those who share it. */
  private seats(body: string, day: string): (held: readonly Sitting[]) => number {
    const there = this.seatsOf(body).filter((seat) => isMember(seat) && certaintyOf({ ...seat.at, open: false }, day) !== null);
    const shared = new Map(there.flatMap(({ person, role }) => (this.sharedOffice(body, role) ? [[person, this.sharedOffice(body, role)]] : [])));
    return (held) => new Set(held.map(({ person }) => shared.get(person) ?? person)).size;
  }

  /** How many seats in a body that a principal fills are held: one by each person, and one by those who share it; null: what is known cannot all be true. */
  heldBy(body: string, principal: string, day: string): Span | null {
    const fills = ({ appointment }: SeatRow): boolean =>
      appointment?.by?.principal === principal || Boolean(appointment?.represents?.some((tie) => tie.principal === principal));
    const ids = new Set(this.rows.memberships.filter(fills).map(({ id }) => id));
    const all = this.holding(body, [day]);
    const seats = this.seats(body, day);
    return all && spanOf(all.map(([held = []]) => seats(held.filter(({ seat }) => ids.has(seat)))));
  }

  /** From where those who sit in a body may come: their homes, what they represent, and what a council governs of those who sit in it. */
  homes(body: string, all: readonly string[], day: string, worlds: readonly Sitting[][]): { to: string; span: Span }[] {
    const standIns = new Set(this.awayIn(body, [day]).flatMap(({ by }) => by));
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
