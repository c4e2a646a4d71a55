import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader, prime } from '../../read/node-loader.js';
import { type Scope, batched, inOrder, perScopeAnd, recordedLoader, scopedLoader } from '../../read/scope.js';
import { bodies } from '../bodies/loaders.js';
import type { Body } from '../bodies/model.js';
import { people } from '../people/loaders.js';
import type { Person } from '../people/model.js';
import type { Membership, Role, MembershipSummary } from './model.js';

/** Declined ones too. */
export const memberships = ({ reader }: Loading) => edgeLoader(reader, queries.memberships.alsoDeclinedByIds, 'm');

/** Every version of a membership, oldest first. */
export const versions = ({ reader }: Loading) =>
  recordedLoader(reader, queries.memberships.versions, (row): Membership[] => row.versions.map(({ m }) => m), []);

export interface Member {
  m: MembershipSummary;
  p: Person;
}

export interface HeldMembership {
  m: MembershipSummary;
  b: Body;
}

/** In the order of their ids: here, and not in the graph, which is slower at it. */
const bySeat = <R extends { m: MembershipSummary }>(rows: R[]): R[] => rows.sort(({ m: a }, { m: b }) => (a.id < b.id ? -1 : 1));

/** The members that a list holds; their people are kept. */
export const keptMembers = ({ use }: Loading, rows: Member[], knownAt: number): Member[] => {
  prime(
    use(people),
    knownAt,
    rows.map(({ p }) => p),
  );
  return bySeat(rows);
};

/** The seats that a list holds; their bodies are kept. */
export const keptSeats = <R extends HeldMembership>({ use }: Loading, rows: R[], knownAt: number): R[] => {
  prime(
    use(bodies),
    knownAt,
    rows.map(({ b }) => b),
  );
  return bySeat(rows);
};

/** The members of a body, with the people. */
export const bodyMembers = (loading: Loading) =>
  scopedLoader(loading.reader, queries.memberships.byBodyIds, (row, knownAt) => keptMembers(loading, row.members, knownAt), []);

/** How many seats of some roles a body has, and how many people hold them. */
export const memberCounts = ({ reader }: Loading) =>
  perScopeAnd(({ knownAt, window }: Scope, roles: readonly Role[]) =>
    batched<{ seats: number; people: number }>(async (ids) => {
      const rows = await reader.read(queries.memberships.countsByBodyIds, { ids, roles: [...roles], ...window, knownAt });
      return inOrder(ids, rows, ({ seats, people: holders }) => ({ seats, people: holders }), { seats: 0, people: 0 });
    }),
  );

/** The seats of a person, with the bodies. */
export const personSeats = (loading: Loading) =>
  scopedLoader(loading.reader, queries.memberships.byPersonIds, (row, knownAt): HeldMembership[] => keptSeats(loading, row.seats, knownAt), []);

/** The seats that people declined, with the bodies. */
export const declinedSeats = (loading: Loading) =>
  recordedLoader(loading.reader, queries.memberships.declinedByPersonIds, (row, knownAt): HeldMembership[] => keptSeats(loading, row.seats, knownAt), []);

/** Ids of the seats that are tied to a principal. */
export const tiedSeats = ({ reader }: Loading) => recordedLoader(reader, queries.memberships.byPrincipalIds, (row): string[] => row.memberships, []);
