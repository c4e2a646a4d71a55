import { FIRST, LAST } from './days.js';

/** What is known of the days on which something begins and ends. */
export interface Bounds {
  id: string;
  fromMin: string;
  fromMax: string;
  untilMin: string;
  untilMax: string;
}

/** That an edge of one row lies no later than one of another. */
export interface Before {
  first: readonly [id: string, edge: 'start' | 'end'];
  then: readonly [id: string, edge: 'start' | 'end'];
}

const numbered = (day: string): number => (day === FIRST ? -Infinity : day === LAST ? Infinity : Date.parse(`${day}T00:00:00Z`) / 86_400_000);

type Orders = readonly (readonly [before: number, after: number, days: number])[];
type Spans = readonly (readonly [number, number])[];

/** Every choice of the unknown days, as far as it shows on some days. */
export class Possible {
  private readonly at: ReadonlyMap<string, number>;
  private readonly orders: Orders;
  private readonly spans: Spans | null;

  constructor(
    private readonly rows: readonly Bounds[],
    orders: readonly Before[],
    private readonly apart: readonly (readonly [string, string])[],
  ) {
    this.at = new Map(rows.map(({ id }, i) => [id, i]));
    this.orders = [
      ...rows.map((_, i) => [2 * i, 2 * i + 1, 1] as const),
      ...orders.map(({ first, then }) => [this.edge(...first), this.edge(...then), 0] as const),
    ];
    this.spans = this.narrow(
      rows.flatMap(({ fromMin, fromMax, untilMin, untilMax }) => [
        [numbered(fromMin), numbered(fromMax)] as const,
        [numbered(untilMin), numbered(untilMax)] as const,
      ]),
    );
  }

  private edge(id: string, edge: 'start' | 'end'): number {
    return 2 * (this.at.get(id) as number) + (edge === 'end' ? 1 : 0);
  }

  /** The days that are left to each edge; null: there is no choice that keeps all orders. */
  private narrow(from: Spans, more: Orders = []): Spans | null {
    const spans = from.map(([a, b]) => [a, b] as [number, number]);
    const orders = [...this.orders, ...more];
    for (let round = 0; round <= spans.length + 1; round += 1) {
      let moved = false;
      for (const [before, after, days] of orders) {
        const [a, b] = [spans[before] as [number, number], spans[after] as [number, number]];
        if (b[0] < a[0] + days) [b[0], moved] = [a[0] + days, true];
        if (a[1] > b[1] - days) [a[1], moved] = [b[1] - days, true];
      }
      if (spans.some(([a, b]) => a > b)) return null;
      if (!moved) return spans;
    }
    return null;
  }

  /** Pairs that are never in force together, but for those that are so on some day whatever the unknown days are. */
  private get kept(): Possible['apart'] {
    return this.apart.filter((pair) => this.spans && this.ways(pair, this.spans, []).length > 0);
  }

  /** Whether two that are never in force together are so on some day, whatever the unknown days are. */
  get clashes(): boolean {
    return this.kept.length < this.apart.length;
  }

  /** The orders in which two rows may follow each other, with the days that are left. */
  private ways([a, b]: readonly [string, string], spans: Spans, orders: Orders): { next: Spans; more: Orders }[] {
    return (
      [
        [a, b],
        [b, a],
      ] as const
    ).flatMap(([one, other]) => {
      const more = [...orders, [this.edge(one, 'end'), this.edge(other, 'start'), 0] as const];
      const next = this.narrow(spans, more);
      return next ? [{ next, more }] : [];
    });
  }

  /** For each choice, which rows are in force on which of the days, as a text for each row; null: what is known cannot all be true. */
  on(days: readonly string[]): Map<string, string>[] | null {
    const cuts = days.map(numbered);
    const pieces = [-Infinity, ...cuts.map((cut) => cut + 1)].map((first, i) => [first, cuts[i] ?? Infinity] as const);
    const found = new Map<string, Map<string, string>>();
    const settle = (edge: number, spans: Spans, chosen: number[], orders: Orders): void => {
      if (edge < 2 * this.rows.length) {
        for (const [piece, [first, last]] of pieces.entries()) {
          const [a, b] = spans[edge] as readonly [number, number];
          if (a > last || b < first) continue;
          const within = spans.map((span, i) => (i === edge ? ([Math.max(a, first), Math.min(b, last)] as const) : span));
          const next = a >= first && b <= last ? spans : this.narrow(within, orders);
          if (next) settle(edge + 1, next, [...chosen, piece], orders);
        }
        return;
      }
      const states = this.rows.map(
        ({ id }, i) => [id, cuts.map((_, at) => ((chosen[2 * i] as number) <= at && (chosen[2 * i + 1] as number) > at ? 'x' : '.')).join('')] as const,
      );
      found.set(JSON.stringify(states), new Map(states));
    };
    const inOrder = (left: Possible['apart'], spans: Spans, orders: Orders): void => {
      const [pair, ...rest] = left;
      if (!pair) return settle(0, spans, [], orders);
      for (const { next, more } of this.ways(pair, spans, orders)) inOrder(rest, next, more);
    };
    if (this.spans) inOrder(this.kept, this.spans, []);
    return found.size > 0 ? [...found.values()] : null;
  }
}
