import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { METHODS, type PartyResult, type SupplementRule } from '../src/questions/entitlements/model.js';
import { entitlementsOf } from '../src/questions/entitlements/rules.js';
import { ask, errorsOf, seededGraph } from './world.js';

const RULE: SupplementRule = { leastPercent: 2, mostPerMunicipality: 2, method: 'D_HONDT' };
const result = (party: string, votes: number, mayors = 0, seats = 1): PartyResult => ({ party, votes, mayors, seats });
const membersOf = (rule: SupplementRule, municipalities: number, cast: number, ...results: PartyResult[]) =>
  entitlementsOf(rule, municipalities, cast, results).map(({ entitlement }) => entitlement);

describe('members that a party is entitled to', () => {
  test('the fewest in all with which its mayors are its share of the votes', () => {
    expect(membersOf(RULE, 4, 100, result('a', 50, 3), result('b', 30, 1), result('c', 20))).toEqual([3, 1, 1]);
    expect(membersOf(RULE, 4, 100, result('a', 50, 2), result('b', 30, 1), result('c', 20, 1))).toEqual([2, 1, 1]);
  });

  test.each([
    ['a party with 2 % of the votes takes part', result('c', 20, 0), true],
    ['with less it does not', result('c', 19, 0), false],
    ['nor without a seat in any council', result('c', 40, 0, 0), false],
  ])('%s', (_, third, expected) => {
    const [, , c] = entitlementsOf(RULE, 22, 1_000, [result('a', 600, 20), result('b', 300, 2), third]);
    expect(c).toMatchObject({ takesPart: expected, percent: third.votes / 10 });
    if (!expected) expect(c).toMatchObject({ entitlement: 0 });
  });

  test('at most twice the number of municipalities in all, mayors counted in', () => {
    const all = [result('a', 300, 9), result('b', 410, 1), result('c', 290)];
    expect(membersOf(RULE, 10, 1_000, ...all)).toEqual([9, 7, 4]);
    expect(membersOf({ ...RULE, mostPerMunicipality: 4 }, 10, 1_000, ...all)).toEqual([9, 12, 8]);
  });

  test('mayors sit whoever they are, and take of the room that is left', () => {
    expect(membersOf(RULE, 3, 1_000, result('local', 10, 1), result('a', 495, 2), result('b', 495))).toEqual([1, 2, 1]);
    expect(membersOf(RULE, 2, 1_000, result('local', 10, 1), result('a', 100, 1), result('b', 890))).toEqual([1, 1, 2]);
  });

  test("by d'Hondt or by the largest remainders, which can differ", () => {
    const all = [result('a', 600, 4), result('b', 290), result('c', 110, 1)];
    expect(membersOf(RULE, 5, 1_000, ...all)).toEqual([5, 2, 1]);
    expect(membersOf({ ...RULE, method: 'LARGEST_REMAINDER' }, 5, 1_000, ...all)).toEqual([4, 2, 1]);
  });

  test('nobody voted', () => expect(membersOf(RULE, 2, 0, result('a', 0, 1), result('b', 0))).toEqual([1, 0]));
});

test('whatever the votes: nobody below their mayors, nobody below the line but mayors, and never above the most', () => {
  const party = fc.record({ votes: fc.nat(10_000), seats: fc.nat(3), mayors: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(party, { maxLength: 6 }), fc.constantFrom(...METHODS), fc.nat(5), (parties, method, more) => {
      const results = parties.map((one, at) => ({ ...one, party: `party:${at}` }));
      const mayors = results.reduce((sum, one) => sum + one.mayors, 0);
      const municipalities = Math.max(1, mayors + more);
      const cast = results.reduce((sum, one) => sum + one.votes, 0);
      const found = entitlementsOf({ ...RULE, method }, municipalities, cast, results);
      for (const one of found) {
        expect(one.entitlement).toBeGreaterThanOrEqual(one.mayors);
        if (!one.takesPart) expect(one.entitlement).toBe(one.mayors);
      }
      expect(found.reduce((sum, one) => sum + one.entitlement, 0)).toBeLessThanOrEqual(2 * municipalities);
    }),
    { numRuns: 500 },
  );
});

describe('of a KKR', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await seededGraph();
  });
  afterAll(() => graph.close());

  const question = (args: string) =>
    `{ body(id: "body:kkr-syddanmark", asOf: "2022-06-21") { composition { entitlements(${args}) { party { id } percent takesPart mayors entitlement actual { min max } } } } }`;
  const results = (...all: string[]) => `results: [${all.map((one) => `{ ${one} }`).join(', ')}]`;
  const V = 'party: "party:nye-borgerlige", votes: 30, seats: 2, mayors: 0';
  const O = 'party: "party:nowhere", votes: 970, seats: 90, mayors: 22';

  test('members are entitled to beside those recorded, in the 22 municipalities that it covers', async () => {
    const { body } = await ask(graph, question(results(O, V)));
    expect(body.composition.entitlements).toEqual([
      { party: null, percent: 97, takesPart: true, mayors: 22, entitlement: 22, actual: { min: 0, max: 0 } },
      { party: { id: 'party:nye-borgerlige' }, percent: 3, takesPart: true, mayors: 0, entitlement: 0, actual: { min: 1, max: 1 } },
    ]);
    const capped = await ask(
      graph,
      question(
        `${results('party: "party:nowhere", votes: 300, seats: 30, mayors: 22', 'party: "party:nye-borgerlige", votes: 700, seats: 60, mayors: 0')}, votesCast: 1000`,
      ),
    );
    expect(capped.body.composition.entitlements.map(({ entitlement }: { entitlement: number }) => entitlement)).toEqual([22, 22]);
  });

  test.each([
    ['a party twice', results(V, V), 'results.1.party'],
    ['fewer votes cast than counted', `${results(V)}, votesCast: 29`, 'votesCast'],
    ['votes below 0', results('party: "party:x", votes: -1, seats: 0, mayors: 0'), 'results.0.votes'],
    ['more mayors than municipalities there can be', results('party: "party:x", votes: 1, mayors: 2147483647'), 'results.0.mayors'],
    ['more parties than can stand', results(...Array.from({ length: 101 }, (_, at) => `party: "party:${at}", votes: 1`)), 'results'],
    ['more municipalities than there can be', `${results(V)}, municipalities: 1000`, 'municipalities'],
  ])('%s is refused', async (_, args, argument) => {
    expect(await errorsOf(graph, question(args))).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining(`${argument}: required`) }]);
  });
});
