import { resolvers } from '../generated/resolvers.js';
import type { NodeKind } from '../read/context.js';

/** What a file of resolvers exports. */
interface Declaring {
  readonly [name: string]: unknown;
  /** By the prefix of their ids. */
  readonly nodes?: Readonly<Record<string, NodeKind>>;
}

/** What the prefix of an id leads to, as words and questions declare it. @throws Error where two of them claim one prefix. */
export const registered = (files: Readonly<Record<string, Declaring>>): ReadonlyMap<string, NodeKind> => {
  const nodes = new Map<string, NodeKind>();
  for (const [file, declaring] of Object.entries(files))
    for (const [prefix, kind] of Object.entries(declaring.nodes ?? {})) {
      if (nodes.has(prefix)) throw new Error(`${prefix}: required: a prefix of ids that one file declares; given: another in ${file}`);
      nodes.set(prefix, kind);
    }
  return nodes;
};

export const nodes = registered(resolvers);
