import type { CountFilter, Dimension } from '../../generated/api.js';
import { eachInTurn } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { ofWholeGraph } from '../../read/whole-graph.js';
import { sortedBy } from '../../record/order.js';
import { appointmentId } from '../../words/appointments/model.js';
import { KIND_OF_TIE, tiesOf } from '../../words/appointments/reads.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { isMember, sits } from '../../words/memberships/rules.js';
import { filledIn } from '../composition/completeness.js';
import type { Occupancy, Occupant } from '../composition/model.js';
import { homeBelongings, partyBelongings } from '../composition/reads.js';
import type { Belonging } from '../composition/shares.js';
import { occupancyOf } from '../composition/sitting.js';
import { askedBodies } from './filter.js';
import { KEYS } from './keys.js';
import { countedSeats, seatsWithParties } from './loaders.js';
import type { CountRow, CountRowAt, CountedBody, Group } from './model.js';
import { type Placed, countedIn, groupsOf, lastKnownIn } from './rules.js';

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
  return [{ body, occupancy, occupants: occupantsOf(occupancy, filter), open: (await filledIn(context, body, occupancy, lens)).open }];
};

type Passing = Pick<Belonging, 'sure' | 'isLastKnown'>;

const SURELY: Passing = { sure: true, isLastKnown: true };

/** How surely a seat stands for whom the filter names, and its holder belongs to what it names; null: not. */
const passing = async (context: Context, { m }: Occupant, body: string, filter: CountFilter, lens: Lens): Promise<Passing | null> => {
  const { whom, ofParty, fromMunicipality } = filter;
  const [parties, homes] = await Promise.all([
    whom != null || ofParty != null ? partyBelongings(context, m.person, lens) : [],
    whom != null || fromMunicipality != null ? homeBelongings(context, m.person, body, lens) : [],
  ]);
  const tied = whom != null && (await tiesOf(context, appointmentId(m.id), lens)).some(({ tie, toId }) => toId === whom && KIND_OF_TIE[tie]);
  const belonging = (all: readonly Belonging[], to: string): Passing | undefined => all.find((one) => one.to === to);
  const asked = [
    ...(whom == null ? [] : [tied ? SURELY : belonging([...parties, ...homes], whom)]),
    ...(ofParty == null ? [] : [belonging(parties, ofParty)]),
    ...(fromMunicipality == null ? [] : [belonging(homes, fromMunicipality)]),
  ];
  if (asked.includes(undefined)) return null;
  return { sure: asked.every((one) => one?.sure), isLastKnown: asked.every((one) => one?.isLastKnown) };
};

const placedIn = async (context: Context, counted: CountedBody, by: readonly Dimension[], filter: CountFilter, lens: Lens): Promise<Placed[]> => {
  const found = counted.occupants.map(async (occupant): Promise<Placed[]> => {
    const passes = await passing(context, occupant, counted.body, filter, lens);
    if (!passes) return [];
    return [{ counted, occupant, ...passes, keys: await Promise.all(by.map((one) => KEYS[one](context, occupant, counted.body, lens))) }];
  });
  return (await Promise.all(found)).flat();
};

const isUnknown = ({ keys }: Group): boolean => keys.some(({ thing, value }) => thing === null && value === null);

/** Whether more may belong to a group: as its bodies are open, or it is not known of somebody where they belong. */
const opennessIn = (bodies: readonly CountedBody[], groups: readonly Group[], by: readonly Dimension[]): ((group: Group) => boolean) => {
  const open = new Set(bodies.filter((one) => one.open).map(({ body }) => body));
  const [isAnyUnknown, ofBody] = [groups.some(isUnknown), by.indexOf('BODY')];
  return ({ keys }) => isAnyUnknown || (ofBody < 0 ? open.size > 0 : open.has(keys[ofBody]?.thing ?? ''));
};

const isWhole = ({ bodies, region }: CountFilter): boolean => !bodies && region == null;

const countedRows = async (context: Context, filter: CountFilter, by: readonly Dimension[], lens: Lens): Promise<CountRow[]> => {
  const ids = await askedBodies(context, filter, lens);
  if (by.includes('PARTY') || filter.ofParty != null) await context.use(seatsWithParties)(scopeOf(lens)).loadMany(ids);
  const bodies = (await Promise.all(ids.map((id) => countedBody(context, id, filter, lens)))).flat();
  const groups = groupsOf((await Promise.all(bodies.map((one) => placedIn(context, one, by, filter, lens)))).flat());
  const isOpen = opennessIn(bodies, groups, by);
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
