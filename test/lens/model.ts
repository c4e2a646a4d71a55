import { type Beside, type Interval, certaintyDuring, certaintyOf, intervalOf } from './bounds.js';
import { FIRST, LAST } from './days.js';
import type { AffiliationRow, Basis, BodyRow, Certainty, Named, RelationRow, Rows, SeatRow, TermRow } from './rows.js';

type Timed<R> = R & { interval: Interval };
export type Seat = Timed<SeatRow>;
export type Affiliation = Timed<AffiliationRow>;
export type Relation = Timed<RelationRow>;

/** What a list of seats is asked for. */
export interface SeatFilter {
  roles?: string[];
  certainty?: Certainty[];
  includeSubstitutes?: boolean;
  all?: boolean;
  during?: { from: string; until: string };
}

export const ROLES = [
  'CHAIR',
  'VICE_CHAIR',
  'CO_CHAIR',
  'CHAIRMANSHIP',
  'MEMBER',
  'REPRESENTATIVE',
  'SUBSTITUTE',
  'OBSERVER',
  'MAYOR',
  'DEPUTY_MAYOR',
  'ALDERMAN',
  'COUNCILLOR',
  'COMMITTEE_CHAIR',
  'DIRECTOR',
  'EMPLOYEE',
  'UNSTATED',
];
const BASES = ['STATED', 'INFERRED', 'DERIVED'] as const;
const SURE = ['CERTAIN', 'POSSIBLE', null] as const;

export const danish = (name: string): string =>
  name.toLowerCase().replace(/aa|å/g, '~').replace(/[øö]/g, '}').replace(/[æä]/g, '|').replace(/ü/g, 'y').replace(/é/g, 'e');

/** Something and the key of its place in a list. */
export type Placed<T> = readonly [T, ...(string | number)[]];

/** In the order of their keys. */
export const inOrder = <T>(placed: readonly Placed<T>[]): T[] =>
  [...placed]
    .sort((a, b) => {
      const at = a.findIndex((key, i) => i > 0 && key !== b[i]);
      return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
    })
    .map(([thing]) => thing);

export const sureness = (certainty: Certainty | null): number => SURE.indexOf(certainty);

/** Of several together. */
export const weakest = <T extends Basis | Certainty | null>(...of: readonly T[]): T => inOrder(of.map((one) => [one, strength(one)] as const)).at(-1) as T;
/** Of alternatives. */
export const strongest = <T extends Basis | Certainty | null>(...of: readonly T[]): T => inOrder(of.map((one) => [one, strength(one)] as const))[0] as T;
const strength = (one: Basis | Certainty | null): number => Math.max(BASES.indexOf(one as Basis), SURE.indexOf(one as Certainty));

/** A way in which somebody is tied to a place or party on a day. */
export interface Tie {
  to: string;
  certainty: Certainty;
  basis: Basis;
}

/** The rows of a data set as one state of the record, and what holds in it on a day. */
export class Model {
  readonly bodies = new Map<string, Timed<BodyRow>>();
  readonly named = new Map<string, Named>();
  readonly terms: Timed<TermRow>[];
  readonly seats: Seat[];
  readonly affiliations: Affiliation[];
  readonly relations: Relation[];

  constructor(
    readonly rows: Rows,
    maintained: boolean,
    /** The day on which it is recorded. */
    recordedOn: string,
  ) {
    const timed = <R extends TermRow | AffiliationRow | RelationRow>(row: R): Timed<R> => ({ ...row, interval: intervalOf(row, maintained, recordedOn) });
    for (const row of [...rows.people, ...rows.municipalities, ...rows.regions, ...rows.parties, ...rows.bodies]) this.named.set(row.id, row);
    for (const row of rows.bodies) this.bodies.set(row.id, { ...row, interval: intervalOf(row.existence ?? {}, maintained && row.existence !== undefined) });
    this.terms = rows.terms.map(timed);
    this.affiliations = rows.affiliations.map((row) => ({ ...row, interval: intervalOf(row, maintained, recordedOn) }));
    this.relations = rows.relations.map(timed);
    this.seats = rows.memberships.map((row) => ({ ...row, interval: intervalOf(row, maintained, recordedOn, this.beside(row)) }));
  }

  termsOf(body: string): Timed<TermRow>[] {
    return inOrder(this.terms.filter((term) => term.body === body).map((term) => [term, term.interval.fromMin, term.id]));
  }

  private beside(row: SeatRow): Beside {
    const replaced = row.appointment?.replaces?.membership;
    return {
      existence: (this.bodies.get(row.body) as Timed<BodyRow>).interval,
      terms: this.termsOf(row.body),
      term: row.term,
      next: this.rows.memberships.filter(({ appointment }) => appointment?.replaces?.membership === row.id),
      before: this.rows.memberships.filter(({ id }) => id === replaced),
    };
  }

