import type { Context } from '../../read/context.js';
import type { IntervalEdge } from '../../time/interval.js';
import { eventId } from '../../words/events/ids.js';
import { events } from '../../words/events/loaders.js';
import type { BeginCause, EndCause, Event } from '../../words/events/model.js';
import { phaseAt } from '../../words/intervals/fields.js';
import type { MembershipAt } from '../../words/memberships/model.js';
import { wholeOf } from '../../words/memberships/reads.js';

const eventAt = ({ use }: Context, { row, lens }: MembershipAt, edge: IntervalEdge): Promise<Event | null> =>
  use(events)(lens.knownAt).load(eventId(row.id, edge));

/** How a seat began: as is said, else as is told of its start. */
export const beganBy = async (context: Context, at: MembershipAt): Promise<BeginCause | null> =>
  (await wholeOf(context, at)).began ?? (await eventAt(context, at, 'FROM'))?.began ?? null;

/** Why a seat ended: as is said, else as is told of its end, where it is over. */
export const endedBy = async (context: Context, at: MembershipAt): Promise<EndCause | null> => {
  const { ended } = await wholeOf(context, at);
  return ended ?? (phaseAt(at) === 'FORMER' ? ((await eventAt(context, at, 'UNTIL'))?.ended ?? null) : null);
};
