import { afterAll, beforeEach, describe, expect, test } from 'vitest';
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

describe('two sources that announce two mayors', () => {
  const TERMS = [2022, 2026].map((year) => ({
    id: `term:${year}`,
    body: 'body:council',
    name: `${year}-${year + 3}`,
    from: `${year}-01-01`,
    until: `${year + 4}-01-01`,
    sources: ['source:1'],
  }));
  const announced = (person: string, source: string, more: object = {}) => ({
    ...seat(person, source, { from: undefined, until: undefined, undated: 'Only announced.', term: 'term:2022' }),
    appointment: { designatedOn: '2021-11', sources: [source] },
    ...more,
  });
  const SEEN = { undated: undefined, seen: [{ on: '2022-04-28', in: 'doc:1' }] };

  test.each<[string, object, object, string, string]>([
    ['for one term', {}, {}, 'POSSIBLE', 'POSSIBLE'],
    ['for one term, in which one of them is seen later', SEEN, {}, 'POSSIBLE', 'POSSIBLE'],
  ])('%s are two seats, each with the other as conflict, and one of them is counted', async (_, anna, bo, ...certainties) => {
    await base({ terms: TERMS, memberships: [announced('anna', 'source:1', anna), announced('bo', 'source:2', bo)] });
    const found = await mayors();
    expect(found).toMatchObject({
      Anna: { certainty: certainties[0], conflicts: [{ field: 'person', value: 'Bo', by: 'doc:2', other: { id: 'membership:bo' } }] },
      Bo: { certainty: certainties[1], conflicts: [{ field: 'person', value: 'Anna', by: 'doc:1', other: { id: 'membership:anna' } }] },
    });
    const { body } = await ask(graph, '{ body(id: "body:council", asOf: "2022-06-21") { composition { byRole { role people { max } } } } }');
    expect(body.composition.byRole).toEqual([{ role: 'MAYOR', people: { max: 1 } }]);
  });

  test('by one data set each are told by these', async () => {
    await base({ terms: TERMS });
    await says('first', announced('anna', 'source:1'));
    await says('second', announced('bo', 'source:2'));
    expect(await mayors()).toMatchObject({ Anna: { conflicts: [{ value: 'Bo', by: 'second' }] }, Bo: { conflicts: [{ value: 'Anna', by: 'first' }] } });
  });

  test.each<[string, object, object, object]>([
    ['for two terms', {}, { term: 'term:2026' }, {}],
    ['where one of them has a day on which it begins', { undated: undefined, from: '2024-01-01' }, {}, {}],
    ['where one of them was not announced', { ...SEEN, appointment: undefined }, {}, {}],
    ['where one of them is over before the other can begin', { undated: undefined, over: [{ on: '2022-01-01', in: 'doc:1' }] }, {}, {}],
    ['in a role that several hold there', {}, {}, { several: ['MAYOR'] }],
    ['by one document', {}, { sources: ['source:1'], appointment: { designatedOn: '2021-11', sources: ['source:1'] } }, {}],
  ])('%s are in no conflict', async (_, anna, bo, body) => {
    await base({
      terms: TERMS,
      bodies: [{ ...BASE['bodies']?.[0], ...body }],
      memberships: [announced('anna', 'source:1', anna), announced('bo', 'source:2', bo)],
    });
    const { node, other } = await ask(
      graph,
      '{ node(id: "membership:anna") { ... on Membership { conflicts { value } } } other: node(id: "membership:bo") { ... on Membership { conflicts { value } } } }',
    );
    expect([node, other]).toEqual([{ conflicts: [] }, { conflicts: [] }]);
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
