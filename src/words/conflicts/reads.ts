import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Loading } from '../../read/loading.js';
import { batched, inOrder, perScope } from '../../read/scope.js';
import { inIdOrder } from '../../record/order.js';
import { appointments } from '../appointments/loaders.js';
import { appointmentId } from '../appointments/model.js';
import { seatRules } from '../bodies/loaders.js';
import { sources } from '../documents/loaders.js';
import { officesOf } from '../offices/loaders.js';
import { postOf } from '../offices/rules.js';
import type { Membership, MembershipAt } from '../memberships/model.js';
import { wholeOf } from '../memberships/reads.js';
import { people } from '../people/loaders.js';
import type { Conflict, ConflictAt } from './model.js';
import { SINGLE_ROLES, type Witness, areAnnouncedForOneTerm, areRivals, saidAgainst } from './rules.js';

/** The stated seats of a body in roles for one person, and in those of its offices. */
const singleSeats = ({ reader }: Loading) =>
  perScope((knownAt: number) =>
    batched<Membership[]>(async (ids) => {
      const rows = await reader.read(queries.memberships.singleByBodyIds, { ids, roles: [...SINGLE_ROLES], knownAt });
      return inOrder(ids, rows, ({ seats }) => inIdOrder(seats.map(({ m }) => m)), []);
    }),
  );

const witnessOf = async ({ use }: Context, { id, sources: ids }: Membership, knownAt: number): Promise<Witness> => {
  const appointment = await use(appointments)(knownAt).load(appointmentId(id));
  const passages = await Promise.all(ids.map((source) => use(sources)(knownAt).load(source)));
  return { writers: appointment?.writers ?? [], documents: passages.flatMap((one) => (one ? [one.document] : [])) };
};

/** Whether different sources name each of two seats. */
export const areContested = async (context: Context, one: Membership, other: Membership, knownAt: number): Promise<boolean> =>
  saidAgainst(await witnessOf(context, one, knownAt), await witnessOf(context, other, knownAt)) !== null;

const announced = async ({ use }: Context, seat: Membership, knownAt: number) => {
  const appointment = await use(appointments)(knownAt).load(appointmentId(seat.id));
  return { ...seat, designatedOn: appointment?.designatedOn ?? null };
};

/** Whether two people hold on one day, or for one term, what one holds. */
const areBothNamed = async (context: Context, one: Membership, other: Membership, knownAt: number): Promise<boolean> =>
  areRivals(one, other) || areAnnouncedForOneTerm(await announced(context, one, knownAt), await announced(context, other, knownAt));

/** Seats of other people that others say instead of a seat. */
const rivalsOf = async (context: Context, seat: Membership, { lens }: MembershipAt): Promise<ConflictAt[]> => {
  const { knownAt } = lens;
  if (seat.basis !== 'STATED') return [];
  const [body, offices] = await Promise.all([context.use(seatRules)(knownAt).load(seat.body), context.use(officesOf)(knownAt).load(seat.body)]);
  const posts = { offices, several: body?.several ?? null };
  const post = postOf(seat, posts);
  if (post === null) return [];
  const others = (await context.use(singleSeats)(knownAt).load(seat.body)).filter((one) => postOf(one, posts) === post && one.person !== seat.person);
  if (others.length === 0) return [];
  const own = await witnessOf(context, seat, knownAt);
  const found = others.map(async (rival): Promise<ConflictAt[]> => {
    if (!(await areBothNamed(context, rival, seat, knownAt))) return [];
    const by = saidAgainst(await witnessOf(context, rival, knownAt), own);
    const holder = await context.use(people)(knownAt).load(rival.person);
    return by === null ? [] : [{ row: { field: 'person', value: holder?.name ?? null, by, sources: rival.sources, other: rival.id }, lens }];
  });
  return (await Promise.all(found)).flat();
};

/** What others say of a seat, and whom they name in its stead. */
export const conflictsOf = async (context: Context, at: MembershipAt): Promise<ConflictAt[]> => {
  const seat = await wholeOf(context, at);
  const appointment = await context.use(appointments)(at.lens.knownAt).load(appointmentId(seat.id));
  const own = JSON.parse(appointment?.conflicts ?? '[]') as Conflict[];
  return [...own.map((one) => ({ row: { ...one, other: null }, lens: at.lens })), ...(await rivalsOf(context, seat, at))];
};
