import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader, prime } from '../../read/node-loader.js';
import { recordedLoader, scopedLoader } from '../../read/scope.js';
import { inIdOrder } from '../../record/order.js';
import { parties } from '../parties/loaders.js';
import { type Party, isParty } from '../parties/model.js';
import { people } from '../people/loaders.js';
import type { Person } from '../people/model.js';
import { municipalities } from '../places/loaders.js';
import { isMunicipality } from '../places/model.js';
import type { Affiliation, Belonging } from './model.js';

export const affiliations = ({ reader }: Loading) => edgeLoader(reader, queries.affiliations.byIds, 'a');

/** The ties to parties that a list holds, and what says that there is none; the parties are kept. */
export const keptSides = ({ use }: Loading, rows: readonly { a: Belonging; x: Party | Person }[], knownAt: number): Belonging[] => {
  prime(
    use(parties),
    knownAt,
    rows.flatMap(({ x }) => (isParty(x.id) ? [x as Party] : [])),
  );
  return inIdOrder(rows.map(({ a }) => a));
};

/** To which parties a person belongs, with the parties, and what says that it is to none. */
export const personSides = (loading: Loading) =>
  scopedLoader(loading.reader, queries.affiliations.partiesByPersonIds, (row, knownAt) => keptSides(loading, row.parties, knownAt), []);

/** The ties of a person to parties, and what says that there is none, on any day. */
export const partyHistory = ({ reader }: Loading) =>
  recordedLoader(reader, queries.affiliations.partyHistoryByPersonIds, (row): Belonging[] => inIdOrder(row.ties.map(({ a }) => a)), []);

/** The affiliations of a person, whole. */
export const personTies = ({ reader, use }: Loading) =>
  scopedLoader(
    reader,
    queries.affiliations.byPersonIds,
    (row, knownAt): Affiliation[] => {
      const principals = row.affiliations.map(({ x }) => x);
      prime(
        use(municipalities),
        knownAt,
        principals.filter(({ id }) => isMunicipality(id)),
      );
      prime(
        use(parties),
        knownAt,
        principals.filter(({ id }) => isParty(id)),
      );
      return row.affiliations.map(({ a }) => a);
    },
    [],
  );

/** Who belongs to a party or municipality. */
export const affiliates = ({ reader, use }: Loading) =>
  scopedLoader(
    reader,
    queries.affiliations.byPrincipalIds,
    (row, knownAt): Belonging[] => {
      prime(
        use(people),
        knownAt,
        row.affiliations.map(({ p }) => p),
      );
      return row.affiliations.map(({ a }) => a);
    },
    [],
  );
