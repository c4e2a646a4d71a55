import type DataLoader from 'dataloader';
import type { Belonging } from '../affiliations/model.js';
import type { Body } from '../bodies/model.js';
import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import type { Seat, Sitting } from '../memberships/model.js';
import type { Party } from '../parties/model.js';
import type { Person } from '../people/model.js';
import { grouped } from '../record/grouped.js';
import type { Governing } from '../relations/model.js';
import { type NodeLoader, prime } from './nodes.js';
import { type Scope, batched, perScope } from './scope.js';

export interface Homes {
  affiliations: Belonging[];
  governed: { m: Sitting; r: Governing }[];
}

export const homesIn = ({ homes, governed }: { homes: { a: Belonging }[]; governed: Homes['governed'] }): Homes => ({ affiliations: homes.map(({ a }) => a), governed });

/** In the order of the seats' ids: here, and not in the graph, which is slower at it. */
export const bySeat = <R extends { m: Seat }>(rows: R[]): R[] => rows.sort(({ m: a }, { m: b }) => (a.id < b.id ? -1 : 1));


type Lists<T> = (scope: Scope) => DataLoader<string, T>;

interface Loaders {
  people: NodeLoader<Person>;
  bodies: NodeLoader<Body>;
  parties: NodeLoader<Party>;
  members: Lists<{ m: Seat; p: Person }[]>;
  seats: Lists<{ m: Seat; b: Body }[]>;
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

/** Things with the lists that are asked along with them, in one query: the loaders of these have them afterwards. */
export const eagerLoaders = (reader: Reader, { people, bodies, parties, members, seats, partiesOf, homes }: Loaders) => ({
  bodiesWithMembers: eager(async (scope, ids) => {
    const rows = await reader.read(queries.bodies.withMembers, { ids, ...scope.window, knownAt: scope.knownAt });
    prime(bodies, scope.knownAt, rows.map(({ b }) => b));
    prime(people, scope.knownAt, rows.flatMap((row) => row.members.map(({ p }) => p)));
    for (const row of rows) members(scope).prime(row.id, bySeat(row.members));
  }),
  bodiesWithSeats: eager(async (scope, ids) => {
    const rows = await reader.read(queries.bodies.withSeats, { ids, ...scope.window, knownAt: scope.knownAt });
    prime(bodies, scope.knownAt, rows.flatMap((row) => [row.b, ...row.seats.map(({ b }) => b)]));
    prime(people, scope.knownAt, rows.flatMap((row) => row.members.map(({ p }) => p)));
    for (const row of rows) {
      members(scope).prime(row.id, bySeat(row.members));
      const held = grouped(bySeat(row.seats), ({ m }) => m.person);
      for (const { p } of row.members) seats(scope).prime(p.id, held.get(p.id) ?? []);
    }
  }),
  peopleWithSeats: eager(async (scope, ids) => {
    const rows = await reader.read(queries.people.withSeats, { ids, ...scope.window, knownAt: scope.knownAt });
    prime(people, scope.knownAt, rows.map(({ p }) => p));
    prime(bodies, scope.knownAt, rows.flatMap((row) => row.seats.map(({ b }) => b)));
    for (const row of rows) seats(scope).prime(row.id, bySeat(row.seats));
  }),
  /** With their seats, parties and homes. */
  peopleWithTies: eager(async (scope, ids) => {
    const rows = await reader.read(queries.people.withTies, { ids, ...scope.window, knownAt: scope.knownAt });
    prime(bodies, scope.knownAt, rows.flatMap((row) => row.seats.map(({ b }) => b)));
    prime(parties, scope.knownAt, rows.flatMap((row) => row.parties.map(({ x }) => x)));
    for (const row of rows) {
      seats(scope).prime(row.id, bySeat(row.seats));
      partiesOf(scope).prime(row.id, row.parties.map(({ a }) => a));
      homes(scope).prime(row.id, homesIn(row));
    }
  }),
});
