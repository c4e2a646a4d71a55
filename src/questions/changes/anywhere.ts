import type { ChangeFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { eachInTurn } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type ListIdentity, PAGE_CAP, type PageArguments, readPage } from '../../read/page.js';
import { type SortKey, compareKeys } from '../../record/order.js';
import { NOW } from '../../record/time.js';
import { BEGINNING, type CivilDate, FOREVER, addDays, dayBefore, earliest, latest } from '../../time/civil.js';
import { changesOf, keyOfChange } from './described.js';
import type { ChangeAt, ChangeConnectionAt } from './model.js';
import { changesOfDay } from './of-day.js';
import { shiftsOf } from './rules.js';
import { bodiesBetween, subjectsBetween } from './subjects.js';

interface Question {
  from: CivilDate;
  until: CivilDate;
  filter: ChangeFilter;
}

/** How many days are read at first; each further reading is of four times as many. */
const FIRST_DAYS = 32;
const GROWTH = 4;
const MOST_DAYS = 2_048;

/** Nothing that goes on for ever ends on it. */
const LAST_DAY = addDays(FOREVER, -1);

/** How many things of a kind are read at once, with all that is recorded of them. A day on which more change is read kind by kind. */
const MOST = 250;

/** The first day after one on which anything may change; at the latest the end of time. */
const firstDayAfter = async ({ reader }: Context, from: CivilDate, { knownAt }: Lens): Promise<CivilDate> => {
  const earlier = knownAt === NOW ? [] : [queries.changes.firstDaysOfEarlierBodies];
  const asked = [queries.changes.firstDays, queries.changes.firstDaysOfBodies, ...earlier];
  const found = (await Promise.all(asked.map((query) => reader.read(query, { from, knownAt })))).flat();
  return found.flatMap((bounds) => Object.values(bounds)).reduce<CivilDate>((first, day) => (day === null ? first : earliest(first, day)), FOREVER);
};

/** Changes after a key, at most so many: by ever longer stretches of the period, and day by day where there are many. */
const readChanges = async (context: Context, { from, until, filter }: Question, lens: Lens, after: SortKey | null, limit: number): Promise<ChangeAt[]> => {
  const rows: ChangeAt[] = [];
  const [day, kind, id] = after ?? [];
  let start = after ? latest(dayBefore(String(day)), from) : from;
  for (let days = after ? 1 : FIRST_DAYS; start < until && rows.length < limit;) {
    const end = earliest(addDays(start, days), until);
    const subjects = await subjectsBetween(context, start, end, lens, MOST);
    if (!subjects && end > addDays(start, 1)) {
      days = 1;
      continue;
    }
    if (subjects)
      rows.push(...(await changesOf(context, subjects, start, end, filter, lens)).filter((row) => !after || compareKeys(keyOfChange(row), after) > 0));
    else {
      const behind = end === day ? { kind: Number(kind), id: String(id) } : { kind: 0, id: '' };
      for await (const change of changesOfDay(context, end, filter, lens, behind, limit - rows.length)) if (rows.push(change) >= limit) break;
    }
    start = subjects?.length === 0 && end < until ? latest(end, dayBefore(await firstDayAfter(context, end, lens))) : end;
    days = Math.min(days * GROWTH, MOST_DAYS);
  }
  return rows.slice(0, limit);
};

/** How many changes there are at all in (from, until]. */
const countAll = async (context: Context, { from, until }: Question, lens: Lens): Promise<number> => {
  const params = { from: latest(from, BEGINNING), until: earliest(until, LAST_DAY), knownAt: lens.knownAt };
  const counting = [queries.changesSeats.count, queries.changesPartyTies.count, queries.changes.territoryCount, queries.changes.standInsCount];
  const [bodies, ...counts] = await Promise.all([bodiesBetween(context, from, until, lens), ...counting.map((query) => context.reader.read(query, params))]);
  const ofBodies = (await eachInTurn(context, bodies, ({ row }) => shiftsOf(row, from, until).length)).reduce((sum, one) => sum + one, 0);
  return counts.reduce((sum, [row]) => sum + (row?.count ?? 0), ofBodies);
};

/** How many changes pass a filter: read page by page, as what they are called lies in what is around them. */
const countPassing = async (context: Context, question: Question, lens: Lens): Promise<number> => {
  let count = 0;
  for (let after: SortKey | null = null, more = true; more;) {
    const rows: ChangeAt[] = await readChanges(context, question, lens, after, PAGE_CAP);
    count += rows.length;
    more = rows.length === PAGE_CAP;
    after = more ? keyOfChange(rows.at(-1) as ChangeAt) : null;
  }
  return count;
};

/** A page of the changes of anything. */
export const changesAnywhere = (context: Context, list: ListIdentity, question: Question, lens: Lens, args: PageArguments): Promise<ChangeConnectionAt> => {
  const isNarrowed = Object.values(question.filter).some((part) => part != null);
  return readPage(
    list,
    async (after, limit) => (await readChanges(context, question, lens, after, limit)).map((node) => ({ key: keyOfChange(node), node })),
    () => (isNarrowed ? countPassing : countAll)(context, question, lens),
    args,
  );
};
