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

test('who has had least comes next, and now and then who waits longest', async () => {
  const queue = fairQueue({ each: 1, all: 1 });
  const large = {};
  const { begun, work, end } = works();
  for (let at = 0; at < 3; at += 1) void queue.take(large, work(`large ${at}`));
  for (let at = 0; at < 8; at += 1) void queue.take({}, work(`small ${at}`));
  await end('large 0', ...Array.from({ length: 8 }, (_, at) => `small ${at}`), 'large 1');
  expect(begun.slice(1, 4)).toEqual(['small 0', 'small 1', 'small 2']);
  expect(begun.indexOf('large 1')).toBeLessThan(6);
});

test('places are kept for who has had little', async () => {
  const queue = fairQueue({ each: 2, all: 3 });
  const [large, larger] = [{}, {}];
  const lasting = () => new Promise<void>((resolve) => setTimeout(resolve, 60));
  await Promise.all([queue.take(large, lasting), queue.take(larger, lasting)]);
  const { begun, work } = works();
  for (const name of ['1', '2']) void queue.take(large, work(`large ${name}`));
  void queue.take(larger, work('larger'));
  void queue.take({}, work('small'));
  expect(begun).toEqual(['large 1', 'large 2', 'small']);
});

test('those places are not for a second work of one, nor for who is taken to need much', async () => {
  const queue = fairQueue({ each: 3, all: 3 });
  const [several, dear] = [{}, {}];
  const { begun, work } = works();
  queue.expect(dear, 60);
  for (const name of ['1', '2', '3']) void queue.take(several, work(`several ${name}`));
  void queue.take(dear, work('dear'));
  void queue.take({}, work('small'));
  expect(begun).toEqual(['several 1', 'several 2', 'small']);
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
