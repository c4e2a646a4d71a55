import type { Graph } from '../graph/port.js';
import { type Context, type RowCache, makeContext } from '../read/context.js';
import { nodes } from './registry.js';

/** A context for one request. */
export const contextFor = (graph: Graph, rows?: RowCache): Context => makeContext(graph, nodes, rows);
