import type { Certainty } from '../../time/in-force.js';

/** Two people who sit together in a body. */
export interface Step {
  person: string;
  body: string;
  next: string;
  certainty: Certainty;
}

/** The way to a person that was found so far: better with fewer possible steps, then by ids. */
export interface Way {
  steps: readonly Step[];
  possible: number;
  key: string;
}

export const startOf = (person: string): Way => ({ steps: [], possible: 0, key: person });

const further = (way: Way, step: Step): Way => ({
  steps: [...way.steps, step],
  possible: way.possible + (step.certainty === 'POSSIBLE' ? 1 : 0),
  key: `${way.key}\t${step.body}\t${step.next}`,
});

/** Of two ways of one length. */
const better = (a: Way, b: Way): Way => (a.possible < b.possible || (a.possible === b.possible && a.key < b.key) ? a : b);

/** The ways to people not yet reached that lead one step on. `together` holds who sits with whom. */
export const nextWays = (ways: ReadonlyMap<string, Way>, together: readonly Step[], reached: ReadonlySet<string>): Map<string, Way> => {
  const next = new Map<string, Way>();
  for (const step of together) {
    const way = ways.get(step.person);
    if (!way || reached.has(step.next)) continue;
    const found = further(way, step);
    const other = next.get(step.next);
    next.set(step.next, other ? better(found, other) : found);
  }
  return next;
};
