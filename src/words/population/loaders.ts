import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

const population = ({ reader }: Loading) => nodeLoader(reader, queries.population.byIds, 'x');

/** How many lived in a municipality, by year, whenever. */
export const populationOf = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.population.byMunicipalityIds, use(population), (row) => row.population.map(({ x }) => x));
