/** That what is chosen at `if` makes `then` chosen too. */
export interface Implication {
  if: number;
  then: number;
}

/** Edges of a network of flow, each beside the one that leads back. */
interface Flow {
  to: number[];
  left: number[];
  from: number[][];
}

const join = ({ to, left, from }: Flow, a: number, b: number, capacity: number): void => {
  from[a]?.push(to.push(b) - 1);
  left.push(capacity);
  from[b]?.push(to.push(a) - 1);
  left.push(0);
};

/** The edges of a shortest way on which more can flow, last first; null: there is none. */
const wayThrough = ({ to, left, from }: Flow, source: number, sink: number): number[] | null => {
  const reachedBy = new Map<number, number>([[source, -1]]);
  const queue = [source];
  for (const node of queue) {
    for (const edge of from[node] ?? []) {
      const next = to[edge] as number;
      if ((left[edge] as number) <= 0 || reachedBy.has(next)) continue;
      reachedBy.set(next, edge);
      queue.push(next);
    }
    if (reachedBy.has(sink)) break;
  }
  if (!reachedBy.has(sink)) return null;
  const way: number[] = [];
  for (let node = sink; node !== source; node = to[(way.at(-1) as number) ^ 1] as number) way.push(reachedBy.get(node) as number);
  return way;
};

const largestFlow = (flow: Flow, source: number, sink: number): number => {
  let total = 0;
  for (let way = wayThrough(flow, source, sink); way; way = wayThrough(flow, source, sink)) {
    const most = Math.min(...way.map((edge) => flow.left[edge] as number));
    for (const edge of way) {
      flow.left[edge] = (flow.left[edge] as number) - most;
      flow.left[edge ^ 1] = (flow.left[edge ^ 1] as number) + most;
    }
    total += most;
  }
  return total;
};

/** The largest sum of integer weights of a choice that keeps every implication: what a smallest cut leaves of the positive ones. */
export const heaviestClosure = (weights: readonly number[], implications: readonly Implication[]): number => {
  const most = weights.reduce((total, weight) => total + Math.max(0, weight), 0);
  if (most === 0 || implications.length === 0) return most;
  const [source, sink] = [weights.length, weights.length + 1];
  const flow: Flow = { to: [], left: [], from: Array.from({ length: weights.length + 2 }, () => []) };
  for (const [node, weight] of weights.entries()) {
    if (weight > 0) join(flow, source, node, weight);
    if (weight < 0) join(flow, node, sink, -weight);
  }
  for (const one of implications) join(flow, one.if, one.then, Number.POSITIVE_INFINITY);
  return most - largestFlow(flow, source, sink);
};
