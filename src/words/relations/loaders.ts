import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { SeatAllotment } from '../seats/model.js';

/** The dated relations of a thing, in either direction. */
export const relations = ({ reader }: Loading) => scopedLoader(reader, queries.relations.byIds, (row): SeatAllotment[] => row.relations.map(({ r }) => r), []);

/** Pieces of territory by their own ids. */
export const territory = ({ reader }: Loading) => edgeLoader(reader, queries.relations.byRelationIds, 'r');
