import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { addDays } from '../src/time/civil.js';
import { chain, itIs, line, realTime, row } from './feed-world.js';
import { random } from './random.js';
import { type World, ask, emptyGraph, sampleOf, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterEach(realTime);
afterAll(() => graph.close());

const WORLDS = sampleOf(200, 5, 2);
const SEED = Number(process.env['MANDAT_TEST_SEED'] ?? 1);

type Row = { id: string };

/** A world of some people, seats, homes and papers on the days around one, otherwise each time. */
const randomWorld = (below: (n: number) => number, today: string): World => {
  const some = <T>(all: readonly T[]): T[] => all.filter(() => below(4) > 0);
  const day = (): string => addDays(today, below(40) - 20);
  const dates = (): object => {
    const from = day();
    return [{ from }, { from, until: addDays(from, 1 + below(20)) }, { seen: [{ on: '2022-06-21', in: 'doc:0' }] }][below(3)] as object;
  };
  const people = some(['p', 'q', 'r']).map((name) =>
    row(`person:${name}`, { name: below(6) ? name : `${name} ${below(3)}`, ...(below(8) ? {} : { diedOn: day() }) }),
  );
  const bodies = some(['a', 'b']).map((name) => row(`body:${name}`, { kind: 'BOARD', name }));
  const [ids, boards] = [people.map(({ id }) => id), bodies.map(({ id }) => id)];
  const seats = ids.flatMap((person) =>
    boards.flatMap((body) =>
      below(3) ? [row(`membership:${person.slice(7)}-${body.slice(5)}`, { person, body, role: below(9) ? 'MEMBER' : 'CHAIR', ...dates() })] : [],
    ),
  );
  return {
    documents: [0, 1, 2]
      .filter((n) => n === 0 || below(3))
      .map((n) => ({ id: `doc:${n}`, title: below(5) ? 'Paper' : `Paper ${below(2)}`, kind: 'minutes', ...(n === 0 && { date: '2022-06-21' }) })),
    sources: [{ id: 'source:1', document: 'doc:0', quote: 'They sit there.' }],
    municipalities: [row('municipality:town', { name: 'Town', code: '0101' })],
    people,
    bodies,
    memberships: seats,
    affiliations: ids.flatMap((person) => (below(2) ? [row(`affiliation:${person.slice(7)}`, { person, with: 'municipality:town', from: day() })] : [])),
    meetings: boards.flatMap((body) => (below(2) ? [row(`meeting:${body.slice(5)}`, { body, date: day() })] : [])),
  };
};

const LISTED = '{ id kind latest recordedAt }';
interface Listed {
  id: string;
  kind: string;
  latest: string;
  recordedAt: string;
}

/** What is told of starts and ends, as recorded now, in their order. */
const eventsNow = async (): Promise<Listed[]> =>
  (await ask(graph, `{ events(from: "0001-01-01", until: "9999-12-31", first: 500) { nodes ${LISTED} } }`)).events.nodes;

const correctionsSince = async (at: number): Promise<{ id: string; because: string; is: unknown }[]> =>
  (await ask(graph, `{ corrections(since: "${new Date(at).toISOString()}", first: 500) { nodes { id because is { id } } } }`)).corrections.nodes;

const toldOf = ({ kind, id }: Listed): string => `${kind} ${id.slice('event:'.length)}`;

/** What a state of the record tells that was written by its newest revision: from lists alone, and the rows that were seeded before. */
const recordedBy = async (world: World, known: Set<string>): Promise<string[]> => {
  const { at } = await readRevision(graph);
  const written = (await eventsNow()).filter(({ recordedAt }) => Date.parse(recordedAt) === at);
  const told = new Set(written.map(({ id }) => id.slice('event:'.length, id.lastIndexOf('@'))));
  const rows = Object.entries(world).flatMap(([word, all]) => (word === 'sources' ? [] : (all as Row[]).map(({ id }) => id)));
  const things = rows.filter((id) => !known.has(id) && !told.has(id)).sort();
  for (const id of rows) known.add(id);
  const corrections = (await correctionsSince(at)).map(({ id, because, is }) => ({ thing: id.slice('correction:'.length, id.lastIndexOf('@')), because, is }));
  return [...things, ...corrections.map(({ thing, because, is }) => `${because} ${thing}${is ? '' : ' gone'}`), ...written.map(toldOf)];
};

/** What comes on the days after one, up to another, of what is recorded. */
const dueBetween = async (after: string, day: string): Promise<string[]> =>
  (await eventsNow()).filter(({ latest }) => latest > after && latest <= day).map((one) => `* ${toldOf(one)}`);

describe('a random course of the record and of days', () => {
  test.each(Array.from({ length: WORLDS }, (_, at) => SEED + at))(
    'is told whole, once, in its order: seed %d',
    async (seed) => {
      const below = random(seed);
      const known = new Set<string>();
      const expected: string[] = [];
      let [end, day] = [null as string | null, '2024-01-15'];
      const seen: string[] = [];
      for (let step = 0; step < 8; step += 1) {
        const next = addDays(day, below(3) ? below(12) : 0);
        // What comes is what was recorded before: it is looked up before anybody turns the day.
        const due = step > 0 && next > day ? await dueBetween(day, next) : [];
        itIs(next);
        day = next;
        const world = below(4) ? randomWorld(below, day) : null;
        const { number } = await readRevision(graph);
        if (world) await seedWorld(graph, world);
        const wrote = world !== null && (await readRevision(graph)).number > number;
        expected.push(...due, ...(wrote ? await recordedBy(world, known) : []));
        const { items, end: reached } = await chain(graph, end, 1 + below(9));
        seen.push(...items.map(line));
        end = reached;
      }
      expect(expected.length).toBeGreaterThan(10);
      expect(seen).toEqual(expected);
      expect((await chain(graph)).items.map(line)).toEqual(seen);
    },
    120_000,
  );
});
