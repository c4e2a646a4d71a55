import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, prime } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { Belonging } from '../affiliations/model.js';
import type { Sitting } from '../memberships/model.js';
import { people } from '../people/loaders.js';
import type { Governing } from '../relations/model.js';

export const municipalities = ({ reader }: Loading) => nodeLoader(reader, queries.places.municipalitiesByIds, 'x');

export const regions = ({ reader }: Loading) => nodeLoader(reader, queries.places.regionsByIds, 'x');

/** What makes municipalities the homes of a person. */
export interface Homes {
  affiliations: Belonging[];
  governed: { m: Sitting; r: Governing }[];
}

/** The home municipalities of a person, and those in whose councils the person sits. */
export const homes = ({ reader }: Loading) =>
  scopedLoader(reader, queries.places.homesByPersonIds, (row): Homes => ({ affiliations: row.homes.map(({ a }) => a), governed: row.governed }), {
    affiliations: [],
    governed: [],
  });

/** Who sits in the council of a municipality. */
export const councillors = ({ reader, use }: Loading) =>
  scopedLoader(
    reader,
    queries.places.councillorsByMunicipalityIds,
    (row, knownAt): { m: Sitting; r: Governing }[] => {
      prime(
        use(people),
        knownAt,
        row.councillors.map(({ p }) => p),
      );
      return row.councillors;
    },
    [],
  );
