import type { Context } from '../../read/context.js';
import { scopeOf } from '../../read/scope.js';
import { type Certainty, certaintyOn, strongestCertainty, together } from '../../time/in-force.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { Role, MembershipSummary } from '../../words/memberships/model.js';
import { isMember, sits } from '../../words/memberships/rules.js';
import { standIns } from '../../words/stand-ins/loaders.js';
import { sittingsOf } from '../../words/stand-ins/rules.js';

/** Somebody who sits in a body on a day, by a seat, in a role, and how surely. */
export interface Sitting {
  m: MembershipSummary;
  role: Role;
  certainty: Certainty;
}

/** Who sits in a body: its members, and in place of a member the substitute who stands in for them, in the member's role. */
export const sittingOn = async (context: Context, at: BodyAt): Promise<Sitting[]> => {
  const lens = belowBody(at);
  const seats = (await context.use(bodyMembers)(scopeOf(lens)).load(at.row.id)).map(({ m }) => m);
  const stoodIn = await Promise.all(
    seats
      .filter((m) => !sits(m))
      .map(async (m) => (await context.use(standIns)(scopeOf(lens)).load(m.id)).map((s) => ({ holder: s.holder, m, interval: together(m, s) }))),
  );
  return seats.filter(isMember).flatMap((held) => {
    const own = stoodIn.flat().filter(({ holder }) => holder === held.id);
    const certainty = strongestCertainty(
      sittingsOf(
        held,
        own.map(({ interval }) => interval),
      ).map((one) => certaintyOn(one, lens.asOf)),
    );
    const others = own.map(({ m, interval }) => ({ m, role: held.role, certainty: certaintyOn(together(held, interval), lens.asOf) }));
    return [{ m: held, role: held.role, certainty }, ...others].flatMap((one): Sitting[] => (one.certainty ? [{ ...one, certainty: one.certainty }] : []));
  });
};
