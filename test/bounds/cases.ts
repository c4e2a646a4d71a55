import { expect, test } from 'vitest';
import { type Limit, type Surroundings, bounded } from '../../src/time/bounds.js';
import { lifeUntil } from '../../src/time/endings.js';
import type { BoundCause, Ending, Interval, Start } from '../../src/time/interval.js';
import { ownDates } from '../../src/time/own-dates.js';
import type { Stated } from '../../src/time/stated.js';
import type { SeatStart, TermInterval } from '../../src/time/terms.js';

export const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));
export const exact = (from: string, until: string) => ({ fromMin: from, fromMax: from, untilMin: until, untilMax: until });

export type Case = readonly [
  title: string,
  stated: Stated,
  around: Surroundings,
  bounds: readonly [string, string, string, string],
  causes?: readonly string[],
];

/** In a body that exists for a time. */
export const within = (existence: Interval): { limits: Limit[] } => ({ limits: [{ ...existence, cause: 'BODY_EXISTENCE', by: 'body:1' }] });
export const inTerms = (all: readonly TermInterval[], named: string | null = null, seats: readonly SeatStart[] | null = null) => ({
  terms: { all, named, seats },
});
export const ended = (cause: BoundCause, stated: Stated): Ending => {
  const { untilMin, untilMax } = ownDates(stated);
  return { untilMin, untilMax, cause, by: 'membership:2' };
};
export const replacedBy = (stated: Stated): Ending => {
  const { fromMin, fromMax } = ownDates(stated);
  return { untilMin: fromMin, untilMax: fromMax, cause: 'REPLACED', by: 'membership:2' };
};
export const begun = (cause: BoundCause, stated: Stated): Start => {
  const { fromMin, fromMax } = ownDates(stated);
  return { fromMin, fromMax, cause, by: 'membership:2' };
};
export const died = (on: string) => ({ limits: [lifeUntil('person:1', on)] });
export const listed = (...days: string[]) => ({ lists: seen(...days) });

/** The bounds of each row, and what they name as cause, in order. */
export const testCases = (cases: readonly Case[]): void => {
  test.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, stated, around, bounds, causes = []]) => {
    const { fromMin, fromMax, untilMin, untilMax, boundedBy } = bounded(stated, around);
    expect([fromMin, fromMax, untilMin, untilMax]).toEqual(bounds);
    expect(boundedBy.map(({ cause }) => cause)).toEqual(causes);
  });
};
