import type { Method, PartyResult } from './model.js';

export const total = (all: Iterable<number>): number => {
  let sum = 0;
  for (const one of all) sum += one;
  return sum;
};

export type Shares = Map<string, number>;

/** Among equals: the more votes, then the first by id. */
const isBefore = (a: PartyResult, b: PartyResult): boolean => (a.votes === b.votes ? a.party < b.party : a.votes > b.votes);

const votesOf = (parties: readonly PartyResult[]): number => total(parties.map(({ votes }) => votes));

// The bounds of the API keep votes times seats, and mayors times votes, below 2^53: what is computed here is exact.

/** The seats that each party's share of the votes has whole. */
const wholeShares = (seats: number, parties: readonly PartyResult[]): Shares => {
  const votes = votesOf(parties);
  return new Map(parties.map((one) => [one.party, Math.floor((one.votes * seats) / votes)]));
};

const left = (seats: number, given: Shares): number => seats - total(given.values());

/** The highest quotients give nobody less than their whole share: only the seats beyond those, fewer than there are parties, go one by one. */
const byQuotients = (seats: number, parties: readonly PartyResult[]): Shares => {
  const given = wholeShares(seats, parties);
  const next = parties.map((one) => ({ one, seat: (given.get(one.party) ?? 0) + 1 }));
  for (let more = parties.length ? left(seats, given) : 0; more > 0; more -= 1) {
    const first = next.reduce((a, b) => {
      const difference = a.one.votes * b.seat - b.one.votes * a.seat;
      return difference > 0 || (difference === 0 && isBefore(a.one, b.one)) ? a : b;
    });
    given.set(first.one.party, first.seat);
    first.seat += 1;
  }
  return given;
};

const byRemainders = (seats: number, parties: readonly PartyResult[]): Shares => {
  const votes = votesOf(parties);
  const given = wholeShares(seats, parties);
  const ranked = parties
    .map((one) => ({ one, remainder: (one.votes * seats) % votes }))
    .sort((a, b) => b.remainder - a.remainder || (isBefore(a.one, b.one) ? -1 : 1));
  for (const { one } of ranked.slice(0, left(seats, given))) given.set(one.party, (given.get(one.party) ?? 0) + 1);
  return given;
};

/** How many seats go to each party of so many. */
export const APPORTION: Readonly<Record<Method, (seats: number, parties: readonly PartyResult[]) => Shares>> = {
  D_HONDT: byQuotients,
  LARGEST_REMAINDER: byRemainders,
};

/** With how many seats a party has got one for its last mayor: those of all parties up to its quotient. */
const seatsUntilMayors = (party: PartyResult, parties: readonly PartyResult[]): number =>
  total(
    parties.map((one) => {
      const product = one.votes * party.mayors;
      const reached = Math.floor(product / party.votes);
      const isEqual = reached > 0 && product % party.votes === 0;
      return isEqual && isBefore(party, one) ? reached - 1 : reached;
    }),
  );

const fewestByQuotients = (parties: readonly PartyResult[]): number => Math.max(0, ...parties.map((one) => seatsUntilMayors(one, parties)));

/** More seats can cost a party one: each number is tried from that on with which every whole share is at most one below the mayors. */
const fewestByRemainders = (parties: readonly PartyResult[], least: number, most: number): number => {
  const votes = votesOf(parties);
  const isEnough = (seats: number): boolean => {
    const given = byRemainders(seats, parties);
    return parties.every(({ party, mayors }) => (given.get(party) ?? 0) >= mayors);
  };
  let seats = Math.max(least, ...parties.map((one) => Math.ceil(((one.mayors - 1) * votes) / one.votes)));
  while (seats < most && !isEnough(seats)) seats += 1;
  return seats;
};

/** The fewest seats, at least `least` and then at most `most`, with which no party has more mayors than seats. */
export const fewestSeats = (method: Method, parties: readonly PartyResult[], least: number, most: number): number => {
  const fewest = method === 'D_HONDT' ? fewestByQuotients(parties) : fewestByRemainders(parties, least, most);
  return Math.max(least, Math.min(fewest, most));
};
