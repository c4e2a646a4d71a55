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
export const oldestFirst = <T extends Aged>(bodies: readonly T[], steps: readonly Step[]): T[] => {
  const before = new Map<string, string[]>();
  for (const step of steps) if (step.before !== step.after) before.set(step.after, [...(before.get(step.after) ?? []), step.before]);
  const waiting = [...bodies].sort((a, b) => (`${a.fromMin}\t${a.sortKey}` < `${b.fromMin}\t${b.sortKey}` ? -1 : 1));
  const left = new Set(waiting.map(({ id }) => id));
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ id }) => !before.get(id)?.some((one) => left.has(one)));
    for (const body of waiting.splice(Math.max(next, 0), 1)) {
      left.delete(body.id);
      ordered.push(body);
    }
  }
  return ordered;
};
