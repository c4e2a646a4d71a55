/** What rows are ordered by, part by part; the last part tells any two rows apart. */
export type SortKey = readonly (string | number)[];

export const compareKeys = (a: SortKey, b: SortKey): number => {
  for (const [at, part] of a.entries()) {
    const other = b[at] as typeof part;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
};

/** In the order of their keys. */
export const sortedBy = <T>(all: readonly T[], key: (one: T) => SortKey): T[] =>
  all
    .map((node) => ({ key: key(node), node }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ node }) => node);

/** Sorts a list itself in the order of its ids: here, and not in the graph, which is slower at it. */
export const inIdOrder = <T extends { id: string }>(all: T[]): T[] => all.sort((a, b) => (a.id < b.id ? -1 : 1));
