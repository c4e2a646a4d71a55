import { computed } from '../../graph/turns.js';
import type { Context, MaybePromise } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { type Lens, keyAt, lensOfVersion } from '../../read/lens.js';
import { asRecorded } from '../../read/node-loader.js';
import { type ListIdentity, type PageArguments, pageOf } from '../../read/page.js';
import { type Scope, type ScopeArguments, scopeOf } from '../../read/scope.js';
import { type SortKey, sortedBy } from '../../record/order.js';
import { type Certainty, certaintyIn, certaintyOn, certaintyRank } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { bodies } from '../bodies/loaders.js';
import { people } from '../people/loaders.js';
import type { Person } from '../people/model.js';
import * as loaders from './loaders.js';
import { type Membership, type MembershipAt, type MembershipConnectionAt, ROLES, type Role, type MembershipSummary } from './model.js';
import { sits } from './rules.js';

export interface MembershipFilter extends ScopeArguments {
  roles?: readonly Role[] | null;
  certainty?: readonly Certainty[] | null;
  includeSubstitutes?: boolean | null;
}

/** @throws GraphQLError BAD_USER_INPUT where a period does not begin before it ends. */
export const scopeOfList = (lens: Lens, args: ScopeArguments): Scope => {
  const { during } = args;
  if (during && during.from >= during.until) throw inputError('during', 'from before until', during);
  return scopeOf(lens, args);
};

/** What a client's cache keys a seat by; each version in a history has its own. */
export const keyOfSeat = ({ listedBy, ...at }: MembershipAt): string =>
  listedBy && 'recordedAt' in at.row ? `${keyAt({ row: at.row, lens: listedBy })}#${at.row.recordedAt}` : keyAt(at);

/** With a period, how sure over the period; else on the lens's date. */
export const certaintyOfRow = (row: Interval, lens: Lens, args: ScopeArguments): Certainty | null =>
  args.during ? certaintyIn(row, { start: args.during.from, end: args.during.until }) : certaintyOn(row, lens.asOf);

const holds = (list: readonly unknown[] | null | undefined, one: unknown): boolean => !list || list.includes(one);

/** Whether seats of a role pass: substitutes only where they are asked for. */
export const passesRole = (role: Role, { roles, includeSubstitutes }: Pick<MembershipFilter, 'roles' | 'includeSubstitutes'>): boolean =>
  holds(roles, role) && (sits({ role }) || Boolean(includeSubstitutes) || Boolean(roles?.includes('SUBSTITUTE')));

export const passes = (m: MembershipSummary, lens: Lens, args: MembershipFilter): boolean => {
  const certainty = certaintyOfRow(m, lens, args);
  return passesRole(m.role, args) && holds(args.certainty, certainty) && (!args.during || certainty !== null);
};

/** Certain first, then by role, name and id. */
export const seatOrder = (m: MembershipSummary, name: string, lens: Lens, args: ScopeArguments): SortKey => [
  certaintyRank(certaintyOfRow(m, lens, args)),
  ROLES.indexOf(m.role),
  name,
  m.id,
];

/** Certain first, then as they began: by the day by which they certainly have, and the first on which they may have; then as seats are ordered. */
const careerOrder: typeof seatOrder = (m, name, lens, args) => {
  const [certainty, ...others] = seatOrder(m, name, lens, args);
  return [certainty as number, m.fromMax, m.fromMin, ...others];
};

interface NamedSeat {
  m: MembershipSummary;
  name: string;
  /** In force on no day, and listed all the same. */
  declined?: boolean;
}

/** In a turn of the operation: many things have their seats read at once, and these lists are made of them. */
const connectionOf = (
  context: Context,
  list: ListIdentity,
  seats: readonly NamedSeat[],
  lens: Lens,
  args: MembershipFilter & PageArguments,
  order = seatOrder,
): MaybePromise<MembershipConnectionAt> =>
  computed(context, seats.length, () => {
    const during = args.during ? scopeOf(lens, args).window : undefined;
    const rows = seats
      .filter(({ m, declined }) => passes(m, lens, declined ? { ...args, during: null } : args))
      .map(({ m, name }) => ({ row: m, lens, during, name }));
    return {
      ...pageOf(list, rows, ({ row, name }) => order(row, name, lens, args), args),
      peopleCount: () => new Set(rows.map(({ row }) => row.person)).size,
    };
  });

const filterOf = ({ first: _, after: __, ...filter }: MembershipFilter & PageArguments & { bodies?: unknown }): unknown => filter;

