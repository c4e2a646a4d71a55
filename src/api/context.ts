import type { Graph } from '../graph/port.js';
import { type Context, type Feed, type Readers, makeContext } from '../read/context.js';
import type { Identity } from '../read/identity.js';
import { readRevision } from '../record/revision.js';
import { turnDay } from '../write/transaction.js';
import { isNewDay } from '../write/turn-of-day.js';
import { nodes } from './registry.js';

const feedOf = (graph: Graph): Feed => ({
  turnDay: async () => {
    if (isNewDay(await readRevision(graph))) await turnDay(graph);
  },
});

/** A context for one request, which may read through a cache and hold no more than it may; of nobody, unless it is said who asks. */
export const contextFor = (graph: Graph, readers?: Partial<Readers>, identity?: () => Identity): Context =>
  makeContext(graph, nodes, feedOf(graph), readers, identity);
