import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Told, clerkOf } from './clerk.js';
import { council, row, seat } from './events-world.js';
import { stateOf } from './state.js';
import { emptyGraph, seedWorld } from './world.js';

const OPEN = { from: '2018-01-01', open: true };
const on = (id: string) => ({ dependsOn: [{ on: `membership:${id}`, sources: ['source:1'] }] });
const WORLD = council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN, on('anna')), seat('dora', 'dora', OPEN, { body: 'body:board' })], {
  people: [row('person:carl', { name: 'Carl' })],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board', existence: OPEN })],
  parties: [row('party:red', { name: 'Red' }), row('party:blue', { name: 'Blue' })],
  affiliations: [row('affiliation:anna-red', { person: 'person:anna', with: 'party:red', ...OPEN })],
});

const SAID = { source: { recorded: 'source:1' } };
const why = 'So it was.';
const CARL = { id: 'membership:carl', person: { id: 'person:carl' }, body: 'body:council', role: 'MEMBER', from: '2023-01-01' };
const appoint = { appoint: CARL };
const end = (thing: string) => ({ end: { thing, ends: { until: '2024-01-01' }, ...(thing.startsWith('membership') && { cause: 'RESIGNED' }) } });
const back = (thing: string, set: object = { ends: null }) => ({ correct: { thing, set, why } });
const learn = (thing: string, set: object) => ({ learn: { thing, set, why } });
const retract = (thing: string) => ({ retract: { thing, why } });
const dissolve = { dissolve: { thing: 'body:board', ends: { until: '2024-01-01' } } };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterEach(() => graph.close());

const said = async (...acts: object[]): Promise<Told> => {
  const clerk = clerkOf(graph);
  const [checked, told] = [await clerk.record(acts, { ...SAID, mode: 'CHECK' }), await clerk.record(acts, SAID)];
  const all = ({ problems, made, events, carried, findings }: Told) => ({ problems, made, events, carried, findings });
  expect(all(checked)).toEqual(all(told));
  return told;
};
const kinds = (told: { kind: string; person: { id: string } | null }[]) => told.map(({ kind, person }) => [kind, person?.id].filter(Boolean).join(' ')).sort();

describe('what acts of one entry say and take back is not written:', () => {
  test.each<[string, object[]]>([
    ['a seat that never was', [appoint, retract('membership:carl')]],
    ['an end of a seat', [end('membership:anna'), back('membership:anna')]],
    ['an end of a tie', [end('affiliation:anna-red'), back('affiliation:anna-red')]],
    ['an end of a body', [dissolve, back('body:board')]],
    ['a title', [learn('membership:anna', { title: 'Elder' }), back('membership:anna', { title: null })]],
    ['a death', [{ die: { person: 'person:anna', on: '2023-01-01' } }, back('person:anna', { on: null })]],
    ['a seat and its end', [appoint, end('membership:carl'), retract('membership:carl')]],
  ])('%s', async (_, acts) => {
    const before = await stateOf(graph);
    expect(await said(...acts)).toMatchObject({ status: 'UNCHANGED', made: [], events: [], carried: [], entry: null });
    expect(await stateOf(graph)).toEqual(before);
  });

  test('beside what stays', async () => {
    const told = await said(end('membership:anna'), appoint, back('membership:anna'));
    expect(told).toMatchObject({ status: 'WRITTEN', made: [{ act: 1, node: { id: 'membership:carl' }, because: 'RECORDED' }], carried: [] });
    expect(kinds(told.events)).toEqual(['JOINED person:carl']);
  });

  test('but for a source that is new', async () => {
    const document = { new: { title: 'Letter', kind: 'letter', date: '2024-02-01' } };
    const source = { passage: { document, quote: 'Anna stays.' } };
    const told = await clerkOf(graph).record([end('membership:anna'), back('membership:anna')], { source });
    expect([told.made.find(({ node }) => node?.id === 'membership:anna')?.because, told.events]).toEqual(['LEARNT', []]);
  });
});

describe('of what an end is taken away lasts until further notice again:', () => {
  const SEAT = ['membership:carl', { from: '2023-01-01', open: true }] as const;
  const BODY = ['body:board', OPEN] as const;
  test.each<[string, object[][], readonly [string, object]]>([
    ['a seat, in one entry', [[appoint, end('membership:carl'), back('membership:carl')]], SEAT],
    ['a seat, in three', [[appoint], [end('membership:carl')], [back('membership:carl')]], SEAT],
    ['a body of a data set, in two', [[dissolve], [back('body:board')]], BODY],
  ])('%s', async (_, entries, [id, dates]) => {
    for (const acts of entries) await said(...acts);
    const stated = (await stateOf(graph)).find((one) => one['id'] === id)?.['stated'];
    expect(JSON.parse(String(stated))).toEqual(dates);
  });
});

describe('what never was is not taken away twice:', () => {
  test.each([['membership:bo'], ['affiliation:anna-red'], ['person:carl'], ['party:blue']])('%s of a data set', async (thing) => {
    expect((await said(retract(thing))).status).toBe('WRITTEN');
    expect(await said(retract(thing))).toMatchObject({ status: 'UNCHANGED', problems: [] });
  });

  test('nor in one entry, nor what an entry wrote', async () => {
    expect((await said(retract('membership:bo'), retract('membership:bo'))).made).toHaveLength(1);
    await said(appoint);
    await said(retract('membership:carl'));
    expect((await said(retract('membership:carl'))).status).toBe('UNCHANGED');
    expect(await said(appoint)).toMatchObject({ status: 'WRITTEN', made: [{ node: { id: 'membership:carl' } }] });
  });

  test('what nobody ever recorded is not known', async () => {
    expect(await said(retract('membership:nobody'))).toMatchObject({
      status: 'REFUSED',
      problems: [{ code: 'UNKNOWN_ID', path: ['acts', '0', 'retract', 'thing'] }],
    });
  });
});

describe('what ends by rule is carried, whatever else the entry says of it:', () => {
  const office = (...more: object[]) => [{ openOffice: { id: 'office:chair', body: 'body:council', role: 'CHAIR', from: '2020-01-01' } }, ...more];
  const BOARD = { appoint: { ...CARL, body: 'body:board' } };
  test.each<[string, object[], string[], string[]]>([
    ['with a seat', [end('membership:anna'), learn('membership:bo', { title: 'Elder' })], ['LEFT person:anna'], ['LEFT person:bo']],
    ['with the body', [BOARD, dissolve], ['BODY_DISSOLVED', 'JOINED person:carl'], ['LEFT person:carl', 'LEFT person:dora']],
    ['with the office', office({ appoint: { ...CARL, role: 'CHAIR' } }, end('office:chair')), ['JOINED person:carl'], ['LEFT person:carl']],
    ['with a life', [appoint, { die: { person: 'person:carl', on: '2024-01-01' } }], ['DIED person:carl', 'JOINED person:carl'], ['LEFT person:carl']],
    ['and by its own date', [BOARD, end('membership:carl'), dissolve], ['BODY_DISSOLVED', 'JOINED person:carl', 'LEFT person:carl'], ['LEFT person:dora']],
  ])('%s', async (_, acts, events, carried) => {
    const told = await said(...acts);
    expect([told.status, kinds(told.events), kinds(told.carried)]).toEqual(['WRITTEN', events, carried]);
  });
});
