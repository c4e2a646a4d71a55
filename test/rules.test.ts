import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { checkGraph } from '../src/integrity/check.js';
import { NEVER } from '../src/record/time.js';
import { readRevision } from '../src/record/revision.js';
import { ask, emptyGraph, readingOf, seedWorld, wipe } from './world.js';

const S = { sources: ['source:1'] };
const LAW = { sources: ['source:law'] };
const thing = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], ...S, ...more });
const body = (id: string, kind: string, more: object = {}) => thing(`body:${id}`, { kind, ...more });
const relation = (kind: string, subject: string, object: string, more: object = {}) => ({
  id: `relation:${kind.toLowerCase().replace('_', '-')}-${object.split(':')[1]}-${subject.split(':')[1]}`,
  kind,
  subject,
  object,
  from: '2000-01-01',
  open: true,
  ...S,
  ...more,
});
const seat = (id: string, person: string, where: string, role: string, dates: object, more: object = {}) => ({
  id: `membership:${id}`,
  person: `person:${person}`,
  body: `body:${where}`,
  role,
  ...dates,
  ...S,
  ...more,
});

const MAYOR_SENTENCE = 'The mayor of every municipality that the forum covers is a member.';
const MAYORS = { id: 'rule:mayors', sentence: MAYOR_SENTENCE, body: 'body:forum', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', ...LAW };
const DEPUTIES = {
  id: 'rule:deputies',
  sentence: 'The deputy mayor is their substitute.',
  body: 'body:forum',
  office: 'DEPUTY_MAYOR',
  places: 'COVERS',
  role: 'SUBSTITUTE',
  substituteFor: 'rule:mayors',
  ...LAW,
};
const CHAIRS = {
  id: 'rule:regional-chair',
  sentence: 'The chair of the regional council sits in every cluster of the region.',
  kind: 'HEALTH_CLUSTER',
  office: 'CHAIR',
  places: 'LIES_IN',
  role: 'MEMBER',
  ...LAW,
};
const RULES = [MAYORS, DEPUTIES, CHAIRS];

const ANNA = seat('mayor-anna', 'anna', 'council', 'MAYOR', { from: '2018-01-01', until: '2022-01-01' });
const BO = seat('mayor-bo', 'bo', 'council', 'MAYOR', { from: '2022-01-01', open: true });
const CARL = seat('deputy-carl', 'carl', 'council', 'DEPUTY_MAYOR', { from: '2020-01-01', open: true });
const DORA = seat('chair-dora', 'dora', 'regional', 'CHAIR', { from: '2022', seen: [{ on: '2022-06-21', in: 'doc:1' }] });
const OFFICES = [ANNA, BO, CARL, DORA];

const EVER = { existence: { from: '2000-01-01', open: true } };

const world = (memberships: readonly object[] = OFFICES, more: object = {}) => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'They hold it.' },
    { id: 'source:law', document: 'doc:1', quote: 'The mayor is a member.' },
  ],
  municipalities: [thing('municipality:x', { code: '0001' }), thing('municipality:y', { code: '0002' })],
  regions: [thing('region:r')],
  people: ['anna', 'bo', 'carl', 'dora'].map((id) => thing(`person:${id}`)),
  bodies: [
    body('forum', 'FORUM', EVER),
    body('council', 'COUNCIL'),
    body('regional', 'COUNCIL', EVER),
    body('north', 'HEALTH_CLUSTER', EVER),
    body('south', 'HEALTH_CLUSTER', { existence: { from: '2022-07-01', open: true } }),
  ],
  relations: [
    relation('COVERS', 'body:forum', 'municipality:x'),
    relation('COVERS', 'body:north', 'municipality:x'),
    relation('COVERS', 'body:north', 'municipality:y'),
    relation('COVERS', 'body:south', 'municipality:x'),
    relation('GOVERNS', 'body:council', 'municipality:x'),
    relation('GOVERNS', 'body:regional', 'region:r'),
    relation('LIES_IN', 'municipality:x', 'region:r'),
    relation('LIES_IN', 'municipality:y', 'region:r'),
  ],
  rules: RULES,
  memberships,
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

const membersOn = async (where: string, asOf: string, knownAt = ''): Promise<string[]> => {
  const { body: found } = await ask(
    graph,
    `{ body(id: "body:${where}", asOf: "${asOf}"${knownAt}) { members(includeSubstitutes: true) { nodes { id certainty } } } }`,
  );
  return found.members.nodes.map(({ id, certainty }: { id: string; certainty: string }) => `${id} ${certainty}`);
};
const MAYOR = (name: string) => `rule:mayors:membership:mayor-${name}`;
const DEPUTY = 'rule:deputies:membership:deputy-carl';

