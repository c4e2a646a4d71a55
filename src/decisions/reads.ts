import { type PageArguments, pageOf, sortedBy } from '../connections/page.js';
import { allRecorded, bySortKey, recordedPage } from '../connections/recorded.js';
import type { Context } from '../context.js';
import { saying } from '../documents/reads.js';
import type { DecisionFilter } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import type { At, Lens } from '../lens/lens.js';
import type { AgendaItemAt, DecisionAt, DecisionConnectionAt, RecommendationAt } from '../lens/parents.js';
import { liesIn } from '../meetings/reads.js';
import type { Decision } from './model.js';
import { isFollowed } from './rules.js';

const isFiltered = ({ body, from, until, outcomes, text }: DecisionFilter): boolean => Boolean(body || from || until || outcomes || text);

const passes = ({ row }: At<Decision>, { from, until, outcomes }: DecisionFilter): boolean =>
  liesIn(row.date, from, until) && (!outcomes || outcomes.includes(row.outcome));

/** Decisions of any body, oldest first; those without a date last. */
export const decisions = async (context: Context, filter: DecisionFilter, lens: Lens, args: PageArguments): Promise<DecisionConnectionAt> => {
  const identity = ['decisions', filter, lens.given];
  const all = bySortKey(context.reader, context.loaders.decisions, queries.decisions);
  if (!isFiltered(filter)) return recordedPage(identity, all, lens, args);
  const rows = filter.body
    ? (await context.loaders.decisionsOfBody(lens.knownAt).load(filter.body)).map((row) => ({ row, lens }))
    : await allRecorded(all, lens);
  const wanted = await saying(context, filter.text, rows.filter((at) => passes(at, filter)), ({ text }) => text);
  return pageOf(identity, 1, wanted, ({ row }) => [row.sortKey], args, 50);
};

/** What was recommended at an item, in the order of the agenda. */
export const recommendationsAt = async (context: Context, { row: { id }, lens }: AgendaItemAt): Promise<RecommendationAt[]> =>
  sortedBy(await context.loaders.recommendationsAt(lens.knownAt).load(id), ({ position }) => [position]).map((row) => ({ row, lens }));

/** What a meeting made of an item. */
export const decisionsAt = async (context: Context, { row: { id }, lens }: AgendaItemAt): Promise<DecisionAt[]> =>
  sortedBy(await context.loaders.decisionsAt(lens.knownAt).load(id), ({ sortKey }) => [sortKey]).map((row) => ({ row, lens }));

export const followedAt = async (context: Context, item: AgendaItemAt): Promise<boolean | null> => {
  const [recommended, decided] = await Promise.all([recommendationsAt(context, item), decisionsAt(context, item)]);
  return isFollowed(recommended.map(({ row }) => row.outcome), decided.map(({ row }) => row.outcome));
};
