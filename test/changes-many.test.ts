import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from 'graphql';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import type { Graph } from '../src/graph/port.js';
import { CHANGE_KINDS, type ChangeKind } from '../src/questions/changes/model.js';
import { readRevision } from '../src/record/revision.js';
import { dayBefore } from '../src/time/civil.js';
import { crowded } from './crowded.js';
import { ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
/** More of each than what is read of a day at once. */
const PEOPLE = Array.from({ length: 280 }, (_, at) => `person:${at}`);
const BODIES = ['body:a', 'body:b', 'body:c', 'body:d'];
const PARTIES = ['party:a', 'party:b'];
const PLACES = ['municipality:x', 'municipality:y'];

const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1);

interface Turn {
  /** The day around which all changes. */
  day: string;
  year: string;
  month: string;
}

/** What happens to somebody's seats on the day, by turns. */
const seatsOf = ({ day, year, month }: Turn, person: string, at: number): object[] => {
  const seat = (body: string, how: string, more: object) => ({
    id: `membership:${slugOf(body)}-${how}-${slugOf(person)}`,
    person,
    body,
    role: 'MEMBER',
    sources: S,
    ...more,
  });
  const began = { from: '2015-01-01' };
  const right = { appointment: { by: { principal: PLACES[0], sources: S } } };
  const replaced = `membership:c-left-${at - 1}`;
  const begins: object[][] = [
    [seat('body:a', 'new', { from: day })],
    [seat('body:a', 'maybe', { from: year })],
    [seat('body:b', 'seen', { seen: [{ on: day, in: 'doc:1' }] })],
    [seat('body:b', 'member', { ...began, until: day }), seat('body:b', 'chair', { from: day, role: 'COMMITTEE_CHAIR' })],
    [seat('body:c', 'after', { from: day, ...(at % 14 === 4 ? { appointment: { replaces: { membership: replaced, sources: S } } } : {}) })],
    [seat('body:a', 'new', { from: day, until: year })],
    [seat('body:a', 'until', { ...began, until: '2100' }), seat('body:d', 'new', { from: day, role: 'SUBSTITUTE' })],
  ];
  return [
    seat('body:c', 'left', { ...began, until: day, ...(at % 10 === 0 ? right : {}) }),
    seat('body:d', 'left', { from: '2015', until: at % 3 === 0 ? month : at % 3 === 1 ? year : day, ...(at % 2 === 0 ? { role: 'OBSERVER' } : {}) }),
    ...(begins[at % begins.length] ?? []),
  ];
};

const worldOf = (turn: Turn) => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: turn.day }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
  parties: PARTIES.map((id) => ({ id, name: id, sources: S })),
  municipalities: PLACES.map((id, at) => ({ id, name: id, code: `000${at + 1}`, sources: S })),
  people: PEOPLE.map((id) => ({ id, name: id, sources: S })),
  bodies: [
    ...BODIES.map((id) => ({ id, kind: 'BOARD', name: id, sources: S })),
    { id: 'body:gone', kind: 'BOARD', name: 'Gone', existence: { from: '2015-01-01', until: turn.day }, sources: S },
    { id: 'body:over', kind: 'BOARD', name: 'Over', existence: { from: '2015-01-01', until: turn.day }, sources: S },
    { id: 'body:next', kind: 'BOARD', name: 'Next', existence: { from: turn.day }, sources: S },
  ],
  relations: [
    { id: 'relation:succeeds', kind: 'SUCCEEDS', subject: 'body:next', object: 'body:over', from: turn.day, sources: S },
    { id: 'relation:covers', kind: 'COVERS', subject: 'body:a', object: PLACES[0], from: turn.day, sources: S },
    { id: 'relation:covered', kind: 'COVERS', subject: 'body:b', object: PLACES[0], from: '2015-01-01', until: turn.day, sources: S },
  ],
  seats: BODIES.map((body) => ({ id: `seats:${slugOf(body)}`, body, by: PLACES[0], count: 900, from: '2015-01-01', sources: S })),
  affiliations: PEOPLE.flatMap((person, at) => [
    { id: `affiliation:${at}-before`, person, with: PARTIES[at % 2], from: '2015', until: at % 4 === 0 ? turn.year : turn.day, sources: S },
    { id: `affiliation:${at}-after`, person, with: PARTIES[(at + 1) % 2], from: at % 5 === 0 ? turn.year : turn.day, sources: S },
  ]),
  memberships: [
    ...PEOPLE.flatMap((person, at) => seatsOf(turn, person, at)),
    { id: 'membership:substitute', person: PEOPLE[0], body: 'body:d', role: 'SUBSTITUTE', from: '2015-01-01', sources: S },
    { id: 'membership:sitting', person: PEOPLE[1], body: 'body:d', role: 'MEMBER', from: '2015-01-01', sources: S },
  ],
  'stand-ins': [{ id: 'stand-in:1', holder: 'membership:sitting', substitute: 'membership:substitute', from: turn.day, until: '2023-06-01', sources: S }],
});

interface Found {
  id: string;
  on: string;
  kind: ChangeKind;
}

