import type { CountFilter, Dimension } from '../../generated/api.js';
import { eachInTurn } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { ofWholeGraph } from '../../read/whole-graph.js';
import { sortedBy } from '../../record/order.js';
import { governedThrough, partyTies } from '../../words/affiliations/reads.js';
import { appointmentId } from '../../words/appointments/model.js';
import { KIND_OF_TIE, tiesOf } from '../../words/appointments/reads.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { isMember, sits } from '../../words/memberships/rules.js';
import { isParty } from '../../words/parties/model.js';
import { isMunicipality } from '../../words/places/model.js';
import { alternatives } from '../composition/loaders.js';
import { roomIn } from '../composition/completeness.js';
import type { Occupancy, Occupant } from '../composition/model.js';
import { homeBelongings, partyBelongings } from '../composition/reads.js';
import type { Belonging } from '../composition/shares.js';
import { occupancyOf } from '../composition/sitting.js';
import { askedBodies, bodiesToCount } from './filter.js';
import { KEYS } from './keys.js';
import { countedSeats, seatsWithHomes, seatsWithParties } from './loaders.js';
import type { CountRow, CountRowAt, CountedBody } from './model.js';
import { type Placed, countedIn, groupsOf, lastKnownIn, opennessIn } from './rules.js';

/** Whose seats count: members and who stands in for them, or those of the roles that are named. */
const occupantsOf = ({ places, seats }: Occupancy, { roles, includeSubstitutes }: CountFilter): Occupant[] => {
  const isAsked = (role: Occupant['role']): boolean => !roles || roles.includes(role);
  const others = seats.filter((m) => !isMember(m) && isAsked(m.role) && (Boolean(roles) || (!sits(m) && Boolean(includeSubstitutes))));
  return [...places.filter(({ role }) => isAsked(role)), ...others.map((m): Occupant => ({ m, role: m.role, part: { row: m.id, without: [] } }))];
};

/** A body whose seats count, as far as the record knows it. */
const countedBody = async (context: Context, body: string, filter: CountFilter, lens: Lens): Promise<CountedBody[]> => {
  const seats = await context.use(countedSeats)(scopeOf(lens)).load(body);
  const rules = await context.use(seatRules)(lens.knownAt).load(body);
  if (!rules || (filter.kinds && !filter.kinds.includes(rules.kind))) return [];
  const occupancy = await occupancyOf(context, body, seats, lens);
  const { open, most } = await roomIn(context, body, occupancy, lens);
  const occupants = occupantsOf(occupancy, filter);
  const areMembers = occupants.every((one) => occupancy.places.includes(one));
  return [{ body, occupancy, occupants, open, most: areMembers ? most : Number.POSITIVE_INFINITY }];
};

const countedBodies = async (context: Context, ids: readonly string[], filter: CountFilter, lens: Lens): Promise<CountedBody[]> =>
  (await Promise.all(ids.map((id) => countedBody(context, id, filter, lens)))).flat();

/** How surely a seat passes a filter; `isKnown`: somebody says that it may. */
type Passing = Pick<Belonging, 'sure' | 'isLastKnown'> & { isKnown: boolean };

const SURELY: Passing = { sure: true, isLastKnown: true, isKnown: true };

const UNKNOWN: Passing = { sure: false, isLastKnown: false, isKnown: false };

/** How surely somebody belongs to what a filter names; null: they belong to others. */
const belonging = (all: readonly Belonging[], to: string): Passing | null => {
  const found = all.find((one) => one.to === to);
  if (found) return { ...found, isKnown: true };
  return all.some(({ status }) => status === 'UNKNOWN') ? UNKNOWN : null;
};

/** The homes from which somebody comes who holds a seat in a body: not what the body itself governs. */
const homesApart = async (context: Context, { m }: Occupant, homes: readonly Belonging[], lens: Lens): Promise<Belonging[]> => {
  const own = new Set((await governedThrough(context, m, lens)).map(({ toId }) => toId));
  return homes.filter(({ to }) => to === null || !own.has(to));
};

/** How surely a seat stands for a principal: by its appointment, or by what its holder belongs to. */
const standing = async (context: Context, occupant: Occupant, whom: string, parties: readonly Belonging[], homes: readonly Belonging[], lens: Lens) => {
  const ties = await tiesOf(context, appointmentId(occupant.m.id), lens);
  if (ties.some(({ tie, toId }) => toId === whom && KIND_OF_TIE[tie])) return SURELY;
  if (isMunicipality(whom)) return belonging(await homesApart(context, occupant, homes, lens), whom);
  return isParty(whom) ? belonging(parties, whom) : null;
};

