// What is open is seen on the days of the documents that it names, else by the day of recording: leaves, stand-ins and relations as seats are.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { NEVER } from '../../src/record/time.js';
import { BEGINNING as B, FOREVER as F } from '../../src/time/civil.js';
import { type World, emptyGraph, readingOf, seedWorld } from '../world.js';

const RECORDED = '2026-03-02';
const S = { sources: ['source:plain'] };
const row = (id: string, more: object) => ({ id, ...S, ...more });
const seat = (id: string, more: object = {}) =>
  row(`membership:${id}`, { person: `person:${id}`, body: 'body:board', role: 'MEMBER', from: '2010-01-01', ...more });

type Dated = readonly [word: string, id: string, says: object];
const KINDS: readonly (readonly [title: string, ...Dated])[] = [
  ['a leave', 'leaves', 'leave:1', { membership: 'membership:anna' }],
  ['a stand-in', 'stand-ins', 'stand-in:1', { substitute: 'membership:bo', holder: 'membership:anna' }],
  ['who acts in an office', 'stand-ins', 'stand-in:1', { substitute: 'membership:bo', office: 'office:chair' }],
  ['a tie', 'affiliations', 'affiliation:1', { person: 'person:anna', with: 'party:p' }],
  ['what a body covers', 'relations', 'relation:1', { kind: 'COVERS', subject: 'body:board', object: 'municipality:m' }],
  ['what a body is part of', 'relations', 'relation:1', { kind: 'PART_OF', subject: 'body:board', object: 'body:whole' }],
  ['a calendar that is followed', 'relations', 'relation:1', { kind: 'FOLLOWS', subject: 'body:board', object: 'calendar:c' }],
  ['a term', 'terms', 'term:1', { body: 'body:whole', name: '1' }],
  ['a right to seats', 'seats', 'seats:1', { body: 'body:whole', by: 'party:p', count: 1 }],
];

const world = ([word, id, says]: Dated, dates: object, minutes = '2022-05-01'): World => ({
  documents: [
    { id: 'doc:plain', title: 'Undated', kind: 'law' },
    { id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: minutes },
  ],
  sources: ['plain', 'minutes'].map((one) => ({ id: `source:${one}`, document: `doc:${one}`, quote: `So it is, ${one}.` })),
  people: ['anna', 'bo'].map((one) => row(`person:${one}`, { name: one })),
  parties: [row('party:p', { name: 'P' })],
  municipalities: [row('municipality:m', { name: 'M', code: '0001' })],
  calendars: [row('calendar:c', { name: 'C' })],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board' }), row('body:whole', { kind: 'BOARD', name: 'Whole' })],
  offices: [row('office:chair', { body: 'body:board', role: 'CHAIR' })],
  memberships: [seat('anna'), seat('bo', { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', ...S }, ...S } })],
  [word]: word === 'memberships' ? [] : [row(id, { ...says, ...dates })],
});

const BY_MINUTES = { sources: ['source:minutes'] };
const OVER = { over: [{ on: '2023-01-01', in: 'doc:plain' }] };
const CASES: readonly [title: string, dates: object, bounds: readonly [string, string, string, string]][] = [
  ['begins by the day of the document that it names', { open: true, ...BY_MINUTES }, [B, '2022-05-01', F, F]],
  ['is held on that day also once it is over', { open: true, ...BY_MINUTES, ...OVER }, [B, '2022-05-01', '2022-05-02', '2023-01-01']],
  ['begins by the day of recording where no document has a day', { open: true }, [B, RECORDED, F, F]],
  ['begins by its own date where it was recorded before', { open: true, from: '2026-12' }, ['2026-12-01', '2026-12-31', F, F]],
  ['is told by no document where it is not open', { from: '2022', ...BY_MINUTES }, ['2022-01-01', '2022-12-31', '2022-01-02', F]],
];

let graph: Graph;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${RECORDED}T12:00:00Z`) });
  graph = await emptyGraph();
});
afterEach(async () => {
  await graph.close();
  vi.useRealTimers();
});

const boundsOf = async ([, id]: Dated): Promise<unknown[]> => {
  const text = `MATCH (a:Node)-[r]->(b:Node) WHERE r.id IN [$id, 'has-' + $id] AND r.retractedAt = ${NEVER} RETURN r.fromMin AS a, r.fromMax AS b, r.untilMin AS c, r.untilMax AS d`;
  const [bounds] = await graph.read(readingOf<Record<'a' | 'b' | 'c' | 'd', string>>(text, ['a', 'b', 'c', 'd']), { id });
  // A seat of 2010 is what leaves and stand-ins begin no earlier than.
  return bounds ? [bounds.a === '2010-01-01' ? B : bounds.a, bounds.b, bounds.c, bounds.d] : [];
};

describe.each(KINDS)('%s that is open', (_, ...one) => {
  test.each(CASES)('%s', async (__, dates, bounds) => {
    await seedWorld(graph, world(one, dates));
    expect(await boundsOf(one)).toEqual(bounds);
  });

  test('moves with the day of the document that it names', async () => {
    await seedWorld(graph, world(one, { open: true, ...BY_MINUTES }));
    await seedWorld(graph, world(one, { open: true, ...BY_MINUTES }, '2022-07-01'));
    expect(await boundsOf(one)).toEqual([B, '2022-07-01', F, F]);
  });

  test('stays known by the day on which it was first recorded', async () => {
    await seedWorld(graph, world(one, { open: true }));
    vi.setSystemTime(new Date('2026-09-09T12:00:00Z'));
    await seedWorld(graph, world(one, { open: true, reason: 'Said so.' }));
    expect(await boundsOf(one)).toEqual([B, RECORDED, F, F]);
  });
});
