import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { statedIn } from '../../record/dated-properties.js';
import { isPossible } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { ownDates } from '../../time/own-dates.js';
import { type ListOfDay, listsOfDays } from '../../words/documents/lists.js';
import { completeLists, sourcesOfDocument } from '../../words/documents/loaders.js';
import { namedIn } from '../../words/memberships/bodies-around.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { Membership, Sitting } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isMember } from '../../words/memberships/rules.js';
import { isDerived } from '../../words/rules/rules.js';
import type { AbsencesInBody } from './model.js';

/** Whether it is known of no day that a row is in force on it. */
const isNeverCertain = ({ fromMax, untilMin }: Interval): boolean => fromMax >= untilMin;

/** Members who may be away are on no list of who sits. */
const mayBeAway = ({ id }: Sitting, { standIns, leaves, carried }: AbsencesInBody, { window }: ReturnType<typeof scopeOf>): boolean => {
  const own = [...standIns.filter(({ holder }) => holder === id), ...leaves.filter(({ membership }) => membership === id)];
  const others = carried.flatMap(({ of }) => of.flatMap(({ seat, days }) => (seat === id ? [days] : [])));
  return [...own, ...others].some((one) => isPossible(one, window));
};

/** Whom a list names among those who have, or had, seats. */
const namesOf = async (context: Context, list: ListOfDay, lists: readonly ListOfDay[], seats: readonly Membership[], knownAt: number): Promise<Set<string>> => {
  const passages = new Set((await context.use(sourcesOfDocument)(knownAt).load(list.document)).map(({ id }) => id));
  const isTold = (seat: Membership): boolean => Boolean(statedIn(seat).open) && !isDerived(seat.id) && seat.sources.some((source) => passages.has(source));
  return namedIn(list, lists, seats, (seat) => (isTold(seat) ? [{ on: list.on, in: list.document }] : []));
};

/**
 * The seats of members whom a complete list of the lens's day does not name, and of which no certain day says whether they lie before or
 * after it: they are not counted on it. */
export const leftOutOf = async (
  context: Context,
  body: string,
  seats: readonly Sitting[],
  absences: AbsencesInBody,
  lens: Lens,
): Promise<ReadonlySet<Sitting>> => {
  const scope = scopeOf(lens);
  const unsure = seats.filter((m) => isMember(m) && isNeverCertain(m) && !mayBeAway(m, absences, scope));
  if (unsure.length === 0) return new Set();
  const lists = listsOfDays(await context.use(completeLists)(lens.knownAt).load(body));
  const ofDay = lists.filter(({ on }) => on === lens.asOf);
  if (ofDay.length === 0) return new Set();
  const people = new Set(unsure.map(({ person }) => person));
  const ever = await context
    .use(bodyMembers)(scopeOf(lens, { all: true }))
    .load(body);
  const ids = ever.filter(({ m }) => people.has(m.person)).map(({ m }) => m.id);
  const rows = await membershipsById(context, ids, lens);
  const names = await Promise.all(ofDay.map((list) => namesOf(context, list, lists, rows, lens.knownAt)));
  const untold = new Set(rows.filter((row) => isNeverCertain(ownDates(statedIn(row))) && names.some((named) => !named.has(row.person))).map(({ id }) => id));
  return new Set(unsure.filter(({ id }) => untold.has(id)));
};