/** How surely a seat stands for whom the filter names, and its holder belongs to what it names; null: not. */
const passing = async (context: Context, occupant: Occupant, { body, open }: CountedBody, filter: CountFilter, lens: Lens): Promise<Passing | null> => {
  const { whom, ofParty, fromMunicipality } = filter;
  if (whom == null && ofParty == null && fromMunicipality == null) return SURELY;
  const { person } = occupant.m;
  // Where more may sit anyway, only of who may be of the party on the day it is asked whether, and how surely: that looks at ties of all time.
  if (open && ofParty != null && !(await partyTies(context, person, lens)).some(({ to }) => to === ofParty)) return null;
  const [parties, homes] = await Promise.all([
    whom != null || ofParty != null ? partyBelongings(context, person, lens) : [],
    whom != null || fromMunicipality != null ? homeBelongings(context, person, body, lens) : [],
  ]);
  const asked = [
    ...(whom == null ? [] : [await standing(context, occupant, whom, parties, homes, lens)]),
    ...(ofParty == null ? [] : [belonging(parties, ofParty)]),
    ...(fromMunicipality == null ? [] : [belonging(homes, fromMunicipality)]),
  ];
  if (asked.includes(null)) return null;
  return { sure: asked.every((one) => one?.sure), isLastKnown: asked.every((one) => one?.isLastKnown), isKnown: asked.every((one) => one?.isKnown) };
};

const placedIn = async (
  context: Context,
  bodies: readonly CountedBody[],
  by: readonly Dimension[],
  filter: CountFilter,
  lens: Lens,
): Promise<{ known: Placed[]; unknown: Placed[] }> => {
  const found = bodies.flatMap((counted) =>
    counted.occupants.map(async (occupant): Promise<(Placed & Passing)[]> => {
      const passes = await passing(context, occupant, counted, filter, lens);
      if (!passes) return [];
      return [{ counted, occupant, ...passes, keys: await Promise.all(by.map((one) => KEYS[one](context, occupant, counted.body, lens))) }];
    }),
  );
  const placed = (await Promise.all(found)).flat();
  return { known: placed.filter(({ isKnown }) => isKnown), unknown: placed.filter(({ isKnown }) => !isKnown) };
};

/** Reads seats with what is asked of each of their holders. Of a party, it is asked of few where they are at home. */
const keepTies = async (context: Context, ids: readonly string[], { ofParty, fromMunicipality }: CountFilter, by: readonly Dimension[], lens: Lens) => {
  if (by.includes('PARTY') || ofParty != null) await context.use(seatsWithParties)(scopeOf(lens)).loadMany(ids);
  else if (by.includes('MUNICIPALITY') || fromMunicipality != null) await context.use(seatsWithHomes)(scopeOf(lens)).loadMany(ids);
};

interface Elsewhere {
  isOpen: boolean;
  unknown: readonly Placed[];
}

/** What is not known of bodies in which nobody is known to count: whether more may sit there, else of whom nobody says whether they count. */
const elsewhereIn = async (context: Context, ids: readonly string[], filter: CountFilter, by: readonly Dimension[], lens: Lens): Promise<Elsewhere> => {
  const bodies = await countedBodies(context, ids, filter, lens);
  if (bodies.some(({ open }) => open)) return { isOpen: true, unknown: [] };
  await keepTies(context, ids, filter, by, lens);
  return { isOpen: false, unknown: (await placedIn(context, bodies, by, filter, lens)).unknown };
};

const isWhole = ({ bodies, region }: CountFilter): boolean => !bodies && region == null;

const countedRows = async (context: Context, filter: CountFilter, by: readonly Dimension[], lens: Lens): Promise<CountRow[]> => {
  const asked = await askedBodies(context, filter, lens);
  const ids = await bodiesToCount(context, asked, filter, lens);
  await Promise.all([keepTies(context, ids, filter, by, lens), context.use(alternatives)(scopeOf(lens)).loadMany(ids)]);
  const bodies = await countedBodies(context, ids, filter, lens);
  const { known, unknown } = await placedIn(context, bodies, by, filter, lens);
  const groups = groupsOf(known);
  const others = by.includes('BODY') || bodies.some(({ open }) => open) ? [] : asked.filter((id) => !ids.includes(id));
  const elsewhere = await elsewhereIn(context, others, filter, by, lens);
  const unsaid = groupsOf([...unknown, ...elsewhere.unknown]);
  const isOpen = opennessIn(bodies, by.indexOf('BODY'), elsewhere.isOpen, groups, unsaid, lens.asOf);
  const lastKnown = lastKnownIn(bodies, lens.asOf);
  const rows = await eachInTurn(context, groups, (group): CountRow => ({
    keys: group.keys.map((key, at) => ({ by: by[at] as Dimension, key })),
    ...countedIn(group, lastKnown, isOpen(group), lens.asOf),
  }));
  return sortedBy(
    rows.filter(({ memberships }) => memberships.max > 0),
    ({ keys, people }) => [-people.max, -people.min, ...keys.map(({ key }) => `${key.thing ?? '~'} ${key.value ?? ''}`)],
  );
};

/** How many people and seats, grouped. @throws GraphQLError BAD_USER_INPUT */
export const counts = async (context: Context, filter: CountFilter, by: readonly Dimension[], first: number, lens: Lens): Promise<CountRowAt[]> => {
  if (by.length === 0 || new Set(by).size < by.length) throw inputError('by', 'one or two dimensions, each once', by);
  const make = (): Promise<CountRow[]> => countedRows(context, filter, by, lens);
  const question = { name: 'counts', params: [filter, by, lens.asOf], knownAt: lens.knownAt };
  const rows = await (isWhole(filter) ? ofWholeGraph(context, question, make) : make());
  return rows.slice(0, first).map((row) => ({ ...row, keys: row.keys.map((one) => ({ ...one, lens })) }));
};
