import type { ChangeFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { asRecorded } from '../../read/node-loader.js';
import { scopeOf } from '../../read/scope.js';
import { sortedBy } from '../../record/order.js';
import { type CivilDate, addDays, daysBetween } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { affiliations, personTies } from '../../words/affiliations/loaders.js';
import { type Affiliation, isAffiliationId } from '../../words/affiliations/model.js';
import { hasMany } from '../../words/affiliations/reads.js';
import { existences } from '../../words/bodies/loaders.js';
import { isBody } from '../../words/bodies/model.js';
import { bodyMembers, memberships } from '../../words/memberships/loaders.js';
import { type Membership, type MembershipSummary, isMembershipId } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isParty } from '../../words/parties/model.js';
import { relationsById } from '../../words/relations/loaders.js';
import type { Relation } from '../../words/relations/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import { bodiesAmong, placesAmong, withinRegion } from '../../words/relations/region.js';
import { standIns, standInsById } from '../../words/stand-ins/loaders.js';
import type { StandIn } from '../../words/stand-ins/model.js';
import { peopleTiedTo, seatsOfPeople, seatsTiedTo } from '../representations/reads.js';
import type { Subject } from './model.js';

/** Subjects in the order of their ids. */
export const inSubjectOrder = (all: readonly Subject[]): Subject[] => sortedBy(all, ({ row }) => [row.id]);

export const seat = (row: Membership): Subject => ({ kind: 'SEAT', row });

export const partyTies = (ties: readonly Affiliation[]): Subject[] =>
  ties.filter(({ principal }) => isParty(principal)).map((row) => ({ kind: 'PARTY_TIE', row }));

const substitutions = (rows: readonly StandIn[], seats: readonly Membership[]): Subject[] =>
  rows.flatMap((row): Subject[] => {
    const substitute = seats.find(({ id }) => id === row.substitute);
    return substitute ? [{ kind: 'STAND_IN', row, substitute }] : [];
  });

const ever = (lens: Lens) => scopeOf(lens, { all: true });

/** The days in (from, until]. */
export interface Period {
  from: CivilDate;
  until: CivilDate;
}

const mayChangeIn = ({ fromMin, fromMax, untilMin, untilMax }: Interval, { from, until }: Period): boolean =>
  [fromMin, fromMax, untilMin, untilMax].some((day) => from < day && day <= until);

/** Those seats of lists that may change in a period, with all that is recorded of them, and when their holders sat in for others. */
const ofSeats = async (context: Context, listed: readonly MembershipSummary[], lens: Lens, period: Period): Promise<Subject[]> => {
  const rows = (await Promise.all(listed.map(({ id }) => context.use(standIns)(ever(lens)).load(id)))).flat();
  const substitutes = new Set(rows.map(({ substitute }) => substitute));
  const changing = listed.filter((m) => substitutes.has(m.id) || mayChangeIn(m, period));
  const seats = await membershipsById(
    context,
    changing.map(({ id }) => id),
    lens,
  );
  return [...seats.map(seat), ...substitutions(rows, seats)];
};

/** The seats and party ties of people. */
const ofPeople = async (context: Context, people: readonly string[], lens: Lens, period: Period): Promise<Subject[]> => {
  const [seats, ties] = await Promise.all([
    seatsOfPeople(context, people, ever(lens)),
    Promise.all([...new Set(people)].map((id) => context.use(personTies)(ever(lens)).load(id))),
  ]);
  return [...(await ofSeats(context, seats, lens, period)), ...partyTies(ties.flat())];
};

const TERRITORY = ['COVERS', 'LIES_IN'] as const;

const isTerritory = ({ relation }: Relation): boolean => TERRITORY.some((kind) => kind === relation);

const territoryOf = async (context: Context, id: string, lens: Lens): Promise<Subject[]> => {
  const rows = await Promise.all(
    TERRITORY.flatMap((kind) => (['from', 'to'] as const).map((direction) => relationsOf(context, id, lens, kind, direction, EVER))),
  );
  return rows.flat().map((row) => ({ kind: 'TERRITORY', row }));
};

/** Bodies, their seats and their territory. */
const ofBodies = async (context: Context, ids: readonly string[], lens: Lens, period: Period): Promise<Subject[]> => {
  const unique = [...new Set(ids)];
  const [bodies, members, territory] = await Promise.all([
    Promise.all(unique.map((id) => context.use(existences)(lens.knownAt).load(id))),
    Promise.all(unique.map((id) => context.use(bodyMembers)(ever(lens)).load(id))),
    Promise.all(unique.map((id) => territoryOf(context, id, lens))),
  ]);
  return [
    ...bodies.flatMap((row): Subject[] => (row ? [{ kind: 'BODY', row }] : [])),
    ...(await ofSeats(
      context,
      members.flat().map(({ m }) => m),
      lens,
      period,
    )),
    ...territory.flat(),
  ];
};

