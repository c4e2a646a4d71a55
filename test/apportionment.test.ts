import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { APPORTION, fewestSeats } from '../src/questions/entitlements/apportionment.js';
import { METHODS, type Method, type PartyResult } from '../src/questions/entitlements/model.js';

type Counted = Readonly<Record<string, number>>;

/** The first of parties by a measure, exactly; among equals that with the more votes, then the first by id. */
const firstBy = (parties: readonly PartyResult[], isMore: (a: PartyResult, b: PartyResult) => bigint): PartyResult =>
  parties.reduce((a, b) => {
    const difference = isMore(a, b);
    if (difference !== 0n) return difference > 0n ? a : b;
    return a.votes > b.votes || (a.votes === b.votes && a.party < b.party) ? a : b;
  });

/** Seat by seat, as the rule is told. */
const seatBySeat: Readonly<Record<Method, (seats: number, parties: readonly PartyResult[]) => Counted>> = {
  D_HONDT: (seats, parties) => {
    const given: Record<string, number> = Object.fromEntries(parties.map(({ party }) => [party, 0]));
    const next = ({ party }: PartyResult): bigint => BigInt((given[party] as number) + 1);
    for (let seat = 0; seat < seats && parties.length > 0; seat += 1) {
      const { party } = firstBy(parties, (a, b) => BigInt(a.votes) * next(b) - BigInt(b.votes) * next(a));
      given[party] = (given[party] as number) + 1;
    }
    return given;
  },
  LARGEST_REMAINDER: (seats, parties) => {
    const votes = parties.reduce((sum, one) => sum + BigInt(one.votes), 0n);
    const product = (one: PartyResult): bigint => BigInt(one.votes) * BigInt(seats);
    const given: Record<string, number> = Object.fromEntries(parties.map((one) => [one.party, Number(product(one) / votes)]));
    let waiting = [...parties];
    for (let left = seats - Object.values(given).reduce((sum, one) => sum + one, 0); left > 0 && waiting.length > 0; left -= 1) {
      const first = firstBy(waiting, (a, b) => (product(a) % votes) - (product(b) % votes));
      given[first.party] = (given[first.party] as number) + 1;
      waiting = waiting.filter((one) => one !== first);
    }
    return given;
  },
};

const fewestOneByOne = (method: Method, parties: readonly PartyResult[], least: number, most: number): number => {
  let seats = least;
  while (seats < most && parties.some(({ party, mayors }) => (seatBySeat[method](seats, parties)[party] as number) < mayors)) seats += 1;
  return seats;
};

const partiesOf = (votes: fc.Arbitrary<number>, maxLength = 7): fc.Arbitrary<PartyResult[]> =>
  fc
    .array(fc.record({ votes, mayors: fc.nat(5) }), { maxLength })
    .map((all) => all.map((one, at) => ({ ...one, party: `party:${String.fromCharCode(110 - at)}`, seats: 1 })));

const FEW = fc.integer({ min: 1, max: 40 });
const MANY = fc.integer({ min: 1, max: 2_000_000_000 });

describe.each(METHODS)('%s', (method) => {
  test('gives of few seats and few votes, where many are equal, what it gives seat by seat', () => {
    fc.assert(
      fc.property(partiesOf(FEW), fc.nat(60), (parties, seats) => {
        expect(Object.fromEntries(APPORTION[method](seats, parties))).toEqual(seatBySeat[method](seats, parties));
      }),
      { numRuns: 500 },
    );
  });

  test('and so of the most votes that a party can have', () => {
    fc.assert(
      fc.property(partiesOf(fc.oneof(MANY, fc.constant(2_000_000_000), fc.constant(1)), 5), fc.nat(1_000), (parties, seats) => {
        expect(Object.fromEntries(APPORTION[method](seats, parties))).toEqual(seatBySeat[method](seats, parties));
      }),
      { numRuns: 50 },
    );
  });

  test('the fewest seats for all mayors are those found by trying each number', () => {
    fc.assert(
      fc.property(partiesOf(FEW, 5), fc.nat(70), (parties, most) => {
        const least = parties.reduce((sum, { mayors }) => sum + mayors, 0);
        expect(fewestSeats(method, parties, least, most)).toBe(fewestOneByOne(method, parties, least, most));
      }),
      { numRuns: 300 },
    );
  });

  test('gives 4 million seats in as many steps as 40', () => {
    const stepsOf = (seats: number): number => {
      let steps = 0;
      const parties = [900_000_007, 700_000_001, 3_000_017, 499, 1].map((votes, at) => ({
        party: `party:${at}`,
        get votes() {
          steps += 1;
          return votes;
        },
        seats: 1,
        mayors: 0,
      }));
      const given = APPORTION[method](seats, parties);
      expect([...given.values()].reduce((sum, one) => sum + one, 0)).toBe(seats);
      return steps;
    };
    expect(stepsOf(4_000_000)).toBeLessThan(2 * stepsOf(40));
  });
});

test('the fewest seats by quotients for mayors of whatever number are found in steps by the number of parties', () => {
  const parties = [2_000, 1_000, 1].map((votes, at) => ({ party: `party:${at}`, votes, seats: 1, mayors: at === 1 ? 2_147_483_647 : 0 }));
  expect(fewestSeats('D_HONDT', parties, 2_147_483_647, 2 ** 40)).toBe(2_147_483_647 * 3 + 2_147_483);
});
