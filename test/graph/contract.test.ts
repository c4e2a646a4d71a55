import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphError } from '../../src/graph/errors.js';
import { openGrafeo } from '../../src/graph/grafeo.js';
import type { Graph, Transaction } from '../../src/graph/port.js';
import { anotherGraph, emptyGraph, engine, onEmbedded, readingOf, writingOf } from '../world.js';

const BIG = 9_007_199_254_740_991;
let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const one = async <R>(text: string, params: Record<string, unknown>, ...columns: string[]): Promise<R | undefined> =>
  (await graph.read(readingOf<R>(text, columns), params))[0];
const count = async (label: string): Promise<number> => (await one<{ n: number }>(`MATCH (n:${label}) RETURN count(n) AS n`, {}, 'n'))?.n ?? -1;
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('rows', () => {
  test('come back as plain JSON', async () => {
    const row = { text: 'Sønderborg', number: 1.5, whole: 3, yes: true, no: null, list: ['a', 'b'], empty: [] as string[], map: { inner: [1, 2] } };
    expect(await one('RETURN $row AS row', { row }, 'row')).toEqual({ row });
  });
  test('hold integers beyond 2^31 as numbers', async () => {
    await graph.write((tx) => tx.run(writingOf('CREATE (n:Big) SET n.at = $at'), { at: BIG }));
    expect(await one('MATCH (n:Big) RETURN n.at AS at, n.at = $at AS same', { at: BIG }, 'at', 'same')).toEqual({ at: BIG, same: true });
  });
  test('hold dates as the strings that were stored, which compare as dates', async () => {
    await graph.write((tx) => tx.run(writingOf("CREATE (n:Day) SET n.on = '2022-06-21'"), {}));
    expect(await one('MATCH (n:Day) RETURN n.on AS on, n.on < $later AS before', { later: '2022-07-01' }, 'on', 'before')).toEqual({
      on: '2022-06-21',
      before: true,
    });
  });
  test('keep every letter', async () => {
    const text = 'Længerich, Ærø, Åbenrå, CO₂, 北京, 🏛️, "quoted" \\ \n';
    await graph.write((tx) => tx.run(writingOf('CREATE (n:Text) SET n.text = $text'), { text }));
    expect(await one('MATCH (n:Text) WHERE n.text = $text RETURN n.text AS text', { text }, 'text')).toEqual({ text });
  });
  test('say null for what is missing, and an empty list for no rows collected', async () => {
    await graph.write((tx) => tx.run(writingOf('CREATE (n:Bare)'), {}));
    expect(await one('MATCH (n:Bare) RETURN n.nothing AS nothing', {}, 'nothing')).toEqual({ nothing: null });
    expect(await one("UNWIND ['x'] AS id CALL (id) { MATCH (n:Nobody {id: id}) RETURN collect([n.id]) AS xs } RETURN id, xs", {}, 'id', 'xs')).toEqual({
      id: 'x',
      xs: [],
    });
  });
  test('hold a long list', async () => {
    const ids = Array.from({ length: 5_000 }, (_, at) => `id:${at}`);
    const rows = await graph.read(readingOf<{ id: string }>('UNWIND $ids AS id RETURN id AS id', ['id']), { ids });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5_000);
  });
});

