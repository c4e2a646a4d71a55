import type { DecisionFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { periodOf } from '../../read/filters.js';
import type { Lens } from '../../read/lens.js';
import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { sortedBy } from '../../record/order.js';
import type { AgendaItemAt, RecommendationAt } from '../meetings/model.js';
import { wordsAsked } from '../names/asked.js';
import * as loaders from './loaders.js';
import type { DecisionAt, DecisionConnectionAt } from './model.js';
import { isFollowed } from './rules.js';

/** Decisions of any body, oldest first; those without a date last. */
export const decisions = async ({ reader, use }: Context, filter: DecisionFilter, lens: Lens, args: PageArguments): Promise<DecisionConnectionAt> => {
  const { body, outcomes, text } = filter;
  const passing = { ...periodOf(filter), outcomes: outcomes ? [...outcomes] : null, words: text ? wordsAsked(text) : null };
  const nodes =
    body != null
      ? filteredOn(reader, use(loaders.decisions), queries.decisionsOfBody, body, passing)
      : filteredNodes(reader, use(loaders.decisions), queries.decisions, passing);
  return recordedPage(['decisions', filter, lens.given], nodes, lens, args);
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
