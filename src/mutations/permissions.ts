import type { EntryInput } from '../generated/api.js';
import type { Reader } from '../graph/port.js';
import { type Asked, requireActor } from '../read/identity.js';
import type { Actor } from '../record/actor.js';
import { type Permission, extentFor, rolesFor } from '../record/roles.js';
import { type CivilDate, today } from '../time/civil.js';
import { spanOf } from '../time/partial.js';
import type { WrittenEvent } from '../write/change-set.js';
import type { Deed, Said } from './deed.js';
import { type Outside, outsideBodies } from './outside-bodies.js';
import { type Problem, problemOf } from './problems.js';

const WITHIN = 'what lies within your bodies and what is part of them';

/** What lies outside, as a problem says it: of a body of one's own, that others are around it. */
const saidOf = ({ id, around }: Outside): Pick<Problem, 'required' | 'given' | 'things'> =>
  around === null
    ? { required: WITHIN, given: id, things: [id] }
    : {
        required: 'a body that is part of one of yours: to begin or end it is to write what it is part of',
        given: `${id}, which is part of ${around.join(' and ') || 'none'}`,
        things: around.length > 0 ? around : [id],
      };

/** Acts for which WRITE alone is not enough. */
const BY_ACT: Readonly<Record<string, Permission>> = { mergePeople: 'MERGE', erase: 'ERASE' };

/** Who records an entry. @throws GraphQLError FORBIDDEN where their role may not do this at all */
export const requireRecorder = (context: Asked, { mode, acts }: EntryInput): Actor => {
  const permission = mode ?? 'WRITE';
  const names = permission === 'WRITE' ? acts.flatMap((act) => Object.keys(act)) : [];
  for (const more of names.flatMap((name) => BY_ACT[name] ?? [])) requireActor(context, ...rolesFor(more));
  return requireActor(context, ...rolesFor(permission));
};

/** @throws GraphQLError FORBIDDEN where somebody may not write an entry, whoever said it */
export const requireWriter = (actor: Actor, entry: EntryInput): Actor => requireRecorder({ identity: () => actor }, { ...entry, mode: 'WRITE' });

/** Bodies among some that lie outside those of somebody today: of what is proposed there they do not say what becomes of it. */
export const outsideToday = async (
  reader: Reader,
  actor: Actor,
  permission: 'REVIEW' | 'WITHDRAW',
  bodies: readonly string[],
  path: readonly string[],
): Promise<Problem[]> => {
  if (extentFor(actor, permission) !== 'WITHIN_BODIES') return [];
  const outside = await outsideBodies(reader, actor.bodies, { rows: [], carriedIn: bodies }, today());
  return outside.map((one) => problemOf({ code: 'OUTSIDE_YOUR_BODIES', path, ...saidOf(one) }));
};

interface Dated {
  /** Of a succession what was before, and no day. */
  from?: unknown;
  on?: unknown;
  date?: unknown;
  ends?: { until?: string | null; lastDay?: string | null } | null;
}

const inputOf = (act: unknown): Dated => Object.values((act ?? {}) as Record<string, Dated>).find((input) => input != null) ?? {};

/** The day of an act, of a month or year its first one; today where it names none. */
const dayOf = (act: unknown, otherwise: CivilDate): CivilDate => {
  const { from, on, date, ends } = inputOf(act);
  const day = [from, on, date, ends?.until, ends?.lastDay].find((one) => typeof one === 'string');
  return day === undefined ? otherwise : spanOf(day).first;
};

/** What is written, or checked for who may write it: to propose is to ask those who may. */
const BOUNDED: readonly string[] = ['CHECK', 'WRITE'];

/** The bodies within which an entry is to lie; null: anywhere. */
const boundsOf = ({ actor, mode }: Deed, { undoes }: Said): readonly string[] | null =>
  BOUNDED.includes(mode) && extentFor(actor, undoes === null ? 'WRITE' : 'UNDO') === 'WITHIN_BODIES' ? actor.bodies : null;

const problemAt = ({ acts }: Deed, act: number, outside: Outside): Problem => {
  const [name] = Object.keys((acts[act] ?? {}) as object);
  const path = name === undefined ? ['entry'] : ['acts', String(act), name];
  return problemOf({ code: 'OUTSIDE_YOUR_BODIES', path, ...saidOf(outside) });
};

/** What of an entry lies outside the bodies of who writes it, on the days of its acts; `before` reads the record without it. */
export const outsideYours = async (before: Reader, deed: Deed, said: Said): Promise<Problem[]> => {
  const own = boundsOf(deed, said);
  if (!own) return [];
  const { draft, corrected } = said;
  const rows = draft.changed();
  const lastActOn = (id: string): number => draft.actsOf(id).at(-1) ?? deed.acts.length - 1;
  const dayOn = (id: string): CivilDate => dayOf(deed.acts[lastActOn(id)], draft.today);
  const problems: Problem[] = [];
  for (const day of new Set(rows.map(({ row }) => dayOn(row.id)))) {
    const outside = await outsideBodies(before, own, { rows, corrected }, day);
    problems.push(...outside.filter(({ id }) => dayOn(id) === day).map((one) => problemAt(deed, lastActOn(one.id), one)));
  }
  return problems;
};

/** The bodies outside those of who writes in which something would follow by rule, on the day of the last act. */
export const carriedOutside = async (after: Reader, deed: Deed, said: Said, events: readonly WrittenEvent[]): Promise<Problem[]> => {
  const own = boundsOf(deed, said);
  if (!own) return [];
  const carriedIn = [...new Set(events.flatMap(({ body }) => body ?? []))];
  const last = deed.acts.length - 1;
  const outside = await outsideBodies(after, own, { rows: [], carriedIn }, dayOf(deed.acts[last], said.draft.today));
  return outside.map((one) => problemAt(deed, last, one));
};