describe('by virtue of an office', () => {
  test('the mayor has a seat, and when the mayor changes it changes hands on that day', async () => {
    await seedWorld(graph, world());
    expect(await membersOn('forum', '2021-12-31')).toEqual([`${MAYOR('anna')} CERTAIN`, `${DEPUTY} CERTAIN`]);
    expect(await membersOn('forum', '2022-01-01')).toEqual([`${MAYOR('bo')} CERTAIN`, `${DEPUTY} CERTAIN`]);
    expect(await membersOn('forum', '2017-12-31')).toEqual([]);
  });

  test('the seat says by which rule, from which sources, and can be asked for by its id', async () => {
    await seedWorld(graph, world());
    const { node } = await ask(
      graph,
      `{ node(id: "${MAYOR('bo')}", asOf: "2022-06-21") { __typename id ... on Membership { from fromBasis until basis reason because interval { open } person { id } body { id } sources { quote } appointment { id exOfficio basis reason by { id } } } } }`,
    );
    expect(node).toEqual({
      __typename: 'Membership',
      id: MAYOR('bo'),
      from: '2022-01-01',
      fromBasis: 'DERIVED',
      until: null,
      basis: 'DERIVED',
      reason: MAYOR_SENTENCE,
      because: 'DERIVED',
      interval: { open: true },
      person: { id: 'person:bo' },
      body: { id: 'body:forum' },
      sources: [{ quote: 'They hold it.' }, { quote: 'The mayor is a member.' }],
      appointment: { id: `appointment:${MAYOR('bo')}`, exOfficio: MAYOR_SENTENCE, basis: 'DERIVED', reason: MAYOR_SENTENCE, by: null },
    });
  });

  test('the deputy is the substitute of whoever is mayor on the day, and counts as no member', async () => {
    await seedWorld(graph, world());
    for (const [asOf, mayor] of [
      ['2021-06-21', 'anna'],
      ['2022-06-21', 'bo'],
    ] as const) {
      const { node, body: forum } = await ask(
        graph,
        `{ node(id: "${DEPUTY}", asOf: "${asOf}") { ... on Membership { role substituteFor { id substitutes { person { id } } } } } body(id: "body:forum", asOf: "${asOf}") { composition { filled { min max } } } }`,
      );
      expect(node).toEqual({ role: 'SUBSTITUTE', substituteFor: { id: MAYOR(mayor), substitutes: [{ person: { id: 'person:carl' } }] } });
      expect(forum.composition.filled).toEqual({ min: 1, max: 1 });
    }
  });

  test('the chair of the regional council sits once in every cluster of the region, as surely as in the office, and as long as the cluster exists', async () => {
    await seedWorld(graph, world());
    const inCluster = (name: string) => `rule:regional-chair.${name}:membership:chair-dora`;
    expect(await membersOn('north', '2022-01-01')).toEqual([`${inCluster('north')} POSSIBLE`]);
    expect(await membersOn('north', '2022-06-21')).toEqual([`${inCluster('north')} CERTAIN`]);
    expect(await membersOn('south', '2022-07-01')).toEqual([`${inCluster('south')} POSSIBLE`]);
    const { node } = await ask(graph, `{ node(id: "${inCluster('south')}") { ... on Membership { interval { fromMin boundedBy { cause } } } } }`);
    expect(node.interval).toEqual({ fromMin: '2022-07-01', boundedBy: [{ cause: 'BODY_EXISTENCE' }] });
  });

  test('nobody gets a seat that they hold already, and their deputy is the substitute in that one', async () => {
    const own = seat('bo', 'bo', 'forum', 'MEMBER', { from: '2022-01-01', open: true });
    await seedWorld(graph, world([...OFFICES, own]));
    expect(await membersOn('forum', '2022-06-21')).toEqual(['membership:bo CERTAIN', `${DEPUTY} CERTAIN`]);
    const { node } = await ask(graph, `{ node(id: "${DEPUTY}", asOf: "2022-06-21") { ... on Membership { substituteFor { id } } } }`);
    expect(node.substituteFor.id).toBe('membership:bo');
  });

  test('who holds the seat otherwise for some of the time gets it for the rest', async () => {
    const own = seat('bo', 'bo', 'forum', 'MEMBER', { from: '2023-01-01', until: '2024-01-01' });
    await seedWorld(graph, world([BO, own]));
    expect(await membersOn('forum', '2022-12-31')).toEqual([`${MAYOR('bo')} CERTAIN`]);
    expect(await membersOn('forum', '2023-01-01')).toEqual(['membership:bo CERTAIN']);
    expect(await membersOn('forum', '2024-01-01')).toEqual([`${MAYOR('bo')}.2 CERTAIN`]);
    expect((await checkGraph(graph)).filter(({ verdict }) => verdict === 'BROKEN')).toEqual([]);
  });

  test('who is elected again has the seat on every day of both offices', async () => {
    const again = [
      seat('mayor-anna', 'anna', 'council', 'MAYOR', { from: '2018', until: '2022' }),
      seat('mayor-anna-again', 'anna', 'council', 'MAYOR', { from: '2022', open: true }),
    ];
    await seedWorld(graph, world(again));
    const filledOn = async (asOf: string) =>
      (await ask(graph, `{ body(id: "body:forum", asOf: "${asOf}") { composition { filled { min max } } } }`)).body.composition.filled;
    expect([await filledOn('2021-06-21'), await filledOn('2023-01-01'), await filledOn('2026-06-21')]).toEqual(Array(3).fill({ min: 1, max: 1 }));
  });

  test('a time in which the municipality is not covered gives no seat', async () => {
    const { relations } = world();
    const covers = (name: string, dates: object) => ({ ...relations[0], id: `relation:covers-${name}`, open: undefined, ...dates });
    await seedWorld(
      graph,
      world([seat('mayor-anna', 'anna', 'council', 'MAYOR', { from: '2005-01-01', open: true })], {
        relations: [covers('first', { from: '2000-01-01', until: '2010-01-01' }), covers('again', { from: '2015-01-01', open: true }), ...relations.slice(1)],
      }),
    );
    expect([await membersOn('forum', '2009-12-31'), await membersOn('forum', '2010-01-01'), await membersOn('forum', '2015-01-01')]).toEqual([
      [`${MAYOR('anna')} CERTAIN`],
      [],
      [`${MAYOR('anna')}.2 CERTAIN`],
    ]);
  });

  test('the seat depends on the office: it ends with it, and says why', async () => {
    await seedWorld(graph, world());
    const { changes, consequences } = await ask(
      graph,
      `{ changes(from: "2021-12-31", until: "2022-01-01", filter: { person: "person:anna", bodies: ["body:forum"] }) { nodes { kind cause membership { id dependsOn { on { ... on Membership { id } } } } } }
         consequences(of: { loseOffice: "membership:mayor-bo", on: "2024-01-01" }) { kind cause membership { id } } }`,
    );
    expect(changes.nodes).toEqual([
      { kind: 'LEFT', cause: 'HOME_MANDATE_LOST', membership: { id: MAYOR('anna'), dependsOn: [{ on: { id: 'membership:mayor-anna' } }] } },
    ]);
    expect(consequences).toEqual([{ kind: 'LEFT', cause: 'HOME_MANDATE_LOST', membership: { id: MAYOR('bo') } }]);
  });

  test.each([
    ['all along', { from: '2010-01-01', open: true }],
    ['from that day on', { from: '2022-01-01', open: true }],
  ])('also where its holder sits on in the council in another role, %s', async (_, dates) => {
    await seedWorld(graph, world([...OFFICES, seat('councillor-anna', 'anna', 'council', 'COUNCILLOR', dates)]));
    const { changes, events } = await ask(
      graph,
      `{ changes(from: "2021-12-31", until: "2022-01-01", filter: { person: "person:anna", bodies: ["body:forum"] }) { nodes { kind cause } }
         events(from: "2021-12-31", until: "2022-01-01", filter: { people: ["person:anna"], bodies: ["body:forum"], kinds: [LEFT] }) { nodes { kind ended } } }`,
    );
    expect(changes.nodes).toEqual([{ kind: 'LEFT', cause: 'HOME_MANDATE_LOST' }]);
    expect(events.nodes).toEqual([{ kind: 'LEFT', ended: 'LOST_OFFICE' }]);
  });
});

