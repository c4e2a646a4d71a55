import { afterEach, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Office, minutesOf, officeOf } from './office.js';
import type { Told } from './recording.js';
import { type World, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
let office: Office;
afterEach(async () => {
  await office?.close();
  await graph?.close();
});

const sources = ['source:1'];
const person = (id: string, name: string) => ({ id: `person:${id}`, name, sources });
const body = (id: string, kind: string, more: object = {}) => ({ id: `body:${id}`, kind, name: id, sources, ...more });
const seat = (who: string, where: string, role: string, more: object = {}) => ({
  ...{ id: `membership:${where}-${who}`, person: `person:${who}`, body: `body:${where}`, role, from: '2022-01-01', open: true, sources },
  ...more,
});
const BASE: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
};

const opened = async (world: World): Promise<void> => {
  graph = await emptyGraph();
  await seedWorld(graph, { ...BASE, ...world });
  office = await officeOf(graph);
};

/** What happened, in short. */
const lines = (events: Told['events']): string[] => events.map(({ kind, person: who }) => `${kind} ${who?.id.slice('person:'.length) ?? ''}`.trim()).sort();

/** Who sits in a body on a day, in their roles; with a question mark where that is not certain. */
const sitting = async (where: string, asOf: string, knownAt?: string): Promise<string[]> => {
  const query = `query ($id: ID!, $asOf: LocalDate, $knownAt: DateTime) { body(id: $id, asOf: $asOf, knownAt: $knownAt) { members { nodes { role certainty person { name } } } } }`;
  const { body: told } = await office.ask(query, { id: `body:${where}`, asOf, knownAt });
  const members = told.members.nodes as { role: string; certainty: string; person: { name: string } }[];
  return members.map(({ role, certainty, person: { name } }) => `${name} ${role}${certainty === 'CERTAIN' ? '' : '?'}`);
};

const now = async (): Promise<string> => new Date((await readRevision(graph)).at).toISOString();

test('a mayor dies, and the deputy stands in until a new one is elected', async () => {
  await opened({
    people: [person('liv', 'Liv Sander'), person('max', 'Max Ebert'), person('nora', 'Nora Falster')],
    bodies: [body('council', 'COUNCIL'), body('water', 'BOARD')],
    offices: [{ id: 'office:mayor', body: 'body:council', role: 'MAYOR', sources }],
    memberships: [
      seat('liv', 'council', 'MAYOR'),
      seat('max', 'council', 'DEPUTY_MAYOR'),
      seat('nora', 'council', 'COUNCILLOR'),
      seat('liv', 'water', 'CHAIR', { dependsOn: [{ on: 'membership:council-liv', sources }] }),
    ],
  });
  const dead = await office.write(
    [{ die: { person: 'person:liv', on: '2024-03-12' } }, { standIn: { substitute: 'membership:council-max', office: 'office:mayor', from: '2024-03-13' } }],
    minutesOf('2024-03-13', 'The mayor died yesterday. Max Ebert acts as mayor.'),
  );
  expect([lines(dead.events), lines(dead.carried)]).toEqual([
    ['DIED liv', 'STOOD_IN max'],
    ['LEFT liv', 'LEFT liv'],
  ]);
  expect(await sitting('council', '2024-03-12')).toEqual(['Liv Sander MAYOR', 'Max Ebert DEPUTY_MAYOR', 'Nora Falster COUNCILLOR']);
  expect(await sitting('council', '2024-03-13')).toEqual(['Max Ebert DEPUTY_MAYOR', 'Nora Falster COUNCILLOR']);
  expect(await sitting('water', '2024-03-13')).toEqual([]);

  const known = await now();
  const elected = await office.write(
    [{ replace: { membership: 'membership:council-liv', newHolder: { id: 'person:nora' }, from: '2024-04-16', cause: 'DIED', began: 'ELECTED' } }],
    minutesOf('2024-04-16', 'Nora Falster is elected mayor.'),
  );
  expect(lines(elected.events)).toEqual(['REPLACED nora']);
  const acting = async (asOf: string, knownAt?: string): Promise<string[]> => {
    const query = `query ($asOf: LocalDate, $knownAt: DateTime) { office: node(id: "office:mayor", asOf: $asOf, knownAt: $knownAt) { ... on Office { standIns { substitute { person { name } } } } } }`;
    const told = (await office.ask(query, { asOf, knownAt })).office.standIns as { substitute: { person: { name: string } } }[];
    return told.map(({ substitute }) => substitute.person.name);
  };
  expect(await Promise.all(['2024-03-12', '2024-03-13', '2024-04-15', '2024-04-16'].map((day) => acting(day)))).toEqual([[], ['Max Ebert'], ['Max Ebert'], []]);
  expect(await acting('2024-04-16', known)).toEqual(['Max Ebert']);
  expect(await sitting('council', '2024-04-16')).toEqual(['Nora Falster MAYOR', 'Max Ebert DEPUTY_MAYOR', 'Nora Falster COUNCILLOR']);
});

