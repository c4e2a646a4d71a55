import { type Creator, edgeCreators, nodeCreators } from '../generated/creators.js';
import * as queries from '../generated/queries.js';
import { edgeTypes } from '../generated/words.js';
import type { Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { type EdgeElement, type NodeElement, type Properties, endsOf } from '../record/elements.js';
import { grouped } from '../record/grouped.js';
import type { Because } from '../record/model.js';
import { NEVER } from '../record/time.js';
import { indexNames } from './name-index.js';
import { type Recording, recordedNow } from './transaction.js';

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

const rowOf = <E extends { properties: Properties }>({ element, because }: Written<E>, at: number) => ({ ...element.properties, because, ...recordedNow(at) });

const isOf = (stored: Stored | undefined, at: number): boolean => isPresent(stored) && stored['recordedAt'] === at;

/** A node that was written; `isNew`: nothing had its id before. */
export interface WrittenNode extends Written<NodeElement> {
  isNew: boolean;
}

/** Writes nodes: new ones, and new versions of those that say something else, which it returns. In a fresh graph nothing is read. */
export const writeNodes = async (tx: Recording, nodes: readonly Written<NodeElement>[], at: number, isFresh = false): Promise<WrittenNode[]> => {
  const ids = isFresh ? [] : nodes.map(({ element }) => element.id);
  const stored = await readStored(ids, async (some) => (await tx.read(queries.record.nodes, { ids: some })).map(({ n }) => n));
  const changed = nodes.filter(({ element }) => {
    const before = stored.get(element.id);
    return !isPresent(before) || !saysTheSame(before, element.properties);
  });
  for (const { element, because } of changed) tx.journal.node(element, because, !isPresent(stored.get(element.id)));
  await writeAnew(
    tx,
    changed.filter(({ element }) => stored.has(element.id)),
    stored,
    at,
  );
  const added = grouped(
    changed.filter(({ element }) => !stored.has(element.id)),
    ({ element }) => element.label,
  );
  for (const [label, some] of added)
    await create(
      tx,
      creatorOf(nodeCreators, label),
      some.map((one) => rowOf(one, at)),
    );
  await indexNames(
    tx,
    changed.flatMap(({ element: { id, label, properties } }) => (label === 'Name' ? [{ id, words: properties['words'] as string[] }] : [])),
  );
  return changed.map(({ element, because }) => ({ element, because, isNew: !stored.has(element.id) }));
};

/** What the same transaction has written is not kept as a version, and stays written for what it was. */
const writeAnew = (tx: Transaction, nodes: readonly Written<NodeElement>[], stored: ReadonlyMap<string, Stored>, at: number): Promise<void> =>
  inBatches(nodes, async (some) => {
    const earlier = some.filter(({ element: { id } }) => !isOf(stored.get(id), at));
    const idsBy = grouped(earlier, ({ element: { id } }) => (isPresent(stored.get(id)) ? at : (stored.get(id)?.['retractedAt'] as number)));
    for (const [until, kept] of idsBy) await tx.run(queries.record.archiveNodes, { ids: kept.map(({ element }) => element.id), at: until });
    const rows = some.map((one) => {
      const before = stored.get(one.element.id);
      return { ...rowOf(one, at), ...(isOf(before, at) && { because: before?.['because'] }) };
    });
    await tx.run(queries.record.updateNodes, { rows: rows as never });
  });

/** Creates nodes or edges of one kind, from what they say and when. */
export const create = (tx: Pick<Transaction, 'run'>, { columns, query }: Creator, rows: readonly Properties[]): Promise<void> =>
  inBatches(rows, (some) => tx.run(query, { rows: some.map((row) => columns.map((column) => row[column] ?? null)) }));

const creatorOf = (creators: Readonly<Record<string, Creator>>, name: string): Creator => {
  const creator = creators[name];
  if (!creator) throw new Error(`no definition of ${name}`);
  return creator;
};

/** Said by the rows of both ends: it may be there though its row is new. */
export const isShared = ({ type }: EdgeElement): boolean => edgeTypes[type as keyof typeof edgeTypes].shared;

const mayBeStored = ({ element, because }: Written<EdgeElement>): boolean => because !== 'RECORDED' || isShared(element);

/** The edges among these that would be written: new, or saying something else than what is recorded. */
export const changedEdges = async (tx: Transaction, edges: readonly Written<EdgeElement>[]): Promise<Written<EdgeElement>[]> => {
  const once = [...new Map(edges.map((one) => [one.element.id, one])).values()];
  const known = once.filter(mayBeStored).map(({ element }) => endsOf(element));
  const stored = await readStored(known, async (some) => (await tx.read(queries.record.edges, { edges: some, never: NEVER })).map(({ r }) => r));
  return once.filter(({ element }) => {
    const before = stored.get(element.id);
    return !before || !saysTheSame(before, element.properties);
  });
};

/** Writes versions of edges; the versions that they follow are retracted. */
export const writeEdges = async (tx: Recording, edges: readonly Written<EdgeElement>[], at: number): Promise<void> => {
  await endEdges(
    tx,
    edges.filter(mayBeStored).map(({ element }) => element),
    at,
  );
  for (const { element, because } of edges) tx.journal.edge(element, because);
  for (const [type, some] of grouped(edges, ({ element }) => element.type))
    await create(
      tx,
      creatorOf(edgeCreators, type),
      some.map((one) => rowOf(one, at)),
    );
};

const endEdges = (tx: Transaction, edges: readonly EdgeElement[], at: number): Promise<void> =>
  inBatches(edges.map(endsOf), (some) => tx.run(queries.record.retractEdges, { edges: some, at, never: NEVER }));

/** Ends the recorded time of edges: nothing is deleted. */
export const retractEdges = async (tx: Recording, edges: readonly EdgeElement[], at: number): Promise<void> => {
  for (const edge of edges) tx.journal.edge(edge, null);
  await endEdges(tx, edges, at);
};

/** Ends the recorded time of nodes: nothing is deleted. */
export const retractNodes = async (tx: Recording, nodes: readonly NodeElement[], at: number): Promise<void> => {
  for (const node of nodes) tx.journal.node(node, null);
  await inBatches(nodes, (some) => tx.run(queries.record.retractNodes, { ids: some.map(({ id }) => id), at }));
};
