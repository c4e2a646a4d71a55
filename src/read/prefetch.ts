import type DataLoader from 'dataloader';
import type { Belonging } from '../words/affiliations/model.js';
import type { Body } from '../words/bodies/model.js';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { isMunicipality } from './nodes.js';
import type { Seat, Sitting } from '../words/memberships/model.js';
import type { Party } from '../words/parties/model.js';
import type { Person } from '../words/people/model.js';
import type { Governing } from '../words/relations/model.js';
import { type NodeLoader, prime } from './node-loader.js';
import { type Scope, batched, perScope } from './scope.js';

export interface Homes {
  affiliations: Belonging[];
  governed: { m: Sitting; r: Governing }[];
}

export const homesIn = ({ homes, governed }: { homes: { a: Belonging }[]; governed: Homes['governed'] }): Homes => ({
  affiliations: homes.map(({ a }) => a),
  governed,
});

type SeatOf = { m: Seat; b: Body };
type MemberOf = { m: Seat; p: Person };

/** In the order of their ids: here, and not in the graph, which is slower at it. */
const byId = <T extends { id: string }>(all: T[]): T[] => all.sort((a, b) => (a.id < b.id ? -1 : 1));
const bySeat = <R extends { m: Seat }>(rows: R[]): R[] => rows.sort(({ m: a }, { m: b }) => (a.id < b.id ? -1 : 1));

/** Lists as their loaders give them; the nodes that came along are kept. */
export const listsIn = ({ people, bodies, parties }: { people: NodeLoader<Person>; bodies: NodeLoader<Body>; parties: NodeLoader<Party> }) => ({
  members: (knownAt: number, rows: MemberOf[]): MemberOf[] => {
    prime(
      people,
      knownAt,
      rows.map(({ p }) => p),
    );
    return bySeat(rows);
  },
  seats: <R extends SeatOf>(knownAt: number, rows: R[]): R[] => {
    prime(
      bodies,
      knownAt,
      rows.map(({ b }) => b),
    );
    return bySeat(rows);
  },
  parties: (knownAt: number, rows: readonly { a: Belonging; x: Party }[]): Belonging[] => {
    prime(
      parties,
      knownAt,
      rows.map(({ x }) => x),
    );
    return byId(rows.map(({ a }) => a));
  },
});

type Lists<T> = (scope: Scope) => DataLoader<string, T>;

interface Loaders {
  people: NodeLoader<Person>;
  bodies: NodeLoader<Body>;
  members: Lists<MemberOf[]>;
  seats: Lists<SeatOf[]>;
  partiesOf: Lists<Belonging[]>;
  homes: Lists<Homes>;
}

/** What loads lists into the loaders of others, and gives nothing itself. */
const eager = (load: (scope: Scope, ids: string[]) => Promise<void>) =>
  perScope((scope: Scope) =>
    batched<null>(async (ids) => {
      await load(scope, ids);
      return ids.map(() => null);
    }),
  );

const asked = (ids: string[], { knownAt, window }: Scope) => ({ ids, ...window, knownAt });

interface BodyRow {
  id: string;
  b: Body;
  members: MemberOf[];
}

interface HolderRow {
  p: Person;
  seats: (SeatOf & { governs: { r: Governing }[] })[];
  ties: { a: Belonging }[];
}

/** Things with the lists that are asked along with them, in one query: the loaders of these have them afterwards. */
export const eagerLoaders = (reader: Reader, take: ReturnType<typeof listsIn>, { people, bodies, members, seats, partiesOf, homes }: Loaders) => {
  const keepBodies = (scope: Scope, rows: readonly BodyRow[]): void => {
    prime(
      bodies,
      scope.knownAt,
      rows.map(({ b }) => b),
    );
    for (const row of rows) members(scope).prime(row.id, take.members(scope.knownAt, row.members));
  };
  const keepHolders = (scope: Scope, rows: readonly HolderRow[]): string[] => {
    prime(
      people,
      scope.knownAt,
      rows.map(({ p }) => p),
    );
    for (const { p, seats: found, ties } of rows) {
      const held = take.seats(scope.knownAt, found);
      const affiliations = byId(ties.map(({ a }) => a));
      seats(scope).prime(p.id, held);
      partiesOf(scope).prime(
        p.id,
        affiliations.filter(({ principal }) => !isMunicipality(principal)),
      );
      homes(scope).prime(p.id, {
        affiliations: affiliations.filter(({ principal }) => isMunicipality(principal)),
        governed: held.flatMap(({ m, governs }) => byId(governs.map(({ r }) => r)).map((r) => ({ m, r }))),
      });
    }
    return rows.map(({ p }) => p.id);
  };

  return {
    bodiesWithMembers: eager(async (scope, ids) => {
      keepBodies(scope, await reader.read(queries.bodies.withMembers, asked(ids, scope)));
    }),
    bodiesWithSeats: eager(async (scope, ids) => {
      const rows = await reader.read(queries.bodies.withSeats, asked(ids, scope));
      keepBodies(scope, rows);
      for (const { p, seats: held } of rows.flatMap((row) => row.members)) seats(scope).prime(p.id, take.seats(scope.knownAt, held));
    }),
    bodiesWithParties: eager(async (scope, ids) => {
      const rows = await reader.read(queries.bodies.withParties, asked(ids, scope));
      keepBodies(scope, rows);
      for (const { p, parties } of rows.flatMap((row) => row.members)) partiesOf(scope).prime(p.id, take.parties(scope.knownAt, parties));
    }),
    peopleWithSeats: eager(async (scope, ids) => {
      const rows = await reader.read(queries.people.withSeats, asked(ids, scope));
      prime(
        people,
        scope.knownAt,
        rows.map(({ p }) => p),
      );
      for (const row of rows) seats(scope).prime(row.id, take.seats(scope.knownAt, row.seats));
    }),
    /** With their seats; those who have one, with their ties to parties and homes. */
    peopleWithTies: eager(async (scope, ids) => {
      const holders = new Set(keepHolders(scope, await reader.read(queries.people.withTies, asked(ids, scope))));
      for (const id of ids) if (!holders.has(id)) seats(scope).prime(id, []);
    }),
    /** The ids of the people of a party who have a home in a municipality, or sit in its council, and hold a seat: with the same. */
    holdersOfPartyIn: async (scope: Scope, municipality: string, party: string): Promise<string[]> =>
      keepHolders(scope, await reader.read(queries.people.ofPartyIn, { municipality, party, ...scope.window, knownAt: scope.knownAt })),
  };
};
