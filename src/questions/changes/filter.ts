import type { ChangeFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { scopeOf } from '../../read/scope.js';
import { windowAround } from '../../time/in-force.js';
import { homeTies, mayBelong, partyTies } from '../../words/affiliations/reads.js';
import { isBody } from '../../words/bodies/model.js';
import { tiedSeats } from '../../words/memberships/loaders.js';
import type { Membership } from '../../words/memberships/model.js';
import { mayBeAmong, withinRegion } from '../../words/relations/region.js';
import type { ChangeAt, ChangeKind, Subject } from './model.js';

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
  return subject.kind === 'TERRITORY' && isBody(subject.row.fromId) ? subject.row.fromId : null;
};

const concernsPlace = async (context: Context, change: ChangeAt, place: string): Promise<boolean> => {
  const { subject } = change.row;
  if (subject.kind === 'TERRITORY') return [subject.row.fromId, subject.row.toId].includes(place);
  const person = personOf(subject);
  return person !== null && mayBelong(context, person, place, change.lens, windowAround(change.row.shift.on), homeTies);
};

const concernsParty = async (context: Context, change: ChangeAt, party: string): Promise<boolean> => {
  const { subject } = change.row;
  if (subject.kind === 'PARTY_TIE') return subject.row.principal === party;
  const person = personOf(subject);
  return person !== null && mayBelong(context, person, party, change.lens, windowAround(change.row.shift.on), partyTies);
};

const concernsPrincipal = async ({ use }: Context, { row, lens }: ChangeAt, principal: string): Promise<boolean> => {
  const seat = seatOf(row.subject);
  return seat !== null && (await use(tiedSeats)(lens.knownAt).load(principal)).includes(seat.id);
};

/** A body, or a place whose territory it is, that may be within the region on the day of the change or the day before. */
const concernsRegion = async (context: Context, { row, lens }: ChangeAt, region: string): Promise<boolean> => {
  const within = await withinRegion(context, region, scopeOf(lens, { all: true }));
  const { subject } = row;
  const ends = subject.kind === 'TERRITORY' ? [subject.row.fromId, subject.row.toId] : [bodyOf(subject)];
  return ends.some((id) => mayBeAmong(within, id, windowAround(row.shift.on)));
};

export const isKindAsked = (kind: ChangeKind, { kinds, exceptKinds }: ChangeFilter): boolean =>
  (!kinds || kinds.includes(kind)) && !exceptKinds?.includes(kind);

/** Whether a change passes every part of a filter. */
export const isAsked = async (context: Context, change: ChangeAt, filter: ChangeFilter): Promise<boolean> => {
  const { subject, kind, cause } = change.row;
  return (
    isKindAsked(kind, filter) &&
    (!filter.causes || (cause !== null && filter.causes.includes(cause))) &&
    (filter.person == null || personOf(subject) === filter.person) &&
    (!filter.bodies || filter.bodies.includes(bodyOf(subject) ?? '')) &&
    (filter.whom == null || (await concernsPrincipal(context, change, filter.whom))) &&
    (filter.region == null || (await concernsRegion(context, change, filter.region))) &&
    (filter.municipality == null || (await concernsPlace(context, change, filter.municipality))) &&
    (filter.party == null || (await concernsParty(context, change, filter.party)))
  );
};
