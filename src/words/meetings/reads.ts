import type { MeetingFilter, Timing } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { periodOf } from '../../read/filters.js';
import type { Lens } from '../../read/lens.js';
import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { spanOf } from '../../time/partial.js';
import * as loaders from './loaders.js';
import type { MeetingAt, MeetingConnectionAt } from './model.js';

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
