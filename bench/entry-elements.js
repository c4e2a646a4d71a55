import { openGraph } from '../dist/graph/open.js';
import { enter } from '../dist/mutations/enter.js';
import { recording } from '../dist/mutations/record.js';
import { seedFolders } from '../dist/exchange/seed.js';

const reading = (text, columns) => ({ name: 'bench', kind: 'read', text, columns, shape: columns.map(() => 'plain') });
const NODES = reading('MATCH (n) RETURN labels(n) AS labels, n{.*} AS properties', ['labels', 'properties']);
const EDGES = reading('MATCH (a)-[r]->(b) RETURN a.id AS fromId, b.id AS toId, type(r) AS type, r{.*} AS properties', ['fromId', 'toId', 'type', 'properties']);

const differing = (before, after) => {
  const known = new Set(before.map((one) => JSON.stringify(one)));
  return after.filter((one) => !known.has(JSON.stringify(one)));
};

/** The nodes and edges that an entry makes, of those that no node before it had the labels and id of. */
export const elementsOfEntry = async (folder, actor, entry) => {
  const graph = await openGraph({ folder: null });
  try {
    await seedFolders(graph, [folder]);
    const all = async () => ({ nodes: await graph.read(NODES, {}), edges: await graph.read(EDGES, {}) });
    const before = await all();
    const { result } = await enter(graph, recording(actor, entry));
    if (result.status !== 'WRITTEN') throw new Error(`required: WRITTEN; given: ${JSON.stringify(result)}`);
    const after = await all();
    const ids = new Set(before.nodes.map(({ properties }) => properties.id).filter(Boolean));
    return {
      nodes: differing(before.nodes, after.nodes).filter(({ properties }) => !ids.has(properties.id)),
      edges: differing(before.edges, after.edges).filter(({ fromId, toId }) => fromId && toId),
    };
  } finally {
    await graph.close();
  }
};

const grouped = (rows, key) => {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups];
};

/** The statements that make them, a statement for each kind: text and rows. */
export const statementsOf = ({ nodes, edges }) => [
  ...grouped(nodes, ({ labels }) => [...labels].sort().join(':')).map(([labels, all]) => ({
    text: `UNWIND $rows AS row CREATE (n:${labels}) SET n = row`,
    rows: all.map(({ properties }) => properties),
  })),
  ...grouped(edges, ({ type }) => type).map(([type, all]) => ({
    text: `UNWIND $rows AS row MATCH (a:Node {id: row.fromId}) MATCH (b:Node {id: row.toId}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
    rows: all.map(({ fromId, toId, properties }) => ({ fromId, toId, properties })),
  })),
];
