import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as queries from '../../src/generated/queries.js';
import type { Graph, Reader } from '../../src/graph/port.js';
import { type Asked, checkGraph, checkThings } from '../../src/integrity/check.js';
import type { Finding } from '../../src/integrity/model.js';
import { readRevision } from '../../src/record/revision.js';
import { commit } from '../../src/write/commit.js';
import type { WordRow } from '../../src/write/rows.js';
import { type World, emptyGraph, seedWorld, wipe, writingOf } from '../world.js';

export const S = { sources: ['source:1'] };
export const DAY = '2022-06-21';
export const SEEN = [{ on: DAY, in: 'doc:1' }];
export const YEAR = { from: '2022-01-01', until: '2023-01-01' };

export const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1], ...S, ...more });
export const body = (id: string, more: object = {}) => named(`body:${id}`, { kind: 'FORUM', ...more });
export const seat = (key: string, more: object = {}) => {
  const [person, ...rest] = key.split('-');
  return { id: `membership:${key}`, person: `person:${person}`, body: 'body:forum', role: 'MEMBER', ...(rest.length ? {} : YEAR), ...S, ...more };
};
export const tied = (more: object) => ({ appointment: { ...S, ...more } });
export const to = (key: 'by' | 'represents', principal: string) => tied({ [key]: key === 'by' ? { principal, ...S } : [{ principal, ...S }] });
export const relation = (id: string, kind: string, subject: string, object: string, more: object = {}) => ({
  id: `relation:${id}`,
  kind,
  subject,
  object,
  ...S,
  ...more,
});

/** Two bodies, four people, a municipality, a party and a document; and what a case adds. */
export const world = (more: World): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: DAY }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Anna er medlem.' }],
  municipalities: [named('municipality:by', { code: '0999' })],
  parties: [named('party:p')],
  people: ['anna', 'bo', 'carl', 'dora'].map((id) => named(`person:${id}`)),
  bodies: [body('forum'), body('council')],
  ...more,
});

export interface Case {
  keeps: World;
  /** A world that breaks the rule; or that which keeps it, after a statement. */
  breaks: World | string;
  found: { verdict: Finding['verdict']; on: string | null; things: string[] };
}

export type Cases = Readonly<Record<string, Case | Readonly<Record<string, Case>>>>;

/** A graph of a test file, empty before each of its tests. */
export const freshGraph = (): (() => Graph) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  beforeEach(() => wipe(graph));
  afterAll(() => graph.close());
  return () => graph;
};

/** Everything that is recorded, by what rules are asked of. */
const everything = async (reader: Reader): Promise<Asked> => {
  const all = { after: '', limit: 10_000 };
  const { bodies, people, record } = queries;
  const [b, p, r, t] = [reader.read(bodies.ids, all), reader.read(people.ids, all), reader.read(record.principalIds, all), reader.read(record.ids, all)];
  const idsOf = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id);
  return { bodies: await idsOf(b), people: await idsOf(p), principals: await idsOf(r), things: await idsOf(t) };
};

const rowsOf = (one: World): WordRow[] => Object.entries(world(one)).flatMap(([word, rows]) => rows.map((row) => ({ word, row }) as unknown as WordRow));

/** What a rule finds where a change from one world to another is checked, if it looks at what that writes. */
const foundByChange = async (graph: Graph, rule: string, from: World, into: World): Promise<Finding[]> => {
  const [before, after] = [rowsOf(from), rowsOf(into)];
  const ids = new Set(after.map(({ row }) => row.id));
  const [writer] = await graph.read(queries.write.writers, {});
  const { id, title, date, terms } = writer?.w as NonNullable<typeof writer>['w'];
  const remove = before.flatMap(({ row }) => (ids.has(row.id) ? [] : [row.id]));
  let found: Finding[] = [];
  await commit(
    graph,
    { source: { id, title, date, terms, hash: '' }, put: after, remove, expectedRevision: null, referredTo: 'KEEP', judge: false },
    'CHECK',
    async (_, tx) => {
      found = await checkThings(tx, await everything(tx), { rules: [rule], written: tx.journal.kinds() });
    },
  );
  return found;
};

const isCase = (one: Cases[string]): one is Case => 'found' in one;
const WORDS = { BROKEN: /^broken: /, PERHAPS: /^perhaps: /, NOT_APPLIED: /^not applied: /, UNDECIDED: /^cannot be decided: / };

/** Tests that each rule finds nothing in what keeps it, and what breaks it, of all or where the one becomes the other; and both in the past, whatever was learnt later. */
export const testCases = (graphOf: () => Graph, cases: Cases): void => {
  const table = Object.entries(cases).flatMap(([rule, one]) =>
    (isCase(one) ? [['', one] as const] : Object.entries(one)).map(([title, inner]) => [rule, title, inner] as const),
  );
  test.each(table)('%s %s', async (rule, _, { keeps, breaks, found }) => {
    const graph = graphOf();
    const check = (knownAt?: number) => checkGraph(graph, { rules: [rule], ...(knownAt && { knownAt }) });
    const seeded = async (one: World): Promise<number> => {
      await seedWorld(graph, world(one));
      return (await readRevision(graph)).at;
    };
    const broken = [{ rule, ...found, message: expect.stringMatching(WORDS[found.verdict]) }];
    const kept = await seeded(keeps);
    expect(await check()).toEqual([]);
    if (typeof breaks === 'string') {
      await graph.write((tx) => tx.run(writingOf(breaks), {}));
      expect(await check()).toMatchObject(broken);
      expect(await checkThings(graph, await everything(graph), { rules: [rule] })).toMatchObject(broken);
      return;
    }
    expect(await foundByChange(graph, rule, keeps, breaks)).toMatchObject(broken);
    const then = await seeded(breaks);
    expect(await check()).toMatchObject(broken);
    expect(await check(kept)).toEqual([]);
    await seeded(keeps);
    expect(await check(then)).toMatchObject(broken);
  });
};
