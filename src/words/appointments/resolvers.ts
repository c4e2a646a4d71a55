import type { AppointmentResolvers, DependencyResolvers, TieResolvers } from '../../generated/api.js';
import { nodeById, referred } from '../../read/nodes.js';
import { provenance } from '../documents/fields.js';
import type { MeetingAt } from '../meetings/model.js';
import type { MembershipAt } from '../memberships/model.js';
import type { PrincipalAt } from '../principals/model.js';
import { KIND_OF_TIE, decidedAt, isAgendaItem, principalOf, principalsOf, recordedAppointment, representingTies, seatBehind } from './reads.js';

export const nodes = { appointment: { typename: 'Appointment', find: recordedAppointment } };

export const Appointment: AppointmentResolvers = {
  membership: ({ row, lens }, _, context) => referred<MembershipAt>(context, row.membership, lens),
  by: ({ row, lens }, _, context) => principalOf(context, row.id, lens, 'BY'),
  delegatedBy: ({ row, lens }, _, context) => principalOf(context, row.id, lens, 'DELEGATED_BY'),
  nominatedBy: ({ row, lens }, _, context) => principalOf(context, row.id, lens, 'NOMINATED_BY'),
  represents: ({ row, lens }, _, context) => principalsOf(context, row.id, lens, 'REPRESENTING'),
  designatedOn: ({ row }) => row.designatedOn,
  decidedAt: async (at, _, context) => {
    const decided = await decidedAt(context, at);
    return decided && isAgendaItem(decided) ? referred<MeetingAt>(context, decided.row.meeting, at.lens) : decided;
  },
  agendaItem: async (at, _, context) => {
    const decided = await decidedAt(context, at);
    return decided && isAgendaItem(decided) ? decided : null;
  },
  exOfficio: ({ row }) => row.exOfficio,
  replaces: ({ row, lens }, _, context) => seatBehind(context, row.membership, lens, 'REPLACES'),
  ties: (at, _, context) => representingTies(context, at),
  ...provenance,
};

export const Tie: TieResolvers = {
  how: ({ row }) => KIND_OF_TIE[row.tie] ?? 'REPRESENTS',
  principal: ({ row, lens }, _, context) => referred<PrincipalAt>(context, row.toId, lens),
  ...provenance,
};

export const Dependency: DependencyResolvers = {
  on: ({ row, lens }, _, context) => nodeById(context, row.on ?? row.toId, lens),
  ...provenance,
};
