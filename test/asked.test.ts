import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, seedWorld, seededGraph } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], sources: S, ...more });
const body = (id: string, existence: object, kind = 'BOARD') => named(`body:${id}`, { kind, existence });
const seat = (id: string, of: string, person: string, dates: object, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${of}`,
  role: 'MEMBER',
  ...dates,
  sources: S,
  ...more,
});
const tie = (id: string, person: string, to: string, dates: object) => ({
  id: `affiliation:${id}`,
  person: `person:${person}`,
  with: to,
  ...dates,
  sources: S,
});
const relation = (id: string, kind: string, subject: string, object: string, dates: object) => ({
  id: `relation:${id}`,
  kind,
  subject,
  object,
  ...dates,
  sources: S,
});
const EVER = { undated: 'Nobody says.', reason: 'So it is.' };
const represents = (principal: string) => ({ appointment: { represents: [{ principal, sources: S }] } });

/**
 * The old board exists in the 2010s, the new one after it; the council, as the record has it, from 2015. What they cover, are part of and govern
 * is in force on every day. Anna was in red, then in blue; she left the old board to Bo, and Carl stood in for Bo.
 */
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it was.' }],
  people: ['anna', 'bo', 'carl'].map((id) => named(`person:${id}`)),
  municipalities: [named('municipality:x', { code: '0001' })],
  parties: [named('party:red'), named('party:blue')],
  bodies: [
    body('old', { from: '2010-01-01', until: '2020-01-01' }),
    body('new', { from: '2020-01-01' }),
    body('council', { from: '2015', until: '2019' }, 'COUNCIL'),
    body('whole', {}),
  ],
  relations: [
    ...['old', 'new'].flatMap((id) => [
      relation(`${id}-covers`, 'COVERS', `body:${id}`, 'municipality:x', EVER),
      relation(`${id}-part`, 'PART_OF', `body:${id}`, 'body:whole', EVER),
    ]),
    relation('governs', 'GOVERNS', 'body:council', 'municipality:x', EVER),
    relation('succeeds', 'SUCCEEDS', 'body:new', 'body:old', { from: '2020-01-01', open: true }),
  ],
  seats: [{ id: 'seats:old', body: 'body:old', by: 'municipality:x', count: 2, ...EVER, sources: S }],
  terms: [{ id: 'term:whole-2005', body: 'body:whole', name: '2005 to 2009', from: '2005-01-01', until: '2009-01-01', sources: S }],
  memberships: [
    seat('anna', 'old', 'anna', { from: '2010-01-01', until: '2014-01-01' }, represents('municipality:x')),
    seat('bo', 'old', 'bo', { from: '2014-01-01', until: '2020-01-01' }, { appointment: { replaces: { membership: 'membership:anna', sources: S } } }),
    seat(
      'carl',
      'old',
      'carl',
      { from: '2010-01-01', until: '2020-01-01' },
      {
        role: 'SUBSTITUTE',
        appointment: { substituteFor: { membership: 'membership:bo', sources: S } },
      },
    ),
    seat('of-old', 'whole', 'carl', { from: '2012-01-01', open: true }, represents('body:old')),
    seat('new', 'new', 'bo', { from: '2020-01-01', open: true }),
    seat('councillor', 'council', 'anna', { from: '2016', until: '2018' }),
  ],
  affiliations: [
    tie('red', 'anna', 'party:red', { from: '2008-01-01', until: '2013-01-01' }),
    tie('blue', 'anna', 'party:blue', { from: '2013-01-01', open: true }),
  ],
  'stand-ins': [{ id: 'stand-in:carl', substitute: 'membership:carl', holder: 'membership:bo', from: '2015-03-01', until: '2015-06-01', sources: S }],
};

let graph: Graph;
let first: string;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
  first = new Date((await readRevision(graph)).at).toISOString();
  const [anna, ...others] = WORLD.memberships;
  await seedWorld(graph, { ...WORLD, memberships: [{ ...anna, until: '2013-06-01' }, ...others] });
});
afterAll(() => graph.close());

const EMPTY = {
  members: { totalCount: 0, peopleCount: 0, nodes: [] },
  covers: [],
  partOf: [],
  parts: [],
  governs: null,
  seats: [],
  relations: [],
  representatives: { totalCount: 0 },
  composition: { filled: { min: 0, max: 0 }, byRole: [], allotments: [] },
};
const LISTS = `members(includeSubstitutes: true) { totalCount peopleCount nodes { id } } covers { id } partOf { id } parts { id } governs { id } seats { count } relations { id }
  representatives { totalCount } composition { filled { min max } byRole { role } allotments { count } }`;

describe('a body that does not exist on the day', () => {
  test.each([
    ['old', '2009-12-31', 'UPCOMING'],
    ['old', '2020-01-01', 'FORMER'],
    ['new', '2019-12-31', 'UPCOMING'],
    ['council', '2014-12-31', 'UPCOMING'],
    ['council', '2020-01-01', 'FORMER'],
  ])('%s on %s is %s, and nobody is in it, by whatever field', async (id, asOf, phase) => {
    const answer = await ask(
      graph,
      `query ($id: ID!, $asOf: LocalDate!) {
        body(id: $id, asOf: $asOf) { phase asOf ${LISTS} ever: members(all: true, includeSubstitutes: true) { totalCount } }
        node(id: $id, asOf: $asOf) { ... on Body { ${LISTS} } }
        representations(filter: { where: $id }, asOf: $asOf) { totalCount }
        people(filter: { body: $id }, asOf: $asOf) { totalCount }
        vacancies(body: $id, asOf: $asOf) { since }
        bodies(filter: { covers: "municipality:x" }, asOf: $asOf) { nodes { id } }
        municipality(id: "municipality:x", asOf: $asOf) { coveredBy { id } council { id } }
      }`,
      { id: `body:${id}`, asOf },
    );
    expect(answer).toMatchObject({
      body: { phase, asOf, ...EMPTY },
      node: EMPTY,
      representations: { totalCount: 0 },
      people: { totalCount: 0 },
      vacancies: [],
    });
    expect(answer.body.ever.totalCount).toBeGreaterThan(0);
    expect(answer.municipality.coveredBy).toEqual(answer.bodies.nodes);
    expect(answer.municipality.coveredBy).not.toContainEqual({ id: `body:${id}` });
    expect(answer.municipality.council).not.toEqual({ id: `body:${id}` });
  });

  test('is none of the list of all bodies either, but for its id', async () => {
    const { bodies } = await ask(graph, '{ bodies(all: true, asOf: "2030-01-01") { nodes { id asOf members { totalCount } } } }');
    const members = Object.fromEntries(bodies.nodes.map((one: { id: string; members: object }) => [one.id, one.members]));
    expect(members).toMatchObject({ 'body:old': { totalCount: 0 }, 'body:new': { totalCount: 1 }, 'body:council': { totalCount: 0 } });
    expect(bodies.nodes.map(({ asOf }: { asOf: string }) => asOf)).toEqual(['2030-01-01', '2030-01-01', '2030-01-01', '2030-01-01']);
  });

  test('exists on its first and last day', async () => {
    const counted = async (id: string, asOf: string) =>
      (await ask(graph, `{ body(id: "body:${id}", asOf: "${asOf}") { phase members { totalCount } covers { id } } }`)).body;
    const one = { phase: 'CURRENT', members: { totalCount: 1 }, covers: [{ id: 'municipality:x' }] };
    expect([await counted('old', '2010-01-01'), await counted('old', '2019-12-31'), await counted('new', '2020-01-01')]).toEqual([one, one, one]);
  });
});

describe('below a dated row out of force', () => {
  const SEAT =
    'asOf certainty phase person { asOf party { id asOf } } body { asOf phase members { nodes { id asOf certainty } } } party { id } sources { asOf document { asOf } }';
  const below = (day: string, party: string) => ({
    person: { asOf: day, party: { id: party, asOf: day } },
    party: { id: party },
    body: { asOf: day, phase: 'CURRENT', members: { nodes: [{ id: 'membership:anna', asOf: day, certainty: 'CERTAIN' }] } },
    sources: [{ asOf: day, document: { asOf: day } }],
  });

  test.each([
    ['2025-05-05', 'FORMER', '2013-05-31', 'party:blue'],
    ['2009-05-05', 'UPCOMING', '2010-01-01', 'party:red'],
    ['2012-05-05', 'CURRENT', '2012-05-05', 'party:red'],
  ])('a seat asked on %s is %s then, and what is below it is seen on %s', async (asOf, phase, day, party) => {
    const certainty = phase === 'CURRENT' ? 'CERTAIN' : null;
    const { node, person } = await ask(
      graph,
      `{ node(id: "membership:anna", asOf: "${asOf}") { ... on Membership { ${SEAT} } }
        person(id: "person:anna", asOf: "${asOf}") { asOf memberships(bodies: ["body:old"], all: true) { nodes { ${SEAT} } } } }`,
    );
    expect(node).toEqual({ asOf, certainty, phase, ...below(day, party) });
    expect(person).toEqual({ asOf, memberships: { nodes: [node] } });
  });

  test('the seat before is judged on the asked day, and below it seen on its own', async () => {
    const { node } = await ask(
      graph,
      `{ node(id: "membership:bo", asOf: "2025-01-01") { ... on Membership { asOf person { asOf } predecessor { id ${SEAT} successor { id asOf } } } } }`,
    );
    expect(node).toEqual({
      asOf: '2025-01-01',
      person: { asOf: '2019-12-31' },
      predecessor: {
        id: 'membership:anna',
        asOf: '2025-01-01',
        certainty: null,
        phase: 'FORMER',
        ...below('2013-05-31', 'party:blue'),
        successor: { id: 'membership:bo', asOf: '2025-01-01' },
      },
    });
  });

  test('each version of a seat is judged by its own bounds, and below it seen on its own nearest day, as it was known at last', async () => {
    const { node } = await ask(
      graph,
      '{ node(id: "membership:anna", asOf: "2013-08-01") { ... on Membership { key history { key asOf certainty phase person { asOf key } } } } }',
    );
    const [before, now] = node.history;
    expect(before).toMatchObject({ asOf: '2013-08-01', certainty: 'CERTAIN', phase: 'CURRENT', person: { asOf: '2013-08-01' } });
    expect(now).toMatchObject({ asOf: '2013-08-01', certainty: null, phase: 'FORMER', person: { asOf: '2013-05-31', key: 'person:anna@2013-05-31' } });
    expect(before.person.key).toMatch(/^person:anna@2013-08-01~/);
    expect(node.key).toBe('membership:anna@2013-08-01/2013-05-31');
    expect(now.key).toMatch(/^membership:anna@2013-08-01\/2013-05-31#\d+$/);
    expect(before.key).toMatch(/^membership:anna@2013-08-01#\d+$/);
  });

  test('a tie, a relation and a stand-in too', async () => {
    const { nodes } = await ask(
      graph,
      `{ nodes(ids: ["affiliation:red", "relation:succeeds", "stand-in:carl"], asOf: "2019-06-01") { id key asOf
        ... on Affiliation { certainty person { asOf } with { id } }
        ... on Relation { certainty from { id asOf ... on Body { phase members { totalCount } } } to { id asOf } }
        ... on StandIn { certainty holder { id asOf certainty } substitute { id asOf } } } }`,
    );
    expect(nodes).toEqual([
      {
        id: 'affiliation:red',
        key: 'affiliation:red@2019-06-01/2012-12-31',
        asOf: '2019-06-01',
        certainty: null,
        person: { asOf: '2012-12-31' },
        with: { id: 'party:red' },
      },
      {
        id: 'relation:succeeds',
        key: 'relation:succeeds@2019-06-01/2020-01-01',
        asOf: '2019-06-01',
        certainty: null,
        from: { id: 'body:new', asOf: '2020-01-01', phase: 'CURRENT', members: { totalCount: 1 } },
        to: { id: 'body:old', asOf: '2020-01-01' },
      },
      {
        id: 'stand-in:carl',
        key: 'stand-in:carl@2019-06-01/2015-05-31',
        asOf: '2019-06-01',
        certainty: null,
        holder: { id: 'membership:bo', asOf: '2015-05-31', certainty: 'CERTAIN' },
        substitute: { id: 'membership:carl', asOf: '2015-05-31' },
      },
    ]);
  });

  test('in a list for a period a row is as sure as over it, and what is below is seen within it', async () => {
    const { person } = await ask(
      graph,
      `{ person(id: "person:anna", asOf: "2025-01-01") { memberships(bodies: ["body:old"], during: { from: "2011-01-01", until: "2012-01-01" }) {
        nodes { key asOf certainty phase person { key party { id } } body { phase members { totalCount } } predecessor { id } } } } }`,
    );
    expect(person.memberships.nodes).toEqual([
      {
        key: 'membership:anna@2025-01-01/2011-12-31[2011-01-01,2012-01-01)',
        asOf: '2025-01-01',
        certainty: 'CERTAIN',
        phase: 'CURRENT',
        person: { key: 'person:anna@2011-12-31', party: { id: 'party:red' } },
        body: { phase: 'CURRENT', members: { totalCount: 1 } },
        predecessor: null,
      },
    ]);
    const { body } = await ask(
      graph,
      `{ body(id: "body:council", asOf: "2005-01-01") { phase members(during: { from: "2016-06-01", until: "2016-06-02" }) { nodes { certainty phase person { asOf } } } } }`,
    );
    expect(body).toEqual({ phase: 'UPCOMING', members: { nodes: [{ certainty: 'POSSIBLE', phase: 'CURRENT', person: { asOf: '2016-06-01' } }] } });
  });
});

describe('bodies of the past and future', () => {
  const PAST = 'id asOf key phase members { nodes { id asOf certainty person { asOf } } } covers { id asOf }';
  const old = (asOf: string, phase: string) => ({
    id: 'body:old',
    asOf,
    key: `body:old@${asOf}/2019-12-31`,
    phase,
    members: { nodes: [{ id: 'membership:bo', asOf: '2019-12-31', certainty: 'CERTAIN', person: { asOf: '2019-12-31' } }] },
    covers: [{ id: 'municipality:x', asOf: '2019-12-31' }],
  });

  test('a predecessor and a lineage say their phase on the asked day, and who sat in them in their time', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "body:new", asOf: "2025-01-01") { asOf predecessors { predecessor { ${PAST} lineage { id } } } lineage { ${PAST} } } }`,
    );
    expect(body.predecessors).toEqual([{ predecessor: { ...old('2025-01-01', 'FORMER'), lineage: [{ id: 'body:old' }, { id: 'body:new' }] } }]);
    expect(body.lineage[0]).toEqual(old('2025-01-01', 'FORMER'));
    expect(body.lineage[1]).toMatchObject({ id: 'body:new', key: 'body:new@2025-01-01', members: { nodes: [{ id: 'membership:new', asOf: '2025-01-01' }] } });
  });

  test('stay where the body asked for does not exist', async () => {
    const { body } = await ask(
      graph,
      `{ body(id: "body:old", asOf: "2025-01-01") { ...is successors { successor { id phase asOf members { totalCount } } } lineage { ...is } } } fragment is on Body { ${PAST} }`,
    );
    expect(body).toMatchObject({ key: 'body:old@2025-01-01', members: { nodes: [] }, covers: [] });
    expect(body.successors).toEqual([{ successor: { id: 'body:new', phase: 'CURRENT', asOf: '2025-01-01', members: { totalCount: 1 } } }]);
    expect(body.lineage[0]).toEqual(old('2025-01-01', 'FORMER'));
  });
});

