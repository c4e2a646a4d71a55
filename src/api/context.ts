import type { Graph } from '../graph/port.js';
import { type Context, type Readers, makeContext } from '../read/context.js';
import type { Identity } from '../read/identity.js';
import { nodes } from './registry.js';

/** A context for one request, which may read through a cache and hold no more than it may; of nobody, unless it is said who asks. */
export const contextFor = (graph: Graph, readers?: Partial<Readers>, identity?: () => Identity): Context => makeContext(graph, nodes, readers, identity);
