import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SeedError } from '../src/exchange/problems.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld, wipe } from './world.js';

const S = ['source:result'];
const named = (id: string, name: string, more: object = {}) => ({ id, name, sources: S, ...more });
const seat = (id: string, election: string, list: string | null, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${id.split('-')[0]}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  sources: S,
  appointment: { elected: { election: `election:${election}`, ...(list && { list: `party:${list}` }), sources: S } },
  ...more,
});
const result = (list: string, votes: number, seats: number, more: object = {}) => ({ list: `party:${list}`, votes, seats, ...more });
const TERMS = { 2021: { from: '2022-01-01', until: '2026-01-01' }, 2025: { from: '2026-01-01', until: '2030-01-01' } };

const ELECTIONS = [
  { id: 'election:council-2021', body: 'body:council', on: '2021-11-16', results: [result('a', 900, 1), result('b', 800, 1)], sources: S },
  {
    id: 'election:council-2025',
    body: 'body:council',
    on: '2025-11-18',
    results: [
      result('a', 1000, 2, { pact: 'A+L', share: 0.5 }),
      result('b', 601, 1, { share: 0.3005, sources: ['source:recount'] }),
      { list: 'party:l', pact: 'A+L', seats: 0 },
    ],
    sources: S,
  },
  { id: 'election:board-2025', body: 'body:board', on: '2025', sources: S },
];
const SEATS = [
  seat('aase-2021', 'council-2021', 'a', TERMS[2021]),
  seat('bo-2021', 'council-2021', 'b', TERMS[2021]),
  seat('aase-2025', 'council-2025', 'a', TERMS[2025]),
  seat('anna-2025', 'council-2025', 'a', { ...TERMS[2025], until: '2027-01-01' }),
  seat('carl-2025', 'council-2025', 'b', TERMS[2025]),
  seat('dora-2025', 'council-2025', null, TERMS[2025]),
  seat('eva-2025', 'council-2025', null, { from: '2027-01-01', appointment: { replaces: { membership: 'membership:anna-2025', sources: S } } }),
];

/** A council elected twice, the second time with one of no list, and one who moves up later; and a board whose election has no day and no results. */
const world = (elections: readonly object[] = ELECTIONS, memberships: readonly object[] = SEATS, more: World = {}): World => ({
  documents: [{ id: 'doc:result', title: 'Result', kind: 'result', date: '2025-11-20' }],
  sources: [
    { id: 'source:result', document: 'doc:result', quote: 'Valgt er …' },
    { id: 'source:recount', document: 'doc:result', quote: 'Efter fintælling …' },
  ],
  parties: [named('party:a', 'Aldersrenten'), named('party:b', 'Bølgen'), named('party:l', 'Lokallisten')],
  bodies: [named('body:council', 'Byrådet', { kind: 'COUNCIL' }), named('body:board', 'Bestyrelsen', { kind: 'BOARD' })],
  people: ['Åse', 'Anna', 'Bo', 'Carl', 'Dora', 'Eva'].map((name) => named(`person:${name.toLowerCase().replace('å', 'aa')}`, name)),
  elections,
  memberships,
  ...more,
});

const ids = (nodes: readonly { id: string }[]): string[] => nodes.map(({ id }) => id);

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

