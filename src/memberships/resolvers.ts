import { partyOf } from '../affiliations/reads.js';
import { appointmentId } from '../appointments/model.js';
import { appointmentOf, belowSeat, principalOf, principalsOf, seatBehind, substitutesOf, successorOf, tiesOf } from '../appointments/reads.js';
import type { MembershipResolvers } from '../generated/api.js';
import { keyOf } from '../lens/lens.js';
import { bodyById, referred } from '../lens/nodes.js';
import type { PersonAt } from '../lens/parents.js';
import { node } from '../lens/resolvers.js';
import { historyOf } from './reads.js';
import { NEVER } from '../record/time.js';
import { phaseOn } from '../time/in-force.js';
import { certaintyAt, dated } from '../time/resolvers.js';

export const Membership: MembershipResolvers = {
  ...node,
  key: ({ row, lens, listedBy }) => (listedBy ? `${keyOf(row.id, listedBy)}#${row.recordedAt}` : keyOf(row.id, lens)),
  ...dated,
  person: (at, _, context) => referred<PersonAt>(context, at.row.person, belowSeat(at)),
  body: (at, _, context) => bodyById(context, at.row.body, belowSeat(at)),
  role: ({ row }) => row.role,
  title: ({ row }) => row.title,
  fromBasis: ({ row }) => row.fromBasis,
  untilBasis: ({ row }) => row.untilBasis,
  certainty: certaintyAt,
  phase: ({ row, lens }) => phaseOn(row, lens.asOf),
  firstObserved: ({ row }) => row.seenOn[0] ?? null,
  lastObserved: ({ row }) => row.seenOn.at(-1) ?? null,
  represents: (at, _, context) => principalsOf(context, appointmentId(at.row.id), belowSeat(at), 'REPRESENTING'),
  appointedBy: (at, _, context) => principalOf(context, appointmentId(at.row.id), belowSeat(at), 'BY'),
  nominatedBy: (at, _, context) => principalOf(context, appointmentId(at.row.id), belowSeat(at), 'NOMINATED_BY'),
  party: (at, _, context) => partyOf(context, at.row.person, belowSeat(at)),
  substitutes: (at, _, context) => substitutesOf(context, at.row.id, belowSeat(at)),
  substituteFor: (at, _, context) => seatBehind(context, at.row.id, at.lens, 'SUBSTITUTE_FOR'),
  predecessor: (at, _, context) => seatBehind(context, at.row.id, at.lens, 'REPLACES'),
  successor: (at, _, context) => successorOf(context, at.row.id, at.lens),
  appointment: (at, _, context) => appointmentOf(context, at.row.id, belowSeat(at)),
  restsOn: async (at, _, context) => (await tiesOf(context, appointmentId(at.row.id), at.lens, 'RESTS_ON')).map((row) => ({ row, lens: belowSeat(at) })),
  recordedAt: ({ row }) => new Date(row.recordedAt),
  retractedAt: ({ row, lens, listedBy = lens }) => (row.retractedAt === NEVER || row.retractedAt > listedBy.knownAt ? null : new Date(row.retractedAt)),
  history: (at, _, context) => historyOf(context, at),
  because: ({ row }) => row.because,
};
