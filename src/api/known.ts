import type { Graph } from '../graph/port.js';
import { lensOf } from '../read/lens.js';
import { nodeById } from '../read/nodes.js';
import { contextFor } from './context.js';

/** Whether an id leads to something, as the graph is now. */
export const isKnown = async (graph: Graph, id: string): Promise<boolean> => (await nodeById(contextFor(graph), id, lensOf({}))) !== null;
