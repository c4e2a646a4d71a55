import { type PageArguments, pageOf, readPage } from '../connections/page.js';
import type { Context } from '../context.js';
import type { MeetingFilter, Timing } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { Lens } from '../lens/lens.js';
import type { MeetingAt, MeetingConnectionAt } from '../lens/parents.js';
import { listAsRecorded } from '../loaders/lists.js';
import { asRecorded } from '../loaders/nodes.js';
import { EVER } from '../time/in-force.js';
import { dayAfter } from '../time/civil.js';
import { spanOf } from '../time/partial.js';
import type { Meeting } from './model.js';

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
    (!filter.body || row.body === filter.body) &&
    liesIn(row.date, filter.from, filter.until) &&
    (!filter.timing || (timing !== null && filter.timing.includes(timing)))
  );
};

const isFiltered = (filter: MeetingFilter): boolean => Boolean(filter.from ?? filter.until ?? filter.timing);

/** The meetings of a body, oldest first; those without a date last. */
export const meetingsOfBody = async (context: Context, body: string, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> =>
  meetings(context, { body }, lens, args);

/** Every meeting that passes, oldest first; those without a date last. */
export const meetings = async (context: Context, filter: MeetingFilter, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> => {
  const identity = ['meetings', filter, lens.given];
  const { knownAt } = lens;
  if (filter.body || isFiltered(filter)) {
    const rows = filter.body
      ? await context.loaders.meetingsOfBody(knownAt).load(filter.body)
      : (await listAsRecorded(context.reader, queries.meetings.list, queries.meetings.listEarlier, { after: '', limit: Number.MAX_SAFE_INTEGER, knownAt })).map(({ x }) => x);
    const known = await asRecorded(context.loaders.meetings, knownAt, rows);
    const wanted = known.flatMap((row) => (row && passes(row, filter, lens) ? [{ row, lens }] : []));
    return pageOf(identity, 1, wanted, ({ row }) => [row.sortKey], args, 50);
  }
  return readPage(
    identity,
    1,
    async (after, limit) => {
      const found = await listAsRecorded(context.reader, queries.meetings.list, queries.meetings.listEarlier, { after: String(after?.[0] ?? ''), limit, knownAt });
      const rows = await asRecorded(context.loaders.meetings, knownAt, found.map(({ x }) => x));
      return rows.flatMap((row, at) => (row ? [{ key: [found[at]?.key ?? ''], node: { row, lens } }] : []));
    },
    async () => (await context.reader.read(queries.meetings.count, { knownAt }))[0]?.count ?? 0,
    args,
  );
};
