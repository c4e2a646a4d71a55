import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { bounded } from '../src/time/bounds.js';
import { BEGINNING as B, FOREVER as F, addDays, daysBetween, isCivilDate, today } from '../src/time/civil.js';
import { certaintyOn, nearestDay, phaseOn, together } from '../src/time/in-force.js';
import { endSpanOf, isPartialDate, spanOf } from '../src/time/partial.js';
import type { Stated } from '../src/time/stated.js';

const exact = (from: string, until: string) => ({ fromMin: from, fromMax: from, untilMin: until, untilMax: until });

describe('civil dates', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['0099-12-31', 1, '0100-01-01'],
    ['2022-01-01', -1, '2021-12-31'],
    [B, -1, B],
    [B, 32, '0001-02-02'],
    [F, 1, F],
    ['9999-12-01', 40, F],
    ['2022-06-21', 10_000_000, F],
    ['2022-06-21', -10_000_000, B],
  ])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  test('from one day to another there are as many days as lead from it to there', () => {
    const days = fc.integer({ min: 0, max: 3_652_057 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(daysBetween(addDays(B, one), addDays(B, other))).toBe(other - one);
      }),
      { numRuns: 2_000, seed: 20220621 },
    );
    expect([daysBetween(B, F), daysBetween('2024-02-28', '2024-03-01'), daysBetween('1900-03-01', '1900-02-28')]).toEqual([3_652_058, 2, -1]);
  });

  test.each(['2022-02-30', '2023-02-29', '2022-13-01', '2022-1-01', '0000-01-01', '20220101', ''])('%s is no day', (text) =>
    expect(isCivilDate(text)).toBe(false),
  );

  test.each([
    ['2022', '2022-01-01', '2022-12-31', '2023-01-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['2022-12', '2022-12-01', '2022-12-31', '2023-01-01'],
    ['2022-06-21', '2022-06-21', '2022-06-21', '2022-06-21'],
  ])('%s spans %s to %s, and as an end at most %s', (text, first, last, end) => {
    expect(spanOf(text)).toEqual({ first, last });
    expect(endSpanOf(text)).toEqual({ first, last: end });
  });

  test.each(['22', '2022-00', '2022-6', 'June 2022'])('%s is no partial date', (text) => expect(isPartialDate(text)).toBe(false));

  test('today is the day in Copenhagen, whatever the zone of the process', () => {
    expect(today(new Date('2022-06-20T22:30:00Z'))).toBe('2022-06-21');
    expect(today(new Date('2022-01-24T22:30:00Z'))).toBe('2022-01-24');
    expect(today(new Date('2022-01-24T23:30:00Z'))).toBe('2022-01-25');
  });
});

describe('in force', () => {
  const answers = (stated: Stated, ...days: string[]) => days.map((day) => certaintyOn(bounded(stated), day));

  test('one year is possible in it and not before it', () => {
    expect(answers({ from: '2026', until: '2026' }, '2025-12-31', '2026-05-01', '2026-12-31', '2027-01-01')).toEqual([null, 'POSSIBLE', 'POSSIBLE', null]);
  });
  test('what began the year before and ends the year after is certain', () => {
    expect(answers({ from: '2025', until: '2027' }, '2026-05-01')).toEqual(['CERTAIN']);
  });
  test('first day in, last day in, day after out', () => {
    expect(answers({ from: '2022-01-24', until: '2022-06-21' }, '2022-01-23', '2022-01-24', '2022-06-20', '2022-06-21')).toEqual([
      null,
      'CERTAIN',
      'CERTAIN',
      null,
    ]);
  });
  test('an unknown start with a known end counts before the end', () => {
    expect(answers({ until: '2022-06-21' }, '1950-01-01', '2022-06-20', '2022-06-21')).toEqual(['POSSIBLE', 'CERTAIN', null]);
  });
  test('phases', () => {
    const interval = bounded({ from: '2022-07-01', until: '2022-08-01' });
    expect(['2022-06-30', '2022-07-01', '2022-07-31', '2022-08-01'].map((day) => phaseOn(interval, day))).toEqual(['UPCOMING', 'CURRENT', 'CURRENT', 'FORMER']);
    expect(['2022-06-30', '2022-07-15', '2023-01-01'].map((day) => nearestDay(interval, day))).toEqual(['2022-07-01', '2022-07-15', '2022-07-31']);
  });
  test('several edges together have the latest start and the earliest end', () => {
    expect(together(exact('2022-01-01', '2026-01-01'), exact('2018-01-01', '2022-06-21'))).toEqual(exact('2022-01-01', '2022-06-21'));
  });
});
