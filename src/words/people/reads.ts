import type { PersonFilter, PersonOrder } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes } from '../../read/filtered-nodes.js';
import type { Lens } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import { type PageArguments, pageOf, readPage } from '../../read/page.js';
import { type OrderedNodes, recordedPage } from '../../read/recorded-page.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { type SortKey, compareKeys } from '../../record/order.js';
import { NOW } from '../../record/time.js';
import { type Certainty, certaintyIn, certaintyOn, certaintyRank, strongestCertainty, together, weakestCertainty } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import { affiliates } from '../affiliations/loaders.js';
import { bodyMembers } from '../memberships/loaders.js';
import type { ExistenceBounds } from '../intervals/model.js';
import type { Sitting } from '../memberships/model.js';
import { passesRole } from '../memberships/reads.js';
import { sits } from '../memberships/rules.js';
import { peopleBearing } from '../identifiers/reads.js';
import { idsNamed } from '../names/reads.js';
import { councillors, municipalities } from '../places/loaders.js';
import { isMunicipality } from '../places/model.js';
import { whileThere } from '../principals/existence.js';
import { bodiesAmong, withinRegion } from '../relations/region.js';
import * as loaders from './loaders.js';
import { type Person, type PersonAt, type PersonConnectionAt, isPerson } from './model.js';
import type { withSeats } from './prefetch.js';

/** A person by id, with the seats where they are asked for along with it; null where unknown. */
export const person = async (context: Context, id: string, lens: Lens, prefetch: typeof withSeats | null): Promise<PersonAt | null> => {
  if (!isPerson(id)) return null;
  if (prefetch) await context.use(prefetch)(scopeOf(lens)).load(id);
  return (await nodeById(context, id, lens)) as PersonAt | null;
};

/** How sure it is that each person passes. */
type Sure = Map<string, Certainty | null>;

const collect = (rows: readonly { person: string; certainty: Certainty | null }[]): Sure => {
  const sure: Sure = new Map();
  for (const { person, certainty } of rows) sure.set(person, strongestCertainty([certainty, sure.get(person) ?? null]));
  return sure;
};

/** When a municipality may exist, as what bounds a relation to it; null: of anything else, and where nobody says. */
const existenceOf = async ({ use }: Context, principal: string, { knownAt }: Lens): Promise<ExistenceBounds | null> =>
  isMunicipality(principal) ? use(municipalities)(knownAt).find(principal) : null;

/** Who belongs to a party or municipality, by affiliation or by a seat in its council. */
export const peopleOf = async (context: Context, principal: string, lens: Lens, args: ScopeArguments = {}): Promise<Sure> => {
  const scope = scopeOf(lens, args);
  const [affiliated, sitting, place] = await Promise.all([
    context.use(affiliates)(scope).load(principal),
    isMunicipality(principal) ? context.use(councillors)(scope).load(principal) : [],
    existenceOf(context, principal, lens),
  ]);
  const seats = sitting.filter(({ m }) => sits(m)).map(({ m, r }) => ({ person: m.person, interval: together(m, whileThere(r, place)) }));
  return collect([
    ...affiliated.map((a) => ({ person: a.person, certainty: certaintyOn(a, lens.asOf) })),
    ...seats
      .filter(({ interval }) => certaintyIn(interval, scope.window) !== null)
      .map(({ person, interval }) => ({ person, certainty: certaintyOn(interval, lens.asOf) })),
  ]);
};

/** Seats in bodies, or of roles in any. */
const seatsIn = async ({ reader, use }: Context, bodies: readonly string[] | null, { roles }: PersonFilter, lens: Lens): Promise<Sitting[]> => {
  const scope = scopeOf(lens);
  const { window, knownAt } = scope;
  const rows = bodies
    ? (await Promise.all(bodies.map((id) => use(bodyMembers)(scope).load(id)))).flat()
    : await reader.read(queries.people.byRoles, { roles: [...(roles ?? [])], ...window, knownAt });
  return rows.map(({ m }) => m).filter((m) => passesRole(m.role, { roles }));
};

/** Who sits in a body, in those within a region, or in a role. */
const holdersOf = async (context: Context, filter: PersonFilter, lens: Lens): Promise<Sure> => {
  const { body, region } = filter;
  const within = region == null ? null : await withinRegion(context, region, scopeOf(lens));
  const seats = await seatsIn(context, body != null ? [body] : within && bodiesAmong(within), filter, lens);
  const days = (m: Sitting): readonly Interval[] => (within ? (within.get(m.body) ?? []).map((one) => together(m, one)) : [m]);
  const holders = seats.flatMap((m) => days(m).map((interval) => ({ person: m.person, certainty: certaintyOn(interval, lens.asOf) })));
  return collect(holders.filter(({ certainty }) => certainty !== null));
};

