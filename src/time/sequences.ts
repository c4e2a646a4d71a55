import { BEGINNING, type CivilDate, FOREVER, dayNumber } from './civil.js';
import type { Implication } from './closure.js';
import type { Interval } from './interval.js';

/** Something in force from one unknown day until another. */
export interface DatedRow extends Interval {
  id: string;
}

/** Of two rows that the one is over by the day on which the other begins; `shared`: on that very day. */
export interface Sequence {
  earlier: string;
  later: string;
  shared: boolean;
}

export type State = 'IN_FORCE' | 'OUT_OF_FORCE' | 'UNKNOWN';

let last = { day: BEGINNING, number: Number.NEGATIVE_INFINITY };
/** Rows by the thousand begin, or are asked about, on the same day: it is kept until another is asked for. */
const numberOf = (day: CivilDate): number => {
  if (day === BEGINNING) return Number.NEGATIVE_INFINITY;
  if (day === FOREVER) return Number.POSITIVE_INFINITY;
  if (last.day !== day) last = { day, number: dayNumber(day) };
  return last.number;
};

/** `before` lies at least `gap` days before `after`. */
interface Order {
  before: number;
  after: number;
  gap: 0 | 1;
}

/**
 * Rows with what is known of the order of their boundaries. Each boundary lies between `first` and `last`, tightened by all orders: whatever
 * a choice of passed boundaries is that keeps the orders, some days within give it. The boundaries of row `n` are `2n`, its start, and `2n + 1`.
 * Any other row is in force on every day that is asked, and is in no order.
 */
export class Sequenced {
  readonly #at: ReadonlyMap<string, number>;
  readonly #orders: Order[];
  #first: number[];
  #last: number[];
  #preceding: number[][] | null = null;
  #ordered: ReadonlySet<number> | null = null;

  constructor(
    readonly rows: readonly DatedRow[],
    from?: Sequenced,
  ) {
    this.#at = from ? from.#at : new Map(rows.map(({ id }, at) => [id, at]));
    this.#orders = from ? [...from.#orders] : rows.map((_, at) => ({ before: 2 * at, after: 2 * at + 1, gap: 1 as const }));
    this.#first = from ? [...from.#first] : [];
    this.#last = from ? [...from.#last] : [];
    if (from) return;
    for (const { fromMin, fromMax, untilMin, untilMax } of rows) {
      this.#first.push(numberOf(fromMin));
      this.#last.push(numberOf(fromMax));
      this.#first.push(numberOf(untilMin));
      this.#last.push(numberOf(untilMax));
    }
    this.#tighten();
  }

  #start(id: string): number {
    return 2 * (this.#at.get(id) as number);
  }

