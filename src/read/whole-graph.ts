import { fairQueue } from '../graph/queued.js';
import type { Context } from './context.js';
import type { Question } from './kept.js';

/** One at a time, operations in turns. */
const turns = fairQueue({ each: 1, all: 1 });

/** Does work in its turn, which is over when the operation is: what the work waits for may never come then. */
const inItsTurn = <T>(context: Context, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    void context.budget?.over.then(() => turns.leave(context));
    void turns.take(context, async () => {
      const done = work().then(resolve, reject);
      await (context.budget ? Promise.race([done, context.budget.over]) : done);
    });
  });

/** Answers what looks at all of the graph: one at a time, and once for all that ask the same of one revision. */
export const ofWholeGraph = <T>(context: Context, question: Question, make: () => Promise<T>): Promise<T> =>
  context.kept(question, () => inItsTurn(context, () => context.kept(question, make)));
