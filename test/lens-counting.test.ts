import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Answer, type Compared, askedOf, compare, expiringOn } from './lens/counted-questions.js';
import { askedOfAll, changesIn, compareAll } from './lens/counted-together.js';
import { BODIES, type CountedRows, type SeatRow, countedWorlds } from './lens/counted-worlds.js';
import { Counting, type Lies } from './lens/counting.js';
import { FIRST, LAST, plus } from './lens/days.js';
import { type World, ask, askManyAtOnce, emptyGraph, sampleOf, seedWorld } from './world.js';

const WORLDS = sampleOf(1_000, 12, 5);
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

let graph: Graph | undefined;
afterEach(async () => graph?.close());

type Answered = Record<'fromMin' | 'fromMax' | 'untilMin' | 'untilMax', string | null> & Pick<Lies, 'boundedBy'> & { open: boolean };

const INTERVAL = 'id certainty interval { fromMin fromMax untilMin untilMax open boundedBy { edge date cause by { id } } }';

/** Where the graph says that each row lies. One whose end is not known lasts, or is in force on no day. */
const liesIn = async (world: Graph, rows: CountedRows, knownAt: string): Promise<Map<string, Lies>> => {
  const ids = [...rows.memberships, ...rows['stand-ins'], ...rows.leaves, ...rows.affiliations].map(({ id }) => id);
  const data = await askManyAtOnce(
    world,
    `query($k: DateTime) { ${ids.map((id, at) => `n${at}: node(id: "${id}", asOf: "9999-01-01", knownAt: $k) { ... on Membership { ${INTERVAL} } ... on StandIn { ${INTERVAL} } ... on Leave { ${INTERVAL} } ... on Affiliation { ${INTERVAL} } }`).join('\n')} }`,
    { k: knownAt },
  );
  const found = Object.values(data) as { id: string; certainty: string | null; interval: Answered }[];
  return new Map(
    found.map(({ id, certainty, interval: { fromMin, fromMax, untilMin, untilMax, open, boundedBy } }) => [
      id,
      {
        id,
        fromMin: fromMin ?? FIRST,
        fromMax: fromMax ?? LAST,
        untilMin: untilMin ?? (open ? LAST : FIRST),
        untilMax: untilMax ?? (certainty ? LAST : FIRST),
        boundedBy,
      },
    ]),
  );
};

const holds = ({ told, expected: { min, max, exact, open } }: Compared): boolean => {
  if (!told) return max === 0 || !exact;
  const isWithin = exact ? told.min === min && told.max === max : told.min <= min && told.max >= max;
  return isWithin && told.min <= told.lastKnown && told.lastKnown <= told.max && (open === undefined || told.open === open);
};

const PAGED = 'totalCount pageInfo { hasNextPage endCursor }';

const expiringAfter = (body: string | null, day: string, before: string, first: number) =>
  `query($k: DateTime, $after: String) { list: expiring(before: "${before}"${body ? `, body: "${body}"` : ''}, asOf: "${day}", knownAt: $k, first: ${first}, after: $after)
    { ${PAGED} nodes { id } } }`;

const changesAfter = (from: string, until: string, first: number) =>
  `query($k: DateTime, $after: String) { list: changes(from: "${from}", until: "${until}", knownAt: $k, first: ${first}, after: $after)
    { ${PAGED} nodes { id on kind before after cause } } }`;

/** A list, page by page, each of which counts the same. */
const inPages = async <T>(world: Graph, knownAt: string, query: string): Promise<T[]> => {
  const found: T[] = [];
  const totals = new Set<number>();
  for (let after: string | null = null, more = true; more;) {
    const { list } = await ask(world, query, { k: knownAt, after });
    totals.add(list.totalCount);
    found.push(...list.nodes);
    [after, more] = [list.pageInfo.endCursor, list.pageInfo.hasNextPage];
  }
  expect([...totals]).toEqual([found.length]);
  return found;
};

interface Change {
  id: string;
  on: string;
  kind: string;
  before: string | null;
  after: string | null;
  cause: string | null;
}

