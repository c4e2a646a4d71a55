import type { MembershipResolvers, StandInResolvers } from '../../generated/api.js';
import { below } from '../../read/lens.js';
import { edgesOf, referred } from '../../read/nodes.js';
import { appointmentId } from '../appointments/model.js';
import { tiesOf } from '../appointments/reads.js';
import { certaintyAt, dated, seenBelow } from '../intervals/fields.js';
import { standInsFor } from '../leaves/reads.js';
import type { MembershipAt } from '../memberships/model.js';
import type { OfficeAt } from '../offices/model.js';
import { heldBefore } from '../offices/reads.js';
import * as loaders from './loaders.js';
import { standInsOf } from './reads.js';

export const nodes = { 'stand-in': edgesOf('StandIn', loaders.standInsById) };

export const Membership: Pick<MembershipResolvers, 'rank' | 'stoodIn' | 'stoodInBy'> = {
  rank: async ({ row, lens }, _, context) => (await tiesOf(context, appointmentId(row.id), lens)).find(({ rank }) => rank !== null)?.rank ?? null,
  stoodIn: (at, args, context) => standInsOf(context, seenBelow(at), args),
  stoodInBy: (at, args, context) => standInsFor(context, seenBelow(at), args),
};

export const StandIn: StandInResolvers = {
  ...dated,
  substitute: ({ row, lens }, _, context) => referred<MembershipAt>(context, row.substitute, below(lens, row)),
  holder: ({ row, lens }, _, context) =>
    row.holder === null ? heldBefore(context, row, below(lens, row)) : referred<MembershipAt>(context, row.holder, below(lens, row)),
  office: ({ row, lens }, _, context) => (row.office === null ? null : referred<OfficeAt>(context, row.office, below(lens, row))),
  certainty: certaintyAt,
};