/** Only how many: counted in the graph, which reads a row for none of them. */
const countsOf = async (
  context: Context,
  list: ListIdentity,
  body: string,
  scope: Scope,
  args: MembershipFilter & PageArguments,
): Promise<MembershipConnectionAt> => {
  const counted = await context
    .use(loaders.memberCounts)(
      scope,
      ROLES.filter((role) => passesRole(role, args)),
    )
    .load(body);
  return { ...pageOf(list, [], () => [], args), totalCount: () => counted.seats, peopleCount: () => counted.people };
};

/** A seat with all that is recorded of it, which lists leave out; a version in a history has it. */
export const wholeOf = async (context: Context, { row, lens }: MembershipAt): Promise<Membership> => {
  if ('recordedAt' in row) return row as Membership;
  const whole = await context.use(loaders.memberships)(lens.knownAt).load(row.id);
  if (!whole) throw new Error(`${row.id} is listed and not there`);
  return whole;
};

interface Holding {
  m: MembershipSummary;
  p: Person;
}

/** Seats with the names by which their holders sort. */
export const withHolders = async <H extends Holding>(context: Context, seats: readonly H[], lens: Lens): Promise<(H & { name: string })[]> => {
  const holders = await asRecorded(
    context.use(people),
    lens.knownAt,
    seats.map(({ p }) => p),
  );
  return seats.map((seat, at) => ({ ...seat, name: holders[at]?.sortKey ?? '' }));
};

/** Seats in their order. */
export const inSeatOrder = async (context: Context, seats: readonly Holding[], lens: Lens): Promise<MembershipAt[]> =>
  sortedBy(await withHolders(context, seats, lens), ({ m, name }) => seatOrder(m, name, lens, {})).map(({ m }) => ({ row: m, lens }));

/** The members of a body. `lens` is that below the body. */
export const membersOf = async (
  context: Context,
  body: string,
  lens: Lens,
  args: MembershipFilter & PageArguments,
  howManyOnly: boolean,
): Promise<MembershipConnectionAt> => {
  const list = ['members', body, filterOf(args), lens.given];
  const scope = scopeOfList(lens, args);
  if (howManyOnly && !args.certainty) return countsOf(context, list, body, scope, args);
  const members = await context.use(loaders.bodyMembers)(scope).load(body);
  const named = await computed(context, members.length, () => withHolders(context, members, lens));
  return connectionOf(context, list, named, lens, args);
};

export interface SeatsFilter extends MembershipFilter {
  bodies?: readonly string[] | null;
  includeDeclined?: boolean | null;
}

/** The seats of a person, in the order in which they began. */
export const seatsOf = async (context: Context, person: string, lens: Lens, args: SeatsFilter & PageArguments): Promise<MembershipConnectionAt> => {
  const held = await context.use(loaders.personSeats)(scopeOfList(lens, args)).load(person);
  const declined = args.includeDeclined ? await context.use(loaders.declinedSeats)(lens.knownAt).load(person) : [];
  const seats = [...held, ...declined];
  const wanted = seats.filter(({ m }) => holds(args.bodies, m.body));
  const found = wanted.map(({ b }) => b);
  const nodes = await computed(context, found.length, () => asRecorded(context.use(bodies), lens.knownAt, found));
  return connectionOf(
    context,
    ['memberships', person, filterOf(args), lens.given],
    wanted.map((seat, at) => ({ m: seat.m, name: nodes[at]?.sortKey ?? '', declined: declined.includes(seat) })),
    lens,
    args,
    careerOrder,
  );
};

/** Memberships by id, declined ones too, without those that the record does not know at the lens's time. */
export const recordedById = async (context: Context, ids: readonly string[], lens: Lens): Promise<Membership[]> => {
  const rows = await Promise.all(ids.map((id) => context.use(loaders.memberships)(lens.knownAt).load(id)));
  return rows.filter((row) => row !== null);
};

/** Memberships by id, as lists hold them: without those that were declined. */
export const membershipsById = async (context: Context, ids: readonly string[], lens: Lens): Promise<Membership[]> =>
  (await recordedById(context, ids, lens)).filter(({ declined }) => !declined);

/** Every version of a seat that the record has known, oldest first. */
export const historyOf = async (context: Context, { row, lens, listedBy = lens }: MembershipAt): Promise<MembershipAt[]> => {
  const versions = await context.use(loaders.versions)(listedBy.knownAt).load(row.id);
  return versions.map((version) => ({ row: version, lens: lensOfVersion(version, listedBy), listedBy }));
};
