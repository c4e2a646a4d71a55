import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { edgeCreators, nodeCreators } from '../dist/generated/creators.js';
import * as queries from '../dist/generated/queries.js';
import { storedBounds } from '../dist/record/dated-properties.js';
import { NOW } from '../dist/record/time.js';
import { bounded } from '../dist/time/bounds.js';
import { eventsOfPeople } from '../dist/words/events/people.js';
import { eventsOfThings } from '../dist/words/events/things.js';
import { FORMAT } from '../dist/write/format.js';
import { indexNames } from '../dist/write/name-index.js';
import { compile } from '../dist/write/rows.js';
import { recordTransaction, recordedNow } from '../dist/write/transaction.js';
import { create } from '../dist/write/versions.js';
import { country } from './country.js';

const BATCH = 5_000;
/** As many memberships, with all around them, are compiled at a time. */
const CHUNK = 10_000;

const COUNTRY = readFileSync(new URL('country.js', import.meta.url));

/** Of a country of a size, as this version makes it. */
const hashOf = (memberships) => createHash('sha256').update(COUNTRY).update(`${memberships} ${FORMAT}`).digest('hex');

export const compiled = (rows) => Object.entries(rows).flatMap(([word, all]) => all.map((row) => compile({ word, row })));

const created = (creator) => (tx, rows) => create(tx, creator, rows);

const propertiesOf = (elements) => elements.map(({ properties }) => properties);

/** The starts and ends of all that is written. */
const eventsOf = (nodes, edges) => {
  const of = (type) => propertiesOf(edges.filter((edge) => edge.type === type));
  const lives = {
    people: propertiesOf(nodes.filter(({ label }) => label === 'Person')),
    seats: of('MEMBER_OF'),
    ties: of('AFFILIATED_WITH'),
    links: [],
    causes: [],
    names: [],
    standIns: [],
    leaves: [],
    termsOf: () => [],
    isSucceeded: () => false,
    exOfficio: new Set(),
  };
  const named = propertiesOf(nodes.filter(({ label }) => ['Body', 'Municipality', 'Region', 'Party'].includes(label)));
  const things = named.map((row) => ({ id: row.id, sortKey: row.sortKey, existence: row.kind ? row : null }));
  return [...eventsOfPeople(lives), ...eventsOfThings({ things, edges: [...of('CALLED'), ...of('COVERS'), ...of('LIES_IN')] })];
};

/** What is to be written, in the order in which one may refer to another: how, and the rows of each. */
const writesOf = (elements, at) => {
  const recorded = ({ properties }) => ({ ...properties, because: 'RECORDED', ...recordedNow(at) });
  const nodes = elements.flatMap((one) => one.nodes);
  const existence = new Map(
    nodes.filter(({ label }) => label === 'Body').map(({ id, properties }) => [id, { ...properties, cause: 'BODY_EXISTENCE', by: id }]),
  );
  const withBounds = ({ stated, toId, properties }) =>
    stated ? { ...properties, ...storedBounds(bounded(stated, { limits: [existence.get(toId) ?? []].flat() })) } : properties;
  const edges = elements.flatMap((one) => one.edges).map((edge) => ({ ...edge, properties: withBounds(edge) }));
  nodes.push(...eventsOf(nodes, edges));
  const names = nodes.filter(({ label }) => label === 'Name').map(({ id, properties }) => ({ id, words: properties.words }));
  return [
    ...Object.entries(nodeCreators).map(([label, creator]) => ({ write: created(creator), rows: nodes.filter((node) => node.label === label).map(recorded) })),
    { write: indexNames, rows: names },
    ...Object.entries(edgeCreators).map(([type, creator]) => ({ write: created(creator), rows: edges.filter((edge) => edge.type === type).map(recorded) })),
  ];
};

const writeAll = async (graph, writes) => {
  for (const { write, rows } of writes)
    for (let start = 0; start < rows.length; start += BATCH) {
      const some = rows.slice(start, start + BATCH);
      await graph.write((tx) => write(tx, some));
    }
};

/** Writes new elements as Mandat's own writes store them. */
export const writeElements = (graph, elements, at) => writeAll(graph, writesOf(elements, at));

/** Whether a graph holds this country, nothing, or something else. */
export const heldBy = async (graph, memberships) => {
  const [found, ...others] = await graph.read(queries.write.writers, {});
  if (found) return others.length === 0 && found.w.hash === hashOf(memberships) ? 'this' : 'else';
  return (await graph.read(queries.people.list, { gender: null, after: '', limit: 1, knownAt: NOW })).length ? 'else' : 'nothing';
};

const EDGE_INDEXES = {
  name: 'edge indexes',
  kind: 'read',
  text: "SHOW INDEXES YIELD name, type, entityType WHERE entityType = 'RELATIONSHIP' AND type <> 'LOOKUP' RETURN name",
  columns: ['name'],
  shape: ['plain'],
};

const statement = (text) => ({ name: 'statement', kind: 'write', text, columns: [], shape: [] });

/** Indexes of edges are built faster at once, when the graph is opened again, than edge by edge. */
const dropEdgeIndexes = async (graph) => {
  for (const { name } of await graph.read(EDGE_INDEXES, {})) await graph.write((tx) => tx.run(statement(`DROP INDEX ${name}`), {}));
};

/** The parts of a country in pieces of a size that is worth a query. */
function* chunks(memberships) {
  let elements = [];
  let count = 0;
  for (const rows of country(memberships)) {
    elements.push(...compiled(rows));
    count += rows.memberships.length;
    if (count < CHUNK) continue;
    yield { elements, count };
    elements = [];
    count = 0;
  }
  yield { elements, count };
}

/** Writes a synthetic country as Mandat's own writes store it, in batches that no engine chokes on. To be opened again after it. */
export const fill = async (graph, memberships, onProgress) => {
  const at = Date.now();
  let written = 0;
  if (graph.engine === 'neo4j') await dropEdgeIndexes(graph);
  for (const { elements, count } of chunks(memberships)) {
    await writeElements(graph, elements, at);
    written += count;
    onProgress(`filling: ${written} of ${memberships} memberships`);
  }
  const title = `A synthetic country of ${memberships} memberships`;
  const row = { id: 'bench', title, date: null, terms: null, hash: hashOf(memberships), since: 1, rows: 0, digests: [''] };
  await recordTransaction(graph, (tx) => tx.run(queries.write.keepWriter, { id: row.id, row, buckets: [] }));
};
