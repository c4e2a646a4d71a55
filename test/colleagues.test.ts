import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { togetherUpTo } from '../src/questions/colleagues/rules.js';
import type { Graph } from '../src/graph/port.js';
import { bounded } from '../src/time/bounds.js';
import type { Stated } from '../src/time/stated.js';
import { together } from '../src/time/in-force.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const overlap = (a: Stated, b: Stated) => together(bounded(a), bounded(b));

describe('how long together', () => {
  test.each([
    [
      'known days',
      [overlap({ from: '2022-01-01', until: '2022-02-01' }, { from: '2022-01-11', until: '2022-03-01' })],
      '2022-06-21',
      { days: { min: 21, max: 21, open: true, lastKnown: 21 }, from: '2022-01-11', until: '2022-02-01' },
    ],
    [
      'up to and including the day',
      [overlap({ from: '2022-01-01', open: true }, { from: '2022-01-11', open: true })],
      '2022-01-11',
      { days: { min: 1, max: 1, open: true, lastKnown: 1 }, from: '2022-01-11', until: null },
    ],
    [
      'not begun on the day',
      [overlap({ from: '2022-01-01', open: true }, { from: '2022-01-11', open: true })],
      '2022-01-10',
      { days: { min: 0, max: 0, open: true, lastKnown: 0 }, from: '2022-01-11', until: null },
    ],
    [
      'a start known to the month',
      [overlap({ from: '2022-01', until: '2022-03-01' }, { from: '2021-01-01', until: '2023-01-01' })],
      '2022-06-21',
      { days: { min: 29, max: 59, open: true, lastKnown: 29 }, from: null, until: '2022-03-01' },
    ],
    [
      'two seats count each day once',
      [
        overlap({ from: '2022-01-01', until: '2022-01-21' }, { from: '2021-01-01', open: true }),
        overlap({ from: '2022-01-11', until: '2022-01-31' }, { from: '2021-01-01', open: true }),
      ],
      '2022-06-21',
      { days: { min: 30, max: 30, open: true, lastKnown: 30 }, from: '2022-01-01', until: '2022-01-31' },
    ],
    [
      'a gap does not count',
      [
        overlap({ from: '2022-01-01', until: '2022-01-02' }, { from: '2021-01-01', open: true }),
        overlap({ from: '2022-01-11', until: '2022-01-12' }, { from: '2021-01-01', open: true }),
      ],
      '2022-06-21',
      { days: { min: 2, max: 2, open: true, lastKnown: 2 }, from: '2022-01-01', until: '2022-01-12' },
    ],
    [
      'seen together on one day',
      [overlap({ seen: [{ on: '0001-01-11', in: 'doc:1' }] }, { seen: [{ on: '0001-01-11', in: 'doc:1' }] })],
      '0001-01-20',
      { days: { min: 1, max: 20, open: true, lastKnown: 10 }, from: null, until: null },
    ],
  ])('%s', (_, overlaps, day, expected) => expect(togetherUpTo(overlaps, day)).toEqual(expected));
});

