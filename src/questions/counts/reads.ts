import type { CountFilter, Dimension } from '../../generated/api.js';
import { computed, eachInTurn } from '../../graph/turns.js';
import { type MaybePromise, allOf, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { ofWholeGraph } from '../../read/whole-graph.js';
import { sortedBy } from '../../record/order.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { isMember, sits } from '../../words/memberships/rules.js';
import { isClosedOn, roomIn } from '../composition/completeness.js';
import { alternatives } from '../composition/loaders.js';
import type { Occupancy, Occupant } from '../composition/model.js';
import { sittingIn } from '../composition/sitting.js';
import { askedBodies } from './filter.js';
import { KEYS } from './keys.js';
import { type OfParty, keepHomes, keepParties, peopleOfParty } from './loaders.js';
import type { CountRow, CountRowAt, CountedBody } from './model.js';
import { type Passing, passing } from './passing.js';
import { type Placed, countedIn, groupsOf, lastKnownIn, opennessIn } from './rules.js';

/** What is counted, by what; `ofParty`: who may be of the party that the filter names. */
interface Asked {
  filter: CountFilter;
  by: readonly Dimension[];
  ofParty: OfParty | null;
}

/** Whose seats count: members and who stands in for them, or those of the roles that are named. */
const occupantsOf = ({ places, seats }: Occupancy, { roles, includeSubstitutes }: CountFilter): Occupant[] => {
  const isAsked = (role: Occupant['role']): boolean => !roles || roles.includes(role);
  const others = seats.filter((m) => !isMember(m) && isAsked(m.role) && (Boolean(roles) || (!sits(m) && Boolean(includeSubstitutes))));
  return [...places.filter(({ role }) => isAsked(role)), ...others.map((m): Occupant => ({ m, role: m.role, part: { row: m.id, without: [] } }))];
};

/** A body whose seats count, as far as the record knows it. */
const countedBody = async (context: Context, body: string, filter: CountFilter, lens: Lens): Promise<CountedBody[]> => {
  await context.use(alternatives)(scopeOf(lens)).load(body);
  const rules = await context.use(seatRules)(lens.knownAt).find(body);
  if (!rules || (filter.kinds && !filter.kinds.includes(rules.kind))) return [];
  const occupancy = await sittingIn(context, body, lens);
  const { open, most } = await roomIn(context, body, occupancy, lens);
  const occupants = occupantsOf(occupancy, filter);
  const areMembers = occupants.every((one) => occupancy.places.includes(one));
  return [{ body, occupancy, occupants, open, most: areMembers ? most : Number.POSITIVE_INFINITY }];
};

const countedBodies = async (context: Context, ids: readonly string[], filter: CountFilter, lens: Lens): Promise<CountedBody[]> =>
  (await Promise.all(ids.map((id) => countedBody(context, id, filter, lens)))).flat();

type Found = Placed & Passing;

const placed = (context: Context, counted: CountedBody, occupant: Occupant, { by, filter, ofParty }: Asked, lens: Lens): MaybePromise<Found | null> =>
  goOn(passing(context, occupant, counted, filter, ofParty, lens), (passes) => {
    if (!passes) return null;
    const { sure, isLastKnown, isKnown } = passes;
    const keys = allOf(by.map((one) => KEYS[one](context, occupant, counted.body, lens)));
    return goOn(keys, (all): Found => ({ counted, occupant, sure, isLastKnown, isKnown, keys: all }));
  });

const placedIn = async (context: Context, bodies: readonly CountedBody[], asked: Asked, lens: Lens): Promise<{ known: Placed[]; unknown: Placed[] }> => {
  if (asked.ofParty)
    await keepParties(
      context,
      bodies.flatMap(({ body, open }) => (open ? [] : [body])),
      scopeOf(lens),
    );
  const found = bodies.map(async (counted) =>
    computed(context, 0, () => allOf(counted.occupants.map((occupant) => placed(context, counted, occupant, asked, lens)))),
  );
  const all = (await Promise.all(found)).flat().filter((one) => one !== null);
  return { known: all.filter(({ isKnown }) => isKnown), unknown: all.filter(({ isKnown }) => !isKnown) };
};

/**
 * Reads what is little beside the seats, and asked of most: who says that all of a body are recorded, and the ties of those who hold its seats. Of
 * a party these are read already, as long as only its own count. */
const keepAround = async (context: Context, ids: readonly string[], { by, filter, ofParty }: Asked, lens: Lens): Promise<void> => {
  const scope = scopeOf(lens);
  await Promise.all([
    ...ids.map((id) => isClosedOn(context, id, lens)),
    by.includes('PARTY') && !ofParty && keepParties(context, ids, scope),
    (by.includes('MUNICIPALITY') || filter.fromMunicipality != null || filter.whom != null) && keepHomes(context, ids, scope),
  ]);
};

interface Elsewhere {
  isOpen: boolean;
  unknown: readonly Placed[];
}

/** What is not known of bodies in which nobody is known to count: whether more may sit there, else of whom nobody says whether they count. */
const elsewhereIn = async (context: Context, ids: readonly string[], asked: Asked, lens: Lens): Promise<Elsewhere> => {
  const bodies = await countedBodies(context, ids, asked.filter, lens);
  if (bodies.some(({ open }) => open)) return { isOpen: true, unknown: [] };
  await keepAround(context, ids, asked, lens);
  return { isOpen: false, unknown: (await placedIn(context, bodies, asked, lens)).unknown };
};

const isWhole = ({ bodies, region }: CountFilter): boolean => !bodies && region == null;

const countedRows = async (context: Context, filter: CountFilter, by: readonly Dimension[], lens: Lens): Promise<CountRow[]> => {
  const [all, ofParty] = await Promise.all([
    askedBodies(context, filter, lens),
    filter.ofParty == null ? null : peopleOfParty(context, filter.ofParty, scopeOf(lens)),
  ]);
  const asked: Asked = { by, filter, ofParty };
  const ids = ofParty ? all.filter((id) => ofParty.bodies.has(id)) : all;
  const [, bodies] = await Promise.all([keepAround(context, ids, asked, lens), countedBodies(context, ids, filter, lens)]);
  const { known, unknown } = await placedIn(context, bodies, asked, lens);
  const groups = groupsOf(known);
  const others = by.includes('BODY') || bodies.some(({ open }) => open) ? [] : all.filter((id) => !ids.includes(id));
  const elsewhere = await elsewhereIn(context, others, asked, lens);
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
