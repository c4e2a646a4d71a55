/** An earlier version of a node, with the columns that are read of the node: what it did not say is null. */
export const earlierOf = <T extends object>(node: T, version: Readonly<Record<string, unknown>>): T =>
  Object.fromEntries(Object.keys(node).map((column) => [column, version[column] ?? null])) as unknown as T;
