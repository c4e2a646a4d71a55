import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { type Lens, below } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { type Scope, type ScopeArguments, scopeOf } from '../../read/scope.js';
import { strongest, weakest } from '../../record/basis.js';
import type { Basis } from '../../record/model.js';
import { type Certainty, certaintyOn, certaintyRank, isPossible, strongestCertainty, together } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { affiliates } from '../../words/affiliations/loaders.js';
import { type PersonalTie, homeTies, partyTies } from '../../words/affiliations/reads.js';
import { type Tie, appointmentId } from '../../words/appointments/model.js';
import { KIND_OF_TIE, fillsSeat, tiesOf } from '../../words/appointments/reads.js';
import { bodyMembers, personSeats, tiedSeats } from '../../words/memberships/loaders.js';
import { ROLES, type Role, type MembershipSummary } from '../../words/memberships/model.js';
import { membershipsById, passes } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import { people } from '../../words/people/loaders.js';
import { holdersOfPartyIn, withTies } from '../../words/people/prefetch.js';
import { councillors } from '../../words/places/loaders.js';
import { isMunicipality } from '../../words/places/model.js';
import type { RepresentationAt, RepresentationConnectionAt, RepresentationKind, Way } from './model.js';

export interface RepresentationFilter {
  who?: string | null;
  whom?: string | null;
  where?: string | null;
  fromMunicipality?: string | null;
  ofParty?: string | null;
  how?: readonly RepresentationKind[] | null;
  roles?: readonly Role[] | null;
  certainty?: readonly Certainty[] | null;
  basis?: readonly Basis[] | null;
  includeSubstitutes?: boolean | null;
  all?: boolean | null;
}

const isOf = <T>(list: readonly T[] | null | undefined, one: T): boolean => !list || list.includes(one);

const TIED: readonly RepresentationKind[] = Object.values(KIND_OF_TIE);

/** What a filter asks of seats and their holders. */
const asksForTies = ({ how }: RepresentationFilter): boolean => TIED.some((one) => isOf(how, one));
const asksForHomes = ({ how, fromMunicipality }: RepresentationFilter): boolean => isOf(how, 'COMES_FROM') || fromMunicipality != null;
const asksForParties = ({ how, ofParty }: RepresentationFilter): boolean => isOf(how, 'BELONGS_TO') || ofParty != null;

const possibleIn = (rows: readonly MembershipSummary[], { window }: Scope): MembershipSummary[] => rows.filter((m) => isPossible(m, window));

export const seatsOfPeople = async (context: Context, people: Iterable<string>, scope: Scope): Promise<MembershipSummary[]> =>
  (await Promise.all([...new Set(people)].map((id) => context.use(personSeats)(scope).load(id)))).flat().map(({ m }) => m);

export const peopleTiedTo = async (context: Context, principal: string, scope: Scope): Promise<string[]> => {
  const [affiliated, sitting] = await Promise.all([
    context.use(affiliates)(scope).load(principal),
    isMunicipality(principal) ? context.use(councillors)(scope).load(principal) : [],
  ]);
  return [...affiliated.map(({ person }) => person), ...sitting.map(({ m }) => m.person)];
};

/** When a seat stands for a principal: through its appointment, or while its holder belongs to it. */
export const intervalsFor = async (context: Context, m: MembershipSummary, principal: string, lens: Lens): Promise<Interval[]> => {
  const [ties, homes, parties] = await Promise.all([
    tiesOf(context, appointmentId(m.id), lens),
    homeTies(context, m.person, lens, { all: true }),
    partyTies(context, m.person, lens, { all: true }),
  ]);
  const personal = [...homes, ...parties].filter(({ to, council }) => to === principal && council !== m.body);
  return [...(ties.some(({ tie, toId }) => toId === principal && KIND_OF_TIE[tie]) ? [m] : []), ...personal.map(({ interval }) => together(m, interval))];
};

