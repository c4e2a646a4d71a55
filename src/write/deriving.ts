import type { EdgeElement } from '../record/elements.js';
import type { Because } from '../record/model.js';
import type { AllAround } from '../words/memberships/surroundings.js';
import { boundDerived, deriveSeats } from './derived-seats.js';
import { existencesMoved } from './existences.js';
import { type Happened, edgeHappened, thingHappened } from './events.js';
import type { Touched } from './touched.js';
import type { Recording } from './transaction.js';
import { type Written, changedEdges, retractEdges, retractNodes, writeEdges, writeNodes } from './versions.js';

/** Of what lies around them come the bounds of these; the others are what they say. */
export const isBounded = ({ stated }: EdgeElement): boolean => stated !== undefined;

/** A new version of a tie also writes one of its membership, so that history shows it. */
export const withTheirSeats = (changed: ReadonlySet<EdgeElement>, rows: readonly EdgeElement[][]): Set<string> =>
  new Set(rows.flatMap((edges) => (edges.some((edge) => changed.has(edge)) ? edges.filter(isBounded).map(({ id }) => id) : [])));

export const writtenBecause = <E>(because: Because, elements: readonly E[]): Written<E>[] => elements.map((element) => ({ element, because }));

/** Writes those seats and ties that say something else than what is recorded, or that are to have a new version. Returns how many. */
export const writeBounded = async (tx: Recording, at: number, written: readonly Written<EdgeElement>[], always: ReadonlySet<string>): Promise<number> => {
  const changed = new Set(await changedEdges(tx, written));
  const all = written.filter((one) => changed.has(one) || always.has(one.element.id));
  await writeEdges(tx, all, at);
  return all.length;
};

/** Writes anew the seats that rules give around what was written. Returns how many. */
export const writeDerivedSeats = async (tx: Recording, at: number, touched: Touched, told: Happened): Promise<number> => {
  const { nodes, seats, gone } = await deriveSeats(tx, touched);
  for (const edge of [...gone.edges, ...seats.flat()]) edgeHappened(told, edge, 'DERIVED');
  await retractEdges(tx, gone.edges, at);
  await retractNodes(tx, gone.nodes, at);
  await writeNodes(tx, writtenBecause('DERIVED', nodes), at);
  const [bounded, plain] = [isBounded, (edge: EdgeElement) => !isBounded(edge)].map((those) => seats.flat().filter(those)) as [EdgeElement[], EdgeElement[]];
  const ties = await changedEdges(tx, writtenBecause('DERIVED', plain));
  await writeEdges(tx, ties, at);
  const always = withTheirSeats(new Set(ties.map(({ element }) => element)), seats);
  return writeBounded(tx, at, writtenBecause('DERIVED', await boundDerived(tx, bounded)), always);
};

/** Writes anew the existence of the bodies that what was written may end otherwise. */
export const writeExistences = async (tx: Recording, at: number, around: AllAround, touched: Touched, told: Happened): Promise<void> => {
  const bodies = await existencesMoved(tx, around, touched);
  await writeNodes(tx, bodies, at);
  for (const { element, because } of bodies) thingHappened(told, element.id, because);
};
