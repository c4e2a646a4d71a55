import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Asking, askingsOf, isList, isOf } from './every-field.js';
import { ask, seededGraph } from './world.js';

let graph: Graph;
let askings: Asking[];
/** Ids that lead to nothing, those that are made of real ones too. */
let ids: string[];
beforeAll(async () => {
  graph = await seededGraph();
  askings = await askingsOf(graph);
  const { person } = await ask(graph, '{ person(id: "person:mads-skau") { memberships(all: true) { nodes { id } } } }');
  ids = [...IDS, ...person.memberships.nodes.slice(0, 1).flatMap(({ id }: { id: string }) => MADE_OF.map((made) => made.replace('#', id)))];
});
afterAll(() => graph.close());

/** What may be wrong with what somebody asks. */
const TOLD = ['BAD_USER_INPUT', 'UNKNOWN_ID', 'FILTER_REQUIRED'];

const IDS = [
  '',
  ' ',
  ':',
  'x',
  'constructor:x',
  '__proto__:x',
  'toString:1',
  'hasOwnProperty',
  'constructor',
  'person:',
  ':person',
  'person:constructor',
  'person:\u0000',
  'body:a\u0000b\u001f\u007f',
  'party:\ud800',
  'municipality:varde ',
  'municipality:🏛',
  'change:x@9999-99-99',
  'change:membership:x@0000-00-00',
  'change:constructor:x@2022-06-21',
  'correction:constructor:x@1',
  'correction:membership:x@99999999999999999999',
  'event:membership:x@from',
  'event:x@constructor',
  'appointment:appointment:appointment:x',
  'name:constructor',
  `person:${'a'.repeat(10_000)}`,
  `change:${'@'.repeat(10_000)}2022-06-21`,
];

const MADE_OF = [
  'change:#@9999-99-99',
  'change:#@0000-00-00',
  'change:#@2022-02-30',
  'change:#',
  'correction:#@-1',
  'correction:#@1e308',
  'correction:#@9007199254740991',
  'event:#@from@from',
  'event:#@',
  'appointment:appointment:#',
  'name:#',
  '# ',
  'constructor:#',
];

describe('an id that leads to nothing is null, or unknown', () => {
  test('wherever an id is given', async () => {
    const told: string[] = [];
    let asked = 0;
    for (const { at, places, ask } of askings)
      for (const place of places.filter((one) => isOf('ID', one)))
        for (const id of ids) {
          const { codes } = await ask({ [place.path]: isList(place) ? [id] : id });
          asked += 1;
          if (codes.some((code) => !TOLD.includes(code))) told.push(`${at}(${place.path}: ${JSON.stringify(id).slice(0, 60)}): ${codes.join()}`);
        }
    expect(told).toEqual([]);
    expect(asked).toBeGreaterThan(50 * ids.length);
  }, 120_000);

  test.each(['node', 'person', 'body', 'document', 'meeting', 'region', 'party', 'municipality'])('%s is null', async (field) => {
    const { ask } = askings.find(({ at }) => at === `Query.${field}`) as Asking;
    for (const id of ids) expect([id, await ask({ id })]).toMatchObject([id, { value: null, codes: [] }]);
  });
});

const encoded = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

const WRONG = [null, {}, ['x'], -1, 1e308, '', '\u0000', '9999-99-99', 'a'.repeat(2_000)];

/** Cursors that a list has not given, made of one that it has. */
const forgedOf = (cursor: string): string[] => {
  const content = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  const exchanged = content.flatMap((own, at) => WRONG.filter((wrong) => wrong !== own).map((wrong) => content.with(at, wrong)));
  return [
    ...['', ' ', 'x', '%%%', '🏛', 'null', cursor.slice(0, -3), cursor.slice(0, 5), cursor.slice(1)],
    ...[null, 1, 'x', {}, [], [content[0]], content.slice(0, -1), [...content, 'x'], { ...content }, ...exchanged].map(encoded),
  ];
};

/** What makes a list long enough to have a cursor, where it takes it. */
const LONG = { first: 1, all: true, asOf: '2022-06-21', 'filter.where': 'body:kkr-syddanmark' };

test('a cursor that a list has not given is refused by it, and by every other list', async () => {
  const lists = askings.filter(({ places }) => places.some(({ path }) => path === 'after'));
  const told: string[] = [];
  const withOwn = new Set<string>();
  let another = encoded(['x', 'y']);
  for (const { at, places, ask } of lists) {
    const given = Object.fromEntries(Object.entries(LONG).filter(([path]) => places.some((place) => place.path === path)));
    const { value } = await ask(given, '{ pageInfo { endCursor } }');
    const cursor = (value as { pageInfo: { endCursor: string | null } } | null)?.pageInfo.endCursor ?? null;
    if (cursor) withOwn.add(at.replace(/.*\./, ''));
    for (const after of [another, ...forgedOf(cursor ?? another)]) {
      const { codes, argument } = await ask({ ...given, after });
      if (codes.join() !== 'BAD_USER_INPUT' || argument !== 'after')
        told.push(`${at}(after: ${Buffer.from(after, 'base64url').toString().slice(0, 80)}): ${codes.join()}`);
    }
    if (cursor) expect((await ask({ ...given, after: cursor })).codes).toEqual([]);
    another = cursor ?? another;
  }
  expect(told).toEqual([]);
  const without = [...new Set(lists.map(({ at }) => at.replace(/.*\./, '')))].filter((name) => !withOwn.has(name));
  // Nothing was corrected, written by an entry or proposed in a graph that was seeded once; a page of the feed is no connection.
  expect({ without: without.sort(), many: lists.length > 50 }).toEqual({ without: ['corrections', 'entries', 'feed', 'proposals'], many: true });
}, 240_000);