const VERSIONS = readingOf<{ recorded: number; retracted: number; until: string | null }>(
  'MATCH (p:Person)-[m:MEMBER_OF]->(b:Body) WHERE m.id = $id RETURN m.recordedAt AS recorded, m.retractedAt AS retracted, m.until AS until ORDER BY recorded',
  ['recorded', 'retracted', 'until'],
);

describe('the record of such seats', () => {
  test('follows its cause in the same transaction, and the same data again write nothing', async () => {
    const openAnna = seat('mayor-anna', 'anna', 'council', 'MAYOR', { from: '2018-01-01', open: true });
    expect(await seedWorld(graph, world([openAnna]))).toMatchObject({ derived: 1 });
    const first = await readRevision(graph);
    expect(
      await seedWorld(graph, world([openAnna], { documents: [{ id: 'doc:1', title: 'Minutes again', kind: 'minutes', date: '2022-06-21' }] })),
    ).toMatchObject({ derived: 0 });
    expect(await seedWorld(graph, world([ANNA, BO]))).toMatchObject({ derived: 2 });
    const { at } = await readRevision(graph);
    expect(await graph.read(VERSIONS, { id: MAYOR('anna') })).toEqual([
      { recorded: first.at, retracted: at, until: null },
      { recorded: at, retracted: NEVER, until: '2022-01-01' },
    ]);
    expect(await membersOn('forum', '2022-06-21', `, knownAt: "${new Date(first.at).toISOString()}"`)).toEqual([`${MAYOR('anna')} CERTAIN`]);
    expect(await membersOn('forum', '2022-06-21')).toEqual([`${MAYOR('bo')} CERTAIN`]);
  });

  test.each([
    ['its cause', world([BO])],
    ['its rule', world(OFFICES, { rules: [CHAIRS] })],
    ['the territory', world(OFFICES, { relations: [] })],
  ])('ends with %s', async (_, after) => {
    await seedWorld(graph, world());
    await seedWorld(graph, after);
    const { at } = await readRevision(graph);
    expect(await graph.read(VERSIONS, { id: MAYOR('anna') })).toMatchObject([{ retracted: at }]);
    const { node } = await ask(graph, `{ node(id: "${MAYOR('anna')}") { id } }`);
    expect(node).toBeNull();
  });

  test.each([
    [
      "its holder's death comes to be known",
      { people: ['anna', 'bo', 'carl', 'dora'].map((id) => thing(`person:${id}`, id === 'bo' ? { diedOn: '2023-05-01' } : {})) },
    ],
    [
      'what replaces the office comes to be known',
      {},
      seat('council-replacing', 'dora', 'council', 'COUNCILLOR', {
        from: '2023-05-01',
        appointment: { replaces: { membership: 'membership:mayor-bo', sources: ['source:1'] } },
      }),
    ],
  ])('moves with the office where %s, as if it had been known at once', async (_, more, ...seats) => {
    const seatOf = async (): Promise<unknown> =>
      (
        await ask(
          graph,
          `{ node(id: "${MAYOR('bo')}") { ... on Membership { from until interval { fromMin fromMax untilMin untilMax open boundedBy { cause } } } } }`,
        )
      ).node;
    const open = seat('mayor-bo', 'bo', 'council', 'MAYOR', { from: '2022-01-01', open: true });
    await seedWorld(graph, world([ANNA, open, ...seats], more));
    const atOnce = await seatOf();
    await wipe(graph);
    await seedWorld(graph, world([ANNA, open]));
    expect(await seatOf()).not.toEqual(atOnce);
    await seedWorld(graph, world([ANNA, open, ...seats], more));
    expect(await seatOf()).toEqual(atOnce);
  });

  test('comes back with its cause', async () => {
    await seedWorld(graph, world());
    await seedWorld(graph, world([BO]));
    await seedWorld(graph, world());
    expect(await membersOn('forum', '2021-12-31')).toEqual([`${MAYOR('anna')} CERTAIN`, `${DEPUTY} CERTAIN`]);
  });

  test('is corrected with its rules, which are no things of their own', async () => {
    await seedWorld(graph, world());
    const { at } = await readRevision(graph);
    await seedWorld(graph, world(OFFICES, { rules: [{ ...MAYORS, sentence: 'Every mayor of a municipality that it covers is a member.' }, DEPUTIES] }));
    const { corrections } = await ask(
      graph,
      `{ corrections(since: "${new Date(at).toISOString()}") { nodes { was { __typename id } is { __typename id } } } }`,
    );
    const gone = (cluster: string) => ({ was: { __typename: 'Membership', id: `rule:regional-chair.${cluster}:membership:chair-dora` }, is: null });
    expect(corrections.nodes).toEqual([gone('north'), gone('south')]);
  });

  test('moves with the rule: from its first day', async () => {
    await seedWorld(graph, world(OFFICES, { rules: [{ ...MAYORS, from: '2022-03-01' }] }));
    expect(await membersOn('forum', '2022-02-28')).toEqual([]);
    expect(await membersOn('forum', '2022-03-01')).toEqual([`${MAYOR('bo')} CERTAIN`]);
  });

  test('breaks no rule of integrity', async () => {
    await seedWorld(graph, world());
    expect((await checkGraph(graph)).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]);
  });

  test('an office in one body gives a seat in another', async () => {
    await seedWorld(
      graph,
      world(OFFICES, {
        rules: [
          {
            id: 'rule:chair',
            sentence: 'The chair sits in the forum.',
            body: 'body:forum',
            office: 'CHAIR',
            council: 'body:regional',
            role: 'OBSERVER',
            ...LAW,
          },
        ],
      }),
    );
    expect(await membersOn('forum', '2022-06-21')).toEqual(['rule:chair:membership:chair-dora CERTAIN']);
  });
});
