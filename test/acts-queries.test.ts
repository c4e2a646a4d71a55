import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryInput } from '../src/generated/api.js';
import * as queries from '../src/generated/queries.js';
import type { Graph, Reader } from '../src/graph/port.js';
import { enter } from '../src/mutations/enter.js';
import { recording } from '../src/mutations/record.js';
import { council, row, seat } from './events-world.js';
import { actorCalled } from './recording.js';
import { emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:1'] };
const OPEN = { from: '2018-01-01', open: true };
const NAMES = Array.from({ length: 20 }, (_, at) => `n${at}`);
const substitute = (name: string) =>
  seat(`s-${name}`, `s-${name}`, OPEN, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: `membership:${name}`, ...S } } });

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(
    graph,
    council([...NAMES.map((name) => seat(name, name, OPEN)), ...NAMES.map(substitute)], {
      people: [...NAMES.map((name) => row(`person:${name}`, { name })), ...NAMES.map((name) => row(`person:new-${name}`, { name: `New ${name}` }))],
      parties: [row('party:a', { name: 'A' })],
      bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
    }),
  );
});
afterAll(() => graph.close());

const WRITERS = queries.write.writers.name;

let keys = 0;

/** The queries that the acts of an entry read, by name: they have said what they say where the writer looks who writes. */
const readBy = async (acts: readonly object[]): Promise<string[]> => {
  const all: string[] = [];
  const counting: Graph = {
    ...graph,
    read: graph.read.bind(graph),
    close: graph.close.bind(graph),
    write: (work) =>
      graph.write((tx) => {
        const read: Reader['read'] = (query, params) => {
          all.push(query.name);
          return tx.read(query, params);
        };
        return work({ run: tx.run.bind(tx), read });
      }),
  };
  const entry = { acts, source: { recorded: 'source:1' }, key: `key-${(keys += 1)}`, mode: 'CHECK' } as unknown as EntryInput;
  const { result } = await enter(counting, recording(actorCalled('editor'), entry));
  expect(result).toMatchObject({ status: expect.stringMatching(/^(CHECKED|UNCHANGED)$/) as unknown, problems: [] });
  return all.slice(all.indexOf(WRITERS) + 1, all.lastIndexOf(WRITERS));
};

const from = '2022-05-01';
const holder = (name: string) => ({ membership: `membership:${name}` });
const KINDS: Record<string, (name: string) => object> = {
  appoint: (name) => ({ appoint: { person: { id: `person:new-${name}` }, body: 'body:board', role: 'MEMBER', from } }),
  end: (name) => ({ end: { thing: `membership:${name}`, ends: { until: from }, cause: 'RESIGNED' } }),
  replace: (name) => ({ replace: { ...holder(name), newHolder: { id: `person:new-${name}` }, from, cause: 'RESIGNED' } }),
  'replace by a substitute': (name) => ({ replace: { ...holder(name), newHolder: { id: `person:s-${name}` }, from, cause: 'RESIGNED' } }),
  changeRole: (name) => ({ changeRole: { ...holder(name), role: 'REPRESENTATIVE', from } }),
  leave: (name) => ({ leave: { ...holder(name), from } }),
  standIn: (name) => ({ standIn: { substitute: `membership:s-${name}`, holder: `membership:${name}`, from } }),
  affiliate: (name) => ({ affiliate: { person: `person:${name}`, with: 'party:a', from } }),
  addPerson: (name) => ({ addPerson: { name: `Quite ${name}`, party: 'party:a', from } }),
  die: (name) => ({ die: { person: `person:${name}`, on: from } }),
  observe: (name) => ({ observe: { memberships: [`membership:${name}`], on: from } }),
  list: (name) => ({ list: { body: 'body:council', on: from, complete: false, members: [{ person: { id: `person:${name}` }, role: 'MEMBER' }] } }),
  allot: (name) => ({
    allot: {
      by: 'party:a',
      in: 'body:board',
      count: Number(name.slice(1)) + 1,
      from: `20${name.slice(1).padStart(2, '0')}-01-01`,
      ends: { until: `20${name.slice(1).padStart(2, '0')}-06-01` },
    },
  }),
  keep: () => ({ keep: { body: 'body:board', from } }),
};

describe('what acts read', () => {
  test.each(Object.entries(KINDS))('%s: at most eight queries, and for twenty acts at most sixty', async (_, act) => {
    expect((await readBy([act('n0')])).length).toBeLessThanOrEqual(8);
    expect((await readBy(NAMES.map(act))).length).toBeLessThanOrEqual(60);
  });
});
