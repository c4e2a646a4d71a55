import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';

/** What is needed of a body to put it in its place. */
interface Aged {
  id: string;
  fromMin: string;
  sortKey: string;
}

/** One body in the place of another. */
export interface Step {
  before: string;
  after: string;
}

/** What was succeeded before what succeeded it, else the oldest first, then by name; in a circle the oldest begins. */
export const oldestFirst = <T extends Aged>(bodies: readonly T[], all: readonly Step[]): T[] => {
  const steps = grouped(
    all.filter(({ before, after }) => before !== after),
    ({ after }) => after,
  );
  const waiting = sortedBy(bodies, ({ fromMin, sortKey }) => [fromMin, sortKey]);
  const left = new Set(waiting.map(({ id }) => id));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ id }) => !steps.get(id)?.some(({ before }) => left.has(before)));
    for (const body of waiting.splice(Math.max(next, 0), 1)) {
      left.delete(body.id);
      ordered.push(body);
    }
  }
  return ordered;
};
