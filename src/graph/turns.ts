import { fairShares } from './shares.js';

/** How long work may go on before what else waits has its turn: timers, sockets, other operations. */
const STRETCH_MS = 5;
/** As many rows begin in one stretch: each is little work at once, and more when all have begun. */
const STRETCH_ROWS = 500;

/** The work that goes on, uninterrupted; null: everything else had its turn since. */
let stretch: { operation: object; began: number; rows: number } | null = null;

const shares = fairShares();

/** Counts time that an operation is taken to need before it begins. */
export const expectTurns = (operation: object, ms: number): void => shares.served(operation, ms);

/** What waits for its turn, by operation; who waits longest comes first. */
const waiting = new Map<object, (() => void)[]>();

const isOver = ({ began, rows }: NonNullable<typeof stretch>): boolean => rows > STRETCH_ROWS || performance.now() - began > STRETCH_MS;

const begin = (operation: object): NonNullable<typeof stretch> => {
  setImmediate(next);
  stretch = { operation, began: performance.now(), rows: 0 };
  return stretch;
};

/** After a stretch, with all that followed from it, one operation has the next one, and stands last then. */
const next = (): void => {
  if (stretch) shares.served(stretch.operation, performance.now() - stretch.began);
  stretch = null;
  const operation = shares.next(waiting.keys());
  const works = operation && waiting.get(operation);
  if (!works) return;
  const current = begin(operation);
  waiting.delete(operation);
  let done = 0;
  while (done < works.length && !isOver(current)) works[done++]?.();
  const left = [...works.slice(done), ...(waiting.get(operation) ?? [])];
  if (left.length) waiting.set(operation, left);
};

/**
 * Does work of an operation, which begins so many rows: at once, or in the operation's next turn where it went on for long. What an operation
 * does in one turn is done together, so that what it asks for is still asked in batches.
 */
export const inTurn = <T>(operation: object, rows: number, work: () => T | Promise<T>): T | Promise<T> => {
  const current = stretch ?? begin(operation);
  const before = waiting.get(operation);
  if (!before && !isOver(current)) {
    current.rows += rows;
    return work();
  }
  return new Promise<T>((resolve, reject) => {
    const works = before ?? [];
    works.push(() => {
      if (stretch) stretch.rows += rows;
      try {
        resolve(work());
      } catch (error) {
        reject(error as Error);
      }
    });
    waiting.set(operation, works);
  });
};

/** As many fields as are answered at once. */
const FIELDS_AT_ONCE = 2_000;
/** As many rows are, however many fields they have. */
const LEAST_AT_ONCE = 10;

/** The rows of a list, each with so many fields to be answered: the first at once, the others in turns. */
export const itemsInTurns = <T>(operation: object, rows: readonly T[], fields: number): readonly (T | Promise<T>)[] => {
  const part = Math.max(Math.floor(FIELDS_AT_ONCE / Math.max(fields, 1)), LEAST_AT_ONCE);
  if (rows.length <= part) return rows;
  // A part is all that a stretch does.
  const turns = Array.from({ length: Math.ceil(rows.length / part) }, () => inTurn(operation, STRETCH_ROWS + 1, () => undefined));
  return rows.map((row, at) => {
    const turn = turns[Math.floor(at / part)];
    return turn ? turn.then(() => row) : row;
  });
};

/** Forgets what an operation waits to do: it would hold all that was read for it until each had its turn. */
export const leaveTurns = (operation: object): void => void waiting.delete(operation);

/** What is left undone once an operation has ended: to reject every field that waits for it would take longer than to compute them. */
export const leftUndone = (): Promise<never> => new Promise(() => undefined);

/** What an operation may still do. */
export interface Allowance {
  /** Whether it has ended. */
  isOver(): boolean;
  /** Holds rows, of the graph or made of them: whether it may, or it had ended or holds too many. */
  hold(rows: readonly unknown[]): boolean;
}

/** Whose turns they are; what is over has no more of them, and what would hold too much ends. */
interface Operation {
  budget?: Allowance;
}

/** Computes something in a turn of an operation; at once for one beside which nobody waits, so that what it asks for after is asked together. */
export const computed = <T>(operation: Operation, rows: number, work: () => T): T | Promise<T> => (operation.budget ? inTurn(operation, rows, work) : work());

/** As long a part of many small works as is done before looking whether others wait. */
export const PART_MS = 3;

/** As many works as ask the graph at once: what they wait for is held until all of them have it. */
const AT_ONCE = 100;

/** Does something that asks the graph with each of many, not with all at once: what they ask for is asked together still. */
export const eachInParts = async <T, R>(operation: Operation, all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  if (all.length <= AT_ONCE) return Promise.all(all.map(work));
  const done: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (operation.budget?.isOver()) return leftUndone();
    done.push(...(await inTurn(operation, 0, () => Promise.all(all.slice(at, at + AT_ONCE).map(work)))));
  }
  return done;
};

/** Does something with each of many, in turns of an operation for as long as it goes on; all at once where that is little. */
export const eachInTurn = async <T, R>(operation: Operation, all: readonly T[], work: (one: T) => R): Promise<R[]> => {
  if (operation.budget?.hold(all) === false) return leftUndone();
  const done: R[] = [];
  const part = (): void => {
    const began = performance.now();
    while (done.length < all.length && performance.now() - began < PART_MS) done.push(work(all[done.length] as T));
  };
  while (done.length < all.length) {
    if (operation.budget?.isOver()) return leftUndone();
    await inTurn(operation, 0, part);
  }
  return done;
};