  #end(id: string): number {
    return this.#start(id) + 1;
  }

  has(id: string): boolean {
    return this.#at.has(id);
  }

  /** Whether nothing is known of the order of a row and any other. */
  isAlone(id: string): boolean {
    this.#ordered ??= new Set(this.#orders.slice(this.rows.length).flatMap(({ before, after }) => [before >> 1, after >> 1]));
    const at = this.#at.get(id);
    return at === undefined || !this.#ordered.has(at);
  }

  /** Narrows each boundary by all orders; false: they contradict the days. */
  #tighten(): boolean {
    const rounds = this.#first.length + 1;
    for (let round = 0, moved = true; moved; round += 1) {
      if (round > rounds) return false;
      moved = false;
      for (const { before, after, gap } of this.#orders) {
        const [earliest, latest] = [(this.#first[before] as number) + gap, (this.#last[after] as number) - gap];
        if ((this.#first[after] as number) < earliest) [this.#first[after], moved] = [earliest, true];
        if ((this.#last[before] as number) > latest) [this.#last[before], moved] = [latest, true];
      }
      if (this.#first.some((first, at) => first > (this.#last[at] as number))) return false;
    }
    return true;
  }

  #and(orders: readonly Order[]): Sequenced | null {
    const next = new Sequenced(this.rows, this);
    next.#orders.push(...orders);
    return next.#tighten() ? next : null;
  }

  /** The same with rows one after another; null: that contradicts their days. */
  inSequence(...sequences: readonly Sequence[]): Sequenced | null {
    if (sequences.length === 0) return this;
    const orders = sequences.flatMap(({ earlier, later, shared }): Order[] => {
      const [end, start] = [this.#end(earlier), this.#start(later)];
      return [{ before: end, after: start, gap: 0 }, ...(shared ? [{ before: start, after: end, gap: 0 as const }] : [])];
    });
    return this.#and(orders);
  }

  /** The same with one row inside another; null: that contradicts their days. */
  within(inner: string, outer: string): Sequenced | null {
    return this.#and([
      { before: this.#start(outer), after: this.#start(inner), gap: 0 },
      { before: this.#end(inner), after: this.#end(outer), gap: 0 },
    ]);
  }

  /** What each boundary is known to come after. */
  get #befores(): readonly (readonly number[])[] {
    if (this.#preceding) return this.#preceding;
    const preceding = this.#first.map((): number[] => []);
    for (const { before, after } of this.#orders) preceding[after]?.push(before);
    this.#preceding = preceding;
    return preceding;
  }

  #isBefore(one: number, other: number): boolean {
    if ((this.#last[one] as number) <= (this.#first[other] as number)) return true;
    const reached = new Set([other]);
    for (const node of reached) for (const before of this.#befores[node] ?? []) reached.add(before);
    return reached.has(one);
  }

  /** Whether it is known that the one is over when the other begins. */
  follows(earlier: string, later: string): boolean {
    return this.has(earlier) && this.has(later) && this.#isBefore(this.#end(earlier), this.#start(later));
  }

  /** Whether it is known that the one lies within the other. */
  isWithin(inner: string, outer: string): boolean {
    return this.#isBefore(this.#start(outer), this.#start(inner)) && this.#isBefore(this.#end(inner), this.#end(outer));
  }

  /** Whether a day lies in a row, whatever the unknown days are. */
  stateOn(id: string, day: CivilDate): State {
    const at = this.#at.get(id);
    if (at === undefined) return 'IN_FORCE';
    const on = numberOf(day);
    const start = 2 * at;
    const end = start + 1;
    if ((this.#first[start] as number) > on || (this.#last[end] as number) <= on) return 'OUT_OF_FORCE';
    return (this.#last[start] as number) <= on && (this.#first[end] as number) > on ? 'IN_FORCE' : 'UNKNOWN';
  }

  /** The days between which a row begins, where it has begun for certain and is not known to be over; null: it has not, or is. */
  begunBy(id: string, day: CivilDate): readonly [last: number, first: number] | null {
    if (!this.has(id)) return [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const on = numberOf(day);
    const [start, end] = [this.#start(id), this.#end(id)];
    const begun = (this.#last[start] as number) <= on && (this.#last[end] as number) > on;
    return begun ? [this.#last[start] as number, this.#first[start] as number] : null;
  }

  /** How a sum of rows in force on a day depends on which boundaries have been passed by then: on those of the rows, and on what these come after. */
  sumOn(day: CivilDate, counted: ReadonlyMap<string, number>): { weights: number[]; implications: Implication[]; fixed: number } {
    const on = numberOf(day);
    const weights: number[] = [];
    const nodes = new Map<number, number>();
    const at = (node: number): number => {
      const known = nodes.get(node) ?? weights.push(0) - 1;
      nodes.set(node, known);
      return known;
    };
    const isOpen = (node: number): boolean => (this.#first[node] as number) <= on && (this.#last[node] as number) > on;
    let fixed = 0;
    const add = (node: number, weight: number): void => {
      if ((this.#last[node] as number) <= on) fixed += weight;
      else if (isOpen(node)) weights[at(node)] = (weights[at(node)] as number) + weight;
    };
    for (const [id, weight] of counted) {
      add(this.#start(id), weight);
      add(this.#end(id), -weight);
    }
    const implications: Implication[] = [];
    for (const [node, own] of nodes) for (const before of this.#befores[node] ?? []) if (isOpen(before)) implications.push({ if: own, then: at(before) });
    return { weights, implications, fixed };
  }
}
