import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../src/time/civil.js';
import { type Claim, type Rivals, headcount, inSequences, worldsOf } from '../src/time/headcount.js';
import { type DatedRow, type Sequence, Sequenced } from '../src/time/sequences.js';

const DAYS = 6;
const day = (n: number): string => addDays('2022-06-01', n);
const row = (id: string, [fromMin, fromMax, untilMin, untilMax]: readonly [number, number, number, number]): DatedRow => ({
  id,
  fromMin: day(fromMin),
  fromMax: day(fromMax),
  untilMin: day(untilMin),
  untilMax: day(untilMax),
});

interface Small {
  rows: readonly (readonly [number, number, number, number])[];
  sequences: readonly Sequence[];
  insides: readonly (readonly [string, string])[];
  rivals: readonly Rivals[];
}

type Days = ReadonlyMap<string, readonly [from: number, until: number]>;

/** Every assignment of days to the rows that keeps all that is known of them. */
const assignments = ({ rows, sequences, insides, rivals }: Small): Days[] => {
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

const countIn = (days: Days, claims: readonly Claim[], on: number): number => {
  const lasts = (id: string): boolean => (days.get(id)?.[0] as number) <= on && on < (days.get(id)?.[1] as number);
  return claims.filter(({ parts }) => parts.some((part) => lasts(part.row) && !part.without.some(lasts))).length;
};

const counted = (small: Small, claims: readonly Claim[], on: number) => {
  const order = inSequences(new Sequenced(small.rows.map((one, at) => row(`r${at}`, one))), small.sequences, small.insides);
  return headcount(worldsOf(order, small.rivals, day(on)), claims, day(on));
};

const bounds = fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS), fc.nat(DAYS), fc.nat(DAYS)).map(([a, b, c, d]): [number, number, number, number] => {
  const [fromMin, fromMax] = [Math.min(a, b, DAYS - 1), Math.min(Math.max(a, b), DAYS - 1)];
  const untilMax = Math.max(c, d, fromMax + 1);
  return [fromMin, fromMax, Math.min(Math.max(Math.min(c, d), fromMin + 1), untilMax), untilMax];
});

const small = (most: number) =>
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

const ONE_EACH = (rows: Small['rows']): Claim[] => rows.map((_, at) => ({ person: `p${at}`, parts: [{ row: `r${at}`, without: [] }], sure: true }));

describe('people are counted on a day', () => {
  test('as tightly as any assignment of the unknown days allows, where each has one row: 4,000 small worlds', () => {
    let possible = 0;
    fc.assert(
      fc.property(small(4), fc.nat(DAYS), (world, on) => {
        const all = assignments(world);
        if (all.length === 0) return;
        possible += 1;
        const counts = all.map((days) => countIn(days, ONE_EACH(world.rows), on));
        expect(counted(world, ONE_EACH(world.rows), on)).toEqual({ min: Math.min(...counts), max: Math.max(...counts) });
      }),
      { numRuns: 6_000, seed: 20220621 },
    );
    expect(possible).toBeGreaterThan(4_000);
  }, 300_000);

  test('never beyond what an assignment gives, where people have several rows, and others in their place', () => {
    const claims = fc.array(fc.record({ person: fc.nat(2), row: fc.nat(3), without: fc.array(fc.nat(3), { maxLength: 2 }) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small(4), claims, fc.nat(DAYS), fc.boolean(), (world, drawn, on, nested) => {
        const at = (n: number): string => `r${n % world.rows.length}`;
        const people = [0, 1, 2].map((person): Claim => ({
          person: `p${person}`,
          sure: true,
          parts: drawn
            .filter((one) => one.person === person)
            .map((one) => ({ row: at(one.row), without: [...new Set(one.without.map(at))].filter((id) => id !== at(one.row)) })),
        }));
        const insides = nested ? people.flatMap(({ parts }) => parts.flatMap((part) => part.without.map((id) => [id, part.row] as const))) : [];
        const all = assignments({ ...world, insides });
        if (all.length === 0) return;
        const counts = all.map((days) => countIn(days, people, on));
        const range = counted({ ...world, insides }, people, on);
        expect(range.min).toBeLessThanOrEqual(Math.min(...counts));
        expect(range.max).toBeGreaterThanOrEqual(Math.max(...counts));
      }),
      { numRuns: 4_000, seed: 20220621 },
    );
  }, 300_000);

  test.each([
    [3, 1],
    [7, 1],
  ])('a chain of %i seats that follow each other on unknown days of one month holds %i on each', (seats, people) => {
    const rows = Array.from({ length: seats }, (_, at): Small['rows'][number] => {
      if (at === 0) return [-300, -300, 0, 29];
      return at === seats - 1 ? [0, 29, 300, 300] : [0, 29, 1, 29];
    });
    const sequences = rows.slice(1).map((_, at) => ({ earlier: `r${at}`, later: `r${at + 1}`, shared: true }));
    for (const on of [-1, 0, 14, 29, 30])
      expect(counted({ rows, sequences, insides: [], rivals: [] }, ONE_EACH(rows), on)).toEqual({ min: people, max: people });
  });

  test('of two holders of one office that both are certain one is true, where they are contested', () => {
    const rows: Small['rows'] = [
      [0, 0, 6, 6],
      [0, 0, 6, 6],
    ];
    const rivals = (contested: boolean): Rivals[] => [{ pair: ['r0', 'r1'], contested }];
    expect(counted({ rows, sequences: [], insides: [], rivals: rivals(true) }, ONE_EACH(rows), 3)).toEqual({ min: 1, max: 1 });
    expect(counted({ rows, sequences: [], insides: [], rivals: rivals(false) }, ONE_EACH(rows), 3)).toEqual({ min: 2, max: 2 });
  });
});
