import type { DecisionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import { sortedBy } from '../../record/order.js';
import type { AgendaItemAt, RecommendationAt } from '../meetings/model.js';
import { liesIn } from '../meetings/reads.js';
import { saying } from '../names/fold.js';
import * as loaders from './loaders.js';
import type { DecisionAt, DecisionConnectionAt } from './model.js';
import { isFollowed } from './rules.js';

const isFiltered = ({ body, from, until, outcomes, text }: DecisionFilter): boolean =>
  Boolean(text) || [body, from, until, outcomes].some((one) => one != null);

const passing = ({ from, until, outcomes, text }: DecisionFilter): ((at: DecisionAt) => boolean) => {
  const says = saying(text);
  return ({ row }) => liesIn(row.date, from, until) && (!outcomes || outcomes.includes(row.outcome)) && says(row.text);
};

/** Decisions of any body, oldest first; those without a date last. */
export const decisions = async (context: Context, filter: DecisionFilter, lens: Lens, args: PageArguments): Promise<DecisionConnectionAt> => {
  const identity = ['decisions', filter, lens.given];
  const all = bySortKey(context.reader, context.use(loaders.decisions), queries.decisions.list, queries.decisions.listEarlier, queries.decisions.count);
  if (!isFiltered(filter)) return recordedPage(identity, all, lens, args);
  const rows =
    filter.body != null
      ? (await context.use(loaders.decisionsOfBody)(lens.knownAt).load(filter.body)).map((row) => ({ row, lens }))
      : await allRecorded(all, lens);
  return pageOf(identity, 1, rows.filter(passing(filter)), ({ row }) => [row.sortKey], args, 50);
};

/** What was recommended at an item, in the order of the agenda. */
export const recommendationsAt = async (context: Context, { row: { id }, lens }: AgendaItemAt): Promise<RecommendationAt[]> =>
  sortedBy(await context.use(loaders.recommendationsAt)(lens.knownAt).load(id), ({ position }) => [position]).map((row) => ({ row, lens }));

/** What a meeting made of an item. */
export const decisionsAt = async (context: Context, { row: { id }, lens }: AgendaItemAt): Promise<DecisionAt[]> =>
  sortedBy(await context.use(loaders.decisionsAt)(lens.knownAt).load(id), ({ sortKey }) => [sortKey]).map((row) => ({ row, lens }));

export const followedAt = async (context: Context, item: AgendaItemAt): Promise<boolean | null> => {
  const [recommended, decided] = await Promise.all([recommendationsAt(context, item), decisionsAt(context, item)]);
  return isFollowed(
    recommended.map(({ row }) => row.outcome),
    decided.map(({ row }) => row.outcome),
  );
};
