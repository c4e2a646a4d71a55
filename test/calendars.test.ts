import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SeedError } from '../src/exchange/problems.js';
import type { Graph } from '../src/graph/port.js';
import { NOW } from '../src/record/time.js';
import { EVERLASTING } from '../src/time/interval.js';
import { readRevision } from '../src/record/revision.js';
import { stepsDown, stepsUp } from '../src/words/calendars/steps.js';
import { readTerms } from '../src/words/terms/around.js';
import { followedBy, turningWith } from '../src/words/calendars/rules.js';
import { type World, ask, emptyGraph, errorsOf, queriesOf, seedWorld, wipe } from './world.js';

const S = ['source:law'];
const body = (id: string, kind = 'BOARD') => ({ id: `body:${id}`, name: id, kind, sources: S });
const term = (id: string, holder: object, from: string, until: string, more: object = {}) => ({
  id: `term:${id}`,
  name: `${from.slice(0, 4)}-${until.slice(0, 4)}`,
  from,
  until,
  sources: S,
  ...holder,
  ...more,
});
const relation = (id: string, kind: string, subject: string, object: string, more: object = {}) => ({
  id: `relation:${id}`,
  kind,
  subject: `body:${subject}`,
  object,
  sources: S,
  ...more,
});
const LOCAL = { calendar: 'calendar:local' };
const SINCE = { from: '2014-01-01', open: true };

/** Two councils by one calendar, one of which stops following it and sits a year longer; a board that follows later, and a group in each. */
const world = (more: World = {}): World => ({
  documents: [{ id: 'doc:law', title: 'Election act', kind: 'law', date: '2013-06-01' }],
  sources: [{ id: 'source:law', document: 'doc:law', section: '§ 6', quote: 'for 4 years' }],
  calendars: [{ id: 'calendar:local', name: 'Local elections', sources: S }],
  bodies: [body('east', 'COUNCIL'), body('west', 'COUNCIL'), body('board'), body('group', 'COMMITTEE'), body('panel', 'COMMITTEE'), body('loner')],
  terms: [
    term('local-2014', LOCAL, '2014-01-01', '2018-01-01'),
    term('local-2018', LOCAL, '2018-01-01', '2022-01-01'),
    term('local-2022', LOCAL, '2022-01-01', '2026-01-01'),
    term('west-2018', { body: 'body:west' }, '2018-01-01', '2023-01-01', { insteadOf: 'term:local-2018' }),
    term('loner-2020', { body: 'body:loner' }, '2020-01-01', '2021-01-01'),
  ],
  relations: [
    relation('east', 'FOLLOWS', 'east', 'calendar:local', { ...SINCE, basis: 'INFERRED', reason: 'The act says so of councils.' }),
    relation('west', 'FOLLOWS', 'west', 'calendar:local', { from: '2014-01-01', until: '2022-01-01' }),
    relation('board', 'FOLLOWS', 'board', 'calendar:local', { from: '2019', open: true }),
    relation('group', 'PART_OF', 'group', 'body:board', { from: '2018-01-01', until: '2020-01-01' }),
    relation('panel', 'PART_OF', 'panel', 'body:west', SINCE),
  ],
  ...more,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, world());
});
afterAll(() => graph.close());

const termsOf = async (id: string, lens = ''): Promise<{ id: string; body: { id: string } | null; calendar: string | null }[]> =>
  (await ask(graph, `{ body(id: "body:${id}"${lens}) { terms { id key body { id } calendar from until } } }`)).body.terms;

describe('the terms of a body', () => {
  test.each([
    ['a council has those of its calendar', 'east', ['local-2014', 'local-2018', 'local-2022']],
    ['one of its own stands in the place of a calendar’s, and none is added once it no longer follows', 'west', ['local-2014', 'west-2018']],
    ['a board has those since it follows', 'board', ['local-2018', 'local-2022']],
    ['what is part of a follower follows with it, while it is', 'group', ['local-2018']],
    ['what is part of a council that sits longer does so too', 'panel', ['local-2014', 'west-2018']],
    ['a body that follows none has its own', 'loner', ['loner-2020']],
  ])('%s', async (_, id, expected) => expect((await termsOf(id)).map((one) => one.id)).toEqual(expected.map((one) => `term:${one}`)));

  test('say whose they are, and a calendar’s by which body it was reached', async () => {
    expect((await termsOf('west', ', asOf: "2020-05-01"')).slice(0, 2)).toEqual([
      {
        id: 'term:local-2014',
        key: 'term:local-2014>body:west@2020-05-01',
        body: { id: 'body:west' },
        calendar: 'calendar:local',
        from: '2014-01-01',
        until: '2018-01-01',
      },
      { id: 'term:west-2018', key: 'term:west-2018@2020-05-01', body: { id: 'body:west' }, calendar: null, from: '2018-01-01', until: '2023-01-01' },
    ]);
    expect(
      (await ask(graph, '{ node(id: "term:local-2014") { ... on Term { body { id } calendar interval { fromMax } basis sources { quote } } } }')).node,
    ).toEqual({
      body: null,
      calendar: 'calendar:local',
      interval: { fromMax: '2014-01-01' },
      basis: 'STATED',
      sources: [{ quote: 'for 4 years' }],
    });
  });

  test('are read at once for many bodies', async () => {
    const asked = await queriesOf(graph, '{ east: body(id: "body:east") { terms { name from } } group: body(id: "body:group") { terms { name from } } }');
    expect(asked).toEqual(['bodies/by-ids', 'calendars/steps-up', 'calendars/steps-up', 'terms/by-ids', 'terms/of']);
  });
});

