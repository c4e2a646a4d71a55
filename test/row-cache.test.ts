import { beforeEach, describe, expect, test } from 'vitest';
import type { Reader } from '../src/graph/port.js';
import { type OptimisticRead, optimisticRead } from '../src/read/optimistic-read.js';
import { makeRowCache } from '../src/read/row-cache.js';
import type { Revision } from '../src/record/revision.js';
import { readingOf } from './world.js';

const QUERY = readingOf<{ n: number }>('RETURN $n AS n', ['n']);

let revision: Revision;
let looks = 0;
let reads: unknown[] = [];
beforeEach(() => {
  revision = { number: 1, at: 1, writing: false };
  looks = 0;
  reads = [];
});

const begin = (): OptimisticRead => optimisticRead(async () => ((looks += 1), { ...revision }));
const graph: Reader = { read: async (_, params) => (reads.push(params['n']), [{ n: params['n'] }] as never) };
const write = (): void => void (revision = { ...revision, number: revision.number + 1 });

describe('rows are cached', () => {
  const rows = () => {
    const cache = makeRowCache(2 ** 20);
    return (read: OptimisticRead, n: number): Promise<{ n: number }[]> => cache.through(graph, read).read(QUERY, { n });
  };

  test('for all requests of one revision, each of which looks at it twice', async () => {
    const read = rows();
    for (let request = 1; request <= 3; request += 1) {
      const one = begin();
      expect(await Promise.all([read(one, 1), read(one, 2)])).toEqual([[{ n: 1 }], [{ n: 2 }]]);
      expect(await one.validate()).toMatchObject({ isValid: true, revision: { number: 1 } });
      expect([reads, looks]).toEqual([[1, 2], 2 * request]);
    }
    write();
    await read(begin(), 1);
    expect(reads).toEqual([1, 2, 1]);
  });

  test.each<[string, () => void, object]>([
    ['a write came in between', write, { isValid: false, hasChanged: true }],
    ['a write is under way', () => void (revision.writing = true), { isValid: false, hasChanged: false }],
  ])('not where %s', async (_, during, validation) => {
    const read = rows();
    const one = begin();
    await read(one, 1);
    during();
    expect(await one.validate()).toMatchObject(validation);
    await read(begin(), 1);
    expect(reads).toEqual([1, 1]);
  });

  test('not where they were read after the second look began', async () => {
    const read = rows();
    const one = begin();
    await read(one, 1);
    const validated = one.validate();
    await read(one, 2);
    expect(await validated).toMatchObject({ isValid: true });
    const another = begin();
    await read(another, 1);
    await read(another, 2);
    expect(reads).toEqual([1, 2, 2]);
  });

  test('not where the revision cannot be read', async () => {
    const failing = optimisticRead(() => Promise.reject(new Error('down')));
    await expect(rows()(failing, 1)).rejects.toThrow('down');
    expect(await failing.validate()).toEqual({ isValid: false, revision: null, hasChanged: false });
    expect(reads).toEqual([]);
  });
});
