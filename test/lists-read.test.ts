import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphql } from 'graphql';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import { edgeCreators, nodeCreators } from '../src/generated/creators.js';
import type { Graph } from '../src/graph/port.js';
import type { Properties } from '../src/record/elements.js';
import { grouped } from '../src/record/grouped.js';
import { readRevision } from '../src/record/revision.js';
import { type WordName, compile } from '../src/write/rows.js';
import { recordTransaction, recordedNow } from '../src/write/transaction.js';
import { create } from '../src/write/versions.js';
import { emptyGraph, engine, seedWorld } from './world.js';

/** How many rows are read depends on none of them: --long asks more, but for Neo4j, which takes minutes to write and to forget them. */
const MANY = process.env['MANDAT_TEST_LONG'] && engine === 'grafeo' ? 20_000 : 2_000;
const FIRST = 5;
const S = ['source:1'];
/** Of one document. */
const PASSAGES = 200;

const BODIES = ['body:a', 'body:b'];
const PLACES = ['municipality:a', 'municipality:b'];

/** The rows of each word; every second one is of a, and every fourth says something of its own. */
const ROWS: Readonly<Partial<Record<WordName, (at: number) => object>>> = {
  documents: (at) => ({
    id: `doc:${at}`,
    title: `Referat ${at % 4 ? 'af mødet' : 'fra året'} ${at}`,
    kind: 'minutes',
    issuer: BODIES[at % 2],
    date: `20${10 + (at % 4)}`,
  }),
  meetings: (at) => ({ id: `meeting:${at}`, body: BODIES[at % 2], date: `20${20 + (at % 4)}-06-21` }),
  decisions: (at) => ({
    id: `decision:${at}`,
    body: BODIES[at % 2],
    date: `20${20 + (at % 4)}-06`,
    text: at % 4 ? 'Tog orienteringen til efterretning' : 'Godkendte årsregnskabet',
    outcome: at % 4 ? 'NOTED' : 'APPROVED',
  }),
  elections: (at) => ({ id: `election:${at}`, body: BODIES[at % 2], on: `20${20 + (at % 4)}-11-16` }),
  agreements: (at) => ({ id: `agreement:${at}`, title: at % 4 ? `Aftale ${at}` : `Klima ${at}`, parties: [BODIES[at % 2]], undated: 'No date.' }),
  allocations: (at) => ({ id: `allocation:${at}`, municipality: PLACES[at % 2], subject: at % 4 ? 'Flygtninge' : 'Pladser', year: 2020 + (at % 4), value: at }),
  statements: (at) => ({
    id: `statement:${at}`,
    about: [BODIES[at % 2]],
    subject: `Emne ${at}`,
    text: at % 4 ? 'Så er det.' : 'Økonomien er god.',
    sources: at % 4 ? S : [`source:${2 + (at % PASSAGES)}`],
    ...(at % 4 === 0 && { conflictsWith: [`statement:${at + 4 < MANY ? at + 4 : 0}`] }),
  }),
};

/** Writes them as they are compiled, without names: nothing here is found by these. */
const writeMany = (graph: Graph): Promise<void> =>
  recordTransaction(graph, async (tx, at) => {
    const all = Object.entries(ROWS).flatMap(([word, rowOf]) =>
      Array.from({ length: MANY }, (_, number) => compile({ word: word as WordName, row: { sources: S, ...rowOf(number) } as never })),
    );
    const rowOf = ({ properties }: { properties: Properties }) => ({ ...properties, because: 'RECORDED', ...recordedNow(at) });
    const nodes = grouped(
      all.flatMap((one) => one.nodes.filter(({ label }) => label !== 'Name')),
      ({ label }) => label,
    );
    for (const [label, creator] of Object.entries(nodeCreators)) await create(tx, creator, (nodes.get(label) ?? []).map(rowOf));
    const edges = grouped(
      all.flatMap((one) => one.edges.filter(({ type }) => type !== 'CALLED')),
      ({ type }) => type,
    );
    for (const [type, creator] of Object.entries(edgeCreators)) await create(tx, creator, (edges.get(type) ?? []).map(rowOf));
  });

let graph: Graph;
let now: string;
let returned = 0;

/** How many things a row holds: those of its lists, or itself. */
const thingsIn = (row: object): number => {
  const lists = Object.values(row).filter((value): value is object[] => Array.isArray(value) && value.every((one) => typeof one === 'object'));
  return lists.length ? lists.reduce((sum, list) => sum + list.length, 0) : 1;
};

