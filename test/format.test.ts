import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { seedFolders } from '../src/exchange/seed.js';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { FORMAT, FormatError, requireFormat } from '../src/write/format.js';
import { migrate } from '../src/write/migrate.js';
import { FIRST, type Said, boundsOf, worldOf } from './bounds/moved-world.js';
import { SEEDED } from './seeded.js';
import { type World, ask, emptyGraph, readingOf, seedWorld, writingOf } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const write = (text: string, params = {}): Promise<unknown> => graph.write((tx) => tx.run(writingOf(text), params));

test('an empty graph may be written, and says its format from then on', async () => {
  await requireFormat(graph);
  await seedFolders(graph, SEEDED.few());
  await requireFormat(graph);
  expect(await migrate(graph)).toBe(false);
});

test.each([
  ['REMOVE r.format', 1, 'too early'],
  [`SET r.format = ${FORMAT + 1}`, FORMAT + 1, 'a later version'],
])('a graph of another is refused, after %s', async (change, given, version) => {
  await seedWorld(graph, {});
  await write(`MATCH (r:Revision {id: 'revision'}) ${change}`);
  expect(await migrate(graph)).toBe(false);
  await expect(requireFormat(graph)).rejects.toThrow(FormatError);
  await expect(requireFormat(graph)).rejects.toThrow(new RegExp(`given: format ${given}, .*${version}`));
});

/** A graph as an earlier release wrote it, in several transactions, with what it answered. */
interface Written {
  nodes: { labels: string[]; p: Record<string, unknown> }[];
  versions: { p: Record<string, unknown>; of: string }[];
  edges: { type: string; p: Record<string, unknown>; from: string; to: string }[];
  words: { name: string; word: string }[];
  world: World;
  answers: { question: string; data: unknown }[];
}

const writtenIn = (format: number): Written => JSON.parse(readFileSync(`test/format-${format}.json`, 'utf8')) as Written;

/** What folded words were called in a format. */
const wordLabel = ({ nodes }: Written): string => (nodes.some(({ p }) => p['format'] === 4) ? 'SearchWord' : 'Word');

const restore = async (written: Written): Promise<void> => {
  for (const { labels, p } of written.nodes) await write(`CREATE (n:${labels.join(':')}) SET n = $p`, { p });
  for (const { p, of } of written.versions) await write('MATCH (n:Node {id: $of}) CREATE (v:Version)-[:OF]->(n) SET v = $p', { p, of });
  for (const { type, p, from, to } of written.edges)
    await write(`MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:\`${type}\`]->(b) SET r = $p`, { p, from, to });
  for (const one of written.words)
    await write(`MATCH (n:Name {id: $name}) MERGE (w:${wordLabel(written)} {text: $word}) MERGE (n)-[:HAS_WORD]->(w)`, { ...one });
};

const BOUNDS = ['interval', 'because', 'history'];

/** Of a past state all that is answered; of the present what does not follow from bounds, which are derived anew. */
const besideBounds = (question: string, data: unknown): unknown =>
  question.includes('knownAt') ? data : JSON.parse(JSON.stringify(data, (key, value: unknown) => (BOUNDS.includes(key) ? undefined : value)));

const counts = ({ recorded, learnt, corrected, retracted, derived }: Awaited<ReturnType<typeof seedWorld>>) => [
  recorded,
  learnt,
  corrected,
  retracted,
  derived,
];

const rowsOf = (text: string): Promise<Record<'a' | 'b', unknown>[]> => graph.read(readingOf<Record<'a' | 'b', unknown>>(text, ['a', 'b']), {});

/** What lists and search find things by, that what was retracted is found by too. */
const FOUND_BY = [
  'MATCH (n:Node) WHERE n:Agreement OR n:Decision OR n:Document OR n:Statement RETURN n.id AS a, n.folded AS b ORDER BY a',
  'MATCH (n:Name) RETURN n.id AS a, n.words AS b ORDER BY a',
  'MATCH (n:Name)-[:HAS_WORD]->(w:SearchWord) RETURN n.id AS a, w.text AS b ORDER BY a, b',
  'MATCH (s:Spelling) RETURN s.key AS a, s.word AS b ORDER BY a, b',
];

