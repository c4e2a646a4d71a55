// What other systems of this field have been wrong about, asked of this one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const SOURCES = { documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }], sources: [{ id: 'source:1', document: 'doc:1', quote: 'Medlemmer.' }] };
const person = (name: string) => ({ id: `person:${name}`, name, sources: S });
const body = (name: string) => ({ id: `body:${name}`, kind: 'COMMITTEE', name, sources: S });
const seat = (who: string, where: string, dates: object, id = `${who}-${where}`) => ({
  id: `membership:${id}`,
  person: `person:${who}`,
  body: `body:${where}`,
  role: 'MEMBER',
  ...dates,
  sources: S,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

describe('one seat on one day', () => {
  const SEATS: Record<string, object> = {
    'a year': { from: '2026', until: '2026' },
    'from the year before to the year after': { from: '2025', until: '2027' },
    'no start': { until: '2026-06-01' },
    'no end': { from: '2026-03-01' },
    'two days': { from: '2026-05-01', until: '2026-05-03' },
    'the next term': { from: '2030-01-01', until: '2034-01-01' },
    'to a future end': { from: '2022-01-01', until: '2029-12-31' },
    'until further notice': { from: '2022-01-01', open: true },
    'a month': { from: '2026-03', until: '2026-11' },
    'no date at all': { undated: 'the register has none' },
  };
  const idOf = (name: string): string => name.replaceAll(' ', '-');
  const names = Object.keys(SEATS).map(idOf);
  beforeAll(async () => {
    await seedWorld(graph, {
      ...SOURCES,
      people: names.map(person),
      bodies: [body('committee')],
      memberships: Object.entries(SEATS).map(([name, dates]) => seat(idOf(name), 'committee', dates)),
    });
  });

  test.each([
    ['a year', '2025-12-31', null, 'UPCOMING'],
    ['a year', '2026-05-01', 'POSSIBLE', 'CURRENT'],
    ['a year', '2027-01-01', null, 'FORMER'],
    ['from the year before to the year after', '2026-05-01', 'CERTAIN', 'CURRENT'],
    ['from the year before to the year after', '2025-05-01', 'POSSIBLE', 'CURRENT'],
    ['no start', '1990-01-01', 'POSSIBLE', 'CURRENT'],
    ['no start', '2026-05-31', 'CERTAIN', 'CURRENT'],
    ['no start', '2026-06-01', null, 'FORMER'],
    ['no end', '2026-02-28', null, 'UPCOMING'],
    ['no end', '2026-03-01', 'CERTAIN', 'CURRENT'],
    ['no end', '2040-01-01', 'POSSIBLE', 'CURRENT'],
    ['two days', '2026-04-30', null, 'UPCOMING'],
    ['two days', '2026-05-01', 'CERTAIN', 'CURRENT'],
    ['two days', '2026-05-02', 'CERTAIN', 'CURRENT'],
    ['two days', '2026-05-03', null, 'FORMER'],
    ['the next term', '2026-05-01', null, 'UPCOMING'],
    ['to a future end', '2026-05-01', 'CERTAIN', 'CURRENT'],
    ['until further notice', '2100-01-01', 'CERTAIN', 'CURRENT'],
    ['a month', '2026-03-15', 'POSSIBLE', 'CURRENT'],
    ['a month', '2026-04-01', 'CERTAIN', 'CURRENT'],
    ['a month', '2026-11-01', 'POSSIBLE', 'CURRENT'],
    ['no date at all', '2026-05-01', 'POSSIBLE', 'CURRENT'],
  ])('%s, on %s: %s, %s', async (name, asOf, certainty, phase) => {
    const id = `person:${idOf(name)}`;
    const { seat: one, committee } = await ask(
      graph,
      `{ seat: person(id: "${id}", asOf: "${asOf}") { memberships(all: true) { nodes { certainty phase } } }
         committee: body(id: "body:committee", asOf: "${asOf}") { members { nodes { person { id } certainty } } } }`,
    );
    expect(one.memberships.nodes).toEqual([{ certainty, phase }]);
    const listed = committee.members.nodes.filter((member: { person: { id: string } }) => member.person.id === id);
    expect(listed).toEqual(certainty ? [{ person: { id }, certainty }] : []);
  });

  test('dates come out as they were printed, with what they leave open', async () => {
    const { body: committee } = await ask(
      graph,
      '{ body(id: "body:committee") { members(all: true) { nodes { person { id } from until interval { fromMin fromMax untilMin untilMax } } } } }',
    );
    const of = Object.fromEntries(committee.members.nodes.map(({ person: { id }, ...rest }: { person: { id: string } }) => [id.replace('person:', ''), rest]));
    expect(of['a-year']).toEqual({
      from: '2026',
      until: '2026',
      interval: { fromMin: '2026-01-01', fromMax: '2026-12-31', untilMin: '2026-01-02', untilMax: '2027-01-01' },
    });
    expect(of['a-month']).toEqual({
      from: '2026-03',
      until: '2026-11',
      interval: { fromMin: '2026-03-01', fromMax: '2026-03-31', untilMin: '2026-11-01', untilMax: '2026-12-01' },
    });
    expect(of['no-date-at-all']).toEqual({ from: null, until: null, interval: { fromMin: null, fromMax: null, untilMin: null, untilMax: null } });
  });
});

test('on every day of a hand-over exactly one person holds the seat', async () => {
  await seedWorld(graph, {
    ...SOURCES,
    people: [person('before'), person('after')],
    bodies: [body('council')],
    memberships: [
      seat('before', 'council', { role: 'MAYOR', from: '2022-01-01', until: '2026-05-01' }),
      seat('after', 'council', { role: 'MAYOR', from: '2026-05-01', until: '2030-01-01' }),
    ],
  });
  const days = ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02'];
  const fields = days.map((day, at) => `d${at}: body(id: "body:council", asOf: "${day}") { members(roles: [MAYOR]) { nodes { certainty person { id } } } }`);
  const answer = await ask(graph, `{ ${fields.join('\n')} }`);
  expect(days.map((_, at) => answer[`d${at}`].members.nodes)).toEqual(
    ['before', 'before', 'after', 'after'].map((name) => [{ certainty: 'CERTAIN', person: { id: `person:${name}` } }]),
  );
});

test('four levels deep there is nothing from another time', async () => {
  const early = { from: '2018-01-01', until: '2022-01-01' };
  const late = { from: '2022-01-01', until: '2026-01-01' };
  const both = { from: '2018-01-01', until: '2026-01-01' };
  const tie = (who: string, party: string, dates: object) => ({
    id: `affiliation:${who}-${party}`,
    person: `person:${who}`,
    with: `party:${party}`,
    ...dates,
    sources: S,
  });
  await seedWorld(graph, {
    ...SOURCES,
    parties: ['early', 'late'].map((name) => ({ id: `party:${name}`, name, sources: S })),
    people: ['stays', 'early', 'late', 'early-colleague', 'late-colleague'].map(person),
    bodies: ['forum', 'early-board', 'late-board', 'board'].map(body),
    memberships: [
      seat('stays', 'forum', both),
      seat('early', 'forum', early),
      seat('late', 'forum', late),
      seat('stays', 'early-board', early),
      seat('stays', 'late-board', late),
      seat('stays', 'board', both),
      seat('early-colleague', 'board', early),
      seat('late-colleague', 'board', late),
    ],
    affiliations: ['stays', 'early-colleague', 'late-colleague'].flatMap((who) => [tie(who, 'early', early), tie(who, 'late', late)]),
  });
  const seen = async (asOf: string): Promise<string[]> => {
    const answer = await ask(
      graph,
      `{ body(id: "body:forum", asOf: "${asOf}") { members { nodes { id person { id party { id } memberships { nodes { id body { id
           members { nodes { id person { id party { id } affiliations { id } memberships { nodes { id body { id } } } } } } } } } } } } } }`,
    );
    return [...new Set([...JSON.stringify(answer).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id as string))];
  };
  for (const [asOf, now, other] of [
    ['2020-06-01', 'early', 'late'],
    ['2024-06-01', 'late', 'early'],
  ] as const) {
    const ids = await seen(asOf);
    expect(ids).toEqual(expect.arrayContaining([`person:${now}`, `body:${now}-board`, `person:${now}-colleague`, `party:${now}`]));
    expect(ids.filter((id) => id.includes(other) && !id.startsWith('membership:'))).toEqual([]);
  }
});

test('what was wrong in the record is a correction, what moved in the world a change', async () => {
  const world = (from: string) => ({
    ...SOURCES,
    people: [person('anna')],
    bodies: [body('board')],
    memberships: [seat('anna', 'board', { from, until: '2024-01-01' })],
  });
  await seedWorld(graph, world('2022-03-01'));
  const before = new Date((await readRevision(graph)).at).toISOString();
  await seedWorld(graph, world('2022-04-01'));
  const CHANGES = 'changes(from: "2022-01-01", until: "2024-12-31", filter: { person: "person:anna" }';
  const { now, then, corrections } = await ask(
    graph,
    `{ now: ${CHANGES}) { nodes { on kind cause } }
       then: ${CHANGES}, knownAt: "${before}") { nodes { on kind } }
       corrections(since: "${before}", filter: { person: "person:anna" }) { nodes { because was { ... on Membership { from } } is { ... on Membership { from } } } } }`,
  );
  expect(now.nodes).toEqual([
    { on: '2022-04-01', kind: 'JOINED', cause: null },
    { on: '2024-01-01', kind: 'LEFT', cause: 'OWN_END' },
  ]);
  expect(then.nodes).toEqual([
    { on: '2022-03-01', kind: 'JOINED' },
    { on: '2024-01-01', kind: 'LEFT' },
  ]);
  expect(corrections.nodes.filter(({ because }: { because: string }) => because !== 'RECORDED').at(-1)).toEqual({
    because: 'CORRECTED',
    was: { from: '2022-03-01' },
    is: { from: '2022-04-01' },
  });
});