describe('who represents whom, at any time', () => {
  test('is judged on the asked day, and seen on the nearest day of seat and tie together', async () => {
    const { representations } = await ask(
      graph,
      `{ representations(filter: { where: "body:old", who: "person:anna", how: [REPRESENTS, BELONGS_TO], all: true }, asOf: "2025-01-01") {
        nodes { principal { id asOf } certainty person { asOf party { id } } body { asOf phase } membership { key asOf certainty person { asOf } } } } }`,
    );
    const row = (principal: string) => ({
      principal: { id: principal, asOf: '2013-05-31' },
      certainty: null,
      person: { asOf: '2013-05-31', party: { id: 'party:blue' } },
      body: { asOf: '2013-05-31', phase: 'CURRENT' },
      membership: { key: 'membership:anna@2025-01-01/2013-05-31', asOf: '2025-01-01', certainty: null, person: { asOf: '2013-05-31' } },
    });
    expect(representations.nodes).toContainEqual(row('municipality:x'));
    expect(representations.nodes).toContainEqual(row('party:blue'));
  });

  test('a body that is no more has no representatives, but had', async () => {
    const { body } = await ask(
      graph,
      '{ body(id: "body:old", asOf: "2025-01-01") { representatives { totalCount nodes { certainty } pageInfo { hasNextPage } } ever: representatives(all: true) { totalCount } } }',
    );
    expect(body).toEqual({ representatives: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } }, ever: { totalCount: 1 } });
  });
});

