import type { HypotheticalChange } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { compareKeys } from '../../record/order.js';
import { dayBefore } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { affiliations } from '../../words/affiliations/loaders.js';
import { tiesTo } from '../../words/appointments/loaders.js';
import { appointmentId, membershipId } from '../../words/appointments/model.js';
import { bodies } from '../../words/bodies/loaders.js';
import { bodyMembers, memberships } from '../../words/memberships/loaders.js';
import { type Membership, isMembershipId } from '../../words/memberships/model.js';
import { membershipsById } from '../../words/memberships/reads.js';
import { isParty } from '../../words/parties/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import type { ChangeAt } from '../changes/model.js';
import { described, keyOfChange } from '../changes/described.js';
import { shiftsOf } from '../changes/rules.js';
import { type Cause, endedBy } from './rules.js';

const KINDS = ['leaveParty', 'leaveSeat', 'loseOffice', 'dissolveBody'] as const;
type Kind = (typeof KINDS)[number];

/** What depends on a node of the graph: on a seat by its appointment, or on a tie of a person. */
const dependingOn = async ({ use }: Context, node: string, on: string, { knownAt }: Lens): Promise<string[]> =>
  (await use(tiesTo)(knownAt).load(node)).filter((tie) => tie.tie === 'DEPENDS_ON' && tie.on === on).map(({ fromId }) => membershipId(fromId));

/** The seats that rest, at however many removes, on one of these. */
const allDependents = async (context: Context, first: readonly string[], lens: Lens): Promise<string[]> => {
  const found = new Set(first);
  for (const id of found) for (const next of await dependingOn(context, appointmentId(id), id, lens)) found.add(next);
  return [...found];
};

interface Fall {
  cause: Omit<Cause, 'on'>;
  seats: Membership[];
}

const withSeat = async (context: Context, id: string, lens: Lens, isOffice: (governs: boolean) => boolean): Promise<Fall | null> => {
  const seat = isMembershipId(id) ? await context.use(memberships)(lens.knownAt).load(id) : null;
  const governs = seat !== null && (await relationsOf(context, seat.body, lens, 'GOVERNS', 'from', EVER)).length > 0;
  if (!seat || !isOffice(governs)) return null;
  const dependent = (await allDependents(context, [id], lens)).slice(1);
  return { cause: { cause: governs ? 'HOME_MANDATE' : 'RULE', by: id }, seats: await membershipsById(context, dependent, lens) };
};

/** What would fall with a thing; null: it is not the kind of thing that is asked for. */
const FALLS: Readonly<Record<Kind, { required: string; fall: (context: Context, id: string, lens: Lens) => Promise<Fall | null> }>> = {
  leaveParty: {
    required: "the id of a person's tie to a party",
    fall: async (context, id, lens) => {
      const tie = await context.use(affiliations)(lens.knownAt).load(id);
      if (!tie || !isParty(tie.principal)) return null;
      const dependent = await allDependents(context, await dependingOn(context, tie.person, id, lens), lens);
      return { cause: { cause: 'RULE', by: id }, seats: await membershipsById(context, dependent, lens) };
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
      };
    },
  },
};

/** @throws GraphQLError BAD_USER_INPUT where not exactly one thing is named, or another kind of thing. */
export const consequences = async (context: Context, of: HypotheticalChange, lens: Lens): Promise<ChangeAt[]> => {
  const [kind, another] = KINDS.filter((one) => of[one] != null);
  if (!kind || another) throw inputError('of', `exactly one of ${KINDS.join(', ')}`, of);
  const fall = await FALLS[kind].fall(context, of[kind] as string, lens);
  if (!fall) throw inputError(`of.${kind}`, FALLS[kind].required, of[kind]);
  const changes = await Promise.all(
    fall.seats.map(async (seat): Promise<ChangeAt[]> => {
      const ended = endedBy(seat, { ...fall.cause, on: of.on });
      const [shift] = ended ? shiftsOf(ended, dayBefore(of.on), of.on) : [];
      if (!ended || !shift) return [];
      const { row, lens: day } = await described(context, { kind: 'SEAT', row: seat }, shift, lens, ended);
      return [{ row: { ...row, id: `consequence:${fall.cause.by}:${seat.id}@${of.on}` }, lens: day }];
    }),
  );
  return changes.flat().sort((a, b) => compareKeys(keyOfChange(a), keyOfChange(b)));
};
