import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { type Bounded, type Limit, type Surroundings, bounded } from '../../src/time/bounds.js';
import { BEGINNING, FOREVER, addDays } from '../../src/time/civil.js';
import { lifeUntil } from '../../src/time/endings.js';
import { certaintyOn } from '../../src/time/in-force.js';
import type { Ending, Interval, Start } from '../../src/time/interval.js';
import { type Told, ownDates } from '../../src/time/own-dates.js';
import type { Stated } from '../../src/time/stated.js';
import type { TermInterval } from '../../src/time/terms.js';

const RUNS = 3_000;
const day = fc.nat(1_500).map((days) => addDays('2020-01-01', days));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10, 10)).map(([on, length]) => on.slice(0, length));
const told = fc.array(day, { maxLength: 2 }).map((days) => days.map((on): Told => ({ on, in: `doc:${on}` })));

const readable = (stated: Stated): boolean => {
  try {
    ownDates(stated);
    return true;
  } catch {
    return false;
  }
};

const stated = fc
  .record({ from: fc.option(partial), until: fc.option(partial), open: fc.boolean(), seen: told, over: told })
  .map(({ open, ...dates }): Stated => ({ ...dates, open: open && !dates.until }))
  .filter(readable);

const interval = fc.tuple(day, fc.nat(200), fc.nat(900), fc.nat(200)).map(([from, loose, long, late]): Interval => ({
  fromMin: from,
  fromMax: addDays(from, loose),
  untilMin: addDays(from, loose + long + 1),
  untilMax: addDays(from, loose + long + late + 1),
}));
const terms = fc.array(interval, { maxLength: 3 }).map((all) => all.map((one, at): TermInterval => ({ ...one, id: `term:${at}` })));
const start = interval.map(({ fromMin, fromMax }): Start => ({ fromMin, fromMax, cause: 'RULE', by: 'membership:start' }));
const end = interval.map(({ untilMin, untilMax }): Ending => ({ untilMin, untilMax, cause: 'RULE', by: 'membership:end' }));
const existence = interval.map((one): Limit => ({ ...one, cause: 'BODY_EXISTENCE', by: 'body:1' }));
const death = partial.map((on) => lifeUntil('person:1', on));

const around = fc
  .record({
    lists: told,
    all: terms,
    starts: fc.array(start, { maxLength: 2 }),
    ends: fc.array(end, { maxLength: 2 }),
    limits: fc.array(fc.oneof(existence, death), { maxLength: 2 }),
  })
  .map(({ all, ...others }): Surroundings => ({ ...others, terms: { all, named: null, seats: null } }));

const BOUNDS = ['fromMin', 'fromMax', 'untilMin', 'untilMax'] as const;
const boundsOf = (x: Interval): string[] => BOUNDS.map((bound) => x[bound]);
const isNever = (x: Interval): boolean => x.fromMin >= x.untilMax;
/** Whether it contradicts nothing: all that could be applied can be. */
const isSilent = (after: Bounded, before: Bounded): boolean => {
  const known = before.notApplied.map((one) => JSON.stringify(one));
  return after.notApplied.every((one) => known.includes(JSON.stringify(one)));
};
const isWithin = (x: Interval, wide: Interval): boolean => x.fromMin >= wide.fromMin && x.untilMax <= wide.untilMax;

describe('the laws of bounds', () => {
  test('bounds are in order, and what is in force is so on some day', () => {
    fc.assert(
      fc.property(stated, around, (row, by) => {
        const x = bounded(row, by);
        if (isNever(x)) expect(boundsOf(x).slice(2)).toEqual([x.fromMin, x.fromMin]);
        else {
          expect(x.fromMin <= x.fromMax && x.untilMin <= x.untilMax).toBe(true);
          expect(x.fromMin === BEGINNING || certaintyOn(x, x.fromMin) !== null).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('the order in which anything is told changes nothing', () => {
    fc.assert(
      fc.property(stated, around, (row, by) => {
        const turned = <T>(all: readonly T[] | undefined): T[] => [...(all ?? [])].reverse();
        const again = bounded(
          { ...row, seen: turned(row.seen), over: turned(row.over) },
          {
            ...by,
            lists: turned(by.lists),
            starts: turned(by.starts),
            ends: turned(by.ends),
            limits: turned(by.limits),
            terms: { all: turned(by.terms?.all), named: null, seats: null },
          },
        );
        const { boundedBy, ...bounds } = bounded(row, by);
        expect(boundsOf(again)).toEqual(boundsOf(bounds as never));
        expect(again.boundedBy).toEqual(boundedBy);
      }),
      { numRuns: RUNS },
    );
  });

  test('a start, an end, an existence or a death that comes to light and is applied makes nothing possible that was not', () => {
    fc.assert(
      fc.property(stated, around, fc.oneof(start, end), fc.oneof(existence, death), (row, by, one, limit) => {
        const before = bounded(row, by);
        const with1 = bounded(row, 'fromMin' in one ? { ...by, starts: [...(by.starts ?? []), one] } : { ...by, ends: [...(by.ends ?? []), one] });
        const with2 = bounded(row, { ...by, limits: [...(by.limits ?? []), limit] });
        if (isSilent(with1, before)) expect(isNever(with1) || isWithin(with1, before)).toBe(true);
        if (isSilent(with2, before)) expect(isNever(with2) || isWithin(with2, before)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a sighting on a day on which the row was possible makes that day certain, and nothing possible that was not', () => {
    fc.assert(
      fc.property(stated, around, day, (row, by, on) => {
        const before = bounded(row, by);
        const more = { ...row, seen: [...(row.seen ?? []), { on, in: 'doc:new' }] };
        if (certaintyOn(before, on) === null || !readable(more)) return;
        const after = bounded(more, by);
        if (!isSilent(after, before)) return;
        expect(certaintyOn(after, on)).toBe('CERTAIN');
        expect(isWithin(after, before)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a date that comes to light within what was known narrows', () => {
    fc.assert(
      fc.property(stated, around, day, (row, by, on) => {
        const before = bounded(row, by);
        const [known, other] = [
          { ...row, from: on },
          { ...row, until: on, open: false },
        ];
        if (!row.from && readable(known) && before.fromMin <= on && on <= before.fromMax) {
          const after = bounded(known, by);
          if (isSilent(after, before)) expect(isNever(after) || isWithin(after, before)).toBe(true);
        }
        if (!row.until && !row.open && readable(other) && before.untilMin <= on && on <= before.untilMax) {
          const after = bounded(other, by);
          if (isSilent(after, before)) expect(isNever(after) || isWithin(after, before)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('every bound that is named lies where the edge now lies', () => {
    fc.assert(
      fc.property(stated, around, (row, by) => {
        const x = bounded(row, by);
        for (const { edge, date } of x.boundedBy) {
          expect(edge === 'FROM' ? [x.fromMin, x.fromMax] : [x.untilMin, x.untilMax]).toContain(date);
          if (!isNever(x)) expect([BEGINNING, FOREVER]).not.toContain(date);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