describe('colleagues', () => {
  const S = ['source:1'];
  const seat = (person: string, body: string, dates: object, role = 'MEMBER') => ({
    id: `membership:${body}-${person}`,
    person: `person:${person}`,
    body: `body:${body}`,
    role,
    ...dates,
    sources: S,
  });
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await seedWorld(graph, {
      documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
      sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
      people: ['anna', 'bo', 'carl', 'dorte'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
      bodies: ['board', 'forum'].map((id) => ({ id: `body:${id}`, kind: 'BOARD', name: id, sources: S })),
      memberships: [
        seat('anna', 'board', { from: '2020-01-01', until: '2022-01-11' }),
        seat('bo', 'board', { from: '2022-01-01', until: '2022-06-01' }),
        seat('carl', 'board', { from: '2019-01-01', until: '2020-01-01' }),
        seat('dorte', 'board', { from: '2020-01-01', open: true }, 'SUBSTITUTE'),
        seat('anna', 'forum', { from: '2021-01-01', open: true }),
        seat('bo', 'forum', { from: '2021-01-01', open: true }),
        seat('carl', 'forum', { from: '2022-01-05', open: true }),
      ],
    });
  });
  afterAll(() => graph.close());

  const FIELDS = 'nodes { person { name } body { name } days { min max } from until } totalCount pageInfo { endCursor hasNextPage }';
  const colleagues = async (args: string, asOf: string) =>
    (await ask(graph, `{ person(id: "person:anna", asOf: "${asOf}") { colleagues${args} { ${FIELDS} } } }`)).person.colleagues;
  const short = ({ nodes }: { nodes: { person: { name: string }; body: { name: string }; days: { min: number; max: number } }[] }) =>
    nodes.map(({ person, body, days }) => `${person.name} ${body.name} ${days.min}-${days.max}`);

  test('are the people one sits with on the day, the longest first', async () => {
    expect(short(await colleagues('', '2022-01-10'))).toEqual(['bo forum 375-375', 'bo board 10-10', 'carl forum 6-6']);
    expect(short(await colleagues('', '2022-01-11'))).toEqual(['bo forum 376-376', 'carl forum 7-7']);
  });
  test('with all: true also the former ones, after those still there; who missed by a day and substitutes are none', async () => {
    expect(short(await colleagues('(all: true)', '2022-01-11'))).toEqual(['bo forum 376-376', 'carl forum 7-7', 'bo board 10-10']);
  });
  test('in one body, and page by page', async () => {
    expect(short(await colleagues('(body: "body:board")', '2022-01-10'))).toEqual(['bo board 10-10']);
    const first = await colleagues('(first: 1)', '2022-01-10');
    expect([short(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([['bo forum 375-375'], 3, true]);
    expect(short(await colleagues(`(first: 9, after: "${first.pageInfo.endCursor}")`, '2022-01-10'))).toEqual(['bo board 10-10', 'carl forum 6-6']);
  });

  test('of terms apart count the days of all of them, with and without all', async () => {
    const empty = await emptyGraph();
    const terms = [
      ['2010-01-01', '2012-01-01'],
      ['2014', '2016-01-01'],
      ['2020-01-01', '2024-01-01'],
    ];
    await seedWorld(empty, {
      documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
      sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
      people: ['anna', 'bo', 'carl', 'dorte'].map((id) => ({ id: `person:${id}`, name: id, sources: S })),
      bodies: ['board', 'forum'].map((id) => ({ id: `body:${id}`, kind: 'BOARD', name: id, sources: S })),
      memberships: [
        ...['anna', 'bo'].flatMap((person) =>
          terms.map(([from, until], at) => ({ ...seat(person, 'board', { from, until }), id: `membership:${person}-${at}` })),
        ),
        seat('anna', 'forum', { from: '2010-01-01', until: '2011-01-01' }),
        seat('bo', 'forum', { from: '2010-01-01', until: '2010-01-11' }),
        seat('carl', 'board', { from: '2011-12-31', until: '2012-06-01' }),
        seat('dorte', 'board', { from: '2012-01-01', until: '2014-01-01' }),
      ],
    });
    const of = async (args: string, asOf: string) =>
      (await ask(empty, `{ person(id: "person:anna", asOf: "${asOf}") { colleagues${args} { ${FIELDS} } } }`)).person.colleagues;
    for (const args of ['', '(all: true)', '(body: "body:board", all: true)'])
      expect((await of(args, '2020-01-10')).nodes[0]).toEqual({
        person: { name: 'bo' },
        body: { name: 'board' },
        days: { min: 730 + 366 + 10, max: 730 + 730 + 10 },
        from: '2010-01-01',
        until: '2024-01-01',
      });
    expect(short(await of('', '2011-12-31'))).toEqual(['bo board 730-730', 'carl board 1-1']);
    expect(short(await of('', '2013-06-01'))).toEqual([]);
    expect(short(await of('(all: true)', '2013-06-01'))).toEqual(['bo board 730-730', 'bo forum 10-10', 'carl board 1-1']);
    await empty.close();
  });
});
