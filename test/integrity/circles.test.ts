import { describe, expect, test } from 'vitest';
import { circlesOf } from '../../src/integrity/circles.js';
import type { DatedTie } from '../../src/integrity/model.js';

/** Ties such as `a-b`, in force from one first of January to another. */
const ties = (text: string, from = 2020, until = 2022): DatedTie[] =>
  text.split(' ').map((one) => {
    const [fromId, toId] = one.split('-') as [string, string];
    const [first, last] = [`${from}-01-01`, `${until}-01-01`];
    return { id: one, fromId, toId, fromMin: first, fromMax: first, untilMin: last, untilMax: last } as DatedTie;
  });

const found = (edges: readonly DatedTie[]): string[] => circlesOf(edges).map(({ ids }) => ids.join('-'));

describe('circles', () => {
  test.each([
    ['of three, once, from the first id', 'b-c c-a a-b', ['a-b-c']],
    ['of four', 'd-a c-d a-b b-c', ['a-b-c-d']],
    ['and not what leads to one or comes from it', 'x-a a-b b-c c-a c-y y-z', ['a-b-c']],
    ['that share a thing, each', 'a-b b-c c-a c-d d-e e-c', ['a-b-c', 'c-d-e']],
    ['that share a tie, each', 'a-b b-c c-a b-a', ['a-b', 'a-b-c']],
    ['both ways round', 'a-b b-c c-a b-a c-b a-c', ['a-b', 'a-b-c', 'a-c', 'a-c-b', 'b-c']],
    ['of one', 'a-a a-b b-c', ['a']],
    ['and none in what goes one way', 'a-b b-c a-c c-d', []],
  ])('%s', (_, text, circles) => expect(found(ties(text)).sort()).toEqual(circles));

  test('begin on the day on which the last of their ties begins', () => {
    expect(circlesOf([...ties('a-b', 2019), ...ties('b-c', 2020), ...ties('c-a', 2021)])).toMatchObject([{ verdict: 'BROKEN', on: '2021-01-01' }]);
  });

  test('are none where each two of their ties are in force together, and no day has all three', () => {
    const [ab, bc, ca] = [ties('a-b', 2019, 2021), ties('b-c', 2020, 2022), ties('c-a', 2021, 2023)].flat() as [DatedTie, DatedTie, DatedTie];
    expect(found([ab, bc, ca])).toEqual([]);
    expect(found([{ ...ab, untilMin: '2021-06-01', untilMax: '2021-06-01' }, bc, ca])).toEqual(['a-b-c']);
  });

  test('are perhaps there where a tie of theirs perhaps is', () => {
    const [ab, bc, ca] = ties('a-b b-c c-a') as [DatedTie, DatedTie, DatedTie];
    expect(circlesOf([ab, bc, { ...ca, fromMax: '2022-01-01' }])).toMatchObject([{ verdict: 'PERHAPS', on: '2020-01-01' }]);
  });
});
