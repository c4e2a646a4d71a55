import type { PrincipalRepresentativesArgs } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { exists } from '../../read/existence.js';
import { type Lens, belowAny, belowThing } from '../../read/lens.js';
import { pageOf } from '../../read/page.js';
import type { MembershipAt } from '../../words/memberships/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import type { RepresentationAt, RepresentationConnectionAt } from './model.js';
import { representations } from './reads.js';

/** What is below a row is seen on the nearest day on which its seat and ties together are possible. */
export const belowRepresentation = ({ ways, lens }: RepresentationAt): Lens =>
  belowAny(
    lens,
    ways.map(({ interval }) => interval),
  );

/** The seat of a row: itself on the asked day. */
export const seatOf = (at: RepresentationAt): MembershipAt => ({ row: at.membership, lens: at.lens, below: belowRepresentation(at).asOf });

/** Who represents a principal: nobody on a day on which it does not exist. */
export const representativesOf = async (
  context: Context,
  at: PrincipalAt,
  { how, in: where, all, first, after }: Partial<PrincipalRepresentativesArgs>,
): Promise<RepresentationConnectionAt> => {
  const lens = belowThing(at);
  const filter = { whom: at.row.id, how, where, all };
  if (all || exists({ row: at.row, lens })) return representations(context, filter, lens, { first, after }, 100);
  return pageOf(['representations', filter, lens.given], [], () => [], { first, after }, 100);
};
