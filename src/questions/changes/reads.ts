import type { ChangeFilter } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { type CivilDate, dayBefore, isCivilDate } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { changesAnywhere } from './anywhere.js';
import { changesOf, described, keyOfChange } from './described.js';
import type { ChangeAt, ChangeConnectionAt } from './model.js';
import { shiftsOf } from './rules.js';
import { anchoredSubjects, subjectById } from './subjects.js';

/** @throws GraphQLError BAD_USER_INPUT where `from` is after `until`. */
export const changes = async (
  context: Context,
  from: CivilDate,
  until: CivilDate,
  filter: ChangeFilter,
  lens: Lens,
  args: PageArguments,
): Promise<ChangeConnectionAt> => {
  if (from > until) throw inputError('from', 'a day not after until', { from, until });
  const list = ['changes', from, until, filter, lens.given];
  const subjects = await anchoredSubjects(context, filter, lens, { from, until });
  if (!subjects) return changesAnywhere(context, list, { from, until, filter }, lens, args);
  return pageOf(list, await changesOf(context, subjects, from, until, filter, lens), keyOfChange, args, 50);
};

/** Every change of a body, its seats and its territory in (from, until]; null: without a limit. */
export const timelineOf = async (
  context: Context,
  body: string,
  lens: Lens,
  { from, until }: { from?: CivilDate | null; until?: CivilDate | null },
): Promise<ChangeAt[]> => {
  if (from && until && from > until) throw inputError('from', 'a day not after until', { from, until });
  const period = { from: from ?? EVER.start, until: until ?? EVER.end };
  const subjects = await anchoredSubjects(context, { bodies: [body] }, lens, period);
  return changesOf(context, subjects ?? [], period.from, period.until, {}, lens);
};

const ID = /^change:(.+)@(\d{4}-\d{2}-\d{2})$/;

/** A change by its id; null where there is none on that day. */
export const changeById = async (context: Context, id: string, lens: Lens): Promise<ChangeAt | null> => {
  const [, subjectId, day] = ID.exec(id) ?? [];
  const subject = subjectId && day && isCivilDate(day) ? await subjectById(context, subjectId, lens) : null;
  const [shift] = subject && day ? shiftsOf(subject.row, dayBefore(day), day) : [];
  return subject && shift ? described(context, subject, shift, lens) : null;
};
