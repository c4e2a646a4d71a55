import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph, Transaction } from '../src/graph/port.js';
import { type RunningServer, startServer } from '../src/http/server.js';
import { ADMIN, askAs, clerkOf } from './clerk.js';
import { ask } from './http.js';
import { TRUSTING, headersOf } from './office.js';
import { emptyGraph, engine, seedWorld } from './world.js';

/** Too short for what waits; long enough for a write that does not, until it is committed; and for all of it. */
const DEADLINES = { short: 1_000, longer: engine === 'neo4j' ? 8_000 : 2_000, long: 120_000 };
type Deadline = keyof typeof DEADLINES;

const BODIES = 30;

const sources = ['source:1'];
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: [{ id: 'person:anna', name: 'Anna', sources }],
  bodies: Array.from({ length: BODIES }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};

/** Where a write may wait: before its turn, before one of its statements, while it is committed, or what is read after it. */
type Place = 'TURN' | 'COMMIT' | 'AFTER' | number;

/** A graph of which one write waits somewhere for as long as it is told to. */
const waitingGraph = (graph: Graph) => {
  let place: Place | null = null;
  let until: Promise<void> = Promise.resolve();
  let statements = 0;
  let isWritten = false;
  const at = async (here: boolean): Promise<void> => (here ? until : undefined);
  const stepping = (tx: Transaction): Transaction => ({
    read: async (query, params) => (await at((statements += 1) === place), tx.read(query, params)),
    run: async (query, params) => (await at((statements += 1) === place), tx.run(query, params)),
  });
  const slowed: Graph = {
    ...graph,
    read: async (query, params, withinMs) => (await at(place === 'AFTER' && isWritten), graph.read(query, params, withinMs)),
    write: async (work, marks) => {
      if (marks || place === null) return graph.write(work, marks);
      await at(place === 'TURN');
      const result = await graph.write(async (tx) => {
        const done = await work(stepping(tx));
        await at(place === 'COMMIT');
        return done;
      });
      isWritten = true;
      return result;
    },
  };
  /** Lets the next write wait somewhere; what lets it go on. */
  const wait = (where: Place): (() => void) => {
    let goOn = (): void => undefined;
    [place, statements, isWritten, until] = [where, 0, false, new Promise<void>((resolve) => (goOn = resolve))];
    return () => {
      place = null;
      goOn();
    };
  };
  return { slowed, wait, ran: () => statements };
};

let graph: Graph;
let waiting: ReturnType<typeof waitingGraph>;
const servers = new Map<Deadline, RunningServer>();
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  waiting = waitingGraph(graph);
  for (const [name, deadlineMs] of Object.entries(DEADLINES))
    servers.set(name as Deadline, await startServer(waiting.slowed, { port: 0, log: 'silent', identity: TRUSTING, deadlineMs }));
  // What it asks is planned.
  await clerkOf(graph).record([appoint(BODIES - 1)], SAID);
}, 240_000);
afterAll(async () => {
  for (const server of servers.values()) await server.close();
  await graph.close();
});

const SAID = { source: { recorded: 'source:1' } };
const appoint = (n: number) => ({
  appoint: { id: `membership:anna-b${n}`, person: { id: 'person:anna' }, body: `body:b${n}`, role: 'MEMBER', from: '2023-01-01' },
});
const entryOf = (n: number, more: object = {}) => ({ key: `late-${n}`, acts: [appoint(n)], ...SAID, ...more });

const RECORD = 'mutation ($entry: EntryInput!) { record(entry: $entry) { status replayed made { node { id } } entry { id } } }';
const askBy = async (deadline: Deadline, query: string, variables: object) =>
  (await ask(servers.get(deadline)?.address ?? '', query, { variables }, headersOf('editor'))).json;
const record = (deadline: Deadline, n: number, more: object = {}) => askBy(deadline, RECORD, { entry: entryOf(n, more) });
const recordAgain = async (n: number) => (await record('long', n)).data.record;

