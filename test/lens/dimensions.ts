import { certaintyOf, intervalOf } from './bounds.js';
import type { DimensionRows, Dimension, Filter, SeatRow } from './dimension-worlds.js';
import type { Certainty, Dates } from './rows.js';

/** What nobody says. */
const UNSAID = '';
const NO_MEMBERS = ['SUBSTITUTE', 'OBSERVER', 'DIRECTOR'];

/** Where somebody belongs, and how surely. */
type Belonging = ReadonlyMap<string, boolean>;

/** A row of counts: the least and the most people and seats, and whether there may be more. */
export interface Row {
  key: string;
  people: [number, number];
  memberships: [number, number];
  open: boolean;
}

interface Counted {
  seat: SeatRow;
  keys: string[];
  sure: boolean;
  /** Nobody says whether it counts, or counts there. */
  unsaid: boolean;
}

const isSaid = (all: Belonging): boolean => [...all.values()].some(Boolean);

/** How many people and seats there are by one or two dimensions, by the sentences alone. */
export class Dimensions {
  constructor(
    private readonly rows: DimensionRows,
    private readonly day: string,
  ) {}

  private sure(dates: Dates): Certainty | null {
    return certaintyOf(intervalOf(dates, false), this.day);
  }

  private outwards(kind: string, from: string): string[] {
    return this.rows.relations.filter((row) => row.kind === kind && row.subject === from).map(({ object }) => object);
  }

  private regions(body: string): string[] {
    const governed = this.outwards('GOVERNS', body);
    const around = [...governed, ...governed.flatMap((place) => this.outwards('LIES_IN', place))].filter((id) => id.startsWith('region:'));
    return [...new Set([...around, ...this.outwards('PART_OF', body).flatMap((whole) => this.regions(whole))])];
  }

  private belonging(ties: readonly (readonly [to: string, certainty: Certainty | null])[]): Belonging {
    const all = new Map<string, boolean>();
    for (const [to, certainty] of ties) if (certainty) all.set(to, Boolean(all.get(to)) || certainty === 'CERTAIN');
    if (!isSaid(all)) all.set(UNSAID, all.size === 0);
    return all;
  }

  private party({ person }: SeatRow): Belonging {
    const ties = this.rows.affiliations.filter((tie) => tie.person === person && !tie.with?.startsWith('municipality:'));
    return this.belonging(ties.map((tie) => [tie.with ?? 'INDEPENDENT', this.sure(tie)]));
  }

  /** By affiliation, or by a seat in the council that governs a municipality; who sits in a body sits in the council that it is. */
  private homes({ person, body }: SeatRow): Belonging {
    const ties = this.rows.affiliations.filter((tie) => tie.person === person && tie.with?.startsWith('municipality:'));
    const seats = this.rows.memberships.filter((seat) => seat.person === person && seat.role !== 'SUBSTITUTE');
    const councils = seats.flatMap((seat) =>
      this.outwards('GOVERNS', seat.body)
        .filter((to) => to.startsWith('municipality:'))
        .map((to) => [to, this.sure(seat) && seat.body === body ? 'CERTAIN' : this.sure(seat)] as const),
    );
    return this.belonging([...ties.map((tie) => [tie.with as string, this.sure(tie)] as const), ...councils]);
  }

  private keys(dimension: Dimension, seat: SeatRow): Belonging {
    const known = (all: readonly string[]): Belonging => new Map((all.length ? all : [UNSAID]).map((id) => [id, true]));
    if (dimension === 'PARTY') return this.party(seat);
    if (dimension === 'MUNICIPALITY') return this.homes(seat);
    if (dimension === 'REGION') return known(this.regions(seat.body));
    if (dimension === 'WHOM') return known((seat.appointment?.represents ?? []).map(({ principal }) => principal));
    if (dimension === 'GENDER') return known([this.rows.people.find(({ id }) => id === seat.person)?.gender ?? UNSAID]);
    return known([dimension === 'BODY' ? seat.body : dimension === 'ROLE' ? seat.role : seat.person]);
  }

