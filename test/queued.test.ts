import { expect, test } from 'vitest';
import { fairQueue } from '../src/graph/queued.js';

/** Works that last until they are told to end. */
const works = () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  const end = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { begun, work, end };
};

test('as much of one owner is at work as it may have, and as much in all', async () => {
  const queue = fairQueue({ each: 2, all: 3 });
  const [a, b, c] = [{}, {}, {}];
  const { begun, work, end } = works();
  const all = ['a1', 'a2', 'a3'].map((name) => queue.take(a, work(name)));
  expect(begun).toEqual(['a1', 'a2']);
  void queue.take(b, work('b1'));
  void queue.take(c, work('c1'));
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  await end('a1', 'b1', 'a2', 'c1', 'a3');
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'].sort((x, y) => begun.indexOf(x) - begun.indexOf(y)));
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3']);
});

test('owners take turns, however much one of them waits for', async () => {
  const queue = fairQueue({ each: 1, all: 1 });
  const [large, small, other] = [{}, {}, {}];
  const { begun, work, end } = works();
  for (let at = 0; at < 5; at += 1) void queue.take(large, work(`large ${at}`));
  void queue.take(small, work('small'));
  void queue.take(other, work('other'));
  await end('large 0', 'large 1', 'small', 'other', 'large 2', 'large 3', 'large 4');
  expect(begun.slice(2, 4).sort()).toEqual(['other', 'small']);
});

test('what fails gives up its place, and fails for who asked', async () => {
  const queue = fairQueue({ each: 1, all: 1 });
  const failing = queue.take({}, () => Promise.reject(new Error('no')));
  const next = queue.take({}, async () => 'next');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});

test('who leaves has no more turns, and gives up none that is under way', async () => {
  const queue = fairQueue({ each: 1, all: 1 });
  const [gone, other] = [{}, {}];
  const { begun, work, end } = works();
  const first = queue.take(gone, work('first'));
  void queue.take(gone, work('second'));
  const next = queue.take(other, work('next'));
  queue.leave(gone);
  await end('first', 'next');
  expect([begun, await first, await next]).toEqual([['first', 'next'], 'first', 'next']);
  void queue.take(gone, work('again'));
  expect(begun.at(-1)).toBe('again');
});
