import type { Graph, Reader } from '../graph/port.js';
import { type Context, makeContext } from '../read/context.js';
import { nodes } from './registry.js';

/** A context for one request, which may read through a cache. */
export const contextFor = (graph: Graph, cached?: (reader: Reader) => Reader): Context => makeContext(graph, nodes, cached);
