import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { NEVER, NOW } from '../record/time.js';
import { EVER } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import { appointmentId, membershipId } from '../words/appointments/ids.js';

/** Something that somebody has, as it is recorded: the body, party or place, and when. */
export interface Having {
  id: string;
  of: string;
  days: Interval;
}

/** What is recorded of a seat beside itself, by ids: leaves and stand-ins of its own or for it, and other seats that name it. */
export interface Links {
  leaves: string[];
  standIns: string[];
  substitutes: string[];
  successors: string[];
  dependents: string[];
  /** The last day by which leaves, stand-ins, substitutes and dependents end, by their ids. */
  ends: ReadonlyMap<string, string>;
}

/** Edges by what their ids begin with. */
const PREFIXES = { leaves: 'leave:', standIns: 'stand-in:', substitutes: 'substitute-for:', successors: 'replaces:', dependents: 'depends-on:' } as const;

interface LinkRow {
  to: readonly { id: string; other: string; untilMax: string | null }[];
  own: readonly { id: string; untilMax: string | null }[];
  seats: readonly { id: string; untilMax: string | null }[];
}

const linksIn = ({ to, own, seats: others }: LinkRow): Links => {
  const ids = [...to, ...own].map(({ id }) => id);
  const edges = (key: keyof typeof PREFIXES): string[] => [...new Set(ids.filter((id) => id.startsWith(PREFIXES[key])))].sort();
  const seats = (key: keyof typeof PREFIXES): string[] => to.flatMap(({ id, other }) => (id.startsWith(PREFIXES[key]) ? [other] : [])).sort();
  return {
    leaves: edges('leaves'),
    standIns: edges('standIns'),
    substitutes: seats('substitutes'),
    successors: seats('successors'),
    dependents: seats('dependents'),
    ends: new Map([...to, ...own, ...others].flatMap(({ id, untilMax }) => (untilMax === null ? [] : [[id, untilMax] as const]))),
  };
};

type Rows<T> = (ids: string[]) => Promise<readonly (readonly [id: string, found: T])[]>;

const idsOf = (all: readonly Having[]): string[] => all.map(({ id }) => id);

/** The rows that go on from those that are found have their ids with a number. */
const withNext = ({ leaves, standIns, substitutes, successors, dependents }: Links): string[] => [
  ...successors,
  ...[...leaves, ...standIns, ...substitutes, ...dependents].flatMap((id) => [id, `${id}-2`, `${id}-3`]),
];

/** What is recorded around people and seats: read for all that an entry names at once, where an act first asks for it. */
export class Around {
  readonly #reader: Reader;
  readonly #named: () => Iterable<string>;
  /** Reads what is kept of what is found. */
  readonly #load: (ids: Iterable<string>) => Promise<void>;
  readonly #seats = new Map<string, Having[]>();
  readonly #ties = new Map<string, Having[]>();
  readonly #links = new Map<string, Links>();

  constructor(reader: Reader, named: () => Iterable<string>, load: (ids: Iterable<string>) => Promise<void>) {
    this.#reader = reader;
    this.#named = named;
    this.#load = load;
  }

  async #of<T>(known: Map<string, T>, id: string, nothing: T, read: Rows<T>, found: (one: T) => string[]): Promise<T> {
    if (!known.has(id)) {
      const prefix = id.slice(0, id.indexOf(':') + 1);
      const asked = [...new Set([id, ...this.#named()])].filter((one) => one.startsWith(prefix) && !known.has(one));
      for (const one of asked) known.set(one, nothing);
      const rows = await read(asked);
      for (const [one, row] of rows) known.set(one, row);
      await this.#load(rows.flatMap(([, row]) => found(row)));
    }
    return known.get(id) as T;
  }

  /** The seats of somebody, by their bodies. */
  seatsOf(person: string): Promise<readonly Having[]> {
    const read: Rows<Having[]> = async (ids) =>
      (await this.#reader.read(queries.memberships.byPersonIds, { ids, ...EVER, knownAt: NOW })).map(
        ({ id, seats }) => [id, seats.map(({ m }) => ({ id: m.id, of: m.body, days: m }))] as const,
      );
    return this.#of(this.#seats, person, [], read, idsOf);
  }

  /** The ties of somebody, by the parties and places: that to the person says that there is no party. */
  tiesOf(person: string): Promise<readonly Having[]> {
    const read: Rows<Having[]> = async (ids) =>
      (await this.#reader.read(queries.affiliations.byPersonIds, { ids, ...EVER, knownAt: NOW })).map(
        ({ id, affiliations }) => [id, affiliations.map(({ a }) => ({ id: a.id, of: a.principal, days: a }))] as const,
      );
    return this.#of(this.#ties, person, [], read, idsOf);
  }

  /** What is recorded of a seat beside itself. */
  linksOf(seat: string): Promise<Links> {
    const read: Rows<Links> = async (ids) =>
      (await this.#reader.read(queries.appointments.links, { ids: ids.map(appointmentId), never: NEVER })).map(
        (row) => [membershipId(row.id), linksIn(row)] as const,
      );
    return this.#of(this.#links, seat, linksIn({ to: [], own: [], seats: [] }), read, withNext);
  }
}