describe.each([2, 3, 4])('a graph of format %d', (format) => {
  const written = writtenIn(format);
  beforeEach(() => restore(written));

  test('is carried over with all that it recorded, and when: it answers as it did, on past states too', async () => {
    expect(await migrate(graph)).toBe(true);
    await requireFormat(graph);
    expect(written.answers.length).toBeGreaterThan(4);
    for (const { question, data } of written.answers) expect(besideBounds(question, await ask(graph, question))).toEqual(besideBounds(question, data));
    expect(await migrate(graph)).toBe(false);
  });

  test('leaves nothing of the earlier format', async () => {
    await migrate(graph);
    expect(await rowsOf('MATCH (n) WHERE n:Row OR n:DataSet OR n:Word RETURN n.id AS a, n.text AS b')).toEqual([]);
    expect(await rowsOf("MATCH (a:Appointment)-[r]->(b:Node) WHERE type(r) IN ['RESTS_ON', 'GIVEN_BY'] RETURN a.id AS a, b.id AS b")).toEqual([]);
    expect(await rowsOf('MATCH (a:Person)-[m:MEMBER_OF]->(b:Body) WHERE m.ending IS NOT NULL RETURN a.id AS a, b.id AS b')).toEqual([]);
    expect(await rowsOf('MATCH (w:SearchWord) WHERE NOT EXISTS { MATCH (w)<-[:HAS_WORD]-(n:Name) } RETURN w.text AS a, w.text AS b')).toEqual([]);
  });

  test('is found by what the same rows are found by', async () => {
    const read = async () => (await Promise.all(FOUND_BY.map(rowsOf))).map((rows) => rows.map((row) => JSON.stringify(row)));
    await migrate(graph);
    const carried = await read();
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, written.world);
    const anew = await read();
    expect(anew.map(({ length }) => length > 3)).toEqual([true, true, true, true]);
    expect(carried).toEqual(anew.map((rows) => expect.arrayContaining(rows)));
    expect(carried.map((rows) => new Set(rows).size)).toEqual(carried.map(({ length }) => length));
  });

  test('has the bounds that the same rows have', async () => {
    await migrate(graph);
    const carried = await boundsOf(graph);
    await graph.close();
    graph = await emptyGraph();
    await seedWorld(graph, written.world);
    const anew = await boundsOf(graph);
    expect(anew.length).toBeGreaterThan(0);
    expect(carried).toEqual(expect.arrayContaining(anew));
  });

  test('is seeded on as if it had always been of this one: the same rows write nothing, others what they change', async () => {
    await migrate(graph);
    expect(counts(await seedWorld(graph, written.world))).toEqual([0, 0, 0, 0, 0]);
    const people = (written.world['people'] as { id: string }[]).map((row) => (row.id === 'person:bo' ? { ...row, name: 'Bo Bosen' } : row));
    expect(counts(await seedWorld(graph, { ...written.world, people }))).toEqual([0, 0, 1, 0, 0]);
    expect((await ask(graph, '{ person(id: "person:bo") { name } }')).person.name).toBe('Bo Bosen');
  });
});

test('names of format 3 are found as they are folded now, what was retracted on its day', async () => {
  await restore(writtenIn(3));
  await migrate(graph);
  const found = async (text: string, knownAt = ''): Promise<string[]> =>
    (await ask(graph, `{ search(text: "${text}"${knownAt}) { node { id } } }`)).search.map(({ node }: { node: { id: string } }) => node.id);
  const past = `, knownAt: "${(writtenIn(3) as unknown as { then: string }).then}"`;
  expect([await found('Noel'), await found('thordur lukasz'), await found('gross')]).toEqual([['doc:1', 'person:noel'], ['person:thor'], []]);
  expect([await found('gross', past), await found('Raphael', past)]).toEqual([['person:gone'], ['person:bo']]);
  const people = [{ id: 'person:noel', name: 'Noah Andersen', sources: ['source:1'] }];
  await seedWorld(graph, { ...writtenIn(3).world, people, statements: [] });
  expect(await found('Noel')).toEqual(['doc:1']);
  expect(await found('Noah')).toEqual(['person:noel']);
});

describe('a graph whose bounds were derived by other rules', () => {
  const KNOWN = "fromMin = '0001-01-01', x.fromMax = '9999-12-31', x.untilMin = '0001-01-01', x.untilMax = '9999-12-31'";
  const forget = async (): Promise<void> => {
    for (const match of [
      'MATCH (p:Person)-[x:MEMBER_OF]->(b:Body)',
      'MATCH (p:Person)-[x:AFFILIATED_WITH]->(b:Party)',
      'MATCH (a:Appointment)-[x:STOOD_IN]->(b:Appointment)',
      'MATCH (x:Body)',
    ])
      await write(`${match} SET x.${KNOWN}, x.boundEdges = [], x.boundDates = [], x.boundCauses = [], x.boundBys = []`);
    await write('MATCH (v:Version)-[:OF]->(e:Event) DETACH DELETE v');
    await write('MATCH (e:Event) DETACH DELETE e');
    await write("MATCH (r:Revision {id: 'revision'}) SET r.format = 3");
  };
  const EVENTS = '{ events(from: "1980-01-01", until: "2040-01-01", first: 100) { nodes { kind earliest latest told person { id } body { id } } } }';
  const LISTED = '{ body(id: "body:council", asOf: "2020-01-01") { members { nodes { person { id } certainty } } } }';

  test.each<[string, Partial<Said>]>([
    ['documents, lists and dependence', { complete: true }],
    ['deaths, and parties, places and bodies that end', { died: '2017-03', party: '2018-03-01', place: '2015-01-01', board: '2017-03-01' }],
    ['terms and who holds over', { holdsOver: true, term: ['2013-01-01', '2017-01-01'] }],
  ])('gets those of %s, and the events, and keeps what it answered before', async (_, said) => {
    await seedWorld(graph, worldOf({ ...FIRST, ...said }));
    const [bounds, events, listed] = [await boundsOf(graph), await ask(graph, EVENTS), await ask(graph, LISTED)];
    expect(events.events.nodes.length).toBeGreaterThan(3);
    await forget();
    const then = new Date((await readRevision(graph)).at).toISOString();
    const past = LISTED.replace('asOf', `knownAt: "${then}", asOf`);
    const before = await ask(graph, past);
    expect(await boundsOf(graph)).not.toEqual(bounds);
    expect(await migrate(graph)).toBe(true);
    expect([await boundsOf(graph), await ask(graph, EVENTS), await ask(graph, LISTED)]).toEqual([bounds, events, listed]);
    expect(await ask(graph, past)).toEqual(before);
    expect(before).not.toEqual(listed);
    expect(counts(await seedWorld(graph, worldOf({ ...FIRST, ...said })))).toEqual([0, 0, 0, 0, 0]);
    expect(await migrate(graph)).toBe(false);
  });
});

