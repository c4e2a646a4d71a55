import { setTimeout as sleep } from 'node:timers/promises';
import * as queries from '../generated/queries.js';
import type { Graph } from '../graph/port.js';
import { type Context, type Feed, type Readers, makeContext } from '../read/context.js';
import type { Identity } from '../read/identity.js';
import { readRevision } from '../record/revision.js';
import { turnDay } from '../write/transaction.js';
import { isNewDay } from '../write/turn-of-day.js';
import { nodes } from './registry.js';

/** How often it is asked whether the feed has moved. */
export const LOOK_MS = 300;

/** Turns the day, where nobody has, and looks how many items the feed holds. */
export const lookAtFeed = async (graph: Graph): Promise<number> => {
  if (isNewDay(await readRevision(graph))) await turnDay(graph);
  return (await graph.read(queries.feed.state, {}))[0]?.items ?? 0;
};

/** The feed of a graph, for who follows it alone. */
const feedOf = (graph: Graph): Feed => ({
  look: () => lookAtFeed(graph),
  moved: async (items) => {
    while ((await lookAtFeed(graph)) <= items) await sleep(LOOK_MS);
  },
});

/** A context for one request, which may read through a cache and hold no more than it may; of nobody, unless it is said who asks. */
export const contextFor = (graph: Graph, readers?: Partial<Readers>, identity?: () => Identity, feed: Feed = feedOf(graph)): Context =>
  makeContext(graph, nodes, feed, readers, identity);
