import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph, Reader } from '../src/graph/port.js';
import * as queries from '../src/generated/queries.js';
import { readRevision } from '../src/record/revision.js';
import { NOW } from '../src/record/time.js';
import type { ChangeSet } from '../src/write/change-set.js';
import { RevisionError, commit } from '../src/write/commit.js';
import { ChangeSetError } from '../src/write/problems.js';
import type { WordRow } from '../src/write/rows.js';
import { forumNamed } from './forum.js';
import { ask, emptyGraph, readingOf, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  await graph?.close();
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const rowsOf = (name: string): WordRow[] =>
  Object.entries(forumNamed(name)).flatMap(([word, rows]) => rows.map((row) => ({ word, row }) as unknown as WordRow));

const setOf = (put: readonly WordRow[], more: Partial<ChangeSet> = {}): ChangeSet => ({
  source: { id: 'world', title: 'A small world', date: '2022-06-21', terms: 'made up', hash: '' },
  put,
  remove: [],
  expectedRevision: null,
  referredTo: 'REFUSE',
  judge: false,
  ...more,
});

const personIn = async (reader: Reader): Promise<string | undefined> =>
  (await reader.read(readingOf<{ name: string }>("MATCH (p:Person {id: 'person:anna'}) RETURN p.name AS name", ['name']), {}))[0]?.name;
const seatsIn = async (reader: Reader): Promise<number> => (await reader.read(queries.memberships.byIds, { ids: ['membership:anna'], knownAt: NOW })).length;
const countOf = async (reader: Reader): Promise<number | undefined> =>
  (await reader.read(readingOf<{ all: number }>('MATCH (n) RETURN count(n) AS all', ['all']), {}))[0]?.all;

describe('CHECK', () => {
  test('is read through its transaction as if it were written, while others read the state before; then nothing is there', async () => {
    const committed = await commit(graph, setOf(rowsOf('Anna')), 'CHECK', async ({ changes }, reader) => {
      expect(changes.map(({ because }) => because)).toEqual(Array(5).fill('RECORDED'));
      expect([await personIn(reader), await seatsIn(reader)]).toEqual(['Anna', 1]);
      expect((await readRevision(reader)).number).toBe(1);
      expect([await personIn(graph), await seatsIn(graph)]).toEqual([undefined, 0]);
      expect(await readRevision(graph)).toMatchObject({ number: 0, at: 0, writing: false });
    });
    expect(committed.revision).toBe(1);
    expect(await readRevision(graph)).toMatchObject({ number: 0, at: 0, writing: false });
    expect(await countOf(graph)).toBe(0);
  });

  test('says what WRITE says, also of what is corrected and retracted, and a WRITE after it works', async () => {
    await seedWorld(graph, forumNamed('Anna'));
    const before = [await readRevision(graph), await countOf(graph)];
    const changed = setOf(rowsOf('Bo').slice(0, 4), { remove: ['membership:anna'] });
    const checked = await commit(graph, changed, 'CHECK', async (_, reader) => {
      expect([await personIn(reader), await seatsIn(reader)]).toEqual(['Bo', 0]);
      expect([await personIn(graph), await seatsIn(graph)]).toEqual(['Anna', 1]);
    });
    expect([await readRevision(graph), await countOf(graph)]).toEqual(before);
    const written = await commit(graph, changed, 'WRITE');
    expect(written).toEqual(checked);
    expect(written.retracted).toEqual([{ id: 'membership:anna', word: 'memberships' }]);
    expect(await readRevision(graph)).toMatchObject({ number: 2, writing: false });
    expect([await personIn(graph), await seatsIn(graph)]).toEqual(['Bo', 0]);
  });

  test('refuses what WRITE refuses, by the same sentences, and what looks at it may fail', async () => {
    const dangling = setOf(rowsOf('Anna').slice(1));
    const refusals = await Promise.all((['CHECK', 'WRITE'] as const).map((mode) => commit(graph, dangling, mode).catch((error: unknown) => error)));
    expect(refusals.every((error) => error instanceof ChangeSetError)).toBe(true);
    expect(String(refusals[0])).toBe(String(refusals[1]));
    expect(String(refusals[0])).toContain('sources source:1/document: required: the id of a thing that is known; given: doc:1');
    const broken = () => Promise.reject(new Error('too late'));
    await expect(commit(graph, setOf(rowsOf('Anna')), 'CHECK', broken)).rejects.toThrow('too late');
    await expect(commit(graph, setOf(rowsOf('Anna')), 'WRITE', broken)).rejects.toThrow('too late');
    expect([await readRevision(graph), await personIn(graph)]).toMatchObject([{ number: 0, at: 0, writing: false }, undefined]);
    await commit(graph, setOf(rowsOf('Anna')), 'WRITE');
    expect(await personIn(graph)).toBe('Anna');
  });

  test('says that no write is under way: answers read meanwhile are kept', async () => {
    await seedWorld(graph, forumNamed('Anna'));
    await commit(graph, setOf(rowsOf('Bo')), 'CHECK', async () => {
      expect(await readRevision(graph)).toMatchObject({ number: 1, writing: false });
      expect(await ask(graph, '{ person(id: "person:anna") { name } }')).toEqual({ person: { name: 'Anna' } });
    });
  });
});

test('a change set that looked at another revision is refused, and nothing is written', async () => {
  await seedWorld(graph, forumNamed('Anna'));
  for (const mode of ['CHECK', 'WRITE'] as const) {
    const late = commit(graph, setOf(rowsOf('Bo'), { expectedRevision: 0 }), mode);
    await expect(late).rejects.toThrow(new RevisionError(0, 1));
  }
  expect(await personIn(graph)).toBe('Anna');
  expect((await commit(graph, setOf(rowsOf('Bo'), { expectedRevision: 1 }), 'WRITE')).revision).toBe(2);
  expect(await personIn(graph)).toBe('Bo');
});

test('two writers at once: the second is told by its expected revision', async () => {
  await seedWorld(graph, forumNamed('Anna'));
  const both = await Promise.allSettled(['Bo', 'Eva'].map((name) => commit(graph, setOf(rowsOf(name), { expectedRevision: 1 }), 'WRITE')));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await readRevision(graph)).number).toBe(2);
});
