import type { AttendanceResolvers, MeetingResolvers, PersonResolvers } from '../../generated/api.js';
import { nodesOf, referred } from '../../read/nodes.js';
import { sourcesOf } from '../documents/fields.js';
import type { MembershipAt } from '../memberships/model.js';
import type { PersonAt } from '../people/model.js';
import * as loaders from './loaders.js';
import { attendanceAt, attendanceOf, membershipAt } from './reads.js';

export const nodes = { attendance: nodesOf('Attendance', loaders.attendance) };

export const Meeting: Pick<MeetingResolvers, 'attendance'> = { attendance: (at, _, context) => attendanceAt(context, at) };

export const Person: Pick<PersonResolvers, 'attendance'> = { attendance: (at, args, context) => attendanceOf(context, at, args) };

export const Attendance: AttendanceResolvers = {
  person: ({ row, lens }, _, context) => referred<PersonAt>(context, row.person, lens),
  membership: (at, _, context) => membershipAt(context, at),
  presence: ({ row }) => row.presence,
  standsInFor: ({ row, lens }, _, context) => (row.standsInFor ? referred<MembershipAt>(context, row.standsInFor, lens) : null),
  sources: (at, _, context) => sourcesOf(at, context),
};