describe('errors', () => {
  test.each([
    ['a missing parameter', 'RETURN $nothing AS x'],
    ['a syntax error', 'MATCH (n RETURN n'],
  ])('%s is a GraphError with the name of the query and the cause', async (_, text) => {
    const error = await errorOf(graph.read(readingOf(text, ['x']), {}));
    expect(error).toBeInstanceOf(GraphError);
    expect(error).toMatchObject({ kind: 'QUERY', engine, query: 'test' });
    expect((error as GraphError).cause).toHaveProperty('message');
  });
  test('a second node with an id is a constraint violation, and nothing of its transaction is kept', async () => {
    await graph.write((tx) => tx.run(writingOf("CREATE (n:Person {id: 'person:one'})"), {}));
    const error = await errorOf(
      graph.write(async (tx) => {
        await tx.run(writingOf("CREATE (n:Person {id: 'person:two'})"), {});
        await tx.run(writingOf("CREATE (n:Person {id: 'person:one'})"), {});
      }),
    );
    expect(error).toMatchObject({ kind: 'CONSTRAINT' });
    expect(await one("MATCH (n:Person {id: 'person:two'}) RETURN count(n) AS n", {}, 'n')).toEqual({ n: 0 });
  });
  test('a statement that fails is what the transaction fails with, whatever comes after it', async () => {
    await graph.write((tx) => tx.run(writingOf("CREATE (n:Person {id: 'person:first'})"), {}));
    const after = [
      async () => [],
      async (tx: Transaction) => tx.read(readingOf('MATCH (n:Person) RETURN n.id AS id', ['id']), {}),
      async (tx: Transaction) =>
        Promise.all(Array.from({ length: 40 }, (_, n) => tx.run(writingOf('CREATE (n:Person {id: $id})'), { id: `person:after-${n}` } as never))),
    ];
    for (const work of after) {
      const error = await errorOf(
        graph.write(async (tx) => {
          await tx.run(writingOf("CREATE (n:Person {id: 'person:before'})"), {});
          await tx.run(writingOf("CREATE (n:Person {id: 'person:first'})"), {});
          return work(tx);
        }),
      );
      expect(error).toMatchObject({ kind: 'CONSTRAINT' });
      expect(await one("MATCH (n:Person) WHERE n.id STARTS WITH 'person:before' OR n.id STARTS WITH 'person:after' RETURN count(n) AS n", {}, 'n')).toEqual({
        n: 0,
      });
    }
  });
  test('statements are done in the order in which they are given, however many', async () => {
    const words = Array.from({ length: 50 }, (_, n) => `${n} `);
    await graph.write(async (tx) => {
      await tx.run(writingOf("CREATE (n:Ordered {id: 'o'}) SET n.said = ''"), {});
      for (const word of words) await tx.run(writingOf("MATCH (n:Ordered {id: 'o'}) SET n.said = n.said + $word"), { word } as never);
    });
    expect(await one("MATCH (n:Ordered {id: 'o'}) RETURN n.said AS said", {}, 'said')).toEqual({ said: words.join('') });
  });
  test('a closed graph is unavailable', async () => {
    const other = await anotherGraph();
    await other.close();
    await other.close();
    expect(await errorOf(other.read(readingOf('RETURN 1 AS x', ['x']), {}))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(await errorOf(other.write((tx) => tx.run(writingOf("CREATE (n:Late {id: 'x'})"), {})))).toMatchObject({ kind: 'UNAVAILABLE' });
    expect(await errorOf(other.ping())).toMatchObject({ kind: 'UNAVAILABLE' });
  });
});

describe('transactions', () => {
  test('keep nothing of work that throws, and throw what it threw', async () => {
    const mine = new Error('mine');
    const error = await errorOf(
      graph.write(async (tx) => {
        await tx.run(writingOf("CREATE (n:Rolled {id: 'x'})"), {});
        throw mine;
      }),
    );
    expect(error).toBe(mine);
    expect(await count('Rolled')).toBe(0);
  });
  test('see what they wrote themselves', async () => {
    const found = await graph.write(async (tx) => {
      await tx.run(writingOf("CREATE (n:Own {id: 'own'})"), {});
      return tx.read(readingOf<{ id: string }>('MATCH (n:Own) RETURN n.id AS id', ['id']), {});
    });
    expect(found).toEqual([{ id: 'own' }]);
  });
  test('of parallel writers lose nothing', async () => {
    await graph.write((tx) => tx.run(writingOf("CREATE (n:Counter {id: 'c'}) SET n.value = 0"), {}));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        graph.write(async (tx) => {
          await tx.run(writingOf("MATCH (n:Counter {id: 'c'}) SET n.locked = true"), {});
          const [row] = await tx.read(readingOf<{ value: number }>("MATCH (n:Counter {id: 'c'}) RETURN n.value AS value", ['value']), {});
          await tx.run(writingOf("MATCH (n:Counter {id: 'c'}) SET n.value = $next"), { next: (row?.value ?? 0) + 1 });
        }),
      ),
    );
    expect(await one("MATCH (n:Counter {id: 'c'}) RETURN n.value AS value", {}, 'value')).toEqual({ value: 20 });
  });
  test('are not seen by concurrent readers before they are done', async () => {
    const before = graph.write(async (tx) => {
      await tx.run(writingOf("CREATE (n:Half {id: 'a'})"), {});
      const seen = await Promise.all(Array.from({ length: 10 }, () => count('Half')));
      await tx.run(writingOf("CREATE (n:Half {id: 'b'})"), {});
      return seen;
    });
    expect(new Set(await before)).toEqual(new Set([0]));
    expect(await count('Half')).toBe(2);
  });
});

/** Ends a process that has a graph open without letting it close it. */
const writeAndBeKilled = (folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = `
      import { createRequire } from 'node:module';
      const { GrafeoDB } = createRequire(process.cwd() + '/')('@grafeo-db/js');
      const db = GrafeoDB.create(${JSON.stringify(join(folder, 'graph.grafeo'))});
      const done = db.beginTransaction();
      await done.executeCypher("CREATE (n:Kept {id: 'done'})");
      done.commit();
      const half = db.beginTransaction();
      await half.executeCypher("CREATE (n:Kept {id: 'half'})");
      console.log('written');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.on('error', reject);
    child.on('exit', () => resolve());
    child.stdout.on('data', () => child.kill('SIGKILL'));
  });

onEmbedded('the embedded engine', () => {
  test('has all of what was committed and none of the rest after a kill', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mandat-kill-'));
    await writeAndBeKilled(folder);
    const again = await openGrafeo({ folder });
    expect(await again.read(readingOf('MATCH (n:Kept) RETURN n.id AS id', ['id']), {})).toEqual([{ id: 'done' }]);
    await again.close();
    rmSync(folder, { recursive: true });
  });
  test('is open in one process at a time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mandat-lock-'));
    const first = await openGrafeo({ folder });
    expect(await errorOf(openGrafeo({ folder }))).toMatchObject({ kind: 'LOCKED' });
    await first.close();
    rmSync(folder, { recursive: true });
  });
});
