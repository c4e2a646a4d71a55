import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { edgeLoader } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import type { SeatAllotment } from '../seats/model.js';
import type { Inclusion } from './model.js';

/** The dated relations of a thing, in either direction. */
export const relations = ({ reader }: Loading) => scopedLoader(reader, queries.relations.byIds, (row): SeatAllotment[] => row.relations.map(({ r }) => r), []);

/** What lies in a region, governs a place or is part of a body. */
export const inclusions = ({ reader }: Loading) => scopedLoader(reader, queries.relations.within, (row): Inclusion[] => row.steps.map(({ r }) => r), []);

/** Relations of bodies, places and parties by their own ids. */
export const relationsById = ({ reader }: Loading) => edgeLoader(reader, queries.relations.byRelationIds, 'r');

/** What has a name, or a term, by the id of the edge to it. */
export const calledById = ({ reader }: Loading) => edgeLoader(reader, queries.relations.calledByIds, 'r');
export const termsById = ({ reader }: Loading) => edgeLoader(reader, queries.relations.termsByIds, 'r');
