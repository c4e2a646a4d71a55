import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clerkOf } from './clerk.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, errorsOf, seedWorld } from './world.js';

const S = ['source:1'];
const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));
const SEAT = { id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER', seen: seen('2022-06-21'), sources: S };
const FORUM = { id: 'body:forum', kind: 'FORUM', name: 'Forum', sources: S };
const world = (seats: object[], name = 'Anna', forum: object = FORUM, recommended = 'Note the accounts') => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' }],
  people: [
    { id: 'person:anna', name, sources: S },
    { id: 'person:bo', name: 'Bo', sources: S },
  ],
  bodies: [forum],
  meetings: [{ id: 'meeting:1', body: 'body:forum', date: '2022-06-21', sources: S }],
  'agenda-items': [
    { id: 'item:1', meeting: 'meeting:1', number: '1', title: 'Accounts', recommendations: [{ text: recommended, outcome: 'NOTED', sources: S }], sources: S },
  ],
  memberships: seats,
});
const BO = { ...SEAT, id: 'membership:bo', person: 'person:bo' };
const APPOINTED = { ...SEAT, seen: seen('2022-06-21', '2022-03-23'), appointment: { by: { principal: 'body:forum', sources: S } } };

let graph: Graph;
const times: number[] = [];
const write = async (data: ReturnType<typeof world>): Promise<void> => {
  await seedWorld(graph, data);
  times.push((await readRevision(graph)).at);
};
beforeAll(async () => {
  graph = await emptyGraph();
  await write(world([SEAT, BO]));
  await write(world([{ ...SEAT, seen: seen('2022-06-21', '2022-03-23') }, BO]));
  await write(world([{ ...APPOINTED, role: 'CHAIR' }, BO], 'Anne'));
  await write(world([{ ...APPOINTED, role: 'CHAIR' }], 'Anne', { ...FORUM, existence: { until: '2022-09-01' } }, 'Note the accounts of 2021'));
});
afterAll(() => graph.close());

const iso = (at: number): string => `"${new Date(at).toISOString()}"`;
const FIELDS = `id recordedAt because
  was { id ... on Membership { role because lastObserved interval { fromMax } } ... on Person { name } }
  is { id ... on Membership { role because interval { fromMax } appointedBy { name } } ... on Person { name } ... on Body { existence { untilMax } } }`;
const corrections = async (args: string) => (await ask(graph, `{ corrections(${args}) { nodes { ${FIELDS} } totalCount } }`)).corrections.nodes;
const told = (all: { id: string; because: string }[]) => all.map(({ id, because }) => `${because} ${/^correction:(.*)@\d+$/.exec(id)?.[1]}`);