test('four committees become one', async () => {
  const old = ['roads', 'parks', 'water', 'waste'];
  await opened({
    people: old.map((name) => person(name, `Chair of ${name}`)),
    bodies: [body('council', 'COUNCIL'), ...old.map((name) => body(name, 'COMMITTEE'))],
    memberships: old.map((name) => seat(name, name, 'CHAIR')),
  });
  const told = await office.write(
    [
      { establish: { id: 'body:works', name: 'Works', kind: 'COMMITTEE', from: '2024-01-01', partOf: 'body:council' } },
      { succeed: { from: old.map((name) => `body:${name}`), to: ['body:works'], on: '2024-01-01' } },
      ...old.map((name) => ({
        appoint: { person: { id: `person:${name}` }, body: 'body:works', role: name === 'roads' ? 'CHAIR' : 'MEMBER', from: '2024-01-01' },
      })),
    ],
    minutesOf('2023-12-05', 'From the new year the four committees are one.'),
  );
  expect(lines(told.carried)).toEqual(old.map((name) => `LEFT ${name}`).sort());
  const { body: works } = await office.ask(
    '{ body(id: "body:works", asOf: "2024-01-01") { phase predecessors { on predecessor { id phase } } parents: partOf { id } members { totalCount } } }',
  );
  expect(
    works.predecessors.map(({ on, predecessor }: { on: string; predecessor: { id: string; phase: string } }) => [on, predecessor.id, predecessor.phase]).sort(),
  ).toEqual(old.map((name) => ['2024-01-01', `body:${name}`, 'FORMER']).sort());
  expect(works).toMatchObject({ phase: 'CURRENT', members: { totalCount: 4 } });
  for (const name of old) {
    expect(await sitting(name, '2023-12-31')).toEqual([`Chair of ${name} CHAIR`]);
    expect(await sitting(name, '2024-01-01')).toEqual([]);
  }
  expect(await office.undo(told.entry?.id, 'The council decided otherwise.')).toMatchObject({ status: 'WRITTEN', events: [], carried: [] });
  expect(await office.ask('{ body(id: "body:works") { id } }')).toEqual({ body: null });
  expect(await sitting('waste', '2024-01-01')).toEqual(['Chair of waste CHAIR']);
});

test('somebody who was entered twice is one person, whichever record is asked for', async () => {
  await opened({
    people: [person('kai-lund', 'Kai Lund'), person('bo', 'Bo')],
    bodies: [body('council', 'COUNCIL'), body('port', 'BOARD')],
    memberships: [seat('kai-lund', 'council', 'COUNCILLOR')],
  });
  const act = {
    appoint: {
      id: 'membership:port-kai',
      person: { new: { id: 'person:kai-m-lund', name: 'Kai Lund' } },
      body: 'body:port',
      role: 'MEMBER',
      from: '2023-01-01',
    },
  };
  const both = { appoint: { id: 'membership:council-kai', person: { id: 'person:kai-m-lund' }, body: 'body:council', role: 'COUNCILLOR', from: '2022-01-01' } };
  const source = minutesOf('2023-02-01', 'Kai Lund sits in both.');
  const warned = await office.record([act, both], source);
  expect([warned.status, warned.problems.map(({ code }) => code)]).toEqual(['REFUSED', ['POSSIBLE_DUPLICATE']]);
  await office.write(
    [act, both],
    source,
    warned.problems.map(({ id }) => id),
  );
  const before = await now();
  expect(await sitting('council', '2024-01-01')).toEqual(['Kai Lund COUNCILLOR', 'Kai Lund COUNCILLOR']);
  const merged = await office.write(
    [{ mergePeople: { keep: 'person:kai-lund', gone: 'person:kai-m-lund', why: 'One and the same.' } }],
    minutesOf('2023-03-01', 'One and the same.'),
  );
  const made = merged.made.filter(({ node }) => !/^(doc|source):/.test(node?.id ?? ''));
  expect(made).toEqual([{ act: 0, because: 'CORRECTED', node: null, was: { id: 'person:kai-m-lund' } }]);
  const seats = async (id: string) =>
    (await office.ask('query ($id: ID!) { person(id: $id, asOf: "2024-01-01") { id memberships { nodes { body { id } } } } }', { id })).person;
  const one = { id: 'person:kai-lund', memberships: { nodes: [{ body: { id: 'body:council' } }, { body: { id: 'body:port' } }] } };
  expect(await seats('person:kai-lund')).toEqual(one);
  expect(await seats('person:kai-m-lund')).toEqual(one);
  expect(await sitting('council', '2024-01-01')).toEqual(['Kai Lund COUNCILLOR']);
  expect(await sitting('council', '2024-01-01', before)).toEqual(['Kai Lund COUNCILLOR', 'Kai Lund COUNCILLOR']);
  await office.undo(merged.entry?.id, 'They are two.');
  expect(await sitting('council', '2024-01-01')).toEqual(['Kai Lund COUNCILLOR', 'Kai Lund COUNCILLOR']);
});

