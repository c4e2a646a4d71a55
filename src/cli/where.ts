import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../graph/errors.js';
import type { Graph } from '../graph/port.js';
import { readConfig } from './config.js';
import { askServer } from './socket/client.js';
import { type Caller, type Work, terminal } from './work.js';

const WAITS_MS = 30_000;
const STEP_MS = 200;

/** The graph, or null where another process has it; what is wrong with it otherwise is thrown. */
const unlessLocked = (graph: Promise<Graph>): Promise<Graph | null> =>
  graph.catch((error: unknown) => {
    if (error instanceof GraphError && error.kind === 'LOCKED') return null;
    throw error;
  });

/**
 * Has some work done where the graph is: by the server that has it open, else here. Where a process has it open that is no server, it
 * waits for a while. Returns the exit code.
 */
export const doWork = async <A>(work: Work<A>, asked: A, caller: Caller = terminal): Promise<number> => {
  const { graph: settings } = readConfig();
  const end = performance.now() + WAITS_MS;
  for (let waits = false; ; waits = true) {
    const code = await askServer(settings, work, asked, caller);
    if (code !== null) return code;
    const opening = (await import('./graph.js'))[work.open](settings);
    const graph = await (performance.now() < end ? unlessLocked(opening) : opening);
    if (graph)
      try {
        return await work.run(graph, asked, caller);
      } finally {
        await graph.close();
      }
    if (!waits) caller.tell('waiting for another process that has the graph open');
    await sleep(STEP_MS);
  }
};
