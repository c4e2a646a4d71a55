import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Claim, Rivals } from '../src/time/headcount.js';
import { DAYS, ONE_EACH, type Small, assignments, countIn, counted, small } from './small-worlds.js';

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

  test('of somebody and who sits in for them one counts, also where nothing says that the one lies within the other', () => {
    const rows: Small['rows'] = [
      [0, 0, 9, 9],
      [0, 0, 3, 9],
    ];
    const [holder, substitute] = ONE_EACH(rows) as [Claim, Claim];
    const claims = [{ ...holder, parts: [{ row: 'r0', without: ['r1'] }] }, substitute];
    expect(counted({ rows, sequences: [], insides: [], rivals: [] }, claims, 5).min).toBe(1);
  });

  test('somebody counts once at the most, by however many seats that may last together', () => {
    const rows: Small['rows'] = [
      [0, 3, 6, 9],
      [1, 4, 5, 9],
      [0, 3, 6, 9],
    ];
    const parts = (...at: number[]): Claim['parts'] => at.map((one) => ({ row: `r${one}`, without: [] }));
    const range = (...claims: Claim['parts'][]) =>
      counted(
        { rows, sequences: [], insides: [], rivals: [] },
        claims.map((of, at): Claim => ({ person: `p${at}`, parts: of, sure: true })),
        2,
      );
    expect(range(parts(0, 1))).toEqual({ min: 0, max: 1 });
    expect(range(parts(0, 1), parts(2))).toEqual({ min: 0, max: 2 });
  });
});