describe('an election', () => {
  const RESULTS = `{ elections(body: "body:council", from: "2025-01-01", asOf: $DAY) { nodes { key on body { name } sources { quote }
    elected { id } results { list { name } pact votes share seats sources { quote } elected { person { name } role certainty } } } } }`;
  const on = async (day: string) => (await ask(graph, RESULTS.replace('$DAY', `"${day}"`))).elections.nodes[0];
  const councillor = (name: string, certainty: string | null) => ({ person: { name }, role: 'COUNCILLOR', certainty });

  test('tells what each list got, in the order of the source, and whom it elected for it, as sure as on the day that is asked', async () => {
    expect(await on('2026-06-01')).toEqual({
      key: 'election:council-2025@2026-06-01',
      on: '2025-11-18',
      body: { name: 'Byrådet' },
      sources: [{ quote: 'Valgt er …' }],
      elected: [{ id: 'membership:anna-2025' }, { id: 'membership:carl-2025' }, { id: 'membership:dora-2025' }, { id: 'membership:aase-2025' }],
      results: [
        {
          list: { name: 'Aldersrenten' },
          pact: 'A+L',
          votes: 1000,
          share: 0.5,
          seats: 2,
          sources: [{ quote: 'Valgt er …' }],
          elected: [councillor('Anna', 'CERTAIN'), councillor('Åse', 'CERTAIN')],
        },
        {
          list: { name: 'Bølgen' },
          pact: null,
          votes: 601,
          share: 0.3005,
          seats: 1,
          sources: [{ quote: 'Efter fintælling …' }],
          elected: [councillor('Carl', 'CERTAIN')],
        },
        { list: { name: 'Lokallisten' }, pact: 'A+L', votes: null, share: null, seats: 0, sources: [{ quote: 'Valgt er …' }], elected: [] },
      ],
    });
    const later = await on('2027-06-01');
    expect(later.results[0].elected).toEqual([councillor('Åse', 'CERTAIN'), councillor('Anna', null)]);
    expect((await on('2025-12-01')).results[1].elected).toEqual([councillor('Carl', null)]);
  });

  test('is a node by its id, and one of which nothing more is recorded has no results', async () => {
    const { node, nodes } = await ask(
      graph,
      '{ node(id: "election:board-2025") { __typename ... on Election { on results { seats } elected { id } } } nodes(ids: ["election:none", "election:"]) { id } }',
    );
    expect(node).toEqual({ __typename: 'Election', on: '2025', results: [], elected: [] });
    expect(nodes).toEqual([null, null]);
  });

  test('is told by the seats that it filled, with the list', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:dora") { memberships(all: true) { nodes { appointment { election { id } electedFor { id } } } } } aase: person(id: "person:aase") { id } }`,
    );
    expect(person.memberships.nodes).toEqual([{ appointment: { election: { id: 'election:council-2025' }, electedFor: null } }]);
    const { nodes } = await ask(
      graph,
      `{ nodes(ids: ["membership:aase-2021", "membership:eva-2025"]) { ... on Membership { appointment { election { on } electedFor { name } } } } }`,
    );
    expect(nodes).toEqual([
      { appointment: { election: { on: '2021-11-16' }, electedFor: { name: 'Aldersrenten' } } },
      { appointment: { election: null, electedFor: null } },
    ]);
  });

  test('breaks no rule of integrity, and a statement can be about it', async () => {
    const about = { id: 'statement:x', about: ['election:council-2025'], subject: 'Valg', text: 'Det var koldt.', sources: S };
    await seedWorld(graph, { statements: [about] }, { id: 'sayings' });
    const { statements, integrity } = await ask(graph, '{ statements(filter: { about: "election:council-2025" }) { nodes { text } } integrity { message } }');
    expect(statements.nodes).toEqual([{ text: 'Det var koldt.' }]);
    expect(integrity.filter(({ message }: { message: string }) => message.startsWith('broken'))).toEqual([]);
  });
});

describe('elections', () => {
  const listed = async (args: string) => {
    const { elections } = await ask(graph, `{ elections${args} { totalCount nodes { id } } }`);
    return [elections.totalCount, ...ids(elections.nodes).map((id) => id.replace('election:', ''))];
  };

  test.each([
    ['', ['council-2021', 'board-2025', 'council-2025']],
    ['(asOf: "1990-01-01")', ['council-2021', 'board-2025', 'council-2025']],
    ['(body: "body:council")', ['council-2021', 'council-2025']],
    ['(body: null, from: null)', ['council-2021', 'board-2025', 'council-2025']],
    ['(from: "2021-11-17")', ['board-2025', 'council-2025']],
    ['(until: "2021-11-17")', ['council-2021']],
    ['(until: "2021-11-16")', []],
    ['(from: "2025-12-01")', ['board-2025']],
    ['(body: "body:board", from: "2025-12-31", until: "2026-01-01")', ['board-2025']],
    ['(body: "body:board", from: "2026-01-01")', []],
  ])('%s are those that may lie there, oldest first', async (args, expected) => expect(await listed(args)).toEqual([expected.length, ...expected]));

  test.each(['', ', body: "body:council"'])('come page by page%s', async (body) => {
    const all: string[] = [];
    for (let after = 'null'; ;) {
      const { elections } = await ask(graph, `{ elections(first: 1, after: ${after}${body}) { nodes { id } pageInfo { hasNextPage endCursor } } }`);
      all.push(...ids(elections.nodes));
      if (!elections.pageInfo.hasNextPage) break;
      after = JSON.stringify(elections.pageInfo.endCursor);
    }
    expect(all).toEqual(['election:council-2021', ...(body ? [] : ['election:board-2025']), 'election:council-2025']);
  });

  test('are those of a body, also on a day on which it was elected by none yet', async () => {
    const { body } = await ask(graph, '{ body(id: "body:council", asOf: "2020-01-01") { elections { id results { seats } } } }');
    expect(ids(body.elections)).toEqual(['election:council-2021', 'election:council-2025']);
  });

  test.each([
    ['(first: -1)', 'BAD_USER_INPUT'],
    ['(first: 501)', 'BAD_USER_INPUT'],
    ['(after: "nonsense")', 'BAD_USER_INPUT'],
    ['(body: "body:none")', 'UNKNOWN_ID'],
    ['(body: "person:bo")', 'UNKNOWN_ID'],
  ])('refuse %s', async (args, code) => expect(await errorsOf(graph, `{ elections${args} { totalCount } }`)).toMatchObject([{ code }]));

  test('are read with lists, seats and people in as many queries as one', async () => {
    const all = 'results { list { name } votes elected { id person { name } } }';
    const asked = ['elections/elected', 'parties/by-ids'];
    expect(await queriesOf(graph, `{ elections { nodes { body { name } ${all} } } }`)).toEqual(['bodies/by-ids', ...asked, 'elections/list'].sort());
    expect(await queriesOf(graph, `{ bodies { nodes { elections { ${all} } } } }`)).toEqual(
      ['bodies/list', 'bodies/list', ...asked, 'elections/of-body/list'].sort(),
    );
    expect(await queriesOf(graph, '{ elections(first: 0) { totalCount } }')).toEqual(['elections/count']);
  });
});

