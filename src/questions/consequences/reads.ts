import type { HypotheticalChange } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { compareKeys } from '../../record/order.js';
import { statedIn } from '../../record/dated-properties.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { ownDates } from '../../time/own-dates.js';
import { affiliations, personTies } from '../../words/affiliations/loaders.js';
import type { Affiliation } from '../../words/affiliations/model.js';
import { tiesTo } from '../../words/appointments/loaders.js';
import { appointmentId, membershipId } from '../../words/appointments/model.js';
import { bodies } from '../../words/bodies/loaders.js';
import { bodyMembers, memberships, personSeats } from '../../words/memberships/loaders.js';
import { type Membership, isMembershipId } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isParty } from '../../words/parties/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import { isDerived } from '../../words/rules/rules.js';
import type { ChangeAt, Subject } from '../changes/model.js';
import { described, keyOfChange } from '../changes/described.js';
import { shiftsOf } from '../changes/rules.js';
import { type Cause, endedBy } from './rules.js';

const KINDS = ['leaveParty', 'leaveSeat', 'loseOffice', 'dissolveBody'] as const;
type Kind = (typeof KINDS)[number];

/** Of what lens it is asked, and on which day something would end. */
interface Falling extends Lens {
  on: CivilDate;
}

/** What depends on a node of the graph: on a seat by its appointment, or on a tie of a person. `byRoleAlone`: only what depends on that very role, as by rule. */
const dependingOn = async ({ use }: Context, node: string, on: string, { knownAt }: Lens, byRoleAlone = false): Promise<string[]> =>
  (await use(tiesTo)(knownAt).load(node))
    .filter((tie) => tie.tie === 'DEPENDS_ON' && tie.on === on && (!byRoleAlone || tie.role || isDerived(membershipId(tie.fromId))))
    .map(({ fromId }) => membershipId(fromId));

/** Whether the holder of a seat sits on in its body in another role, by the dates of that seat alone. */
const sitsOn = async (context: Context, { person, body, role }: Membership, lens: Falling): Promise<boolean> => {
  const held = await context
    .use(personSeats)(scopeOf(lens, { all: true }))
    .load(person);
  const others = held.filter(({ m }) => m.body === body && m.role !== role).map(({ m }) => m.id);
  const dates = (await membershipsById(context, others, lens)).map((row) => ownDates(statedIn(row)));
  return dates.some(({ fromMin, untilMax }) => fromMin <= lens.on && untilMax > lens.on);
};

/** The ties of a holder of seats that fall with them: none that they depend on beside lasts. */
const tiesFalling = async ({ use }: Context, { id, person }: Membership, fallen: ReadonlyMap<string, string>, lens: Falling): Promise<Affiliation[]> => {
  const ties = (await use(personTies)(scopeOf(lens, { all: true })).load(person)).filter(({ dependsOn }) => dependsOn?.includes(id));
  const beside = await use(memberships)(lens.knownAt).loadMany(ties.flatMap(({ dependsOn }) => dependsOn ?? []).filter((one) => !fallen.has(one)));
  const kept = new Set(beside.flatMap((seat) => (seat && !(seat instanceof Error) && seat.untilMax > lens.on ? [seat.id] : [])));
  return ties.filter(({ dependsOn }) => !dependsOn?.some((one) => kept.has(one)));
};

/** What falls, each with that of the first from which it does. */
interface Dependents {
  seats: { row: Membership; by: string }[];
  ties: { row: Affiliation; by: string }[];
}

/** The seats, and the ties, that depend at however many removes on some seats, themselves among them; on those of `goingOn` only who depends on the very role. */
const allDependents = async (context: Context, first: readonly string[], lens: Falling, goingOn: ReadonlySet<string> = new Set()): Promise<Dependents> => {
  const found = new Map(first.map((id) => [id, id]));
  const ties = new Map<string, { row: Affiliation; by: string }>();
  const falling = async (id: string) => {
    const own = await dependingOn(context, appointmentId(id), id, lens, goingOn.has(id));
    const seat = goingOn.has(id) ? null : await context.use(memberships)(lens.knownAt).load(id);
    const fallen = seat ? await tiesFalling(context, seat, found, lens) : [];
    const ofTies = await Promise.all(fallen.map((tie) => dependingOn(context, tie.person, tie.id, lens)));
    return { by: found.get(id) as string, next: [...own, ...ofTies.flat()], fallen };
  };
  for (let frontier = first; frontier.length > 0;) {
    const reached: string[] = [];
    for (const { by, next, fallen } of await Promise.all(frontier.map(falling))) {
      for (const row of fallen) ties.set(row.id, { row, by });
      for (const id of next.filter((one) => !found.has(one))) {
        found.set(id, by);
        reached.push(id);
      }
    }
    frontier = reached;
  }
  const seats = await membershipsById(context, [...found.keys()], lens);
  return { seats: seats.map((row) => ({ row, by: found.get(row.id) as string })), ties: [...ties.values()] };
};

