import { sortedBy } from '../../record/order.js';
import { addDays, latest } from '../../time/civil.js';
import { type Certainty, certaintyIn, certaintyRank } from '../../time/in-force.js';
import { spanOf } from '../../time/partial.js';
import type { Meeting } from '../meetings/model.js';
import { ROLES, type MembershipSummary } from '../memberships/model.js';
import type { Attendance } from './model.js';

type Presence = Attendance['presence'];

/** How sure it is that a seat is held in the body that meets, on the day of the meeting. */
export const certaintyAt = (seat: MembershipSummary, { body, date }: Meeting): Certainty | null => {
  if (seat.body !== body || date === null) return null;
  const { first, last } = spanOf(date);
  return certaintyIn(seat, { start: first, end: addDays(last, 1) });
};

/** Whether some seat in the body that meets is certainly held on each day on which the meeting may have been. */
export const isExpected = (seats: readonly MembershipSummary[], { body, date }: Meeting): boolean => {
  if (date === null) return false;
  const { first, last } = spanOf(date);
  const own = sortedBy(
    seats.filter((seat) => seat.body === body),
    ({ fromMax }) => [fromMax],
  );
  return own.reduce((day, { fromMax, untilMin }) => (fromMax <= day ? latest(day, untilMin) : day), first) > last;
};

/** Of a person's seats the one in the body that meets, on the day of the meeting: the surest, then by role. */
export const seatAt = (seats: readonly MembershipSummary[], meeting: Meeting): MembershipSummary | null =>
  sortedBy(
    seats.filter((seat) => certaintyAt(seat, meeting) !== null),
    (seat) => [certaintyRank(certaintyAt(seat, meeting)), ROLES.indexOf(seat.role), seat.id],
  )[0] ?? null;

/** Of several that sources say, the one that counts first: who was seen was there, and who was excused was absent. */
const STRONGEST: readonly Presence[] = ['PRESENT', 'EXCUSED', 'ABSENT'];

/** What sources say of a person at a meeting; null: nothing. */
export const presenceAt = (rows: readonly Attendance[], { id }: Meeting): Presence | null =>
  STRONGEST.find((presence) => rows.some((row) => row.meeting === id && row.presence === presence)) ?? null;

export const counted = (presences: readonly (Presence | null)[]) => {
  const many = (presence: Presence | null): number => presences.filter((one) => one === presence).length;
  return { meetings: presences.length, present: many('PRESENT'), absent: many('ABSENT'), excused: many('EXCUSED'), unknown: many(null) };
};
