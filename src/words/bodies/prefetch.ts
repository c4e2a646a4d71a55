import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { prime } from '../../read/node-loader.js';
import { type Scope, prefetch } from '../../read/scope.js';
import { keptSides, personSides } from '../affiliations/loaders.js';
import { type Member, bodyMembers, keptMembers, keptSeats, personSeats } from '../memberships/loaders.js';
import { bodies } from './loaders.js';
import type { Body } from './model.js';

const keep = (loading: Loading, scope: Scope, rows: readonly { id: string; b: Body; members: Member[] }[]): void => {
  prime(
    loading.use(bodies),
    scope.knownAt,
    rows.map(({ b }) => b),
  );
  const members = loading.use(bodyMembers)(scope);
  for (const row of rows) members.prime(row.id, keptMembers(loading, row.members, scope.knownAt));
};

/** Bodies with their members. */
export const withMembers = (loading: Loading) => prefetch(loading.reader, queries.bodies.withMembers, (rows, scope) => keep(loading, scope, rows));

/** Bodies with their members and all seats of these. */
export const withSeats = (loading: Loading) =>
  prefetch(loading.reader, queries.bodies.withSeats, (rows, scope) => {
    keep(loading, scope, rows);
    const seats = loading.use(personSeats)(scope);
    for (const { p, seats: held } of rows.flatMap(({ members }) => members)) seats.prime(p.id, keptSeats(loading, held, scope.knownAt));
  });

/** Bodies with their members and the parties of these. */
export const withParties = (loading: Loading) =>
  prefetch(loading.reader, queries.bodies.withParties, (rows, scope) => {
    keep(loading, scope, rows);
    const sides = loading.use(personSides)(scope);
    for (const { p, parties: tied } of rows.flatMap(({ members }) => members)) sides.prime(p.id, keptSides(loading, tied, scope.knownAt));
  });
