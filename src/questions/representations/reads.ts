import { eachInParts } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { type Scope, type ScopeArguments, scopeOf } from '../../read/scope.js';
import { strongest } from '../../record/basis.js';
import type { Basis } from '../../record/model.js';
import { type Certainty, certaintyOn, certaintyRank, isPossible } from '../../time/in-force.js';
import { affiliates } from '../../words/affiliations/loaders.js';
import { appointmentId } from '../../words/appointments/model.js';
import { fillsSeat, tiesOf } from '../../words/appointments/reads.js';
import { bodyMembers, personSeats, tiedSeats } from '../../words/memberships/loaders.js';
import { ROLES, type Membership, type MembershipSummary } from '../../words/memberships/model.js';
import { membershipsById, passes } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import { people } from '../../words/people/loaders.js';
import { holdersOfPartyIn, withTies } from '../../words/people/prefetch.js';
import { councillors } from '../../words/places/loaders.js';
import { isMunicipality } from '../../words/places/model.js';
import type { RepresentationAt, RepresentationConnectionAt, RepresentationFilter } from './model.js';
import { isObserved } from './observed.js';
import { certaintyOfAny } from './rules.js';
import { asksForHomes, asksForParties, isOf, waysOf } from './ways.js';

const possibleIn = (rows: readonly MembershipSummary[], { window }: Scope): MembershipSummary[] => rows.filter((m) => isPossible(m, window));

export const seatsOfPeople = async (context: Context, people: Iterable<string>, scope: Scope): Promise<MembershipSummary[]> =>
  (await eachInParts(context, [...new Set(people)], (id) => context.use(personSeats)(scope).load(id))).flat().map(({ m }) => m);

export const peopleTiedTo = async (context: Context, principal: string, scope: Scope): Promise<string[]> => {
  const [affiliated, sitting] = await Promise.all([
    context.use(affiliates)(scope).load(principal),
    isMunicipality(principal) ? context.use(councillors)(scope).load(principal) : [],
  ]);
  return [...affiliated.map(({ person }) => person), ...sitting.map(({ m }) => m.person)];
};

/** The seats whose appointments name a principal. */
export const seatsTiedTo = async (context: Context, principal: string, lens: Lens): Promise<Membership[]> =>
  membershipsById(context, await context.use(tiedSeats)(lens.knownAt).load(principal), lens);

/** The seats in the scope that may stand for a principal: by their appointments, or as their holders belong to it. */
export const seatsAnchoredAt = async (context: Context, principal: string, lens: Lens, scope: Scope): Promise<MembershipSummary[]> => {
  const [tied, personal] = await Promise.all([
    seatsTiedTo(context, principal, lens),
    peopleTiedTo(context, principal, scope).then((people) => seatsOfPeople(context, people, scope)),
  ]);
  return [...new Map([...possibleIn(tied, scope), ...personal].map((m) => [m.id, m])).values()];
};

/** Of all that a filter asks of people, at once. */
const filteredSeatsOf = async (context: Context, people: readonly string[], filter: RepresentationFilter, scope: Scope): Promise<MembershipSummary[]> => {
  if (asksForHomes(filter) && asksForParties(filter)) await context.use(withTies)(scope).loadMany(people);
  return seatsOfPeople(context, people, scope);
};

/** The seats that a filter's strongest anchor leads to. @throws GraphQLError FILTER_REQUIRED where it has none. */
const anchoredSeats = async (context: Context, filter: RepresentationFilter, lens: Lens, scope: Scope): Promise<MembershipSummary[]> => {
  if (filter.where != null) return (await context.use(bodyMembers)(scope).load(filter.where)).map(({ m }) => m);
  if (filter.who != null) return filteredSeatsOf(context, [filter.who], filter, scope);
  if (filter.whom != null) return seatsAnchoredAt(context, filter.whom, lens, scope);
  if (filter.fromMunicipality != null && filter.ofParty != null)
    return seatsOfPeople(context, await holdersOfPartyIn(context, scope, filter.fromMunicipality, filter.ofParty), scope);
  const tiedTo = filter.fromMunicipality ?? filter.ofParty;
  if (tiedTo != null) return filteredSeatsOf(context, await peopleTiedTo(context, tiedTo, scope), filter, scope);
  throw inputError('filter', 'at least one of where, who, whom, fromMunicipality, ofParty', filter, 'FILTER_REQUIRED');
};

export const certaintyOf = ({ membership, ways, lens }: RepresentationAt): Certainty | null =>
  certaintyOn(membership, lens.asOf) && certaintyOfAny(ways, lens.asOf);

export const basisOf = ({ ways }: RepresentationAt): Basis => strongest(...ways.map(({ basis }) => basis));

const rowsOf = async (context: Context, membership: MembershipSummary, filter: RepresentationFilter, lens: Lens): Promise<RepresentationAt[]> => {
  if (filter.observedSince != null && !(await isObserved(context, membership.id, filter.observedSince, lens))) return [];
  return [...(await waysOf(context, membership, lens, filter))]
    .filter(([principal, ways]) => ways.length > 0 && (filter.whom == null || principal === filter.whom))
    .map(([principal, ways]): RepresentationAt => ({ membership, principal, ways, lens }))
    .filter((row) => (!filter.certainty || filter.certainty.includes(certaintyOf(row) as Certainty)) && isOf(filter.basis, basisOf(row)));
};

/** Who represents whom where: one row for each seat and principal. */
export const representations = async (
  context: Context,
  filter: RepresentationFilter,
  lens: Lens,
  args: PageArguments,
  usual: number,
): Promise<RepresentationConnectionAt> => {
  const scope = scopeOf(lens, filter);
  const { certainty: _, ...ofSeat } = filter;
  const seats = (await anchoredSeats(context, filter, lens, scope)).filter(
    (m) => (filter.where == null || m.body === filter.where) && (filter.who == null || m.person === filter.who) && passes(m, lens, ofSeat),
  );
  const rows = (await eachInParts(context, seats, (m) => rowsOf(context, m, filter, lens))).flat();
  const known = context.use(people)(lens.knownAt);
  const holders = await Promise.all([...new Set(rows.map(({ membership }) => membership.person))].map((id) => known.find(id)));
  const names = new Map(holders.flatMap((person) => (person ? [[person.id, person.sortKey]] : [])));
  return pageOf(
    ['representations', filter, lens.given],
    rows,
    (row) => [certaintyRank(certaintyOf(row)), ROLES.indexOf(row.membership.role), names.get(row.membership.person) ?? '', row.membership.id, row.principal],
    args,
    usual,
  );
};

/** The distinct seats of members who represent a principal, or were appointed by it, in a body: on the lens's day, or ever. */
export const membersFor = async (context: Context, principal: string, body: string, lens: Lens, args: ScopeArguments = {}): Promise<MembershipSummary[]> => {
  const members = (await context.use(bodyMembers)(scopeOf(lens, args)).load(body)).map(({ m }) => m);
  const kept = await Promise.all(
    members.map(async (m) => {
      const ties = await tiesOf(context, appointmentId(m.id), lens);
      return isMember(m) && ties.some((tie) => tie.toId === principal && fillsSeat(tie));
    }),
  );
  return members.filter((_, at) => kept[at]);
};
