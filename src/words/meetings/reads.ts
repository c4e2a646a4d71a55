import type { MeetingFilter, Timing } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import { dayAfter } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import { spanOf } from '../../time/partial.js';
import * as loaders from './loaders.js';
import type { Meeting, MeetingAt, MeetingConnectionAt } from './model.js';

/** Against the lens's date; null where the meeting has no date, or one that covers that day without naming it. */
export const timingOf = ({ row, lens }: MeetingAt): Timing | null => {
  if (!row.date) return null;
  const { first, last } = spanOf(row.date);
  if (last < lens.asOf) return 'PAST';
  if (first > lens.asOf) return 'UPCOMING';
  return first === last ? 'TODAY' : null;
};

/** Whether something of a partial date may lie in the half-open period; what has no date lies in none. */
export const liesIn = (date: string | null, from: string | null | undefined, until: string | null | undefined): boolean => {
  if (!from && !until) return true;
  if (!date) return false;
  const { first, last } = spanOf(date);
  return first < (until ?? EVER.end) && dayAfter(last) > (from ?? EVER.start);
};

const passes = (row: Meeting, filter: MeetingFilter, lens: Lens): boolean => {
  const timing = timingOf({ row, lens });
  return (
    (filter.body == null || row.body === filter.body) &&
    liesIn(row.date, filter.from, filter.until) &&
    (!filter.timing || (timing !== null && filter.timing.includes(timing)))
  );
};

const isFiltered = ({ from, until, timing }: MeetingFilter): boolean => [from, until, timing].some((one) => one != null);

/** The meetings of a body, oldest first; those without a date last. */
export const meetingsOfBody = async (context: Context, body: string, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> =>
  meetings(context, { body }, lens, args);

/** Every meeting that passes, oldest first; those without a date last. */
export const meetings = async (context: Context, filter: MeetingFilter, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> => {
  const identity = ['meetings', filter, lens.given];
  const all = bySortKey(context.reader, context.use(loaders.meetings), queries.meetings.list, queries.meetings.listEarlier, queries.meetings.count);
  if (filter.body == null && !isFiltered(filter)) return recordedPage(identity, all, lens, args);
  const rows =
    filter.body != null
      ? (await context.use(loaders.meetingsOfBody)(lens.knownAt).load(filter.body)).map((row) => ({ row, lens }))
      : await allRecorded(all, lens);
  const wanted = rows.filter(({ row }) => passes(row, filter, lens));
  return pageOf(identity, 1, wanted, ({ row }) => [row.sortKey], args, 50);
};
