import type { ChangeFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { At, Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import type { Dated } from '../../record/dated.js';
import { type SortKey, compareKeys } from '../../record/order.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { EVER, certaintyOn } from '../../time/in-force.js';
import { appointmentId } from '../../words/appointments/model.js';
import { fillsSeat, seatBehind, successorOf, tiesOf } from '../../words/appointments/reads.js';
import { bodies } from '../../words/bodies/loaders.js';
import { isBody } from '../../words/bodies/model.js';
import { personSeats } from '../../words/memberships/loaders.js';
import type { Membership } from '../../words/memberships/model.js';
import { isMember } from '../../words/memberships/rules.js';
import { officesOf } from '../../words/offices/loaders.js';
import { relationsOf } from '../../words/relations/reads.js';
import { rightsByHolder } from '../../words/seats/rules.js';
import { seatsByRight } from '../composition/rules.js';
import { sharedIn } from '../composition/sitting.js';
import { membersFor } from '../representations/reads.js';
import { isAsked } from './filter.js';
import { CHANGE_KINDS, type Change, type ChangeAt, type ChangeKind, type Shift, type Subject } from './model.js';
import { causeOf, kindOf, shiftsOf } from './rules.js';

const changeId = (subject: string, on: CivilDate): string => `change:${subject}@${on}`;

const on = (lens: Lens, asOf: CivilDate): Lens => ({ ...lens, asOf });

/** Whether a body has a successor that may have begun by a day. */
const isSucceeded = async (context: Context, body: string, day: CivilDate, lens: Lens): Promise<boolean> =>
  (await relationsOf(context, body, lens, 'SUCCEEDS', 'to', EVER)).some(({ fromMin }) => fromMin <= day);

/** Whether the same person gave up another role in the body on the day. */
const changedRole = async (context: Context, m: Membership, day: CivilDate, lens: Lens): Promise<boolean> =>
  (
    await context
      .use(personSeats)(scopeOf(lens, { all: true }))
      .load(m.person)
  ).some(({ m: other }) => other.body === m.body && other.role !== m.role && certaintyOn(other, dayBefore(day)) !== null && certaintyOn(other, day) === null);

/** Whether the body goes on, and somebody has the right to fill more of its seats on the day than are known to be held, one by all who share it. */
const leavesVacancy = async (context: Context, m: Membership, lens: Lens): Promise<boolean> => {
  const ties = await tiesOf(context, appointmentId(m.id), lens);
  const principals = new Set(ties.filter(fillsSeat).map(({ toId }) => toId));
  const successor = await successorOf(context, m.id, lens);
  if (!isMember(m) || principals.size === 0 || (successor && !successor.row.declined)) return false;
  const body = await context.use(bodies)(lens.knownAt).load(m.body);
  if (!body || certaintyOn(body, lens.asOf) === null) return false;
  const offices = await context.use(officesOf)(lens.knownAt).load(m.body);
  const rights = rightsByHolder(await relationsOf(context, m.body, lens, 'HAS_SEATS', 'to'));
  const vacated = [...principals].map(async (id) => {
    const members = await membersFor(context, id, m.body, lens);
    const shared = await sharedIn(context, members, offices, lens);
    const held = new Set(members.map(({ person }) => shared.get(person) ?? person));
    return seatsByRight(rights.get(id) ?? [], lens.asOf, false).max > held.size;
  });
  return (await Promise.all(vacated)).includes(true);
};

const kindOfSeat = async (context: Context, m: Membership, kind: ChangeKind, lens: Lens): Promise<Pick<Change, 'kind' | 'replaced'>> => {
  if (kind === 'JOINED') {
    const replaced = await seatBehind(context, m.id, lens, 'REPLACES');
    if (replaced && !replaced.row.declined) return { kind: 'REPLACED', replaced: replaced.row };
    return { kind: (await changedRole(context, m, lens.asOf, lens)) ? 'ROLE_CHANGED' : kind, replaced: null };
  }
  return { kind: kind === 'LEFT' && (await leavesVacancy(context, m, lens)) ? 'SEAT_VACATED' : kind, replaced: null };
};

/** What a shift is called, in the light of what lies around its subject, and why it came. */
export const described = async (context: Context, subject: Subject, shift: Shift, given: Lens, behind: Dated = subject.row): Promise<ChangeAt> => {
  const lens = on(given, shift.on);
  const { row } = subject;
  const plain = kindOf(subject.kind, shift);
  const ended = shift.after ? [] : behind.boundBys.filter(isBody).concat(subject.kind === 'BODY' ? row.id : []);
  const succeeded = new Set<string>();
  for (const body of ended) if (await isSucceeded(context, body, shift.on, lens)) succeeded.add(body);
  const seat = subject.kind === 'SEAT' ? await kindOfSeat(context, subject.row, plain, lens) : { kind: plain, replaced: null };
  const isSuccession = plain === 'BODY_DISSOLVED' && succeeded.has(row.id);
  const change: Change = {
    id: changeId(row.id, shift.on),
    subject,
    behind,
    shift,
    ...(isSuccession ? { kind: 'BODY_SUCCEEDED', replaced: null } : seat),
    cause: causeOf(behind, shift, (body) => succeeded.has(body)),
  };
  return { row: change, lens };
};

/** Its day, its kind, and the id of what changed. */
export const keyOfChange = ({ row }: At<Change>): SortKey => [row.shift.on, CHANGE_KINDS.indexOf(row.kind), row.subject.row.id];

/** The changes of subjects in (from, until] that a filter asks for, in their order. */
export const changesOf = async (
  context: Context,
  subjects: readonly Subject[],
  from: CivilDate,
  until: CivilDate,
  filter: ChangeFilter,
  lens: Lens,
): Promise<ChangeAt[]> => {
  const unique = new Map(subjects.map((subject) => [subject.row.id, subject]));
  const all = await Promise.all(
    [...unique.values()].flatMap((subject) => shiftsOf(subject.row, from, until).map((shift) => described(context, subject, shift, lens))),
  );
  const asked = await Promise.all(all.map((change) => isAsked(context, change, filter)));
  return all.filter((_, at) => asked[at]).sort((a, b) => compareKeys(keyOfChange(a), keyOfChange(b)));
};