test('a wrong date is corrected, and the correction taken back', async () => {
  await opened({
    people: [person('ida', 'Ida Bro')],
    bodies: [body('school', 'BOARD')],
    memberships: [seat('ida', 'school', 'CHAIR', { until: '2024-08-01', open: undefined, ended: 'RESIGNED' })],
  });
  const days = async (knownAt?: string) => Promise.all(['2024-06-30', '2024-07-01', '2024-07-31', '2024-08-01'].map((day) => sitting('school', day, knownAt)));
  const [sits, gone] = [['Ida Bro CHAIR'], []];
  expect(await days()).toEqual([sits, sits, sits, gone]);
  const before = await now();
  const told = await office.write(
    [{ correct: { thing: 'membership:school-ida', set: { until: '2024-07-01' }, why: 'The letter says July.' } }],
    minutesOf('2024-09-03', 'She left on 1 July.'),
  );
  expect(told.made.map(({ because }) => because)).toContain('CORRECTED');
  expect(await days()).toEqual([sits, gone, gone, gone]);
  const between = await now();
  const undone = await office.undo(told.entry?.id, 'The letter was of another Ida.');
  expect(undone).toMatchObject({ status: 'WRITTEN', events: [], carried: [] });
  expect(await days()).toEqual([sits, sits, sits, gone]);
  expect(await days(before)).toEqual([sits, sits, sits, gone]);
  expect(await days(between)).toEqual([sits, gone, gone, gone]);
});

test('a list of the members of a day brings two whom nobody knew, and misses one', async () => {
  await opened({
    people: ['anna', 'bo', 'carl'].map((name) => person(name, name)),
    bodies: [body('port', 'BOARD')],
    memberships: ['anna', 'bo', 'carl'].map((name) => seat(name, 'port', 'MEMBER')),
  });
  const listed = (who: object) => ({ person: who, role: 'MEMBER' });
  const told = await office.write(
    [
      {
        list: {
          body: 'body:port',
          on: '2024-05-01',
          complete: true,
          members: [
            ...['anna', 'bo'].map((name) => listed({ id: `person:${name}` })),
            ...['Dagny Dyhr', 'Eskil Enevoldsen'].map((name) => listed({ new: { name } })),
          ],
        },
      },
    ],
    minutesOf('2024-05-01', 'Present: all members.'),
  );
  expect(lines(told.carried)).toEqual(['LEFT carl']);
  expect(told.made.filter(({ node }) => node?.id.startsWith('person:')).map(({ node }) => node?.id)).toEqual(['person:dagny-dyhr', 'person:eskil-enevoldsen']);
  expect(await sitting('port', '2024-05-01')).toEqual(['anna MEMBER', 'bo MEMBER', 'Dagny Dyhr MEMBER', 'Eskil Enevoldsen MEMBER']);
  expect(await sitting('port', '2024-04-30')).toEqual(['anna MEMBER', 'bo MEMBER', 'carl MEMBER?', 'Dagny Dyhr MEMBER?', 'Eskil Enevoldsen MEMBER?']);
  const { body: counted } = await office.ask('{ body(id: "body:port", asOf: "2024-05-01") { composition { filled { min max open } completeOn } } }');
  expect(counted.composition).toEqual({ filled: { min: 4, max: 4, open: false }, completeOn: '2024-05-01' });
});

test('an election is annulled: whom it brought in go, and it is known that they sat', async () => {
  await opened({
    people: ['anna', 'bo'].map((name) => person(name, name)),
    bodies: [body('parish', 'COUNCIL')],
    memberships: [seat('anna', 'parish', 'MEMBER', { until: '2024-01-01', open: undefined })],
  });
  const elected = (name: string, from: string) => ({
    appoint: {
      id: `membership:parish-${name}-${from.slice(0, 7)}`,
      person: { id: `person:${name}` },
      body: 'body:parish',
      role: 'MEMBER',
      from,
      began: 'ELECTED',
    },
  });
  await office.write([elected('anna', '2024-01-01'), elected('bo', '2024-01-01')], minutesOf('2023-11-21', 'Anna and Bo are elected.'));
  const annulled = await office.write(
    ['anna', 'bo'].map((name) => ({ end: { thing: `membership:parish-${name}-2024-01`, ends: { until: '2024-03-10' }, cause: 'ANNULLED' } })),
    minutesOf('2024-03-10', 'The election is void.'),
  );
  expect([lines(annulled.events), annulled.carried]).toEqual([['LEFT anna', 'LEFT bo'], []]);
  await office.write([elected('bo', '2024-06-01')], minutesOf('2024-05-28', 'Bo is elected at the election that was held again.'));
  expect(await Promise.all(['2024-03-09', '2024-03-10', '2024-06-01'].map((day) => sitting('parish', day)))).toEqual([
    ['anna MEMBER', 'bo MEMBER'],
    [],
    ['bo MEMBER'],
  ]);
  const { node } = await office.ask('{ node(id: "membership:parish-anna-2024-01") { ... on Membership { ended history { because } } } }');
  expect(node).toEqual({ ended: 'ANNULLED', history: [{ because: 'RECORDED' }, { because: 'CHANGED' }] });
});
