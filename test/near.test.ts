import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { farFrom, keysLike, keysOf, mostWrong, stemOf } from '../src/words/names/near.js';

/** Words of few letters, so that many are alike. */
const word = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'n', 's', 'ø', 'ж'), minLength, maxLength });

/** One letter left out, added, exchanged or turned round with the next. */
const mistake = fc.record({ kind: fc.constantFrom('out', 'add', 'exchange', 'turn'), at: fc.nat(), letter: fc.constantFrom('a', 'n', 's', 'x') });

type Mistake = { kind: string; at: number; letter: string };

const misspelt = (right: string, { kind, at, letter }: Mistake): string => {
  const place = at % Math.max(right.length, 1);
  const [before, here, after] = [right.slice(0, place), right.slice(place, place + 1), right.slice(place + 1)];
  if (kind === 'out') return before + after;
  if (kind === 'add') return before + letter + here + after;
  if (kind === 'exchange') return before + letter + after;
  return before + after.slice(0, 1) + here + after.slice(1);
};

const meet = (asked: string, stored: string): boolean => {
  const keys = new Set(keysOf(stored));
  return keysLike(asked).some((key) => keys.has(key));
};

describe('what is spelt nearly alike', () => {
  test('is found by a key wherever it is near enough', () => {
    fc.assert(
      fc.property(word(3, 14), fc.array(mistake, { maxLength: 2 }), (stored, mistakes) => {
        const asked = mistakes.reduce(misspelt, stored);
        if (asked !== stored && farFrom(asked, stored) !== null) expect([stored, asked, meet(asked, stored)]).toEqual([stored, asked, true]);
      }),
      { numRuns: 20_000 },
    );
  });

  test('is near enough with as many mistakes as are forgiven', () => {
    fc.assert(
      fc.property(word(3, 14), fc.array(mistake, { maxLength: 2 }), (stored, mistakes) => {
        const asked = mistakes.reduce(misspelt, stored);
        // Letters that were turned round count as one mistake where nothing else went wrong between them.
        fc.pre(mistakes.length < 2 || mistakes.every(({ kind }) => kind !== 'turn'));
        if (mistakes.length <= mostWrong(asked)) expect(farFrom(asked, stored)).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(['ab', 'abc', 'abcd', 'abcdefg', 'abcdefgh', 'abcdefghijklmnopqrstuvwxyz'.repeat(20)])('has few keys: %s', (text) =>
    expect([keysOf(text).length, keysLike(text).length].every((count) => count <= 76)).toBe(true),
  );

  test.each([
    ['socialdemokraterne', 'socialdemokratiet', 'socialdemokrat'],
    ['venstrepartiets', 'venstrepartier', 'venstrepart'],
    ['enhedslistens', 'enhedslisten', 'enhedslist'],
  ])('%s and %s are one word: %s', (one, other, stem) => expect([stemOf(one), stemOf(other)]).toEqual([stem, stem]));

  test.each(['jensen', 'partiet', 'ordenen', '2021erne5'])('%s ends in nothing that is left out', (one) => expect(stemOf(one)).toBeNull());
});
