import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import { personTies } from '../../words/affiliations/loaders.js';
import { declinedSeats, personSeats } from '../../words/memberships/loaders.js';
import type { MembershipAt, MembershipSummary } from '../../words/memberships/model.js';
import { withHolders } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import { beganBy } from '../events/causes.js';
import * as loaders from './loaders.js';
import { type Circumstances, mayBeCalled } from './rules.js';

/** What is recorded of a substitute in the body of the pool, and of the ties to whose pool it is. */
const circumstancesOf = async (context: Context, { person, body }: MembershipSummary, list: string, lens: Lens): Promise<Circumstances> => {
  const ever = scopeOf(lens, { all: true });
  const [seats, declined, ties] = await Promise.all([
    context.use(personSeats)(ever).load(person),
    context.use(declinedSeats)(lens.knownAt).load(person),
    context.use(personTies)(ever).load(person),
  ]);
  const held = seats.map(({ m }) => m).filter((m) => m.body === body && isMember(m) && !leavesNoDay(m));
  const began = await Promise.all(held.map((row) => beganBy(context, { row, lens })));
  return {
    held,
    movedUp: held.filter((_, at) => began[at] === 'SUBSTITUTE_MOVED_UP'),
    declined: declined.map(({ m }) => m).filter((m) => m.body === body && isMember(m)),
    ties: ties.filter(({ principal }) => principal === list),
  };
};

/** Who may be called from a pool of a body, by rank. `lens` is that below the body. */
export const nextSubstitutes = async (context: Context, body: string, list: string, lens: Lens): Promise<MembershipAt[]> => {
  const pool = (await context.use(loaders.pooled)(scopeOf(lens), [list]).load(body)).filter(({ m }) => certaintyOn(m, lens.asOf) !== null);
  const around = await Promise.all(pool.map(({ m }) => circumstancesOf(context, m, list, lens)));
  const callable = pool.filter(({ m }, at) => mayBeCalled(m, around[at] as Circumstances, lens.asOf));
  const named = await withHolders(context, callable, lens);
  return sortedBy(named, ({ m, rank, name }) => [rank ?? Number.MAX_SAFE_INTEGER, certaintyRank(certaintyOn(m, lens.asOf)), name, m.id]).map(({ m }) => ({
    row: m,
    lens,
  }));
};
