import type { HypotheticalChange } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { compareKeys } from '../../record/order.js';
import { type CivilDate, dayBefore } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { affiliations, personTies } from '../../words/affiliations/loaders.js';
import type { Affiliation } from '../../words/affiliations/model.js';
import { tiesTo } from '../../words/appointments/loaders.js';
import { appointmentId, membershipId } from '../../words/appointments/model.js';
import { bodies } from '../../words/bodies/loaders.js';
import { bodyMembers, memberships } from '../../words/memberships/loaders.js';
import { type Membership, isMembershipId } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isParty } from '../../words/parties/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import type { ChangeAt, Subject } from '../changes/model.js';
import { described, keyOfChange } from '../changes/described.js';
import { shiftsOf } from '../changes/rules.js';
import { type Cause, endedBy } from './rules.js';

const KINDS = ['leaveParty', 'leaveSeat', 'loseOffice', 'dissolveBody'] as const;
type Kind = (typeof KINDS)[number];

/** What depends on a node of the graph: on a seat by its appointment, or on a tie of a person. */
const dependingOn = async ({ use }: Context, node: string, on: string, { knownAt }: Lens): Promise<string[]> =>
  (await use(tiesTo)(knownAt).load(node)).filter((tie) => tie.tie === 'DEPENDS_ON' && tie.on === on).map(({ fromId }) => membershipId(fromId));

interface Dependents {
  seats: Membership[];
  ties: Affiliation[];
}

/** Of what lens it is asked, and on which day something would end. */
interface Falling extends Lens {
  on: CivilDate;
}

/** The ties of a holder of seats that fall with them: none that they depend on beside lasts. */
const tiesFalling = async ({ use }: Context, { id, person }: Membership, fallen: ReadonlySet<string>, lens: Falling): Promise<Affiliation[]> => {
  const ties = (await use(personTies)(scopeOf(lens, { all: true })).load(person)).filter(({ dependsOn }) => dependsOn?.includes(id));
  const beside = await use(memberships)(lens.knownAt).loadMany(ties.flatMap(({ dependsOn }) => dependsOn ?? []).filter((one) => !fallen.has(one)));
  const kept = new Set(beside.flatMap((seat) => (seat && !(seat instanceof Error) && seat.untilMax > lens.on ? [seat.id] : [])));
  return ties.filter(({ dependsOn }) => !dependsOn?.some((one) => kept.has(one)));
};

/** The seats, and the ties, that depend at however many removes on one of these seats. */
const allDependents = async (context: Context, first: readonly string[], lens: Falling): Promise<Dependents> => {
  const found = new Set(first);
  const ties = new Map<string, Affiliation>();
  for (const id of found) {
    for (const next of await dependingOn(context, appointmentId(id), id, lens)) found.add(next);
    const seat = await context.use(memberships)(lens.knownAt).load(id);
    for (const tie of seat ? await tiesFalling(context, seat, found, lens) : []) {
      ties.set(tie.id, tie);
      for (const next of await dependingOn(context, tie.person, tie.id, lens)) found.add(next);
    }
  }
  return { seats: await membershipsById(context, [...found], lens), ties: [...ties.values()] };
};

interface Fall extends Dependents {
  cause: Omit<Cause, 'on'>;
}

const withSeat = async (context: Context, id: string, lens: Falling, isOffice: (governs: boolean) => boolean): Promise<Fall | null> => {
  const seat = isMembershipId(id) ? await context.use(memberships)(lens.knownAt).load(id) : null;
  const governs = seat !== null && (await relationsOf(context, seat.body, lens, 'GOVERNS', 'from', EVER)).length > 0;
  if (!seat || !isOffice(governs)) return null;
  const { seats, ties } = await allDependents(context, [id], lens);
  return { cause: { cause: governs ? 'HOME_MANDATE' : 'RULE', by: id }, seats: seats.filter((one) => one.id !== id), ties };
};

/** What would fall with a thing; null: it is not the kind of thing that is asked for. */
const FALLS: Readonly<Record<Kind, { required: string; fall: (context: Context, id: string, lens: Falling) => Promise<Fall | null> }>> = {
  leaveParty: {
    required: "the id of a person's tie to a party",
    fall: async (context, id, lens) => {
      const tie = await context.use(affiliations)(lens.knownAt).load(id);
      if (!tie || !isParty(tie.principal)) return null;
      const { seats, ties } = await allDependents(context, await dependingOn(context, tie.person, id, lens), lens);
      return { cause: { cause: 'RULE', by: id }, seats, ties: ties.filter((one) => one.id !== id) };
    },
  },
  leaveSeat: { required: 'the id of a seat', fall: (context, id, lens) => withSeat(context, id, lens, () => true) },
  loseOffice: {
    required: 'the id of a seat in a council that governs a place',
    fall: (context, id, lens) => withSeat(context, id, lens, (governs) => governs),
  },
  dissolveBody: {
    required: 'the id of a body',
    fall: async (context, id, lens) => {
      if (!(await context.use(bodies)(lens.knownAt).load(id))) return null;
      const members = await context
        .use(bodyMembers)(scopeOf(lens, { all: true }))
        .load(id);
      return {
        cause: { cause: 'BODY_EXISTENCE', by: id },
        seats: await membershipsById(
          context,
          members.map(({ m }) => m.id),
          lens,
        ),
        ties: [],
      };
    },
  },
};

/** @throws GraphQLError BAD_USER_INPUT where not exactly one thing is named, or another kind of thing. */
export const consequences = async (context: Context, of: HypotheticalChange, lens: Lens): Promise<ChangeAt[]> => {
  const [kind, another] = KINDS.filter((one) => of[one] != null);
  if (!kind || another) throw inputError('of', `exactly one of ${KINDS.join(', ')}`, of);
  const fall = await FALLS[kind].fall(context, of[kind] as string, { ...lens, on: of.on });
  if (!fall) throw inputError(`of.${kind}`, FALLS[kind].required, of[kind]);
  const subjects: Subject[] = [
    ...fall.seats.map((row): Subject => ({ kind: 'SEAT', row })),
    ...fall.ties.filter(({ principal }) => isParty(principal)).map((row): Subject => ({ kind: 'PARTY_TIE', row })),
  ];
  const changes = await Promise.all(
    subjects.map(async (subject): Promise<ChangeAt[]> => {
      const ended = endedBy(subject.row, { ...fall.cause, on: of.on });
      const [shift] = ended ? shiftsOf(ended, dayBefore(of.on), of.on) : [];
      if (!ended || !shift) return [];
      const { row, lens: day } = await described(context, subject, shift, lens, ended);
      return [{ row: { ...row, id: `consequence:${fall.cause.by}:${subject.row.id}@${of.on}` }, lens: day }];
    }),
  );
  return changes.flat().sort((a, b) => compareKeys(keyOfChange(a), keyOfChange(b)));
};
