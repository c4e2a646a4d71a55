import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], sources: S, ...more });
const TERM = { from: '2022-01-01', until: '2026-01-01' };
const seat = (body: string, person: string, more: object = {}) => ({
  id: `membership:${body}-${person}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role: 'COUNCILLOR',
  ...TERM,
  sources: S,
  ...more,
});
const party = (person: string, to: string | null, dates: object = TERM) => ({
  id: `affiliation:${person}-${to ?? 'none'}`,
  person: `person:${person}`,
  ...(to === null ? { independent: true } : { with: `party:${to}` }),
  ...dates,
  sources: S,
});
const relation = (id: string, kind: string, subject: string, object: string) => ({
  id: `relation:${id}`,
  kind,
  subject,
  object,
  from: '2000-01-01',
  open: true,
  sources: S,
});

/** Two councils in one region, a committee of one of them, and a board elsewhere. */
const world: World = {
  documents: [
    { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
    { id: 'doc:list', title: 'Members', kind: 'list', date: '2022-03-01' },
  ],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  people: ['anna', 'bo', 'carl', 'dora', 'eva', 'finn', 'gry'].map((id) => named(`person:${id}`)),
  parties: [named('party:a'), named('party:b')],
  regions: [named('region:r')],
  municipalities: [named('municipality:x', { code: '0001' }), named('municipality:y', { code: '0002' })],
  bodies: [
    named('body:x', { kind: 'COUNCIL' }),
    named('body:y', { kind: 'COUNCIL', maximum: 2 }),
    named('body:part', { kind: 'COMMITTEE' }),
    named('body:elsewhere', { kind: 'BOARD' }),
  ],
  relations: [
    relation('x', 'GOVERNS', 'body:x', 'municipality:x'),
    relation('y', 'GOVERNS', 'body:y', 'municipality:y'),
    relation('x-r', 'LIES_IN', 'municipality:x', 'region:r'),
    relation('y-r', 'LIES_IN', 'municipality:y', 'region:r'),
    relation('part', 'PART_OF', 'body:part', 'body:x'),
  ],
  memberships: [
    seat('x', 'anna', { role: 'MAYOR' }),
    seat('x', 'bo', { until: '2023-06' }),
    seat('x', 'carl', {
      from: '2023-06',
      until: '2024-06',
      appointment: { replaces: { membership: 'membership:x-bo', sources: S }, represents: [{ principal: 'municipality:x', sources: S }] },
    }),
    seat('x', 'dora', { from: '2024-06', appointment: { replaces: { membership: 'membership:x-carl', sources: S } } }),
    seat('y', 'eva'),
    seat('y', 'finn', { role: 'MAYOR' }),
    seat('part', 'anna', { role: 'CHAIR' }),
    seat('part', 'gry', { role: 'OBSERVER' }),
    seat('elsewhere', 'gry', { role: 'MEMBER' }),
  ],
  affiliations: [
    party('anna', 'a'),
    party('bo', 'a'),
    party('carl', 'b'),
    party('eva', null),
    party('finn', 'b', { from: '2022-01-01', until: '2023' }),
    party('gry', 'a'),
  ],
  lists: [{ id: 'list:x', document: 'doc:list', body: 'body:x', complete: true, sources: S }],
  registers: [{ id: 'register:part', body: 'body:part', by: 'world', from: '2023-01-01', until: '2024-01-01', sources: S }],
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world);
});
afterAll(() => graph.close());

const RANGE = '{ min max open lastKnown }';
const range = (min: number, max = min, open = true, lastKnown = max) => ({ min, max, open, lastKnown });
const counted = async (filter: string, by: string, asOf = '2022-06-01', more = '') => {
  const { counts } = await ask(
    graph,
    `{ counts(filter: ${filter}, by: [${by}], asOf: "${asOf}" ${more}) { keys { by thing { id } value } people ${RANGE} memberships ${RANGE} } }`,
  );
  return counts.map(
    ({ keys, people, memberships }: { keys: { thing: { id: string } | null; value: string | null }[]; people: object; memberships: object }) => [
      keys.map(({ thing, value }) => thing?.id ?? value).join(' / '),
      people,
      memberships,
    ],
  );
};

describe('counts', () => {
  test('group people and seats by party, and tell who is of none from whom nobody knows', async () => {
    expect(await counted('{ kinds: [COUNCIL] }', 'PARTY')).toEqual([
      ['party:a', range(2), range(2)],
      ['party:b', range(1), range(1)],
      ['INDEPENDENT', range(1), range(1)],
    ]);
    expect(await counted('{ bodies: ["body:y"] }', 'PARTY', '2023-06-01')).toEqual([
      ['INDEPENDENT', range(1), range(1)],
      ['party:b', range(0, 1), range(0, 1)],
      ['', range(0, 1, true, 0), range(0, 1, true, 0)],
    ]);
  });

  test('count seats that follow each other on an unknown day as one', async () => {
    expect(await counted('{ bodies: ["body:x"] }', 'BODY', '2023-06-15')).toEqual([['body:x', range(2), range(2)]]);
    expect(await counted('{ bodies: ["body:x"], roles: [COUNCILLOR] }', 'ROLE', '2024-06-15')).toEqual([['COUNCILLOR', range(1), range(1)]]);
    expect(await counted('{ bodies: ["body:x"], roles: [COUNCILLOR] }', 'PERSON', '2024-06-15')).toEqual([
      ['person:carl', range(0, 1), range(0, 1)],
      ['person:dora', range(0, 1, true, 0), range(0, 1, true, 0)],
    ]);
  });

  test('of a party are open as long as any body is that the filter holds, whether or not somebody of the party sits in it', async () => {
    const [closed, open] = [range(1, 1, false), range(1)];
    expect(await counted('{ ofParty: "party:b", kinds: [COUNCIL] }', 'BODY')).toEqual([['body:y', closed, closed]]);
    expect(await counted('{ ofParty: "party:b", kinds: [COUNCIL] }', 'ROLE')).toEqual([['MAYOR', open, open]]);
    expect(await counted('{ ofParty: "party:b", bodies: ["body:y"] }', 'ROLE')).toEqual([['MAYOR', closed, closed]]);
  });

  test('are of whom the filter names: region, with what is part of its councils, roles, home, party and whom', async () => {
    expect(await counted('{ region: "region:r" }', 'BODY')).toEqual([
      ['body:x', range(2), range(2)],
      ['body:y', range(2, 2, false), range(2, 2, false)],
      ['body:part', range(1), range(1)],
    ]);
    expect(await counted('{ roles: [MAYOR] }', 'REGION, PARTY')).toEqual([
      ['region:r / party:a', range(1), range(1)],
      ['region:r / party:b', range(1), range(1)],
    ]);
    expect(await counted('{ roles: [OBSERVER] }', 'PERSON')).toEqual([['person:gry', range(1), range(1)]]);
    expect(await counted('{ ofParty: "party:a", kinds: [COUNCIL] }', 'MUNICIPALITY')).toEqual([['municipality:x', range(2), range(2)]]);
    expect(await counted('{ whom: "municipality:x", kinds: [COUNCIL] }', 'PERSON', '2024-01-01')).toEqual([['person:carl', range(1), range(1)]]);
    expect(await counted('{ whom: "municipality:x" }', 'BODY, PERSON', '2024-02-01')).toEqual([
      ['body:part / person:anna', range(1), range(1)],
      ['body:x / person:carl', range(1), range(1)],
    ]);
    expect(await counted('{ fromMunicipality: "municipality:y" }', 'ROLE')).toEqual([
      ['COUNCILLOR', range(1), range(1)],
      ['MAYOR', range(1), range(1)],
    ]);
  });

  test('count a person once in however many bodies', async () => {
    expect(await counted('{ region: "region:r" }', 'REGION')).toEqual([['region:r', range(4), range(5)]]);
  });

  test('are closed by a list of that very day, a register on its days, and a size that is reached', async () => {
    const open = async (body: string, day: string) => (await counted(`{ bodies: ["body:${body}"] }`, 'BODY', day))[0][1].open;
    expect([await open('x', '2022-02-28'), await open('x', '2022-03-01'), await open('x', '2022-03-02')]).toEqual([true, false, true]);
    expect([await open('part', '2022-12-31'), await open('part', '2023-01-01'), await open('part', '2024-01-01')]).toEqual([true, false, true]);
    expect(await open('y', '2022-06-01')).toBe(false);
  });

  test.each([
    ['{ bodies: ["body:nowhere"] }', '[PARTY]', 'UNKNOWN_ID'],
    ['{ region: "region:nowhere" }', '[PARTY]', 'UNKNOWN_ID'],
    ['{ ofParty: "party:nowhere" }', '[PARTY]', 'UNKNOWN_ID'],
    ['{}', '[]', 'BAD_USER_INPUT'],
    ['{}', '[PARTY, PARTY]', 'BAD_USER_INPUT'],
    ['{}', '[PARTY, BODY, ROLE]', 'BAD_USER_INPUT'],
    ['{}', '[PARTY], first: 5001', 'BAD_USER_INPUT'],
  ])('of %s by %s are the error %s', async (filter, by, code) => {
    expect(await errorsOf(graph, `{ counts(filter: ${filter}, by: ${by}) { keys { by } } }`)).toMatchObject([{ code }]);
  });
});

test('a body says by what its count is closed, and who keeps it complete', async () => {
  const on = async (body: string, day: string) =>
    (
      await ask(
        graph,
        `{ body(id: "body:${body}", asOf: "${day}") { registers { by from until sources { quote } } composition { complete completeOn filled ${RANGE} } } }`,
      )
    ).body;
  expect(await on('x', '2023-06-02')).toEqual({ registers: [], composition: { complete: false, completeOn: '2022-03-01', filled: range(2) } });
  expect(await on('part', '2023-06-02')).toEqual({
    registers: [{ by: 'world', from: '2023-01-01', until: '2024-01-01', sources: [{ quote: 'They sit there.' }] }],
    composition: { complete: true, completeOn: null, filled: range(1, 1, false) },
  });
  expect((await on('y', '2022-06-01')).composition).toEqual({ complete: true, completeOn: null, filled: range(2, 2, false) });
});

test('somebody is of a party, of none, or of none that is known', async () => {
  const of = async (person: string, day = '2022-06-01') =>
    (await ask(graph, `{ person(id: "person:${person}", asOf: "${day}") { partyStatus party { id } affiliations { independent with { id } } } }`)).person;
  expect(await of('anna')).toEqual({ partyStatus: 'PARTY', party: { id: 'party:a' }, affiliations: [{ independent: false, with: { id: 'party:a' } }] });
  expect(await of('eva')).toEqual({ partyStatus: 'INDEPENDENT', party: null, affiliations: [{ independent: true, with: null }] });
  expect(await of('dora')).toEqual({ partyStatus: 'UNKNOWN', party: null, affiliations: [] });
  const { node } = await ask(graph, '{ node(id: "affiliation:eva-none", asOf: "2022-06-01") { ... on Affiliation { independent with { id } certainty } } }');
  expect(node).toEqual({ independent: true, with: null, certainty: 'CERTAIN' });
});

test('a register and an independence are corrected, withdrawn, and known as they were then', async () => {
  const other = await emptyGraph();
  await seedWorld(other, world);
  const { at } = await readRevision(other);
  await seedWorld(other, {
    ...world,
    registers: [{ id: 'register:part', body: 'body:part', by: 'world', from: '2023-02-01', sources: S }],
    affiliations: (world['affiliations'] ?? []).filter((row) => !('independent' in row)),
  });
  const state = async (lens: string) =>
    ask(
      other,
      `{ body(id: "body:part", asOf: "2023-02-01"${lens}) { registers { from until } } person(id: "person:eva", asOf: "2023-02-01"${lens}) { partyStatus } }`,
    );
  expect(await state('')).toEqual({ body: { registers: [{ from: '2023-02-01', until: null }] }, person: { partyStatus: 'UNKNOWN' } });
  expect(await state(`, knownAt: "${new Date(at).toISOString()}"`)).toEqual({
    body: { registers: [{ from: '2023-01-01', until: '2024-01-01' }] },
    person: { partyStatus: 'INDEPENDENT' },
  });
  await other.close();
});

test('kinds of bodies are corrected, and what is counted of a past record is of the kinds that they were then', async () => {
  const other = await emptyGraph();
  await seedWorld(other, world);
  const { at } = await readRevision(other);
  const bodies = (world['bodies'] ?? []).map((row) => ({ ...row, kind: (row as { id: string }).id === 'body:part' ? 'FORUM' : 'COMMITTEE' }));
  await seedWorld(other, { ...world, bodies });
  const of = async (kind: string, lens: string) => {
    const found = await ask(
      other,
      `{ counts(filter: { kinds: [${kind}] }, by: [BODY], asOf: "2022-06-01"${lens}) { keys { thing { id } } } bodies(filter: { kinds: [${kind}] }, asOf: "2022-06-01"${lens}) { nodes { id } } }`,
    );
    const counted = found.counts.map(({ keys }: { keys: { thing: { id: string } }[] }) => keys[0]?.thing.id);
    return [counted.sort(), found.bodies.nodes.map(({ id }: { id: string }) => id).sort()];
  };
  const then = `, knownAt: "${new Date(at).toISOString()}"`;
  const [part, others] = [['body:part'], ['body:elsewhere', 'body:x', 'body:y']];
  expect([await of('FORUM', ''), await of('COMMITTEE', '')]).toEqual([
    [part, part],
    [others, others],
  ]);
  expect([await of('FORUM', then), await of('COMMITTEE', then), await of('COUNCIL', then)]).toEqual([
    [[], []],
    [part, part],
    [
      ['body:x', 'body:y'],
      ['body:x', 'body:y'],
    ],
  ]);
  await other.close();
});

test('who sits in a council is at home where it governs, and where else they sit or say so, and a substitute is not', async () => {
  const other = await emptyGraph();
  await seedWorld(other, {
    documents: world['documents'] ?? [],
    sources: world['sources'] ?? [],
    people: ['anna', 'bo', 'eva', 'gro'].map((id) => named(`person:${id}`)),
    municipalities: ['x', 'y', 'z'].map((id, at) => named(`municipality:${id}`, { code: `000${at}` })),
    bodies: ['x', 'y'].map((id) => named(`body:${id}`, { kind: 'COUNCIL' })),
    relations: [relation('x', 'GOVERNS', 'body:x', 'municipality:x'), relation('y', 'GOVERNS', 'body:y', 'municipality:y')],
    memberships: [seat('x', 'anna'), seat('y', 'anna'), seat('x', 'bo'), seat('x', 'eva'), seat('x', 'gro', { role: 'SUBSTITUTE' })],
    affiliations: [{ id: 'affiliation:eva-z', person: 'person:eva', with: 'municipality:z', ...TERM, sources: S }],
  });
  const of = async (filter: string) => {
    const { counts } = await ask(other, `{ counts(filter: { ${filter} }, by: [MUNICIPALITY], asOf: "2022-06-01") { keys { thing { id } } people { max } } }`);
    return counts.map(({ keys, people: { max } }: { keys: { thing: { id: string } | null }[]; people: { max: number } }) => [keys[0]?.thing?.id, max]);
  };
  expect(await of('bodies: ["body:x"], includeSubstitutes: true')).toEqual([
    ['municipality:x', 3],
    ['municipality:y', 1],
    ['municipality:z', 1],
    [undefined, 1],
  ]);
  expect(await of('bodies: ["body:x"], roles: [SUBSTITUTE]')).toEqual([[undefined, 1]]);
  expect(await of('bodies: ["body:x"], fromMunicipality: "municipality:y", includeSubstitutes: true')).toEqual([
    ['municipality:x', 1],
    ['municipality:y', 1],
  ]);
  await other.close();
});