describe('corrections', () => {
  test('are what was learnt and what was wrong, and neither what was recorded first nor what was derived', async () => {
    expect(told(await corrections(`since: ${iso(times[0] as number)}`))).toEqual([
      'LEARNT membership:anna',
      'CORRECTED membership:anna',
      'CORRECTED person:anna',
      'LEARNT body:forum',
      'CORRECTED item:1',
      'CORRECTED membership:bo',
    ]);
  });

  test('hold the thing as it was and as it is', async () => {
    const [learnt, role, name, existence, item, gone] = await corrections(`since: ${iso(times[0] as number)}`);
    expect(learnt).toMatchObject({
      was: { interval: { fromMax: '2022-06-21' }, because: 'RECORDED' },
      is: { interval: { fromMax: '2022-03-23' }, appointedBy: null },
    });
    expect(role).toMatchObject({ was: { role: 'MEMBER' }, is: { role: 'CHAIR', appointedBy: { name: 'Forum' } } });
    expect(name).toMatchObject({ was: { name: 'Anna' }, is: { name: 'Anne' } });
    expect(existence).toMatchObject({ is: { existence: { untilMax: '2022-09-01' } } });
    expect(item).toMatchObject({ was: { id: 'item:1' }, is: { id: 'item:1' } });
    expect(gone).toMatchObject({ was: { id: 'membership:bo', role: 'MEMBER' }, is: null, recordedAt: new Date(times[3] as number).toISOString() });
  });

  test('are those of the time, person, body and reason asked for', async () => {
    const [first, second, third] = times as [number, number, number];
    expect(told(await corrections(`since: ${iso(second)}, until: ${iso(third)}`))).toEqual(['LEARNT membership:anna']);
    expect(told(await corrections(`since: ${iso(first)}, filter: { person: "person:anna", because: [CORRECTED] }`))).toEqual([
      'CORRECTED membership:anna',
      'CORRECTED person:anna',
    ]);
    expect(told(await corrections(`since: ${iso(first)}, filter: { bodies: ["body:forum"], because: [LEARNT] }`))).toEqual([
      'LEARNT membership:anna',
      'LEARNT body:forum',
    ]);
    expect(told(await corrections(`since: ${iso(first)}, knownAt: ${iso(second)}`))).toEqual(['LEARNT membership:anna']);
    expect(await errorsOf(graph, `{ corrections(since: ${iso(third)}, until: ${iso(first)}) { totalCount } }`)).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test('come page by page in one order, and are counted, now and as known then', async () => {
    const [first, second, third] = times as [number, number, number];
    const filters = [
      '',
      ', filter: { because: [LEARNT] }',
      ', filter: { because: [CORRECTED] }',
      ', filter: { person: "person:anna" }',
      ', filter: { bodies: ["body:forum"] }',
    ];
    for (const more of filters.flatMap((filter) => ['', `, until: ${iso(third)}`, `, knownAt: ${iso(second)}`].map((lens) => `${filter}${lens}`))) {
      const whole = told(await corrections(`since: ${iso(first)}${more}`));
      for (const size of [1, 2, 4]) {
        const found: string[] = [];
        for (let after = '', isMore = true; isMore;) {
          const page = (
            await ask(
              graph,
              `{ corrections(since: ${iso(first)}${more}, first: ${size}${after}) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
            )
          ).corrections;
          expect(page.totalCount).toBe(whole.length);
          found.push(...told(page.nodes));
          isMore = page.pageInfo.hasNextPage;
          after = `, after: "${page.pageInfo.endCursor}"`;
        }
        expect([more, found]).toEqual([more, whole]);
      }
    }
    const none = await ask(
      graph,
      `{ corrections(since: ${iso(first)}, first: 0) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    );
    expect(none.corrections).toEqual({ totalCount: 6, nodes: [], edges: [], pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: null } });
  });

  test('are found by id', async () => {
    const id = `correction:person:anna@${times[2]}`;
    expect((await ask(graph, `{ node(id: "${id}") { id ... on Correction { because } } }`)).node).toEqual({ id, because: 'CORRECTED' });
    expect((await ask(graph, `{ node(id: "correction:person:anna@${times[1]}") { id } }`)).node).toBeNull();
  });
});

describe('history', () => {
  const history = async (lens = '') =>
    (
      await ask(
        graph,
        `{ node(id: "membership:anna"${lens}) { ... on Membership { history { key because role recordedAt retractedAt interval { fromMax untilMax } person { name } appointedBy { name } } } } }`,
      )
    ).node.history;

  test('is every version, oldest first, each with its own key and as the record knew it', async () => {
    const all = await history(', asOf: "2022-06-21"');
    expect(all.map(({ because }: { because: string }) => because)).toEqual(['RECORDED', 'LEARNT', 'CORRECTED', 'DERIVED']);
    expect(
      all.map(({ role, person, appointedBy }: { role: string; person: { name: string }; appointedBy: object | null }) => [
        role,
        person.name,
        appointedBy !== null,
      ]),
    ).toEqual([
      ['MEMBER', 'Anna', false],
      ['MEMBER', 'Anna', false],
      ['CHAIR', 'Anne', true],
      ['CHAIR', 'Anne', true],
    ]);
    expect(all.map(({ retractedAt }: { retractedAt: string | null }) => retractedAt)).toEqual([
      ...times.slice(1).map((at) => new Date(at).toISOString()),
      null,
    ]);
    expect(new Set(all.map(({ key }: { key: string }) => key)).size).toBe(4);
  });

  test('as known at a time holds what was recorded by then', async () => {
    const all = await history(`, knownAt: ${iso(times[1] as number)}`);
    expect(all.map(({ because, retractedAt }: { because: string; retractedAt: string | null }) => [because, retractedAt])).toEqual([
      ['RECORDED', new Date(times[1] as number).toISOString()],
      ['LEARNT', null],
    ]);
  });
});

test('corrections of what is gone and comes back are those of both times', async () => {
  const again = await emptyGraph();
  try {
    const at: number[] = [];
    for (const seats of [[SEAT, BO], [SEAT], [SEAT, BO], [SEAT]]) {
      await seedWorld(again, { ...world(seats), people: seats.length > 1 ? world([]).people : world([]).people.slice(0, 1) });
      at.push((await readRevision(again)).at);
    }
    const { corrections: found } = await ask(again, `{ corrections(since: ${iso(at[0] as number)}) { totalCount nodes { id because was { id } is { id } } } }`);
    const gone = [expect.anything(), null];
    const back = [null, expect.anything()];
    expect(found.nodes.map(({ was, is }: { was: object | null; is: object | null }) => [was, is])).toEqual([gone, gone, back, back, gone, gone]);
    expect(found.totalCount).toBe(6);
  } finally {
    await again.close();
  }
});

test('corrections are told of people who are one, and then not any more, and of no record that says so', async () => {
  const own = await emptyGraph();
  const clerk = clerkOf(own);
  await seedWorld(own, world([SEAT, BO]));
  const since = iso((await readRevision(own)).at + 1);
  const find = async () => (await ask(own, `{ corrections(since: ${since}) { nodes { ${FIELDS} } totalCount } }`)).corrections;
  let said = await clerk.record([{ mergePeople: { keep: 'person:anna', gone: 'person:bo', why: 'One.' } }]);
  for (let times = 1; times <= 3; times += 1) {
    const { nodes, totalCount } = await find();
    expect(totalCount).toBe(nodes.length);
    const of = (thing: string) => told(nodes).filter((one) => one.endsWith(` ${thing}`)).length;
    expect([of('person:anna'), of('person:bo'), of('merge:anna-bo')]).toEqual([times, times, 0]);
    said = await clerk.undo(said.entry?.id);
    expect(said.status).toBe('WRITTEN');
  }
  const { merges } = await ask(own, `{ merges: node(id: "correction:merge:anna-bo@${(await readRevision(own)).at}") { id } }`);
  expect(merges).toBeNull();
  await own.close();
});
