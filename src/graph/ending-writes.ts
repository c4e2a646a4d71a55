import { within } from './deadline.js';
import { GraphError } from './errors.js';
import type { Graph } from './port.js';

/** What became of what an operation wrote. UNKNOWN: the engine never said. */
export type Outcome = 'NOTHING' | 'WRITTEN' | 'UNKNOWN';

/** What an operation writes, and how it ends before its answer is whole. */
export interface EndingWrites {
  graph: Graph;
  /** No write is committed from now on but one that is being so; what became of them all. */
  end: () => Promise<Outcome>;
}

/** How long it is waited for the engine to say whether it committed. */
const SAYS_WITHIN_MS = 5_000;

/** A graph whose writes end with an operation: what is written by then stays, and nothing else ever is. */
export const endingWrites = (graph: Graph): EndingWrites => {
  let isOver = false;
  let outcome: Outcome = 'NOTHING';
  const committing = new Set<Promise<unknown>>();
  const goOn = (): void => {
    if (isOver) throw new GraphError('TIMEOUT', graph.engine, null, new Error('nobody waits for what it writes'));
  };
  const write: Graph['write'] = (work, marks) => {
    if (marks) return graph.write(work, marks);
    let hasEnded = false;
    const done = graph
      .write(async (tx) => {
        goOn();
        const result = await work({
          read: async (query, params) => (goOn(), tx.read(query, params)),
          run: async (query, params) => (goOn(), tx.run(query, params)),
        });
        goOn();
        hasEnded = true;
        committing.add(done);
        return result;
      })
      .then(
        (result) => {
          if (outcome === 'NOTHING') outcome = 'WRITTEN';
          return result;
        },
        (error: unknown) => {
          if (hasEnded) outcome = 'UNKNOWN';
          throw error;
        },
      )
      .finally(() => committing.delete(done));
    return done;
  };
  return {
    graph: { ...graph, write },
    end: async () => {
      isOver = true;
      const said = Promise.allSettled(committing).then(() => outcome);
      return within(said, SAYS_WITHIN_MS, () => 'UNKNOWN');
    },
  };
};