describe('an election as it is recorded', () => {
  let recorded: Graph;
  beforeAll(async () => {
    recorded = await emptyGraph();
  });
  afterAll(() => recorded.close());

  const told = async (at: number | null) => {
    const lens = `asOf: "2026-06-01"${at ? `, knownAt: "${new Date(at).toISOString()}"` : ''}`;
    const { elections, node } = await ask(
      recorded,
      `{ elections(body: "body:council", from: "2025-01-01", ${lens}) { totalCount nodes { results { list { id } votes seats elected { person { id } } } } }
         node(id: "election:council-2025", ${lens}) { id } }`,
    );
    const results = elections.nodes.flatMap(
      (one: { results: { list: { id: string }; votes: number; seats: number; elected: { person: { id: string } }[] }[] }) =>
        one.results.map(({ list, votes, seats, elected }) => [list.id, votes, seats, ...elected.map(({ person }) => person.id)]),
    );
    return { count: elections.totalCount, isThere: node !== null, results };
  };

  test('counted anew is corrected, annulled is withdrawn with the seats that it filled, and both are known as they were', async () => {
    const [earlier, later] = ELECTIONS as [object, object];
    const counted = { ...later, results: [result('a', 999, 1), result('b', 602, 2)] };
    const others = SEATS.filter(({ id }) => id !== 'membership:anna-2025' && id !== 'membership:eva-2025');
    await seedWorld(recorded, world([earlier, later], SEATS));
    const { at: first } = await readRevision(recorded);
    await seedWorld(recorded, world([earlier, counted], [...others, seat('bo-2025', 'council-2025', 'b', TERMS[2025])]));
    const { at: second } = await readRevision(recorded);
    await seedWorld(recorded, world([earlier], SEATS.slice(0, 2)));
    const { at: third } = await readRevision(recorded);

    expect(await told(first)).toEqual({
      count: 1,
      isThere: true,
      results: [
        ['party:a', 1000, 2, 'person:anna', 'person:aase'],
        ['party:b', 601, 1, 'person:carl'],
        ['party:l', null, 0],
      ],
    });
    expect(await told(second)).toEqual({
      count: 1,
      isThere: true,
      results: [
        ['party:a', 999, 1, 'person:aase'],
        ['party:b', 602, 2, 'person:bo', 'person:carl'],
      ],
    });
    for (const at of [third, null]) expect(await told(at)).toEqual({ count: 0, isThere: false, results: [] });

    const { corrections } = await ask(
      recorded,
      `{ corrections(since: "${new Date(second).toISOString()}", filter: { bodies: ["body:council"] }) {
           nodes { because was { id ... on Election { results { votes } } } is { id ... on Election { results { votes } } } } } }`,
    );
    const ofElection = corrections.nodes.filter(({ was }: { was: { id: string } | null }) => was?.id.startsWith('election:'));
    const votes = (...all: (number | null)[]) => ({ id: 'election:council-2025', results: all.map((one) => ({ votes: one })) });
    expect(ofElection).toEqual([
      { because: 'CORRECTED', was: votes(1000, 601, null), is: votes(999, 602) },
      { because: 'CORRECTED', was: votes(999, 602), is: null },
    ]);
  });

  test('names who was elected and declined, whom no list of members has', async () => {
    await wipe(recorded);
    const declined = seat('carl-2025', 'council-2025', 'b', { from: '2026-01-01', declined: true });
    await seedWorld(recorded, world(ELECTIONS, [seat('bo-2025', 'council-2025', 'a', TERMS[2025]), declined]));
    const { node, body } = await ask(
      recorded,
      `{ node(id: "election:council-2025", asOf: "2026-06-01") { ... on Election { elected { id declined certainty person { name } } results { elected { id } } } }
         body(id: "body:council", asOf: "2026-06-01") { members { nodes { id } } } }`,
    );
    expect(node).toEqual({
      elected: [
        { id: 'membership:bo-2025', declined: false, certainty: 'CERTAIN', person: { name: 'Bo' } },
        { id: 'membership:carl-2025', declined: true, certainty: null, person: { name: 'Carl' } },
      ],
      results: [{ elected: [{ id: 'membership:bo-2025' }] }, { elected: [{ id: 'membership:carl-2025' }] }, { elected: [] }],
    });
    expect(body.members.nodes).toEqual([{ id: 'membership:bo-2025' }]);
  });

  test('that a seat came by an election is learnt, and another list is a correction of the seat', async () => {
    await wipe(recorded);
    const bare = { ...seat('carl-2025', 'council-2025', null, TERMS[2025]), appointment: undefined };
    await seedWorld(recorded, world(ELECTIONS, [bare]));
    expect(await seedWorld(recorded, world(ELECTIONS, [seat('carl-2025', 'council-2025', 'b', TERMS[2025])]))).toMatchObject({ learnt: 1, corrected: 0 });
    expect(await seedWorld(recorded, world(ELECTIONS, [seat('carl-2025', 'council-2025', 'a', TERMS[2025])]))).toMatchObject({ learnt: 0, corrected: 1 });
    const { node } = await ask(
      recorded,
      '{ node(id: "membership:carl-2025") { ... on Membership { history { because appointment { electedFor { id } } } } } }',
    );
    expect(node.history).toEqual([
      { because: 'RECORDED', appointment: null },
      { because: 'LEARNT', appointment: { electedFor: { id: 'party:b' } } },
      { because: 'CORRECTED', appointment: { electedFor: { id: 'party:a' } } },
    ]);
  });

  test('of two writers holds the lists of both, and of values that differ those of the first', async () => {
    await wipe(recorded);
    await seedWorld(recorded, world([{ ...ELECTIONS[1], results: [result('a', 1000, 2)] }], []));
    const other = { ...ELECTIONS[1], results: [result('a', 1001, 2, { pact: 'A+L' }), result('b', 601, 1)], sources: ['source:recount'] };
    await seedWorld(recorded, { elections: [other] }, { id: 'other' });
    const { node } = await ask(
      recorded,
      '{ node(id: "election:council-2025") { ... on Election { sources { id } results { list { id } pact votes sources { id } } } } }',
    );
    expect(node).toEqual({
      sources: [{ id: 'source:result' }, { id: 'source:recount' }],
      results: [
        { list: { id: 'party:a' }, pact: 'A+L', votes: 1000, sources: [{ id: 'source:result' }, { id: 'source:recount' }] },
        { list: { id: 'party:b' }, pact: null, votes: 601, sources: [{ id: 'source:recount' }] },
      ],
    });
  });

  test.each([
    ['a list twice', { results: [result('a', 1, 1), result('a', 2, 1)] }, /what a list got once; given: party:a twice/],
    ['an unknown list', { results: [result('none', 1, 1)] }, /`results.0.list`: required: the id of a thing that is known/],
    ['an unknown body', { body: 'body:none' }, /`body`: required: the id of a thing that is known/],
    ['a share in per cent', { results: [{ list: 'party:a', share: 30 }] }, /`results.0.share`: required: a number of at most 1; given: 30/],
    ['fewer votes than none', { results: [result('a', -1, 1)] }, /`results.0.votes`: required: a number of at least 0; given: -1/],
    ['no source', { sources: [] }, /`sources`: required: a list that is not empty/],
  ])('is refused for %s', async (_, more, message) => {
    const refused = seedWorld(recorded, world([{ ...ELECTIONS[0], ...more }], []));
    await expect(refused).rejects.toThrow(SeedError);
    await expect(refused).rejects.toThrow(message);
  });

  test('of another body is another row, and one to which seats refer is not taken away', async () => {
    await wipe(recorded);
    await seedWorld(recorded, world());
    await expect(seedWorld(recorded, world([{ ...ELECTIONS[0], body: 'body:board' }, ...ELECTIONS.slice(1)]))).rejects.toThrow('or a new id for another body');
    await expect(seedWorld(recorded, world(ELECTIONS.slice(1)))).rejects.toThrow('the id of a thing that is known');
  });
});