/** Who passes every part of a filter, and how surely. */
const passing = async (context: Context, filter: PersonFilter, lens: Lens): Promise<Sure> => {
  const parts: Sure[] = [];
  if (filter.municipality != null) parts.push(await peopleOf(context, filter.municipality, lens));
  if (filter.party != null) parts.push(await peopleOf(context, filter.party, lens));
  if (filter.body != null || filter.region != null || filter.roles) parts.push(await holdersOf(context, filter, lens));
  if (filter.name?.trim()) parts.push(new Map((await idsNamed(context, filter.name, ['Person'], lens)).map((id) => [id, 'CERTAIN' as const])));
  if (filter.identifier != null) parts.push(collect(await peopleBearing(context, filter.identifier, lens)));
  const [first, ...others] = parts;
  const sure: Sure = new Map();
  for (const id of first?.keys() ?? []) if (others.every((part) => part.has(id))) sure.set(id, weakestCertainty(parts.map((part) => part.get(id) ?? null)));
  return sure;
};

const isAnchored = ({ municipality, party, body, region, roles, name, identifier }: PersonFilter): boolean =>
  Boolean(name?.trim()) || [municipality, party, body, region, roles, identifier].some((one) => one != null);

interface Listed {
  gender: string | null;
}

const byName = ({ reader, use }: Context, listed: Listed): OrderedNodes<Person> => filteredNodes(reader, use(loaders.people), queries.people, listed);

/** An id never changes: the list of a past record is in the same order. */
const byId = (context: Context, listed: Listed): OrderedNodes<Person> => ({
  ...byName(context, listed),
  read: async (after, limit, knownAt) => {
    const rows = await context.reader.read(queries.people.listById, { ...listed, after: String(after?.[0] ?? ''), limit, knownAt });
    return rows.map(({ key, x }) => ({ key: [key], row: x }));
  },
});

/** People by id, as they were recorded. */
const peopleBy = async ({ use }: Context, ids: readonly string[], lens: Lens): Promise<PersonAt[]> =>
  (await Promise.all(ids.map((id) => use(loaders.people)(lens.knownAt).load(id)))).flatMap((row) => (row ? [{ row, lens }] : []));

/** People by name or id, with those who pass the filter on the lens's date: an empty one is passed for certain. */
export const people = async (context: Context, filter: PersonFilter, order: PersonOrder, lens: Lens, args: PageArguments): Promise<PersonConnectionAt> => {
  const identity = ['people', filter, order, lens.given];
  if (isAnchored(filter)) {
    const sure = await passing(context, filter, lens);
    const ids = [...sure].filter(([, certainty]) => !filter.certainty || filter.certainty.includes(certainty as Certainty)).map(([id]) => id);
    const found = (await peopleBy(context, ids, lens)).filter(({ row }) => filter.gender == null || row.gender === filter.gender);
    return pageOf(identity, found, ({ row }) => [order === 'ID' ? row.id : row.sortKey], args, 50);
  }
  if (filter.certainty && !filter.certainty.includes('CERTAIN')) return pageOf(identity, [], () => [], args, 50);
  const listed = { gender: filter.gender ?? null };
  return recordedPage(identity, order === 'ID' ? byId(context, listed) : byName(context, listed), lens, args);
};

type Ranked = { key: [number, string]; node: PersonAt }[];

/** In order, each person once: by what sorts first. */
const eachOnce = (rows: Ranked): Ranked => {
  const seen = new Set<string>();
  return rows.sort((a, b) => compareKeys(a.key, b.key)).filter(({ node: { row } }) => !seen.has(row.id) && seen.add(row.id));
};

/** The first people of a municipality or party, which the graph finds without the others: as recorded now, on one day. */
const firstPeople = (context: Context, identity: readonly unknown[], principal: string, lens: Lens, args: PageArguments): Promise<PersonConnectionAt> => {
  const read = async (_: SortKey | null, limit: number): Promise<Ranked> => {
    const found = await context.use(loaders.firstPeople)(scopeOf(lens), [limit]).load(principal);
    return eachOnce(found.map(({ rank, p }) => ({ key: [rank, p.sortKey], node: { row: p, lens } }))).slice(0, limit);
  };
  return readPage(identity, read, async () => (await peopleOf(context, principal, lens)).size, args, 100);
};

/** The people of a municipality or party: certain first, then by name. */
export const peopleConnection = async (
  context: Context,
  principal: string,
  lens: Lens,
  args: PageArguments & { all?: boolean | null; certainty?: readonly Certainty[] | null },
): Promise<PersonConnectionAt> => {
  const identity = ['people of', principal, args.all ?? false, args.certainty ?? null, lens.given];
  const wantsOthers = Boolean(args.after) || Boolean(args.all) || Boolean(args.certainty);
  const isThere = certaintyOn(whileThere(EVERLASTING, await existenceOf(context, principal, lens)), lens.asOf) === 'CERTAIN';
  if (!wantsOthers && lens.knownAt === NOW && isThere) return firstPeople(context, identity, principal, lens, args);
  const sure = await peopleOf(context, principal, lens, args);
  const ids = [...sure].filter(([, certainty]) => !args.certainty || args.certainty.includes(certainty as Certainty)).map(([id]) => id);
  return pageOf(identity, await peopleBy(context, ids, lens), ({ row }) => [certaintyRank(sure.get(row.id) ?? null), row.sortKey], args, 100);
};