  /** Whom a seat stands for by what its holder belongs to: not the municipality that its own body governs. */
  private standsFor(seat: SeatRow, whom: string): Belonging {
    const { represents = [], by } = seat.appointment ?? {};
    if ([...represents, ...(by ? [by] : [])].some(({ principal }) => principal === whom)) return new Map([[whom, true]]);
    if (whom.startsWith('party:')) return this.party(seat);
    const own = this.outwards('GOVERNS', seat.body);
    return whom.startsWith('municipality:') ? new Map([...this.homes(seat)].filter(([to]) => !own.includes(to))) : new Map();
  }

  private isIn(body: string, { bodies, kinds, region }: Filter): boolean {
    const kind = this.rows.bodies.find(({ id }) => id === body)?.kind ?? '';
    return (!bodies || bodies.includes(body)) && (!kinds || kinds.includes(kind)) && (!region || this.regions(body).includes(region));
  }

  /** Every seat that may count, wherever it may. */
  private counted(filter: Filter, by: readonly Dimension[]): Counted[] {
    return this.rows.memberships.flatMap((seat): Counted[] => {
      const certainty = this.sure(seat);
      const isMember = !NO_MEMBERS.includes(seat.role) || (seat.role === 'SUBSTITUTE' && filter.includeSubstitutes === true);
      if (!certainty || !this.isIn(seat.body, filter) || !(filter.roles ? filter.roles.includes(seat.role) : isMember)) return [];
      const { whom, ofParty, fromMunicipality } = filter;
      const asked = [
        ...(whom ? [[whom, this.standsFor(seat, whom)] as const] : []),
        ...(ofParty ? [[ofParty, this.party(seat)] as const] : []),
        ...(fromMunicipality ? [[fromMunicipality, this.homes(seat)] as const] : []),
      ];
      if (asked.some(([to, all]) => !all.has(to) && !all.has(UNSAID))) return [];
      const passes: Counted = {
        seat,
        keys: [],
        sure: certainty === 'CERTAIN' && asked.every(([to, all]) => all.get(to)),
        unsaid: asked.some(([to, all]) => !all.has(to)),
      };
      return by.reduce<Counted[]>(
        (all, dimension) =>
          all.flatMap((one) => [...this.keys(dimension, seat)].map(([key, sure]) => ({ ...one, keys: [...one.keys, key], sure: one.sure && sure }))),
        [passes],
      );
    });
  }

  private isOpen(body: string): boolean {
    return !this.rows.registers.some((row) => row.body === body && row.from <= this.day && (!row.until || this.day < row.until));
  }

  counts(filter: Filter, by: readonly Dimension[]): Row[] {
    const all = this.counted(filter, by);
    const asked = this.rows.bodies.map(({ id }) => id).filter((id) => this.isIn(id, filter));
    const keys = [...new Set(all.filter(({ unsaid }) => !unsaid).map((one) => one.keys.join(' ')))].sort();
    return keys.map((key): Row => {
      const own = all.filter((one) => !one.unsaid && one.keys.join(' ') === key);
      const sure = own.filter((one) => one.sure);
      const people = (some: readonly Counted[]): number => new Set(some.map(({ seat }) => seat.person)).size;
      const parts = key.split(' ');
      const bodies = by.includes('BODY') ? [parts[by.indexOf('BODY')] as string] : asked;
      const mayGain = ({ unsaid, keys: others }: Counted): boolean =>
        (unsaid || others.includes(UNSAID)) && others.every((other, at) => other === UNSAID || other === parts[at]);
      return {
        key,
        people: [people(sure), people(own)],
        memberships: [sure.length, own.length],
        open: bodies.some((body) => this.isOpen(body)) || all.some(mayGain),
      };
    });
  }
}