/** The changes of a year are those of the model, once each and by day; a linked start is a replacement, and a death is told. */
const expectChanges = (told: readonly Change[], expected: ReturnType<typeof changesIn>): void => {
  const byId = new Map(expected.map((one) => [one.id, one]));
  expect(told.map(({ on }) => on)).toEqual(told.map(({ on }) => on).sort());
  expect(told.map(({ id, before, after }) => ({ id, before, after })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    expected.map(({ id, before, after }) => ({ id, before, after })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  for (const { id, kind, before, after, cause } of told) {
    const { linked, died } = byId.get(id) ?? {};
    if (before === null && after === 'CERTAIN' && id.startsWith('change:membership:')) expect([id, kind === 'REPLACED']).toEqual([id, linked]);
    if (cause === 'DEATH') expect([id, died]).toEqual([id, true]);
  }
};

test(`people of random worlds are counted as all choices of the unknown days allow, in each state of their record, ${WORLDS} times`, async () => {
  const asked = { ranges: 0, exact: 0, unsure: 0, decided: 0, undecided: 0, together: 0, changes: 0, away: 0, shared: 0 };
  await fc.assert(
    fc.asyncProperty(countedWorlds, async ({ states, days, first }) => {
      await graph?.close();
      const world = await emptyGraph();
      graph = world;
      const times: string[] = [];
      for (const rows of states) {
        await seedWorld(world, rows as unknown as World);
        times.push(new Date((await readRevision(world)).at).toISOString());
      }
      for (const [at, rows] of states.entries()) {
        const knownAt = times[at] as string;
        const model = new Counting(rows, await liesIn(world, rows, knownAt));
        for (const day of days)
          for (const body of BODIES) {
            const later = plus(day, 20);
            const answer: Answer = await askManyAtOnce(world, `query($k: DateTime) { ${askedOf(body, day, later)} }`, { k: knownAt });
            const compared = compare(model, answer, body, day, later);
            if (!compared) {
              asked.undecided += 1;
              continue;
            }
            asked.decided += 1;
            expect(compared.filter((one) => !holds(one)).map((one) => ({ body, day, ...one }))).toEqual([]);
            expect(answer.body.composition.complete).toBe(!answer.body.composition.filled.open);
            expect(answer.body.composition.completeOn).toBe(model.listedOn(body, day));
            const members = answer.body.members.nodes;
            const seats = new Map(rows.memberships.map((row) => [row.id, row]));
            const sitting = members.map(({ id }) => ({ id, sits: model.sits(seats.get(id) as SeatRow, day) }));
            expect({ body, day, members }).toEqual({ body, day, members: sitting });
            asked.away += members.filter(({ id, sits }) => sits === null && model.isAway(id, day)).length;
            asked.shared += model.sharing(body, day) > 1 ? 1 : 0;
            asked.ranges += compared.length;
            asked.exact += compared.filter(({ told, expected }) => told && expected.exact).length;
            asked.unsure += compared.filter(({ expected }) => expected.exact && expected.min < expected.max).length;
          }
        const [day, later] = [days[0] as string, plus(days[0] as string, 90)];
        for (const body of [...BODIES, null]) {
          const ids = (await inPages<{ id: string }>(world, knownAt, expiringAfter(body, day, later, first))).map(({ id }) => id);
          expect(ids).toEqual(expiringOn(model, body, day, later));
        }
        const together = compareAll(model, await askManyAtOnce(world, `query($k: DateTime) { ${askedOfAll(day)} }`, { k: knownAt }), day);
        expect((together ?? []).filter((one) => !holds(one)).map((one) => ({ day, ...one }))).toEqual([]);
        asked.together += together?.length ?? 0;
        const changes = await inPages<Change>(world, knownAt, changesAfter(day, plus(day, 365), first));
        expectChanges(
          changes.filter(({ id }) => !id.startsWith('change:body:')),
          changesIn(model, day, plus(day, 365)),
        );
        asked.changes += changes.length;
      }
    }),
    { numRuns: WORLDS, seed, endOnFailure: true },
  );
  expect(asked.exact).toBeGreaterThan(WORLDS * 50);
  expect(asked.unsure).toBeGreaterThan(WORLDS * 5);
  expect(asked.together).toBeGreaterThan(WORLDS * 5);
  expect(asked.changes).toBeGreaterThan(WORLDS * 5);
  expect(asked.away).toBeGreaterThan(WORLDS / 10);
  expect(asked.shared).toBeGreaterThan(WORLDS / 10);
  expect(asked.undecided).toBeLessThan(asked.decided / 2);
}, 3_600_000);