/** A seat or tie that would end, and why. */
type Fallen = Subject & { cause: Omit<Cause, 'on'> };

const fallenOf = ({ seats, ties }: Dependents, causeOf: (by: string) => Omit<Cause, 'on'>): Fallen[] => [
  ...seats.map(({ row, by }): Fallen => ({ kind: 'SEAT', row, cause: causeOf(by) })),
  ...ties.filter(({ row }) => isParty(row.principal)).map(({ row, by }): Fallen => ({ kind: 'PARTY_TIE', row, cause: causeOf(by) })),
];

const doesGovern = async (context: Context, body: string, lens: Falling): Promise<boolean> =>
  (await relationsOf(context, body, lens, 'GOVERNS', 'from', EVER)).length > 0;

const withSeat = async (context: Context, id: string, lens: Falling, isOffice: (governs: boolean) => boolean): Promise<Fallen[] | null> => {
  const seat = isMembershipId(id) ? await context.use(memberships)(lens.knownAt).load(id) : null;
  const governs = seat !== null && (await doesGovern(context, seat.body, lens));
  if (!seat || !isOffice(governs)) return null;
  const goingOn = new Set((await sitsOn(context, seat, lens)) ? [id] : []);
  const fallen = fallenOf(await allDependents(context, [id], lens, goingOn), () => ({ cause: governs ? 'HOME_MANDATE' : 'RULE', by: id }));
  return fallen.filter(({ row }) => row.id !== id);
};

const withBody = async (context: Context, id: string, lens: Falling): Promise<Fallen[]> => {
  const members = await context
    .use(bodyMembers)(scopeOf({ ...lens, asOf: dayBefore(lens.on) }))
    .load(id);
  const seats = members.map(({ m }) => m.id);
  const own = new Set(seats);
  const governs = await doesGovern(context, id, lens);
  const fallen = fallenOf(await allDependents(context, seats, lens), (by) => ({ cause: governs ? 'HOME_MANDATE' : 'RULE', by }));
  return fallen.map((one) => (own.has(one.row.id) ? { ...one, cause: { cause: 'BODY_EXISTENCE', by: id } } : one));
};

/** What would fall with a thing; null: it is not the kind of thing that is asked for. */
const FALLS: Readonly<Record<Kind, { required: string; fall: (context: Context, id: string, lens: Falling) => Promise<Fallen[] | null> }>> = {
  leaveParty: {
    required: "the id of a person's tie to a party",
    fall: async (context, id, lens) => {
      const tie = await context.use(affiliations)(lens.knownAt).load(id);
      if (!tie || !isParty(tie.principal)) return null;
      const fallen = fallenOf(await allDependents(context, await dependingOn(context, tie.person, id, lens), lens), () => ({ cause: 'RULE', by: id }));
      return fallen.filter(({ row }) => row.id !== id);
    },
  },
  leaveSeat: { required: 'the id of a seat', fall: (context, id, lens) => withSeat(context, id, lens, () => true) },
  loseOffice: {
    required: 'the id of a seat in a council that governs a place',
    fall: (context, id, lens) => withSeat(context, id, lens, (governs) => governs),
  },
  dissolveBody: {
    required: 'the id of a body',
    fall: async (context, id, lens) => ((await context.use(bodies)(lens.knownAt).load(id)) ? withBody(context, id, lens) : null),
  },
};

/** @throws GraphQLError BAD_USER_INPUT where not exactly one thing is named, or another kind of thing. */
export const consequences = async (context: Context, of: HypotheticalChange, lens: Lens): Promise<ChangeAt[]> => {
  const [kind, another] = KINDS.filter((one) => of[one] != null);
  if (!kind || another) throw inputError('of', `exactly one of ${KINDS.join(', ')}`, of);
  const fallen = await FALLS[kind].fall(context, of[kind] as string, { ...lens, on: of.on });
  if (!fallen) throw inputError(`of.${kind}`, FALLS[kind].required, of[kind]);
  const changes = await Promise.all(
    fallen.map(async ({ cause, ...subject }): Promise<ChangeAt[]> => {
      const ended = endedBy(subject.row, { ...cause, on: of.on });
      const [shift] = ended ? shiftsOf(ended, dayBefore(of.on), of.on) : [];
      if (!ended || !shift) return [];
      const { row, lens: day } = await described(context, subject, shift, lens, ended);
      return [{ row: { ...row, id: `consequence:${of[kind]}:${subject.row.id}@${of.on}` }, lens: day }];
    }),
  );
  return changes.flat().sort((a, b) => compareKeys(keyOfChange(a), keyOfChange(b)));
};