  nameKey(id: string): string {
    return danish((this.named.get(id) as Named).name);
  }

  /** The seats that a list holds on a day, in its order; `by` is whose name comes after the role. */
  seatsFor(day: string, { roles, certainty, includeSubstitutes, all, during }: SeatFilter, of: Partial<Pick<SeatRow, 'person' | 'body'>>): Seat[] {
    const sure = ({ interval }: Seat): Certainty | null => (during ? certaintyDuring(interval, during.from, during.until) : certaintyOf(interval, day));
    return inOrder(
      this.seats
        .filter((seat) => (of.person === undefined || seat.person === of.person) && (of.body === undefined || seat.body === of.body))
        .filter((seat) => (roles ? roles.includes(seat.role) : includeSubstitutes || seat.role !== 'SUBSTITUTE'))
        .filter((seat) => (all && !during) || sure(seat))
        .filter((seat) => !certainty || certainty.includes(sure(seat) as Certainty))
        .map((seat) => [seat, of.person === undefined ? seat.person : seat.body] as const)
        .map(([seat, whose]) => {
          const career = of.person === undefined ? [] : [seat.interval.fromMax, seat.interval.fromMin];
          return [seat, sureness(sure(seat)), ...career, ROLES.indexOf(seat.role), this.nameKey(whose), whose, seat.id];
        }),
    );
  }

  /** Whether a thing may exist on a day: only bodies have an existence. */
  exists(id: string, day: string): boolean {
    const body = this.bodies.get(id);
    return !body || certaintyOf(body.interval, day) !== null;
  }

  /** Relations of a kind in force on a day, from one side, as ids of the other: certain first, then by name. */
  related(day: string, kind: string, of: Partial<Pick<RelationRow, 'subject' | 'object'>>): string[] {
    return this.ranked(
      this.relations
        .filter(
          (relation) =>
            relation.kind === kind &&
            (of.subject === undefined || relation.subject === of.subject) &&
            (of.object === undefined || relation.object === of.object) &&
            this.exists(relation.subject, day) &&
            this.exists(relation.object, day),
        )
        .map((relation) => ({ id: of.subject === undefined ? relation.subject : relation.object, certainty: certaintyOf(relation.interval, day) })),
    );
  }

  /** The different ids among those in force: certain first, then by name and id. */
  ranked(found: readonly { id: string; certainty: Certainty | null }[]): string[] {
    const ids = [...new Set(found.filter(({ certainty }) => certainty).map(({ id }) => id))];
    return inOrder(
      ids.map((id) => [
        id,
        Math.min(...found.filter((one) => one.id === id && one.certainty).map(({ certainty }) => sureness(certainty))),
        this.nameKey(id),
        id,
      ]),
    );
  }

  /** The one that is strongest on a day; null where several are. */
  single(found: readonly { id: string; certainty: Certainty | null }[]): string | null {
    const best = Math.min(...found.map(({ certainty }) => sureness(certainty)));
    const ids = new Set(found.filter(({ certainty }) => certainty && sureness(certainty) === best).map(({ id }) => id));
    return ids.size === 1 ? ([...ids][0] as string) : null;
  }

  /** The parties of a person on a day. */
  parties(person: string, day: string): Tie[] {
    return this.affiliated(person, day, 'party:');
  }

  /** The homes of a person on a day: by affiliation, or by a seat in the council that governs one. */
  homes(person: string, day: string): Tie[] {
    const seats = this.seats
      .filter((seat) => seat.person === person)
      .flatMap((seat) =>
        this.governing(seat.body, day)
          .map(({ to, certainty, basis }) => ({ to, certainty: weakest(certaintyOf(seat.interval, day), certainty), basis: weakest(seat.basis, basis) }))
          .filter((tie): tie is Tie => tie.certainty !== null && tie.to.startsWith('municipality:')),
      );
    return [...this.affiliated(person, day, 'municipality:'), ...seats];
  }

  /** What a council governs on a day. */
  governing(body: string, day: string): Tie[] {
    return this.relations
      .filter(({ kind, subject }) => kind === 'GOVERNS' && subject === body)
      .map(({ object, interval, basis }) => ({ to: object, certainty: certaintyOf(interval, day), basis }))
      .filter((tie): tie is Tie => tie.certainty !== null);
  }

  private affiliated(person: string, day: string, prefix: string): Tie[] {
    return this.affiliations
      .filter((tie) => tie.person === person && tie.with.startsWith(prefix))
      .map((tie) => ({ to: tie.with, certainty: certaintyOf(tie.interval, day), basis: tie.basis }))
      .filter((tie): tie is Tie => tie.certainty !== null);
  }
}

/** An interval as the API gives it: null is unbounded. */
export const printed = ({ open, ...bounds }: Interval) => ({
  ...Object.fromEntries(Object.entries(bounds).map(([bound, day]) => [bound, day === FIRST || day === LAST ? null : day])),
  open,
});
