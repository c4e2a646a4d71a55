import type { ChangeFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { dayAfter, dayBefore } from '../../time/civil.js';
import { isPossible } from '../../time/in-force.js';
import { type PersonalTie, homeTies, partyTies } from '../../words/affiliations/reads.js';
import { tiedSeats } from '../../words/memberships/loaders.js';
import type { Membership } from '../../words/memberships/model.js';
import type { ChangeAt, Subject } from './model.js';

/** The seat that changes, or from which somebody sits in for another. */
export const seatOf = (subject: Subject): Membership | null => {
  if (subject.kind === 'STAND_IN') return subject.substitute;
  return subject.kind === 'SEAT' ? subject.row : null;
};

export const personOf = (subject: Subject): string | null => (subject.kind === 'PARTY_TIE' ? subject.row : seatOf(subject))?.person ?? null;

export const bodyOf = (subject: Subject): string | null => {
  if (subject.kind === 'BODY') return subject.row.id;
  const seat = seatOf(subject);
  if (seat) return seat.body;
  return subject.kind === 'TERRITORY' && subject.row.fromId.startsWith('body:') ? subject.row.fromId : null;
};

type TiesOf = (context: Context, person: string, lens: Lens, args: { all: boolean }) => Promise<PersonalTie[]>;

/** Whether the holder may have belonged to a place or party on the day of the change or the day before. */
const belongs = async (context: Context, person: string, to: string, { row, lens }: ChangeAt, tiesOf: TiesOf): Promise<boolean> => {
  const window = { start: dayBefore(row.shift.on), end: dayAfter(row.shift.on) };
  return (await tiesOf(context, person, lens, { all: true })).some((tie) => tie.to === to && isPossible(tie.interval, window));
};

const concernsPlace = async (context: Context, change: ChangeAt, place: string): Promise<boolean> => {
  const { subject } = change.row;
  if (subject.kind === 'TERRITORY') return [subject.row.fromId, subject.row.toId].includes(place);
  const person = personOf(subject);
  return person !== null && belongs(context, person, place, change, homeTies);
};

const concernsParty = async (context: Context, change: ChangeAt, party: string): Promise<boolean> => {
  const { subject } = change.row;
  if (subject.kind === 'PARTY_TIE') return subject.row.principal === party;
  const person = personOf(subject);
  return person !== null && belongs(context, person, party, change, partyTies);
};

const concernsPrincipal = async ({ use }: Context, { row, lens }: ChangeAt, principal: string): Promise<boolean> => {
  const seat = seatOf(row.subject);
  return seat !== null && (await use(tiedSeats)(lens.knownAt).load(principal)).includes(seat.id);
};

/** Whether a change passes every part of a filter. */
export const isAsked = async (context: Context, change: ChangeAt, filter: ChangeFilter): Promise<boolean> => {
  const { subject, kind, cause } = change.row;
  return (
    (!filter.kinds || filter.kinds.includes(kind)) &&
    !filter.exceptKinds?.includes(kind) &&
    (!filter.causes || (cause !== null && filter.causes.includes(cause))) &&
    (filter.person == null || personOf(subject) === filter.person) &&
    (!filter.bodies || filter.bodies.includes(bodyOf(subject) ?? '')) &&
    (filter.whom == null || (await concernsPrincipal(context, change, filter.whom))) &&
    (filter.municipality == null || (await concernsPlace(context, change, filter.municipality))) &&
    (filter.party == null || (await concernsParty(context, change, filter.party)))
  );
};
