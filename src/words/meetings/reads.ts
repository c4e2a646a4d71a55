import type { MeetingFilter, Timing } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { periodOf } from '../../read/filters.js';
import type { Lens } from '../../read/lens.js';
import type { PageArguments } from '../../read/page.js';
import { allRecorded, recordedPage } from '../../read/recorded-page.js';
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

/** The meetings of a body, oldest first; those without a date last. */
export const meetingsOfBody = async (context: Context, body: string, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> =>
  meetings(context, { body }, lens, args);

/** Whether a printed date may lie in a half-open period; what has none lies in one without ends. */
export const liesIn = (date: string | null, from?: string | null, until?: string | null): boolean => {
  if (date === null) return !from && !until;
  const { first, last } = spanOf(date);
  return (!from || last >= from) && (!until || first < until);
};

/** All meetings of a body in a period. */
export const meetingsHeldBy = async (
  { reader, use }: Context,
  body: string,
  during: { from: string; until: string } | null,
  lens: Lens,
): Promise<Meeting[]> => {
  const passing = { ...periodOf(during ?? {}), timings: null as string[] | null, asOf: lens.asOf };
  const nodes = filteredOn(reader, use(loaders.meetings), queries.meetingsOfBody, body, passing);
  return (await allRecorded(nodes, lens)).map(({ row }) => row);
};

/** Every meeting that passes, oldest first; those without a date last. */
export const meetings = async ({ reader, use }: Context, filter: MeetingFilter, lens: Lens, args: PageArguments): Promise<MeetingConnectionAt> => {
  const timings: string[] | null = filter.timing ? [...filter.timing] : null;
  const passing = { ...periodOf(filter), timings, asOf: lens.asOf };
  const nodes =
    filter.body != null
      ? filteredOn(reader, use(loaders.meetings), queries.meetingsOfBody, filter.body, passing)
      : filteredNodes(reader, use(loaders.meetings), queries.meetings, passing);
  return recordedPage(['meetings', filter, lens.given], nodes, lens, args);
};
