import type { Entitlement, Method, PartyResult, SupplementRule } from './model.js';

const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

type Shares = Map<string, number>;

/** Of two parties, that to which the next seat goes: the higher quotient; among equals the more votes, then the first by id. */
const before =
  (given: Shares) =>
  (a: PartyResult, b: PartyResult): PartyResult => {
    const seats = ({ party }: PartyResult): number => given.get(party) ?? 0;
    const difference = a.votes * (seats(b) + 1) - b.votes * (seats(a) + 1) || a.votes - b.votes || (a.party < b.party ? 1 : -1);
    return difference > 0 ? a : b;
  };

const byQuotients = (seats: number, parties: readonly PartyResult[]): Shares => {
  const given: Shares = new Map(parties.map(({ party }) => [party, 0]));
  for (let left = seats; left > 0 && parties.length > 0; left -= 1) {
    const { party } = parties.reduce(before(given));
    given.set(party, (given.get(party) ?? 0) + 1);
  }
  return given;
};

const byRemainders = (seats: number, parties: readonly PartyResult[]): Shares => {
  const votes = total(parties.map((one) => one.votes));
  const given: Shares = new Map(parties.map((one) => [one.party, Math.floor((one.votes * seats) / votes)]));
  const remainder = (one: PartyResult): number => (one.votes * seats) % votes;
  const ranked = [...parties].sort((a, b) => remainder(b) - remainder(a) || b.votes - a.votes || (a.party < b.party ? -1 : 1));
  for (const { party } of ranked.slice(0, seats - total([...given.values()]))) given.set(party, (given.get(party) ?? 0) + 1);
  return given;
};

const APPORTION: Readonly<Record<Method, typeof byQuotients>> = { D_HONDT: byQuotients, LARGEST_REMAINDER: byRemainders };

/** As the votes were cast, except that nobody has fewer members than mayors. */
const withMayors = (method: Method, seats: number, parties: readonly PartyResult[]): Shares => {
  const given = APPORTION[method](seats, parties);
  const above = parties.filter(({ party, mayors }) => (given.get(party) ?? 0) < mayors);
  if (above.length === 0) return given;
  const others = withMayors(
    method,
    seats - total(above.map(({ mayors }) => mayors)),
    parties.filter((one) => !above.includes(one)),
  );
  return new Map([...others, ...above.map(({ party, mayors }) => [party, mayors] as const)]);
};

/**
 * How many members each party is entitled to: the fewest in all with which no party has more mayors than its share of the
 * votes, or as many as the rule allows. The mayors of those who take no part sit too.
 */
export const entitlementsOf = (rule: SupplementRule, municipalities: number, votesCast: number, results: readonly PartyResult[]): Entitlement[] => {
  const percentOf = ({ votes }: PartyResult): number => (votesCast ? (votes / votesCast) * 100 : 0);
  const takesPart = (one: PartyResult): boolean => one.votes * 100 >= rule.leastPercent * votesCast && one.votes > 0 && one.seats > 0;
  const parties = results.filter(takesPart);
  const mayors = total(parties.map((one) => one.mayors));
  const most = rule.mostPerMunicipality * municipalities - total(results.map((one) => one.mayors)) + mayors;
  const isAsVoted = (seats: number): boolean => {
    const given = APPORTION[rule.method](seats, parties);
    return parties.every((one) => (given.get(one.party) ?? 0) >= one.mayors);
  };
  let seats = mayors;
  while (seats < most && !isAsVoted(seats)) seats += 1;
  const given = withMayors(rule.method, seats, parties);
  return results.map((one) => ({ ...one, percent: percentOf(one), takesPart: takesPart(one), entitlement: given.get(one.party) ?? one.mayors }));
};