beforeAll(async () => {
  const empty = await emptyGraph();
  graph = {
    ...empty,
    read: async (query, params) => {
      const rows = await empty.read(query, params);
      returned += rows.reduce((sum, row) => sum + thingsIn(row as object), 0);
      return rows;
    },
  };
  await seedWorld(graph, {
    documents: [
      { id: 'doc:a', title: 'A', kind: 'list', date: '2020-01-01' },
      { id: 'doc:b', title: 'B', kind: 'list', date: '2020-01-01' },
    ],
    sources: [
      { id: 'source:1', document: 'doc:a', quote: 'One.' },
      ...Array.from({ length: PASSAGES }, (_, at) => ({ id: `source:${2 + at}`, document: 'doc:b', quote: `Two, ${at}.` })),
    ],
    bodies: BODIES.map((id) => ({ id, kind: 'FORUM', name: id, sources: S })),
    municipalities: PLACES.map((id, at) => ({ id, code: `010${at}`, name: id, sources: S })),
  });
  await writeMany(empty);
  now = new Date((await readRevision(empty)).at).toISOString();
}, 240_000);
afterAll(() => graph.close());

const HALF = MANY / 2;
const QUARTER = MANY / 4;

test.each([
  ['meetings', '{ body: "body:a" }', HALF],
  ['meetings', '{ from: "2021-01-01", until: "2022-01-01" }', QUARTER],
  ['meetings', '{ body: "body:a", from: "2022-01-01" }', QUARTER],
  ['meetings', '{ timing: [TODAY] }', QUARTER],
  ['meetings', '{ timing: [UPCOMING], body: "body:b" }', QUARTER],
  ['elections', '{ body: "body:a" }', HALF],
  ['elections', '{ from: "2021-11-16", until: "2021-11-17" }', QUARTER],
  ['elections', '{ body: "body:b", from: "2022-01-01" }', QUARTER],
  ['decisions', '{ body: "body:b" }', HALF],
  ['decisions', '{ from: "2023-06-15" }', QUARTER],
  ['decisions', '{ outcomes: [APPROVED] }', QUARTER],
  ['decisions', '{ text: "aarsregn" }', QUARTER],
  ['decisions', '{ body: "body:a", text: "GODKENDT", outcomes: [APPROVED] }', QUARTER],
  ['documents', '{ title: "aar fra" }', QUARTER],
  ['documents', '{ issuer: "body:a" }', HALF],
  ['documents', '{ issuer: "body:a", title: "referat", from: "2012-05-01" }', QUARTER],
  ['documents', '{ until: "2011-01-01" }', QUARTER],
  ['statements', '{ about: "body:a" }', HALF],
  ['statements', '{ document: "doc:b" }', QUARTER],
  ['statements', '{ text: "okonomi" }', QUARTER],
  ['statements', '{ conflicting: true }', QUARTER],
  ['statements', '{ conflicting: false, about: "body:a", document: "doc:a", text: "emne" }', QUARTER],
  ['agreements', '{ party: "body:b" }', HALF],
  ['agreements', '{ title: "klima" }', QUARTER],
  ['agreements', '{ party: "body:a", title: "aftale" }', QUARTER],
  ['allocations', '{ municipality: "municipality:b" }', HALF],
  ['allocations', '{ subject: "Pladser" }', QUARTER],
  ['allocations', '{ year: 2021 }', QUARTER],
  ['allocations', '{ municipality: "municipality:a", subject: "Flygtninge", year: 2022 }', QUARTER],
])('a page of %s %s is all that is read of %d', async (list, filter, totalCount) => {
  const read = async (source: string, lens: string): Promise<{ nodes: { id: string }[]; totalCount: number; pageInfo: object }> => {
    returned = 0;
    const { data, errors } = await graphql({
      schema,
      source: `{ page: ${list}(${list === 'elections' ? filter.slice(1, -1) : `filter: ${filter}`}, first: ${FIRST}, asOf: "2021-06-21"${lens}) ${source} }`,
      contextValue: contextFor(graph),
    });
    if (errors) throw errors[0] as Error;
    return data?.['page'] as never;
  };
  // What a list begins at, of which the graph is asked whether it is there.
  const anchors = filter.match(/"\w+:/g)?.length ?? 0;
  for (const lens of ['', `, knownAt: "${now}"`]) {
    const page = await read('{ nodes { id } pageInfo { hasNextPage } }', lens);
    expect([page.nodes.length, page.pageInfo, returned]).toEqual([FIRST, { hasNextPage: true }, FIRST + 1 + anchors]);
    const counted = await read('{ totalCount }', lens);
    expect(counted.totalCount).toBe(totalCount);
    expect(returned).toBeLessThanOrEqual(FIRST + 1 + anchors + 2);
  }
});
