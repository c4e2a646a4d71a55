import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const BASE: World = {
  documents: ['1', '2'].map((n) => ({ id: `doc:${n}`, title: `Register ${n}`, kind: 'register', date: '2022-06-21' })),
  sources: ['1', '2'].map((n) => ({ id: `source:${n}`, document: `doc:${n}`, quote: `Passage ${n}.` })),
  people: ['Anna', 'Bo'].map((name) => ({ id: `person:${name.toLowerCase()}`, name, sources: ['source:1'] })),
  bodies: [{ id: 'body:council', kind: 'COUNCIL', name: 'Byråd', sources: ['source:1'] }],
};
const seat = (person: string, source: string, more: object = {}) => ({
  id: `membership:${person}`,
  person: `person:${person}`,
  body: 'body:council',
  role: 'MAYOR',
  from: '2022-01-01',
  until: '2026-01-01',
  sources: [source],
  ...more,
});
const base = (more: World = {}) => seedWorld(graph, { ...BASE, ...more }, { id: 'base' });
const says = (id: string, ...memberships: object[]) => seedWorld(graph, { memberships }, { id, after: ['base'] });

const CONFLICTS = 'conflicts { field value by other { id } sources { quote } }';
const mayors = async (lens = ''): Promise<Record<string, unknown>> => {
  const { body } = await ask(graph, `{ body(id: "body:council", asOf: "2022-06-21"${lens}) { members { nodes { person { name } certainty ${CONFLICTS} } } } }`);
  return Object.fromEntries(body.members.nodes.map((one: { person: { name: string } }) => [one.person.name, one]));
};
const findings = async (): Promise<string[]> =>
  (await ask(graph, '{ integrity(rules: ["source-conflict"]) { message } }')).integrity.map(({ message }: { message: string }) => message);

describe('two registers that name two mayors', () => {
  test('are two seats, each certain, and each with the other as conflict', async () => {
    await base();
    await says('first', seat('anna', 'source:1'));
    await says('second', seat('bo', 'source:2'));
    expect(await mayors()).toEqual({
      Anna: {
        person: { name: 'Anna' },
        certainty: 'CERTAIN',
        conflicts: [{ field: 'person', value: 'Bo', by: 'second', other: { id: 'membership:bo' }, sources: [{ quote: 'Passage 2.' }] }],
      },
      Bo: {
        person: { name: 'Bo' },
        certainty: 'CERTAIN',
        conflicts: [{ field: 'person', value: 'Anna', by: 'first', other: { id: 'membership:anna' }, sources: [{ quote: 'Passage 1.' }] }],
      },
    });
    expect(await findings()).toEqual(['broken: first has person:anna as MAYOR of body:council, and second person:bo']);
    const { at } = await readRevision(graph);
    await says('second');
    expect(await mayors()).toMatchObject({ Anna: { conflicts: [] } });
    expect(await mayors(`, knownAt: "${new Date(at).toISOString()}"`)).toMatchObject({ Anna: { conflicts: [{ by: 'second' }] } });
  });

  test('within one data set are told by their documents; by one document they are one saying', async () => {
    await base({ memberships: [seat('anna', 'source:1'), seat('bo', 'source:2')] });
    expect(await mayors()).toMatchObject({ Anna: { conflicts: [{ value: 'Bo', by: 'doc:2' }] }, Bo: { conflicts: [{ value: 'Anna', by: 'doc:1' }] } });
    expect(await findings()).toEqual(['broken: doc:1 has person:anna as MAYOR of body:council, and doc:2 person:bo']);
    await base({ memberships: [seat('anna', 'source:1'), seat('bo', 'source:1')] });
    expect(await mayors()).toMatchObject({ Anna: { conflicts: [] }, Bo: { conflicts: [] } });
    expect(await findings()).toEqual([]);
  });

  test.each([
    ['where one follows the other', { until: '2022-03-01' }, { from: '2022-03-01' }, {}],
    ['in a role that many hold', { role: 'MEMBER' }, { role: 'MEMBER' }, {}],
    ['where the body says that several hold it', {}, {}, { several: ['MAYOR'] }],
    ['where one of them is only concluded', {}, { basis: 'INFERRED', reason: 'It follows.' }, {}],
  ])('are none %s', async (_, anna, bo, body) => {
    await base({ bodies: [{ ...BASE['bodies']?.[0], ...body }] });
    await says('first', seat('anna', 'source:1', anna));
    await says('second', seat('bo', 'source:2', bo));
    for (const one of Object.values(await mayors())) expect(one).toMatchObject({ conflicts: [] });
    expect(await findings()).toEqual([]);
  });
});

test('what another data set says of the same seat stands with it, by whom and where, and in the past too, and contradicts nothing', async () => {
  await base();
  await says('first', seat('anna', 'source:1', { title: 'borgmester' }));
  await says('second', seat('anna', 'source:2', { title: 'fungerende borgmester', from: '2022-02-01' }));
  const differing = [
    { field: 'title', value: 'fungerende borgmester', by: 'second', other: null, sources: [{ quote: 'Passage 2.' }] },
    { field: 'from', value: '2022-02-01', by: 'second', other: null, sources: [{ quote: 'Passage 2.' }] },
  ];
  expect(await mayors()).toMatchObject({ Anna: { conflicts: differing } });
  expect(await findings()).toEqual([]);
  const { at } = await readRevision(graph);
  await says('second', seat('anna', 'source:2', { title: 'borgmester' }));
  expect(await mayors()).toMatchObject({ Anna: { conflicts: [] } });
  expect(await mayors(`, knownAt: "${new Date(at).toISOString()}"`)).toMatchObject({ Anna: { conflicts: differing } });
});