describe('the day of a thing', () => {
  test('a change is seen on its day, whichever it is', async () => {
    const { changes } = await ask(
      graph,
      '{ changes(from: "2013-05-31", until: "2013-06-01") { nodes { id key asOf on kind membership { asOf phase person { asOf } } body { asOf members { totalCount } } } } }',
    );
    const id = 'change:membership:anna@2013-06-01';
    expect(changes.nodes).toMatchObject([
      {
        id,
        key: `${id}@2013-06-01`,
        asOf: '2013-06-01',
        membership: { asOf: '2013-06-01', phase: 'FORMER', person: { asOf: '2013-05-31' } },
        body: { asOf: '2013-06-01', members: { totalCount: 0 } },
      },
    ]);
  });

  test.each([
    ['source:1', 'Source'],
    ['stand-in:carl', 'StandIn'],
    ['relation:governs', 'Relation'],
    ['seats:old', 'Relation'],
    ['has-term:whole-2005', 'Relation'],
    ['called:person:anna:name:anna', 'Relation'],
    ['name:person:anna:name:anna', 'Name'],
    ['appointment:membership:anna', 'Appointment'],
  ])('%s is found by its id, as %s, and says its day and key', async (id, typename) => {
    const { node, past } = await ask(
      graph,
      `{ node(id: "${id}", asOf: "2012-01-01") { __typename id asOf key } past: node(id: "${id}", asOf: "2012-01-01", knownAt: "${first}") { id key } }`,
    );
    expect(node).toMatchObject({ __typename: typename, id, asOf: '2012-01-01' });
    expect(node.key).toMatch(new RegExp(`^${id}@2012-01-01(/.*)?$`));
    expect(past.key).toBe(`${node.key}~${first}`);
  });

  test('before anything was recorded, there is nothing', async () => {
    expect(
      await ask(
        graph,
        `{ body(id: "body:old", knownAt: "2001-01-01T00:00:00Z") { id } nodes(ids: ["source:1", "relation:succeeds", "stand-in:carl", "called:person:anna:name:anna"], knownAt: "2001-01-01T00:00:00Z") { id }
          bodies(all: true, knownAt: "2001-01-01T00:00:00Z") { totalCount nodes { id } } }`,
      ),
    ).toEqual({ body: null, nodes: [null, null, null, null], bodies: { totalCount: 0, nodes: [] } });
  });
});

describe('the health coordination committee', () => {
  let real: Graph;
  beforeAll(async () => {
    real = await seededGraph();
  });
  afterAll(() => real.close());

  test('has no members on the day after its end', async () => {
    const id = 'body:sundhedskoordinationsudvalget';
    const { body, seat } = await ask(
      real,
      `{ body(id: "${id}", asOf: "2022-07-02") { phase members { totalCount } composition { filled { min max } } } seat: body(id: "${id}", asOf: "2022-06-30") { phase members { totalCount } } }`,
    );
    expect(body).toEqual({ phase: 'FORMER', members: { totalCount: 0 }, composition: { filled: { min: 0, max: 0 } } });
    expect(seat).toMatchObject({ phase: 'CURRENT' });
  });
});
