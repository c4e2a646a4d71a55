import type { BodyResolvers, MembershipResolvers, OfficeResolvers } from '../../generated/api.js';
import { belowAt } from '../../read/lens.js';
import { nodesOf, referred } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import { sourcesOf } from '../documents/fields.js';
import * as loaders from './loaders.js';
import { actingIn, holdersOf, officeOfSeat, officesIn, phaseOfOffice } from './reads.js';

export const nodes = { office: nodesOf('Office', loaders.offices) };

export const Body: Pick<BodyResolvers, 'offices'> = { offices: (at, args, context) => officesIn(context, at, args) };

export const Membership: Pick<MembershipResolvers, 'office'> = { office: (at, _, context) => officeOfSeat(context, at) };

export const Office: OfficeResolvers = {
  body: (at, _, context) => referred<BodyAt>(context, at.row.body, belowAt(at)),
  role: ({ row }) => row.role,
  title: ({ row }) => row.title,
  district: ({ row }) => row.district,
  holders: ({ row }) => row.holders,
  existence: (at) => at,
  phase: (at, _, context) => phaseOfOffice(context, at),
  members: (at, args, context) => holdersOf(context, at, belowAt(at), args),
  standIns: (at, args, context) => actingIn(context, at, belowAt(at), args),
  sources: (at, _, context) => sourcesOf(at, context),
};