const entryCount = async (): Promise<number> => {
  await graph.write(async () => undefined);
  return (await askAs(graph, ADMIN, '{ entries(first: 0) { totalCount } }')).data.entries.totalCount as number;
};

const exceeded = (outcome: string, told: RegExp) => ({
  data: null,
  errors: [{ message: expect.stringMatching(told), extensions: { code: 'DEADLINE_EXCEEDED', outcome } }],
});
const NOTHING = exceeded('NOTHING', /^deadline: required: .*; given: one that takes longer\. Nothing is written\.$/);
const WRITTEN = exceeded('WRITTEN', /\. It is written: the same again, under the same key, is told what came of it\.$/);
const UNKNOWN = exceeded('UNKNOWN', /\. Whether it is written is not known: the same again, under the same key, is told /);

let bodies = 0;

/** An entry that waits somewhere for longer than its time. */
const isNotWritten = async (where: Place): Promise<void> => {
  const [n, before] = [(bodies += 1), await entryCount()];
  const goOn = waiting.wait(where);
  try {
    expect(await record('short', n)).toMatchObject(NOTHING);
  } finally {
    goOn();
  }
  expect(await entryCount()).toBe(before);
  expect(await recordAgain(n)).toMatchObject({ status: 'WRITTEN', replayed: false });
};

test.each<Place>(['TURN', 1, 2, 10, 20, 25])('an entry whose time is over before it is committed (%s) is not written, and is told so', isNotWritten);

/** How many statements such an entry has. */
const statementsOfOne = async (): Promise<number> => {
  const done = waiting.wait(0);
  expect((await recordAgain((bodies += 1))).status).toBe('WRITTEN');
  done();
  return waiting.ran();
};

test('neither is one whose last statement takes too long', async () => {
  await isNotWritten(await statementsOfOne());
});

test('a check whose time is over says that nothing is written, and keeps nobody from writing', async () => {
  const n = (bodies += 1);
  const goOn = waiting.wait(20);
  try {
    expect(await record('short', n, { mode: 'CHECK' })).toMatchObject(NOTHING);
  } finally {
    goOn();
  }
  expect((await recordAgain(n)).status).toBe('WRITTEN');
});

test.each<Place>(['COMMIT', 'AFTER'])('one whose time is over once it is being committed (%s) is written, and is told so', async (where) => {
  const [n, before] = [(bodies += 1), await entryCount()];
  const goOn = waiting.wait(where);
  const told = record('longer', n);
  if (where === 'COMMIT') setTimeout(goOn, DEADLINES.longer + 500);
  try {
    expect(await told).toMatchObject(WRITTEN);
  } finally {
    goOn();
  }
  expect(await entryCount()).toBe(before + 1);
  expect(await recordAgain(n)).toMatchObject({ status: 'WRITTEN', replayed: true, made: [{ node: { id: `membership:anna-b${n}` } }] });
});

test('where the engine does not say whether it committed, that is told', async () => {
  const n = (bodies += 1);
  const goOn = waiting.wait('COMMIT');
  try {
    expect(await record('longer', n)).toMatchObject(UNKNOWN);
  } finally {
    goOn();
  }
  await entryCount();
  expect(await recordAgain(n)).toMatchObject({ status: 'WRITTEN', replayed: true });
});

test('of two entries in one operation, of which the second takes too long, the first is written', async () => {
  const second = (await statementsOfOne()) + 10;
  const [n, m, before] = [(bodies += 1), (bodies += 1), await entryCount()];
  const both = 'mutation ($a: EntryInput!, $b: EntryInput!) { a: record(entry: $a) { status } b: record(entry: $b) { status } }';
  const goOn = waiting.wait(second);
  try {
    expect(await askBy('longer', both, { a: entryOf(n), b: entryOf(m) })).toMatchObject(WRITTEN);
  } finally {
    goOn();
  }
  expect(await entryCount()).toBe(before + 1);
  expect([(await recordAgain(n)).replayed, (await recordAgain(m)).replayed]).toEqual([true, false]);
});
