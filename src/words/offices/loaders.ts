import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';
import { scopedLoader } from '../../read/scope.js';
import { keptMembers } from '../memberships/loaders.js';
import type { Membership } from '../memberships/model.js';
import type { StandIn } from '../stand-ins/model.js';
import type { Person } from '../people/model.js';

export const offices = ({ reader }: Loading) => nodeLoader(reader, queries.offices.byIds, 'x');

/** The offices of bodies, of any time. */
export const officesOf = ({ reader, use }: Loading) => nodesOn(reader, queries.offices.byBodyIds, use(offices), (row) => row.offices.map(({ x }) => x));

/** When somebody acted in offices. */
export const acting = ({ reader }: Loading) => scopedLoader(reader, queries.offices.actingByIds, (row): StandIn[] => row.standIns.map(({ s }) => s), []);

/** The seats that may be in offices: those of the body that have the role and name no other. */
export const seatsByOffice = (loading: Loading) =>
  scopedLoader(
    loading.reader,
    queries.offices.seatsByIds,
    (row, knownAt): { m: Membership; p: Person }[] => {
      keptMembers(loading, row.seats, knownAt);
      return row.seats;
    },
    [],
  );