describe('a calendar', () => {
  const followers = async (lens: string): Promise<unknown> =>
    (
      await ask(
        graph,
        `{ node(id: "calendar:local"${lens}) { ... on Calendar { followers { body { id } calendar { name } from certainty basis reason sources { quote } } } } }`,
      )
    ).node.followers;

  test('has its terms and who follows it on a day', async () => {
    const { node } = await ask(
      graph,
      '{ node(id: "calendar:local", asOf: "2020-01-01") { key ... on Calendar { name terms { id body { id } } sources { quote } } } }',
    );
    expect(node).toEqual({
      key: 'calendar:local@2020-01-01',
      name: 'Local elections',
      terms: ['2014', '2018', '2022'].map((year) => ({ id: `term:local-${year}`, body: null })),
      sources: [{ quote: 'for 4 years' }],
    });
    const whom = (all: unknown): unknown => (all as { body: { id: string }; certainty: string }[]).map((one) => [one.body.id, one.certainty]);
    expect(whom(await followers(', asOf: "2020-01-01"'))).toEqual([
      ['body:board', 'CERTAIN'],
      ['body:east', 'CERTAIN'],
      ['body:west', 'CERTAIN'],
    ]);
    expect(whom(await followers(', asOf: "2019-06-01"'))).toEqual([
      ['body:east', 'CERTAIN'],
      ['body:west', 'CERTAIN'],
      ['body:board', 'POSSIBLE'],
    ]);
    expect(await followers(', asOf: "2023-01-01"')).toEqual([
      {
        body: { id: 'body:board' },
        calendar: { name: 'Local elections' },
        from: '2019',
        certainty: 'CERTAIN',
        basis: 'STATED',
        reason: null,
        sources: [{ quote: 'for 4 years' }],
      },
      {
        body: { id: 'body:east' },
        calendar: { name: 'Local elections' },
        from: '2014-01-01',
        certainty: 'CERTAIN',
        basis: 'INFERRED',
        reason: 'The act says so of councils.',
        sources: [{ quote: 'for 4 years' }],
      },
    ]);
  });

  test('is none of the relations of a body, whose kinds are others', async () => {
    expect(
      await ask(graph, '{ body(id: "body:panel", asOf: "2020-01-01") { relations { kind } } east: body(id: "body:east") { relations { kind } } }'),
    ).toEqual({
      body: { relations: [{ kind: 'PART_OF' }, { kind: 'CALLED' }] },
      east: { relations: [{ kind: 'CALLED' }] },
    });
  });
});