/** The bodies that are ever within a region, and the territory of its places. */
const ofRegion = async (context: Context, region: string, lens: Lens, period: Period): Promise<Subject[]> => {
  const within = await withinRegion(context, region, ever(lens));
  const territory = placesAmong(within).map((id) => territoryOf(context, id, lens));
  return [...(await ofBodies(context, bodiesAmong(within), lens, period)), ...(await Promise.all(territory)).flat()];
};

/** The people of a party or municipality, their seats and party ties; null: they are many. */
const ofPrincipal = async (context: Context, principal: string, lens: Lens, period: Period): Promise<Subject[] | null> =>
  (await hasMany(context, principal, lens)) ? null : ofPeople(context, await peopleTiedTo(context, principal, ever(lens)), lens, period);

/** What a filter leads to from a person, body, principal, region, municipality or party; null: it names none of them, or it leads to too much. */
export const anchoredSubjects = async (context: Context, filter: ChangeFilter, lens: Lens, period: Period): Promise<Subject[] | null> => {
  if (filter.person != null) return ofPeople(context, [filter.person], lens, period);
  if (filter.bodies) return ofBodies(context, filter.bodies, lens, period);
  if (filter.whom != null) return ofSeats(context, await seatsTiedTo(context, filter.whom, lens), lens, period);
  if (filter.region != null) return ofRegion(context, filter.region, lens, period);
  if (filter.municipality != null) {
    const own = await ofPrincipal(context, filter.municipality, lens, period);
    return own && [...own, ...(await territoryOf(context, filter.municipality, lens))];
  }
  return filter.party != null ? ofPrincipal(context, filter.party, lens, period) : null;
};

const ALL = Number.MAX_SAFE_INTEGER;

/** The bodies whose start or end may lie in (from, until], at most so many, or all. */
export const bodiesBetween = async (
  { reader, use }: Context,
  from: CivilDate,
  until: CivilDate,
  { knownAt }: Lens,
  limit = ALL,
): Promise<Extract<Subject, { kind: 'BODY' }>[]> => {
  const found = (await reader.read(queries.changes.bodiesBetween, { from, until, limit, knownAt })).map(({ b }) => b);
  const recorded = await asRecorded(use(existences), knownAt, found);
  return recorded.flatMap((row) => (row ? [{ kind: 'BODY' as const, row }] : []));
};

/** The bodies, territory and stand-ins whose start or end may lie in (from, until], in the order of their ids: of each at most so many, or all. */
export const thingsBetween = async (context: Context, from: CivilDate, until: CivilDate, lens: Lens, limit = ALL): Promise<Subject[]> => {
  const { reader, use } = context;
  const { knownAt } = lens;
  const params = { from, until, limit, knownAt };
  const [bodies, territory, stoodIn] = await Promise.all([
    bodiesBetween(context, from, until, lens, limit),
    reader.read(queries.changes.territoryBetween, params),
    reader.read(queries.changes.standInsBetween, params),
  ]);
  const substitutes = await Promise.all(stoodIn.map(({ s }) => use(memberships)(knownAt).load(s.substitute)));
  return inSubjectOrder([
    ...bodies,
    ...territory.map(({ r }): Subject => ({ kind: 'TERRITORY', row: r })),
    ...substitutions(
      stoodIn.map(({ s }) => s),
      substitutes.filter((m) => m !== null),
    ),
  ]);
};

const daysOf = (from: CivilDate, until: CivilDate): CivilDate[] => Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at + 1));

/** Everything whose start or end may lie in (from, until]; null: of some kind there is more than so many. */
export const subjectsBetween = async (context: Context, from: CivilDate, until: CivilDate, lens: Lens, most: number): Promise<Subject[] | null> => {
  const { reader } = context;
  const params = { from, until, days: daysOf(from, until), limit: most + 1, knownAt: lens.knownAt };
  const [seats, ties, things] = await Promise.all([
    reader.read(queries.changes.seatsBetween, params),
    reader.read(queries.changes.partyTiesBetween, params),
    thingsBetween(context, from, until, lens, most + 1),
  ]);
  const isMore = [seats, ties, things].some(({ length }) => length > most);
  return isMore ? null : [...seats.map(({ m }) => seat(m)), ...partyTies(ties.map(({ a }) => a)), ...things];
};

/** The thing behind the id of a change's subject; null where unknown. */
export const subjectById = async ({ use }: Context, id: string, { knownAt }: Lens): Promise<Subject | null> => {
  if (isMembershipId(id)) {
    const row = await use(memberships)(knownAt).load(id);
    return row && seat(row);
  }
  if (isAffiliationId(id)) {
    const row = await use(affiliations)(knownAt).load(id);
    return row && (partyTies([row])[0] ?? null);
  }
  if (isBody(id)) {
    const row = await use(existences)(knownAt).load(id);
    return row && { kind: 'BODY', row };
  }
  if (id.startsWith('stand-in:')) {
    const row = await use(standInsById)(knownAt).load(id);
    const substitute = row && (await use(memberships)(knownAt).load(row.substitute));
    return row && substitute && { kind: 'STAND_IN', row, substitute };
  }
  const row = await use(relationsById)(knownAt).load(id);
  return row && isTerritory(row) ? { kind: 'TERRITORY', row } : null;
};
