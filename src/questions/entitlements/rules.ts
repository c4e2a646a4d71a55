import { APPORTION, type Shares, fewestSeats, total } from './apportionment.js';
import type { Entitlement, Method, PartyResult, SupplementRule } from './model.js';

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
  const given = withMayors(rule.method, fewestSeats(rule.method, parties, mayors, most), parties);
  return results.map((one) => ({ ...one, percent: percentOf(one), takesPart: takesPart(one), entitlement: given.get(one.party) ?? one.mayors }));
};
