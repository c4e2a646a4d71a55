import type { MembershipResolvers } from '../../generated/api.js';
import { edgesOf, referred } from '../../read/nodes.js';
import { NEVER } from '../../record/time.js';
import { partyOf } from '../affiliations/reads.js';
import { appointmentId } from '../appointments/model.js';
import { appointmentOf, belowSeat, principalOf, principalsOf, seatBehind, substitutesOf, successorOf, tiesOf } from '../appointments/reads.js';
import type { BodyAt } from '../bodies/model.js';
import { conflictsOf } from '../conflicts/reads.js';
import { sourcesOf } from '../documents/fields.js';
import { certaintyAt, phaseAt, printed } from '../intervals/fields.js';
import type { PersonAt } from '../people/model.js';
import { firstSeen, lastSeen } from '../intervals/seen.js';
import * as loaders from './loaders.js';
import { historyOf, keyOfSeat, wholeOf } from './reads.js';

const seat = edgesOf('Membership', loaders.memberships);

/** The id of a seat that a rule gives begins with the rule's. */
export const nodes = { membership: seat, rule: seat };

export const Membership: MembershipResolvers = {
  key: keyOfSeat,
  ...printed,
  basis: ({ row }) => row.basis,
  reason: async (at, _, context) => (await wholeOf(context, at)).reason,
  sources: async (at, _, context) => sourcesOf({ row: await wholeOf(context, at), lens: belowSeat(at) }, context),
  interval: async (at, _, context) => ({ row: await wholeOf(context, at), lens: belowSeat(at) }),
  person: (at, _, context) => referred<PersonAt>(context, at.row.person, belowSeat(at)),
  body: (at, _, context) => referred<BodyAt>(context, at.row.body, belowSeat(at)),
  role: ({ row }) => row.role,
  title: async (at, _, context) => (await wholeOf(context, at)).title,
  fromBasis: async (at, _, context) => (await wholeOf(context, at)).fromBasis,
  untilBasis: async (at, _, context) => (await wholeOf(context, at)).untilBasis,
  certainty: certaintyAt,
  phase: phaseAt,
  firstObserved: async (at, _, context) => firstSeen((await wholeOf(context, at)).seenOn),
  lastObserved: async (at, _, context) => lastSeen((await wholeOf(context, at)).seenOn),
  represents: (at, _, context) => principalsOf(context, appointmentId(at.row.id), belowSeat(at), 'REPRESENTING'),
  appointedBy: (at, _, context) => principalOf(context, appointmentId(at.row.id), belowSeat(at), 'BY'),
  nominatedBy: (at, _, context) => principalOf(context, appointmentId(at.row.id), belowSeat(at), 'NOMINATED_BY'),
  party: (at, _, context) => partyOf(context, at.row.person, belowSeat(at)),
  substitutes: (at, _, context) => substitutesOf(context, at.row.id, belowSeat(at)),
  substituteFor: (at, _, context) => seatBehind(context, at.row.id, at.lens, 'SUBSTITUTE_FOR'),
  substituteOf: (at, _, context) => principalOf(context, appointmentId(at.row.id), belowSeat(at), 'SUBSTITUTE_OF'),
  predecessor: (at, _, context) => seatBehind(context, at.row.id, at.lens, 'REPLACES'),
  successor: (at, _, context) => successorOf(context, at.row.id, at.lens),
  appointment: (at, _, context) => appointmentOf(context, at.row.id, belowSeat(at)),
  dependsOn: async (at, _, context) => (await tiesOf(context, appointmentId(at.row.id), at.lens, 'DEPENDS_ON')).map((row) => ({ row, lens: belowSeat(at) })),
  district: async (at, _, context) => (await wholeOf(context, at)).district,
  declined: async (at, _, context) => Boolean((await wholeOf(context, at)).declined),
  conflicts: (at, _, context) => conflictsOf(context, at),
  recordedAt: async (at, _, context) => new Date((await wholeOf(context, at)).recordedAt),
  retractedAt: async (at, _, context) => {
    const { retractedAt } = await wholeOf(context, at);
    return retractedAt === NEVER || retractedAt > (at.listedBy ?? at.lens).knownAt ? null : new Date(retractedAt);
  },
  history: (at, _, context) => historyOf(context, at),
  because: async (at, _, context) => (await wholeOf(context, at)).because,
};