const SPREAD: Turn = { day: '2022-01-01', year: '2022', month: '2021-12' };

/** Within a year and a month, where SPREAD is at their border. */
const WITHIN: Turn = { day: '2020-06-30', year: '2020', month: '2020-06' };

describe.each(process.env['MANDAT_TEST_LONG'] ? [SPREAD, WITHIN] : [SPREAD])(
  'where more than is read at once changes on $day, its changes',
  ({ day, ...turn }) => {
    let graph: Graph;
    let lens = '';
    let whole: Found[] = [];

    const from = `${Number(day.slice(0, 4)) - 2}-01-01`;
    const until = `${Number(day.slice(0, 4)) + 2}-01-01`;
    const FIELDS = 'nodes { id on kind } pageInfo { hasNextPage endCursor }';

    /** All pages of changes, of a size. */
    const paged = async (filter: string, first: number, more = lens, [start, end] = [from, until], asked = graph): Promise<Found[]> => {
      const found: Found[] = [];
      for (let after = '', isMore = true; isMore;) {
        const page = `{ changes(from: "${start}", until: "${end}", filter: ${filter}, first: ${first}${after}${more}) { ${FIELDS} } }`;
        const { changes } = await ask(asked, page);
        found.push(...changes.nodes);
        isMore = changes.pageInfo.hasNextPage;
        after = `, after: "${changes.pageInfo.endCursor}"`;
      }
      return found;
    };
    const count = async (filter: string): Promise<number> =>
      (await ask(graph, `{ changes(from: "${from}", until: "${until}", filter: ${filter}, first: 0${lens}) { totalCount } }`)).changes.totalCount;

    const subjectOf = ({ id, on }: Found): string => id.slice('change:'.length, -`@${on}`.length);
    const orderOf = (found: Found): string => `${found.on} ${String(CHANGE_KINDS.indexOf(found.kind)).padStart(2, '0')} ${subjectOf(found)}`;

    beforeAll(async () => {
      graph = await emptyGraph();
      await seedWorld(graph, worldOf({ day, ...turn }));
      lens = `, knownAt: "${new Date((await readRevision(graph)).at).toISOString()}"`;
      // What bodies, parties and places lead to is read from there, and not by days.
      const anchored = [`{ bodies: ${JSON.stringify([...BODIES, 'body:gone', 'body:over', 'body:next'])} }`, ...PARTIES.map((id) => `{ party: "${id}" }`)];
      const found = (await Promise.all(anchored.map((filter) => paged(filter, 500, '')))).flat();
      whole = [...new Map(found.map((one) => [one.id, one])).values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    }, 240_000);
    afterAll(() => graph.close());

    test('are of every kind that the world holds', () => {
      const kinds = new Set(whole.map(({ kind }) => kind));
      expect(CHANGE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
      expect(whole.filter(({ on }) => on === day).length).toBeGreaterThan(1_000);
    });

    test('are those of all that changes, page by page in one order, now and as known then', async () => {
      for (const first of [500, 101]) expect(await paged('{}', first)).toEqual(whole);
      expect(await paged('{}', 500, '')).toEqual(whole);
      const ofDay = whole.filter(({ on }) => on === day);
      expect(await paged('{}', 229, '', [dayBefore(day), day])).toEqual(ofDay);
    });

    test('are counted', async () => {
      expect(await count('{}')).toBe(whole.length);
      expect(await count('{ exceptKinds: [CONFIRMED] }')).toBe(whole.filter(({ kind }) => kind !== 'CONFIRMED').length);
    });

    test.each(CHANGE_KINDS)('that are %s are found by their kind', async (kind) => {
      expect(await paged(`{ kinds: [${kind}] }`, 90)).toEqual(whole.filter((one) => one.kind === kind));
    });

    test.each(['{ party: "party:a" }', '{ municipality: "municipality:x" }', '{ party: "party:b", kinds: [PARTY_LEFT, JOINED], bodies: null }'])(
      'are the same for a party or place with many people: %s',
      async (filter) => {
        const anchored = await paged(filter, 500);
        expect(anchored.length).toBeGreaterThan(0);
        expect(await paged(filter, 97, lens, [from, until], crowded(graph))).toEqual(anchored);
      },
    );

    test('are read a page at a time', async () => {
      let read = 0;
      const counting: Graph = {
        ...graph,
        read: async (query, params) => {
          const rows = await graph.read(query, params);
          read += rows.length;
          return rows;
        },
      };
      for (const kind of ['JOINED', 'LEFT', 'PARTY_JOINED']) {
        read = 0;
        const source = `{ changes(from: "${dayBefore(day)}", until: "${day}", filter: { kinds: [${kind}] }, first: 20) { nodes { id } } }`;
        const { data, errors } = await graphql({ schema, source, contextValue: contextFor(counting) });
        expect([errors, data]).toMatchObject([undefined, { changes: { nodes: { length: 20 } } }]);
        // At most so many of each are looked at before it is known that there are more.
        expect(read).toBeLessThan(2 * 251 + 200);
      }
    });
  },
);
