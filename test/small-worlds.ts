import fc from 'fast-check';
import { addDays } from '../src/time/civil.js';
import { type Claim, type Rivals, type World, headcount, inSequences, worldsOf } from '../src/time/headcount.js';
import { type DatedRow, type Sequence, Sequenced } from '../src/time/sequences.js';

export const DAYS = 6;
export const day = (n: number): string => addDays('2022-06-01', n);
const row = (id: string, [fromMin, fromMax, untilMin, untilMax]: readonly [number, number, number, number]): DatedRow => ({
  id,
  fromMin: day(fromMin),
  fromMax: day(fromMax),
  untilMin: day(untilMin),
  untilMax: day(untilMax),
});

export interface Small {
  rows: readonly (readonly [number, number, number, number])[];
  sequences: readonly Sequence[];
  insides: readonly (readonly [string, string])[];
  rivals: readonly Rivals[];
}

export type Days = ReadonlyMap<string, readonly [from: number, until: number]>;

/** Every assignment of days to the rows that keeps all that is known of them. */
export const assignments = ({ rows, sequences, insides, rivals }: Small): Days[] => {
  const of = rows.map(([a, b, c, d]) => {
    const all: [number, number][] = [];
    for (let from = a; from <= b; from += 1) for (let until = Math.max(c, from + 1); until <= d; until += 1) all.push([from, until]);
    return all;
  });
  const found: Days[] = [];
  const rest = (at: number, chosen: [string, [number, number]][]): void => {
    if (at < of.length) {
      for (const one of of[at] ?? []) rest(at + 1, [...chosen, [`r${at}`, one]]);
      return;
    }
    const days = new Map(chosen);
    const [start, end] = [(id: string) => days.get(id)?.[0] as number, (id: string) => days.get(id)?.[1] as number];
    const keeps =
      sequences.every(({ earlier, later, shared }) => (shared ? end(earlier) === start(later) : end(earlier) <= start(later))) &&
      insides.every(([inner, outer]) => start(outer) <= start(inner) && end(inner) <= end(outer)) &&
      rivals.every(({ pair: [a, b] }) => end(a) <= start(b) || end(b) <= start(a));
    if (keeps) found.push(days);
  };
  rest(0, []);
  return found;
};

export const countIn = (days: Days, claims: readonly Claim[], on: number): number => {
  const lasts = (id: string): boolean => (days.get(id)?.[0] as number) <= on && on < (days.get(id)?.[1] as number);
  return claims.filter(({ parts }) => parts.some((part) => lasts(part.row) && !part.without.some(lasts))).length;
};

export const rowOf = ({ rows }: Small, at: number): DatedRow => row(`r${at}`, rows[at] as Small['rows'][number]);

/** The orders of the rows on a day. */
export const ordersOf = (world: Small, on: number): World[] =>
  worldsOf(inSequences(new Sequenced(world.rows.map((_, at) => rowOf(world, at))), world.sequences, world.insides), world.rivals, day(on));

export const counted = (world: Small, claims: readonly Claim[], on: number) => headcount(ordersOf(world, on), claims, day(on));

const bounds = fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS), fc.nat(DAYS), fc.nat(DAYS)).map(([a, b, c, d]): [number, number, number, number] => {
  const [fromMin, fromMax] = [Math.min(a, b, DAYS - 1), Math.min(Math.max(a, b), DAYS - 1)];
  const untilMax = Math.max(c, d, fromMax + 1);
  return [fromMin, fromMax, Math.min(Math.max(Math.min(c, d), fromMin + 1), untilMax), untilMax];
});

export const small = (most: number) =>
  fc
    .tuple(
      fc.array(bounds, { minLength: 1, maxLength: most }),
      fc.array(fc.record({ earlier: fc.nat(most), later: fc.nat(most), shared: fc.boolean() }), { maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { maxLength: 2 }),
    )
    .map(([rows, sequences, pairs]): Small => ({
      rows,
      sequences: sequences
        .map(({ earlier, later, shared }) => ({ earlier: earlier % rows.length, later: later % rows.length, shared }))
        .filter(({ earlier, later }) => earlier < later)
        .map(({ earlier, later, shared }) => ({ earlier: `r${earlier}`, later: `r${later}`, shared })),
      insides: [],
      rivals: pairs
        .map(([a, b]) => [a % rows.length, b % rows.length] as const)
        .filter(([a, b]) => a < b)
        .map(([a, b]) => ({ pair: [`r${a}`, `r${b}`], contested: false })),
    }));

export const ONE_EACH = (rows: Small['rows']): Claim[] => rows.map((_, at) => ({ person: `p${at}`, parts: [{ row: `r${at}`, without: [] }], sure: true }));
