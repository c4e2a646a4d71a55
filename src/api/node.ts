import type { NodeResolvers, QueryResolvers } from '../generated/api.js';
import * as queries from '../generated/queries.js';
import { keyAt, lensOf } from '../read/lens.js';
import { nodeById, typenameOf } from '../read/nodes.js';
import { sortedBy } from '../record/order.js';
import { NOW } from '../record/time.js';
import { EVER } from '../time/in-force.js';

const ever = { ...EVER, knownAt: NOW };

export const Query: Pick<QueryResolvers, 'node' | 'nodes' | 'graph'> = {
  node: (_, { id, ...lens }, context) => nodeById(context, id, lensOf(lens)),
  nodes: (_, { ids, ...lens }, context) => Promise.all(ids.map((id) => nodeById(context, id, lensOf(lens)))),
  graph: async (_, __, { graph, reader }) => {
    const [people, bodies, memberships, writers, settled] = await Promise.all([
      reader.read(queries.people.count, { gender: null, knownAt: NOW }),
      reader.read(queries.bodies.count, { ranks: [0, 1, 2], kinds: null, ...ever }),
      reader.read(queries.memberships.count, { knownAt: NOW }),
      reader.read(queries.write.writers, {}),
      reader.read(queries.feed.state, {}),
    ]);
    return {
      engine: graph.engine,
      people: people[0]?.count ?? 0,
      bodies: bodies[0]?.count ?? 0,
      memberships: memberships[0]?.count ?? 0,
      revision: settled[0]?.revision ?? 0,
      dataSets: sortedBy(
        writers.map(({ w }) => w).filter(({ title }) => title !== null),
        ({ id }) => [id],
      ) as { id: string; title: string; date: string | null; terms: string | null }[],
    };
  },
};

/** What every thing with an id says of itself. */
export const Node: NodeResolvers = {
  __resolveType: (at, context) => typenameOf(context, at) as 'Person',
  id: ({ row }) => row.id,
  key: keyAt,
  asOf: ({ lens }) => lens.asOf,
};
