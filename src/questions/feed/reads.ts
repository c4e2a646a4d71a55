import type { FeedFilter, FeedKind } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { ledHere } from '../../read/leading.js';
import { type ListIdentity, cursorOf, keyOfCursor } from '../../read/page.js';
import { FEED_KINDS } from '../../record/model.js';
import { NOW } from '../../record/time.js';
import type { FeedItemAt, FeedPageOf } from './model.js';
import { type Narrowed, placesOf } from './places.js';
import { told } from './told.js';

/** What a consumer asks the feed for. */
export interface Asked {
  after?: string | null | undefined;
  filter?: FeedFilter | null | undefined;
}

const sorted = (ids: readonly string[] | null | undefined): string[] | null => (ids ? [...new Set(ids)].sort() : null);

/** What a cursor of the feed belongs to: the filter as it was given, in whatever order. */
const identityOf = ({ people, bodies, municipality, kinds }: FeedFilter): ListIdentity => [
  'feed',
  sorted(people),
  sorted(bodies),
  municipality ?? null,
  sorted(kinds),
];

/** The place after which to go on, 0 before the first; null: none is given. */
const placeIn = ({ after, filter }: Asked): number | null => (after == null ? null : Number(keyOfCursor(after, identityOf(filter ?? {}))[0]));

/** Everybody that people were recorded as: who is asked for was somebody else before the two were merged. */
const withTheirOthers = async ({ use }: Context, people: readonly string[]): Promise<string[]> => [
  ...new Set([...people, ...(await Promise.all(people.map((id) => use(ledHere)(NOW).load(id)))).flat()]),
];

const narrowedBy = async (context: Context, { people, bodies, municipality, kinds }: FeedFilter): Promise<Narrowed> => ({
  people: people ? await withTheirOthers(context, people) : null,
  bodies: bodies ? [...bodies] : null,
  municipality: municipality ?? null,
  kinds: kinds && !FEED_KINDS.every((kind) => kinds.includes(kind as FeedKind)) ? [...kinds] : null,
});

/** How many items the feed holds, of which all is there. */
const itemsIn = async ({ reader }: Context): Promise<number> => (await reader.read(queries.feed.state, {}))[0]?.items ?? 0;

interface Stretch {
  nodes: FeedItemAt[];
  /** The place after which to go on. */
  end: number;
  hasMore: boolean;
}

/** Items behind a place that pass a filter, at most so many; where they are fewer, up to the end for now. */
export const itemsAfter = async (context: Context, after: number, filter: FeedFilter, limit: number): Promise<Stretch> => {
  const last = await itemsIn(context);
  const identity = identityOf(filter);
  const found = await placesOf(context.reader, await narrowedBy(context, filter))(after, last, limit + 1);
  const items = found.slice(0, limit);
  const hasMore = found.length > limit;
  return {
    nodes: await told(context, items, ({ position }) => cursorOf(identity, [position])),
    end: hasMore ? (items.at(-1)?.position ?? after) : Math.max(after, last),
    hasMore,
  };
};

/** A page of the feed, once the day has turned. */
export const feed = async (context: Context, asked: Asked, limit: number): Promise<FeedPageOf> => {
  const after = placeIn(asked) ?? 0;
  await context.feed.look();
  const filter = asked.filter ?? {};
  const { nodes, end, hasMore } = await itemsAfter(context, after, filter, limit);
  return { nodes, endCursor: cursorOf(identityOf(filter), [end]), hasMore };
};

/** How many items are read at a time for who follows. */
const AT_ONCE = 100;

/** The same items as they come. A reading is of a context of its own, as what one has read never changes. */
export const follow = async (context: Context, asked: Asked): Promise<AsyncGenerator<FeedItemAt, never>> => {
  const now = await context.feed.look();
  return following(context, placeIn(asked) ?? now, asked.filter ?? {});
};

async function* following(context: Context, start: number, filter: FeedFilter): AsyncGenerator<FeedItemAt, never> {
  for (let after = start; ;) {
    const { nodes, end, hasMore } = await itemsAfter(context.anew(), after, filter, AT_ONCE);
    yield* nodes;
    after = end;
    if (!hasMore) await context.feed.moved(after);
  }
}
