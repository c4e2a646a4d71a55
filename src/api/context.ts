import type { Graph } from '../graph/port.js';
import { type Context, type Readers, makeContext } from '../read/context.js';
import { nodes } from './registry.js';

/** A context for one request, which may read through a cache and hold no more than it may. */
export const contextFor = (graph: Graph, readers?: Partial<Readers>): Context => makeContext(graph, nodes, readers);
