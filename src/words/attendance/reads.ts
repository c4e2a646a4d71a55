import type { AttendanceCount, PersonAttendanceArgs } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { meetings } from '../meetings/loaders.js';
import type { Meeting, MeetingAt } from '../meetings/model.js';
import { liesIn, meetingsHeldBy, timingOf } from '../meetings/reads.js';
import { personSeats } from '../memberships/loaders.js';
import type { MembershipAt } from '../memberships/model.js';
import { scopeOfList } from '../memberships/reads.js';
import { isMember } from '../memberships/rules.js';
import { people } from '../people/loaders.js';
import type { PersonAt } from '../people/model.js';
import * as loaders from './loaders.js';
import type { Attendance, AttendanceAt } from './model.js';
import { counted, isExpected, presenceAt, seatAt } from './rules.js';

/** Who was at a meeting, by name. */
export const attendanceAt = async (context: Context, { row, lens }: MeetingAt): Promise<AttendanceAt[]> => {
  const rows = await context.use(loaders.attendanceAt)(lens.knownAt).load(row.id);
  const named = await Promise.all(rows.map(async (one) => ({ one, name: (await context.use(people)(lens.knownAt).load(one.person))?.sortKey ?? '' })));
  return sortedBy(named, ({ one, name }) => [name, one.id]).map(({ one }) => ({ row: one, lens }));
};

/** The seat that the person held in the body that met. */
export const membershipAt = async (context: Context, { row, lens }: AttendanceAt): Promise<MembershipAt | null> => {
  const [meeting, seats] = await Promise.all([
    context.use(meetings)(lens.knownAt).load(row.meeting),
    context
      .use(personSeats)(scopeOf(lens, { all: true }))
      .load(row.person),
  ]);
  const seat =
    meeting &&
    seatAt(
      seats.map(({ m }) => m),
      meeting,
    );
  return seat && { row: seat, lens };
};

/** The meetings of bodies of which the person certainly was a member on that day. */
const expectedAt = async (context: Context, person: string, lens: Lens, { during }: PersonAttendanceArgs): Promise<Meeting[]> => {
  const held = await context
    .use(personSeats)(scopeOfList(lens, { during: during ?? null, all: true }))
    .load(person);
  const seats = held.map(({ m }) => m).filter(isMember);
  const bodies = [...new Set(seats.map(({ body }) => body))];
  const found = await Promise.all(bodies.map((body) => meetingsHeldBy(context, body, during ?? null, lens)));
  return found.flat().filter((meeting) => isExpected(seats, meeting));
};

const meetingsOf = async (context: Context, rows: readonly Attendance[], lens: Lens): Promise<Meeting[]> =>
  (await Promise.all(rows.map(({ meeting }) => context.use(meetings)(lens.knownAt).load(meeting)))).filter((meeting) => meeting !== null);

/** At how many meetings a person was. @throws GraphQLError BAD_USER_INPUT where a period does not begin before it ends. */
export const attendanceOf = async (context: Context, { row, lens }: PersonAt, args: PersonAttendanceArgs): Promise<AttendanceCount> => {
  const { body, during } = args;
  const [expected, rows] = await Promise.all([expectedAt(context, row.id, lens, args), context.use(loaders.attendanceOf)(lens.knownAt).load(row.id)]);
  const all = new Map([...expected, ...(await meetingsOf(context, rows, lens))].map((meeting) => [meeting.id, meeting]));
  const isAsked = (meeting: Meeting): boolean =>
    (body == null || meeting.body === body) && (during ? liesIn(meeting.date, during.from, during.until) : timingOf({ row: meeting, lens }) !== 'UPCOMING');
  return counted([...all.values()].filter(isAsked).map((meeting) => presenceAt(rows, meeting)));
};