/** The seats in the scope that may stand for a principal: by their appointments, or as their holders belong to it. */
export const seatsAnchoredAt = async (context: Context, principal: string, lens: Lens, scope: Scope): Promise<MembershipSummary[]> => {
  const ids = await context.use(tiedSeats)(lens.knownAt).load(principal);
  const [tied, personal] = await Promise.all([
    membershipsById(context, ids, lens),
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

interface Held {
  m: MembershipSummary;
  ties: readonly Tie[];
  homes: readonly PersonalTie[];
  parties: readonly PersonalTie[];
}

/** A seat with what the filter asks of its appointment and its holder, on the seat's day. */
const held = async (context: Context, m: MembershipSummary, lens: Lens, filter: RepresentationFilter): Promise<Held> => {
  const day = below(lens, m);
  const [ties, homes, parties] = await Promise.all([
    asksForTies(filter) ? tiesOf(context, appointmentId(m.id), day) : [],
    asksForHomes(filter) ? homeTies(context, m.person, day) : [],
    asksForParties(filter) ? partyTies(context, m.person, day) : [],
  ]);
  return { m, ties, homes, parties };
};

/** Every principal that a seat stands for, in the ways that are asked for. */
const waysOf = ({ m, ties, homes, parties }: Held, { how: asked }: RepresentationFilter): Map<string, Way[]> => {
  const ways = new Map<string, Way[]>();
  const add = (how: RepresentationKind, principal: string, interval: Interval, basis: Basis): void => {
    const way = { how, interval, basis: weakest(m.basis, basis) };
    const others = ways.get(principal);
    if (others) others.push(way);
    else ways.set(principal, [way]);
  };
  for (const { tie, toId, basis } of ties) {
    const how = KIND_OF_TIE[tie];
    if (how && isOf(asked, how)) add(how, toId, m, basis);
  }
  // A seat in the council that governs a municipality does not come from it.
  const governs = (to: string): boolean => homes.some((home) => home.council === m.body && home.to === to);
  if (isOf(asked, 'COMES_FROM')) for (const { to, interval, basis } of homes) if (!governs(to)) add('COMES_FROM', to, together(m, interval), basis);
  if (isOf(asked, 'BELONGS_TO')) for (const { to, interval, basis } of parties) add('BELONGS_TO', to, together(m, interval), basis);
  return ways;
};

/** The holder's tie to what the filter asks for narrows every way: the answer is as sure as all it depends on. */
const throughTie = (ways: Way[], ties: readonly PersonalTie[], to: string | null | undefined): Way[] => {
  if (to == null) return ways;
  return ties
    .filter((tie) => tie.to === to)
    .flatMap((tie) => ways.map((way) => ({ ...way, interval: together(way.interval, tie.interval), basis: weakest(way.basis, tie.basis) })));
};

export const certaintyOf = ({ membership, ways, lens }: RepresentationAt): Certainty | null =>
  certaintyOn(membership, lens.asOf) && strongestCertainty(ways.map(({ interval }) => certaintyOn(interval, lens.asOf)));

export const basisOf = ({ ways }: RepresentationAt): Basis => strongest(...ways.map(({ basis }) => basis));

const rowsOf = (seat: Held, filter: RepresentationFilter, lens: Lens): RepresentationAt[] =>
  [...waysOf(seat, filter)]
    .filter(([principal]) => filter.whom == null || principal === filter.whom)
    .map(([principal, ways]): RepresentationAt => {
      const through = throughTie(throughTie(ways, seat.homes, filter.fromMunicipality), seat.parties, filter.ofParty);
      return { membership: seat.m, principal, ways: through, lens };
    })
    .filter(
      (row) => row.ways.length > 0 && (!filter.certainty || filter.certainty.includes(certaintyOf(row) as Certainty)) && isOf(filter.basis, basisOf(row)),
    );

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
  const rows = (await Promise.all(seats.map((m) => held(context, m, lens, filter)))).flatMap((seat) => rowsOf(seat, filter, lens));
  const known = context.use(people)(lens.knownAt);
  const holders = await Promise.all([...new Set(rows.map(({ membership }) => membership.person))].map((id) => known.find(id)));
  const names = new Map(holders.flatMap((person) => (person ? [[person.id, person.sortKey]] : [])));
  return pageOf(
    ['representations', filter, lens.given],
    5,
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