describe('a graph without events', () => {
  const seat = (name: string, dates: object, more: object = {}) => ({
    id: `membership:${name}`,
    person: `person:${name}`,
    body: 'body:b',
    role: 'MEMBER',
    ...dates,
    sources: ['source:1'],
    ...more,
  });
  const replaces = { appointment: { replaces: { membership: 'membership:a', sources: ['source:1'] }, sources: ['source:1'] } };
  const world = (memberships: readonly object[], more: World = {}): World => ({
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
    people: ['a', 'b'].map((name) => ({ id: `person:${name}`, name, sources: ['source:1'] })),
    bodies: [{ id: 'body:b', kind: 'BOARD', name: 'Board', existence: { from: '2020-01-01' }, sources: ['source:1'] }],
    memberships,
    ...more,
  });
  const terms = [{ id: 'term:b', body: 'body:b', name: 'First', from: '2020-01-01', until: '2024-01-01', sources: ['source:1'] }];
  const dead = [
    { id: 'person:a', name: 'Æ', diedOn: '2023', sources: ['source:1'] },
    { id: 'person:b', name: 'b', sources: ['source:1'] },
  ];
  const states = [
    world([seat('a', { from: '2020-01-01' }), seat('b', { from: '2022-05-01' })]),
    world([seat('a', { from: '2020-01-01' }), seat('b', { from: '2022-05-01' }, replaces)], { terms }),
    world([seat('a', { from: '2020-01-01', until: '2022-04-01' }), seat('b', { from: '2022-05-01' }, replaces)], { terms, people: dead }),
    world([seat('b', { from: '2022-05', seen: [{ on: '2022-06-21', in: 'doc:1' }] })], { terms, people: dead }),
  ];

  const eventsOfAll = async () => {
    const read = (text: string) => graph.read(readingOf<{ e: Record<string, unknown> }>(text, ['e']), {});
    const rows = [...(await read('MATCH (e:Event) RETURN e{.*} AS e')), ...(await read('MATCH (e:Version)-[:OF]->(n:Event) RETURN e{.*} AS e'))].map(
      ({ e }) => ({ ...e, because: null }),
    );
    return rows.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  };

  test('gets those of each of its states, as if it had always told them', async () => {
    for (const state of states) await seedWorld(graph, state);
    const told = await eventsOfAll();
    expect(told.length).toBeGreaterThan(8);
    await write('MATCH (v:Version)-[:OF]->(e:Event) DETACH DELETE v');
    await write('MATCH (e:Event) DETACH DELETE e');
    await write("MATCH (r:Revision {id: 'revision'}) SET r.format = 3");
    expect(await migrate(graph)).toBe(true);
    await requireFormat(graph);
    expect(await eventsOfAll()).toEqual(told);
    expect(await migrate(graph)).toBe(false);
  });

  test('of format 4 gets those of parties, in each of its states', async () => {
    const party = (existence: object): World => ({ ...(states[0] as World), parties: [{ id: 'party:p', name: 'P', existence, sources: ['source:1'] }] });
    for (const existence of [{ from: '1990' }, { from: '1990-05-01' }, { from: '1990-05-01', until: '2013-02-06' }]) await seedWorld(graph, party(existence));
    const told = await eventsOfAll();
    expect(told.filter((one) => one.includes('PARTY_'))).toHaveLength(3);
    await write("MATCH (v:Version)-[:OF]->(e:Event) WHERE e.kind STARTS WITH 'PARTY_' DETACH DELETE v");
    await write("MATCH (e:Event) WHERE e.kind STARTS WITH 'PARTY_' DETACH DELETE e");
    await write("MATCH (r:Revision {id: 'revision'}) SET r.format = 4");
    expect(await migrate(graph)).toBe(true);
    expect(await eventsOfAll()).toEqual(told);
  });
});