describe('the way to a calendar', () => {
  const days = (fromMin: string, fromMax: string, untilMin: string, untilMax: string) => ({ fromMin, fromMax, untilMin, untilMax });
  const FOREVER = '9999-12-31';

  test('holds on the days of all its steps', async () => {
    const found = await followedBy(['body:east', 'body:group', 'body:loner'], stepsUp(graph, NOW));
    expect(Object.fromEntries(found)).toEqual({
      'body:east': [
        {
          calendar: 'calendar:local',
          bodies: [{ body: 'body:east', ...EVERLASTING }],
          through: ['relation:east'],
          ...days('2014-01-01', '2014-01-01', FOREVER, FOREVER),
        },
      ],
      'body:group': [
        {
          calendar: 'calendar:local',
          bodies: [
            { body: 'body:group', ...EVERLASTING },
            { body: 'body:board', ...days('2018-01-01', '2018-01-01', '2020-01-01', '2020-01-01') },
          ],
          through: ['relation:group', 'relation:board'],
          ...days('2019-01-01', '2019-12-31', '2020-01-01', '2020-01-01'),
        },
      ],
      'body:loner': [],
    });
  });

  test('gives a body terms on the days on which it follows', async () => {
    const terms = await readTerms(graph, ['body:panel', 'body:east', 'body:loner'], NOW);
    const told = (id: string) =>
      terms.get(id)?.map(({ term: { toId, insteadOf }, calendar, days: { fromMin, untilMax } }) => [toId, insteadOf, calendar, fromMin, untilMax]);
    expect(told('body:panel')).toEqual([
      ['term:local-2014', null, 'calendar:local', '2014-01-01', '2022-01-01'],
      ['term:west-2018', 'term:local-2018', 'calendar:local', '2014-01-01', FOREVER],
    ]);
    expect(told('body:loner')).toEqual([['term:loner-2020', null, null, '0001-01-01', FOREVER]]);
    expect(terms.get('body:east')).toHaveLength(3);
  });

  test('leads back to all that turns with it', async () => {
    const turning = async (id: string) => [...(await turningWith([id], stepsDown(graph, NOW)))].sort();
    expect(await turning('calendar:local')).toEqual(['body:board', 'body:east', 'body:group', 'body:panel', 'body:west', 'calendar:local']);
    expect(await turning('body:west')).toEqual(['body:panel', 'body:west']);
  });

  test('ends where bodies are parts of each other', async () => {
    const steps = [
      ...['a b', 'b c', 'c a', 'a c'].map((pair) => ({ relation: 'PART_OF', fromId: pair[0] as string, toId: pair[2] as string })),
      { relation: 'FOLLOWS', fromId: 'c', toId: 'calendar:x' },
    ].map((step, at) => ({ id: `relation:${at}`, ...step, ...days('2000-01-01', '2000-01-01', FOREVER, FOREVER) }));
    const up = (ids: string[]) => Promise.resolve(steps.filter(({ fromId }) => ids.includes(fromId)));
    const down = (ids: string[]) => Promise.resolve(steps.filter(({ toId }) => ids.includes(toId)));
    expect((await followedBy(['a', 'b'], up)).get('a')?.map(({ through }) => through)).toEqual([['relation:3', 'relation:4']]);
    expect([...(await turningWith(['calendar:x'], down))].sort()).toEqual(['a', 'b', 'c', 'calendar:x']);
  });
});

describe('rows', () => {
  test.each([
    ['of a body and a calendar', { terms: [term('x', { body: 'body:east', ...LOCAL }, '2014', '2018')] }, /either a body or a calendar; given: /],
    ['of neither', { terms: [term('x', {}, '2014', '2018')] }, /either a body or a calendar; given: /],
    [
      'of a calendar, in the place of another',
      { terms: [term('x', { ...LOCAL, insteadOf: 'term:x' }, '2014', '2018')] },
      /`insteadOf` of a term of a body, not of a calendar/,
    ],
    ['in the place of one that is not there', { terms: [term('x', { body: 'body:east', insteadOf: 'term:y' }, '2014', '2018')] }, /term:y/],
    ['that follow a body', { relations: [relation('x', 'FOLLOWS', 'east', 'body:west')] }, /of FOLLOWS: the id of a calendar/],
    ['that follow a calendar that is not there', { relations: [relation('x', 'FOLLOWS', 'east', 'calendar:none')] }, /calendar:none/],
  ])('%s are refused', async (_, more, message) => {
    const before = await readRevision(graph);
    const seeding = seedWorld(graph, world(more as World));
    await expect(seeding).rejects.toThrow(SeedError);
    await expect(seeding).rejects.toThrow(message);
    expect(await readRevision(graph)).toEqual(before);
  });
});

describe('in the record', () => {
  test('a calendar renamed, a term in the place of another and a following that is withdrawn are seen as they were', async () => {
    const other = await emptyGraph();
    try {
      await seedWorld(other, world());
      const { at } = await readRevision(other);
      const [first, second, third, , loner] = world()['terms'] as object[];
      await seedWorld(
        other,
        world({
          calendars: [{ id: 'calendar:local', name: 'Elections', sources: S }],
          terms: [first, second, third, term('west-2018', { body: 'body:west' }, '2018-01-01', '2023-01-01'), loner] as object[],
          relations: (world()['relations'] as { id: string }[]).filter(({ id }) => id !== 'relation:east'),
        }),
      );
      const QUESTION = (lens: string) =>
        `{ east: body(id: "body:east"${lens}) { terms { id } } west: body(id: "body:west"${lens}) { terms { id } } node(id: "calendar:local"${lens}) { ... on Calendar { name } } }`;
      const told = async (lens: string) => {
        const { east, west, node } = await ask(other, QUESTION(lens));
        return [node.name, east.terms.length, west.terms.length];
      };
      expect(await told(`, knownAt: "${new Date(at).toISOString()}"`)).toEqual(['Local elections', 3, 2]);
      expect(await told('')).toEqual(['Elections', 0, 3]);
      expect(await errorsOf(other, QUESTION(''))).toEqual([]);
    } finally {
      await wipe(other);
      await other.close();
    }
  });
});
