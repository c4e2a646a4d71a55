import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { prime } from '../../read/node-loader.js';
import { type Scope, prefetch } from '../../read/scope.js';
import { inIdOrder } from '../../record/order.js';
import { personSides } from '../affiliations/loaders.js';
import type { Belonging } from '../affiliations/model.js';
import { type HeldMembership, keptSeats, personSeats } from '../memberships/loaders.js';
import { homes } from '../places/loaders.js';
import { isMunicipality } from '../places/model.js';
import type { Governing } from '../relations/model.js';
import { people } from './loaders.js';
import type { Person } from './model.js';

interface Holder {
  p: Person;
  seats: (HeldMembership & { governs: { r: Governing }[] })[];
  ties: { a: Belonging }[];
}

const keepPeople = ({ use }: Loading, { knownAt }: Scope, rows: readonly { p: Person }[]): void =>
  prime(
    use(people),
    knownAt,
    rows.map(({ p }) => p),
  );

/** People with their seats. */
export const withSeats = (loading: Loading) =>
  prefetch(loading.reader, queries.people.withSeats, (rows, scope) => {
    keepPeople(loading, scope, rows);
    const seats = loading.use(personSeats)(scope);
    for (const { id, seats: held } of rows) seats.prime(id, keptSeats(loading, held, scope.knownAt));
  });

const keepHolders = (loading: Loading, scope: Scope, rows: readonly Holder[]): string[] => {
  keepPeople(loading, scope, rows);
  const [seatsOf, sidesOf, homesOf] = [loading.use(personSeats)(scope), loading.use(personSides)(scope), loading.use(homes)(scope)];
  for (const { p, seats, ties } of rows) {
    const held = keptSeats(loading, seats, scope.knownAt);
    const affiliations = inIdOrder(ties.map(({ a }) => a));
    seatsOf.prime(p.id, held);
    sidesOf.prime(
      p.id,
      affiliations.filter(({ principal }) => !isMunicipality(principal)),
    );
    homesOf.prime(p.id, {
      affiliations: affiliations.filter(({ principal }) => isMunicipality(principal)),
      governed: held.flatMap(({ m, governs }) => inIdOrder(governs.map(({ r }) => r)).map((r) => ({ m, r }))),
    });
  }
  return rows.map(({ p }) => p.id);
};

/** People with their seats; those who have one, with their ties to parties and homes. */
export const withTies = (loading: Loading) =>
  prefetch(loading.reader, queries.people.withTies, (rows, scope, ids) => {
    const holders = new Set(keepHolders(loading, scope, rows));
    const seats = loading.use(personSeats)(scope);
    for (const id of ids) if (!holders.has(id)) seats.prime(id, []);
  });

/** The ids of the people of a party who have a home in a municipality, or sit in its council, and hold a seat: with the same. */
export const holdersOfPartyIn = async (loading: Loading, scope: Scope, municipality: string, party: string): Promise<string[]> =>
  keepHolders(loading, scope, await loading.reader.read(queries.people.ofPartyIn, { municipality, party, ...scope.window, knownAt: scope.knownAt }));
