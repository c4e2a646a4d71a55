import * as queries from '../generated/queries.js';
import type { Writer } from '../graph/port.js';
import { EDGE_CREATORS, type EdgeElement, type EdgeType, type Label, NODE_CREATORS, type NodeElement, type Properties } from './elements.js';
import { grouped } from '../record/grouped.js';
import type { Because } from '../record/model.js';
import { NEVER } from '../record/time.js';
import { inBatches, recordedNow } from './transaction.js';

/** An element and why it is written; RECORDED elements are known to be new. */
export interface Written<E> {
  element: E;
  because: Because;
}

type Stored = Readonly<Record<string, unknown>>;

const RECORDED_TIME = new Set(['recordedAt', 'retractedAt', 'because']);

/** As JSON, which is what engines store: lists that an engine made compare with our own. */
const said = (properties: Properties): string =>
  JSON.stringify(
    Object.entries(properties)
      .filter(([key, value]) => value !== null && !RECORDED_TIME.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const saysTheSame = (a: Properties, b: Properties): boolean => said(a) === said(b);

const readStored = async <I>(all: readonly I[], read: (some: I[]) => Promise<Stored[]>): Promise<Map<string, Stored>> => {
  const stored = new Map<string, Stored>();
  await inBatches(all, async (some) => {
    for (const one of await read(some)) stored.set(one['id'] as string, one);
  });
  return stored;
};

const isPresent = (stored: Stored | undefined): stored is Stored => stored?.['retractedAt'] === NEVER;

/** Writes nodes: new ones, and new versions of those that say something else. Returns how many it wrote. */
export const writeNodes = async (tx: Writer, nodes: readonly Written<NodeElement>[], at: number): Promise<number> => {
  const stored = await readStored(
    nodes.map(({ element }) => element.id),
    async (ids) => (await tx.read(queries.record.nodes, { ids })).map(({ n }) => n),
  );
  const changed = nodes.filter(({ element }) => {
    const before = stored.get(element.id);
    return !isPresent(before) || !saysTheSame(before, element.properties);
  });
  const rowOf = ({ element, because }: Written<NodeElement>) => ({ ...element.properties, because, ...recordedNow(at) });
  const anew = changed.filter(({ element }) => stored.has(element.id));
  await inBatches(anew, async (some) => {
    const present = some.filter(({ element }) => isPresent(stored.get(element.id)));
    const gone = some.filter(({ element }) => !isPresent(stored.get(element.id)));
    await tx.run(queries.record.archiveNodes, { ids: present.map(({ element }) => element.id), at });
    for (const one of gone) await tx.run(queries.record.archiveNodes, { ids: [one.element.id], at: stored.get(one.element.id)?.['retractedAt'] as number });
    await tx.run(queries.record.updateNodes, { rows: some.map(rowOf) as never });
  });
  const added = grouped(
    changed.filter(({ element }) => !stored.has(element.id)),
    ({ element }) => element.label,
  );
  for (const label of Object.keys(NODE_CREATORS) as Label[])
    await inBatches(added.get(label) ?? [], (some) => tx.run(NODE_CREATORS[label], { rows: some.map(rowOf) as never }));
  await indexNames(
    tx,
    changed.map(({ element }) => element),
  );
  return changed.length;
};

const indexNames = (tx: Writer, nodes: readonly NodeElement[]): Promise<void> => {
  const rows = nodes
    .filter(({ label }) => label === 'Name')
    .flatMap(({ id, properties }) => [...new Set(properties['words'] as string[])].map((word) => ({ name: id, word })));
  return inBatches(rows, (some) => tx.run(queries.names.indexWords, { rows: some }));
};

const endsOf = ({ id, fromId, toId }: EdgeElement) => ({ id, fromId, toId });

/** The edges among these that would be written: new, or saying something else than what is recorded. */
export const changedEdges = async (tx: Writer, edges: readonly Written<EdgeElement>[]): Promise<Written<EdgeElement>[]> => {
  const known = edges.filter(({ because }) => because !== 'RECORDED').map(({ element }) => endsOf(element));
  const stored = await readStored(known, async (some) => (await tx.read(queries.record.edges, { edges: some, never: NEVER })).map(({ r }) => r));
  return edges.filter(({ element }) => {
    const before = stored.get(element.id);
    return !before || !saysTheSame(before, element.properties);
  });
};

/** Writes versions of edges; the versions that they follow are retracted. */
export const writeEdges = async (tx: Writer, edges: readonly Written<EdgeElement>[], at: number): Promise<void> => {
  await retractEdges(
    tx,
    edges.filter(({ because }) => because !== 'RECORDED').map(({ element }) => element),
    at,
  );
  const byType = grouped(edges, ({ element }) => element.type);
  for (const type of Object.keys(EDGE_CREATORS) as EdgeType[])
    await inBatches(byType.get(type) ?? [], (some) =>
      tx.run(EDGE_CREATORS[type], {
        rows: some.map(({ element, because }) => ({ ...element.properties, because, ...recordedNow(at) })) as never,
      }),
    );
};

/** Ends the recorded time of edges: nothing is deleted. */
export const retractEdges = (tx: Writer, edges: readonly EdgeElement[], at: number): Promise<void> =>
  inBatches(edges.map(endsOf), (some) => tx.run(queries.record.retractEdges, { edges: some, at, never: NEVER }));

/** Ends the recorded time of nodes: nothing is deleted. */
export const retractNodes = (tx: Writer, ids: readonly string[], at: number): Promise<void> =>
  inBatches(ids, (some) => tx.run(queries.record.retractNodes, { ids: some, at }));
