import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { seedFolders } from '../src/exchange/seed.js';
import { SeedError } from '../src/exchange/problems.js';
import { SEEDED } from './seeded.js';
import { type World, ask, emptyGraph, engine, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const S = ['source:1'];
const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));
const SEAT = { id: 'membership:anna', person: 'person:anna', body: 'body:forum', role: 'MEMBER', seen: seen('2022-06-21'), sources: S };

const world = (seat: object = SEAT, more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' },
    { id: 'source:2', document: 'doc:1', quote: 'Anna sidder i forum.' },
  ],
  people: [{ id: 'person:anna', name: 'Anna', sources: S }],
  bodies: [{ id: 'body:forum', kind: 'FORUM', name: 'Forum', sources: S }],
  memberships: [seat],
  ...more,
});

const seatAt = async (knownAt?: number) => {
  const lens = knownAt ? `, knownAt: "${new Date(knownAt).toISOString()}"` : '';
  const { node } = await ask(
    graph,
    `{ node(id: "membership:anna", asOf: "2022-06-21"${lens}) { ... on Membership { role because certainty interval { fromMax untilMin untilMax } sources { quote } } } }`,
  );
  return node;
};

const now = async (): Promise<number> => (await readRevision(graph)).at;

describe('seeding', () => {
  test('data sets that come along, twice: the second time writes nothing', async () => {
    const first = await seedFolders(graph, SEEDED.few());
    expect(first.map(({ dataSet, rows, recorded }) => [dataSet, rows === recorded && rows > 300])).toEqual([
      ['denmark', true],
      ['kkr', true],
      ['sundhed', true],
    ]);
    const before = await readRevision(graph);
    const second = await seedFolders(graph, SEEDED.few());
    expect(second.map(({ recorded, learnt, corrected, retracted, derived }) => recorded + learnt + corrected + retracted + derived)).toEqual([0, 0, 0]);
    expect(await readRevision(graph)).toEqual(before);
  });

  test.each([
    ['another sighting is LEARNT', { ...SEAT, seen: seen('2022-06-21', '2022-03-23') }, 'LEARNT', { fromMax: '2022-03-23' }],
    ['another source is LEARNT', { ...SEAT, sources: ['source:1', 'source:2'] }, 'LEARNT', {}],
    ['a narrower date is LEARNT', { ...SEAT, from: '2022' }, 'LEARNT', {}],
    ['that its holder gave it up is LEARNT', { ...SEAT, ended: 'RESIGNED' }, 'LEARNT', {}],
    ['how it began, and for which ward, is LEARNT', { ...SEAT, began: 'ELECTED', district: 'Nord' }, 'LEARNT', {}],
    ['that the holder never sat is CORRECTED', { ...SEAT, seen: undefined, declined: true }, 'CORRECTED', { fromMax: null }],
    ['another role is CORRECTED', { ...SEAT, role: 'CHAIR' }, 'CORRECTED', {}],
    ['a sighting that is gone is CORRECTED', { ...SEAT, seen: undefined, undated: 'Not said.' }, 'CORRECTED', { fromMax: null }],
    ['a sighting that it is over is LEARNT', { ...SEAT, over: seen('2022-09-01') }, 'LEARNT', { untilMax: '2022-09-01' }],
    ['an appointment that comes to light is LEARNT', { ...SEAT, appointment: { by: { principal: 'body:forum', sources: S } } }, 'LEARNT', {}],
  ])('%s', async (_, seat, because, interval) => {
    await seedWorld(graph, world());
    const before = await now();
    const report = await seedWorld(graph, world(seat));
    expect([report.learnt, report.corrected]).toEqual(because === 'LEARNT' ? [1, 0] : [0, 1]);
    expect(await seatAt()).toMatchObject({ because, interval });
    expect(await seatAt(before)).toMatchObject({ because: 'RECORDED', role: 'MEMBER', interval: { fromMax: '2022-06-21' } });
  });

  test('a sighting that it is over, and that is gone, is CORRECTED', async () => {
    await seedWorld(graph, world({ ...SEAT, over: seen('2022-09-01') }));
    expect(await seedWorld(graph, world())).toMatchObject({ learnt: 0, corrected: 1 });
    expect(await seatAt()).toMatchObject({ because: 'CORRECTED', interval: { untilMax: null } });
  });

  test('a row that is gone is retracted, and still known at the time before', async () => {
    await seedWorld(graph, world());
    const before = await now();
    expect(await seedWorld(graph, world(SEAT, { memberships: [] }))).toMatchObject({ retracted: 1 });
    expect(await seatAt()).toBeNull();
    expect(await seatAt(before)).toMatchObject({ certainty: 'CERTAIN' });
    expect(await seedWorld(graph, world())).toMatchObject({ recorded: 0, corrected: 1 });
    expect(await seatAt()).toMatchObject({ certainty: 'CERTAIN', because: 'CORRECTED' });
  });

  test("a corrected existence writes the body's seats anew as DERIVED, in its transaction", async () => {
    await seedWorld(graph, world());
    const before = await now();
    const ended = world(SEAT, { bodies: [{ id: 'body:forum', kind: 'FORUM', name: 'Forum', existence: { until: '2022-07-01' }, sources: S }] });
    expect(await seedWorld(graph, ended)).toMatchObject({ learnt: 1, corrected: 0, derived: 1 });
    expect(await seatAt()).toMatchObject({ because: 'DERIVED', interval: { untilMax: '2022-07-01' } });
    expect(await seatAt(before)).toMatchObject({ because: 'RECORDED', interval: { untilMax: null } });
  });

  test('a name that is corrected is what it was at the time before', async () => {
    await seedWorld(graph, world());
    const before = await now();
    await seedWorld(graph, world(SEAT, { people: [{ id: 'person:anna', name: 'Anna Bo', sources: S }] }));
    const name = async (lens: string) => (await ask(graph, `{ person(id: "person:anna"${lens}) { name } }`)).person.name;
    expect([await name(''), await name(`, knownAt: "${new Date(before).toISOString()}"`)]).toEqual(['Anna Bo', 'Anna']);
  });

  test('lists of a time before a correction hold and order what they held then', async () => {
    const people = (one: string) => [
      { id: 'person:anna', name: one, sources: S },
      { id: 'person:bo', name: 'Bo', sources: S },
    ];
    const forum = (existence?: object) => [{ id: 'body:forum', kind: 'FORUM', name: 'Forum', existence, sources: S }];
    const seats = [SEAT, { ...SEAT, id: 'membership:bo', person: 'person:bo' }];
    const asked = async (lens: string) => {
      const {
        people: all,
        bodies,
        body,
      } = await ask(
        graph,
        `{ people(${lens}) { nodes { id } } bodies(asOf: "2022-06-21", ${lens}) { totalCount nodes { id } } body(id: "body:forum", asOf: "2022-06-21", ${lens}) { members { nodes { id } } } }`,
      );
      return [all.nodes, bodies.nodes, body.members.nodes].map((nodes: { id: string }[]) => nodes.map(({ id }) => id)).concat(bodies.totalCount);
    };
    await seedWorld(graph, world(SEAT, { people: people('Anna'), memberships: seats, bodies: forum() }));
    const before = `knownAt: "${new Date(await now()).toISOString()}"`;
    const then = [['person:anna', 'person:bo'], ['body:forum'], ['membership:anna', 'membership:bo'], 1];
    expect(await asked(before)).toEqual(then);
    await seedWorld(graph, world(SEAT, { people: people('Zoe'), memberships: seats, bodies: forum({ until: '2022-01-01' }) }));
    expect(await asked(before)).toEqual(then);
    expect(await asked('knownAt: null')).toEqual([['person:bo', 'person:anna'], [], [], 0]);
  });

  test('an agenda item that is corrected is what it was at the time before, below its meeting too', async () => {
    const titled = (title: string) =>
      world(SEAT, {
        meetings: [{ id: 'meeting:1', body: 'body:forum', sources: S }],
        'agenda-items': [{ id: 'item:1', meeting: 'meeting:1', title, sources: S }],
      });
    await seedWorld(graph, titled('Budget'));
    const before = await now();
    await seedWorld(graph, titled('Budget 2023'));
    const title = async (lens: string) => (await ask(graph, `{ meeting(id: "meeting:1"${lens}) { agendaItems { title } } }`)).meeting.agendaItems[0].title;
    expect([await title(''), await title(`, knownAt: "${new Date(before).toISOString()}"`)]).toEqual(['Budget 2023', 'Budget']);
  });

  test.each([
    ['an unknown role', { memberships: [{ ...SEAT, role: 'KING' }] }, { file: 'memberships.json', field: 'role' }],
    ['a misspelt property', { memberships: [{ ...SEAT, titel: 'medlem' }] }, { file: 'memberships.json', field: null }],
    ['from after until', { memberships: [{ ...SEAT, from: '2023', until: '2022' }] }, { file: 'memberships.json', field: null }],
    ['a person that is not there', { memberships: [{ ...SEAT, person: 'person:bo' }] }, { file: 'memberships.json', field: 'person' }],
    ['a source that is not there', { memberships: [{ ...SEAT, sources: ['source:9'] }] }, { file: 'memberships.json', field: 'sources.0' }],
    ['an id given twice', { memberships: [SEAT, SEAT] }, { file: 'memberships.json', field: 'id' }],
    ['a day that is none', { memberships: [{ ...SEAT, from: '2022-02-30' }] }, { file: 'memberships.json' }],
  ])('refuses %s, says where and what, and writes nothing', async (_, rows, place) => {
    const error = await seedWorld(graph, world(SEAT, rows as World)).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SeedError);
    const [problem] = (error as SeedError).problems;
    expect(problem?.file).toContain(place.file);
    if ('field' in place) expect([problem?.id, problem?.field]).toEqual(['membership:anna', place.field]);
    expect(problem?.required && problem.given).toBeTruthy();
    expect(await readRevision(graph)).toMatchObject({ number: 0, at: 0, writing: false });
  });

  test('what a data set that is kept up to date gives no end lasts until further notice, and ends with its body', async () => {
    const kept = { maintained: 'continuously' };
    await seedWorld(graph, world(), kept);
    expect(await seatAt()).toMatchObject({ interval: { fromMax: '2022-06-21', untilMin: null, untilMax: null }, because: 'RECORDED' });
    const bodyEnding = (until: string) => world(SEAT, { bodies: [{ id: 'body:forum', kind: 'FORUM', name: 'Forum', existence: { until }, sources: S }] });
    await seedWorld(graph, bodyEnding('2023'), kept);
    expect(await seatAt()).toMatchObject({ interval: { untilMin: '2023-01-01', untilMax: '2024-01-01' }, because: 'DERIVED' });
  });

  test('says which engine holds it', async () => {
    await seedWorld(graph, world());
    expect((await ask(graph, '{ graph { engine people bodies memberships dataSets { id title date terms } } }')).graph).toEqual({
      engine,
      people: 1,
      bodies: 1,
      memberships: 1,
      dataSets: [{ id: 'world', title: 'A small world', date: '2022-06-21', terms: 'made up' }],
    });
  });
});
