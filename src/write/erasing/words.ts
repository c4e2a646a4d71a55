import { fold, sortKey } from '../../words/names/fold.js';

/** What stands in the place of a name. */
export const ERASED = 'erased';

/** Some words in a row, one after the other, as they are told apart. */
export type Words = string;

interface Token {
  word: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between the words of one name; in sorted keys letters begin with a brace. */
const BETWEEN = /^[\s.,\-_+/{]{1,3}$/u;
/** Of a name: what is its own has an s more. */
const GENITIVE = /(?<=..)s$/;

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: fold(word), start: index, end: index + word.length }));

export const wordsIn = (text: string): string[] => tokensOf(text).map(({ word }) => word);

/** How a name may stand in a text: as it is, the last word first, and as a key by which lists are sorted. */
export const spellingsOf = (name: string): string[][] => {
  const words = wordsIn(name);
  return [words, [...words.slice(-1), ...words.slice(0, -1)], wordsIn(sortKey(name))].filter(({ length }) => length > 0);
};

export const joined = (words: readonly string[]): Words => words.join(' ');

/** Of which words in a row a text is told apart. */
export interface Matching {
  /** How many words are tried, the most first. */
  lengths: readonly number[];
  /** Whether they are to go; false: they are somebody else's; null: they say nothing. */
  isErased: (words: Words, count: number) => boolean | null;
}

interface Match {
  count: number;
  isErased: boolean;
}

const matchAt = (text: string, tokens: readonly Token[], at: number, { lengths, isErased }: Matching): Match | null => {
  for (const count of lengths) {
    const some = tokens.slice(at, at + count);
    if (some.length < count) continue;
    const joins = some.slice(1).every(({ start }, before) => BETWEEN.test(text.slice(some[before]?.end, start)));
    if (!joins) continue;
    const words = joined(some.map(({ word }) => word));
    const found = isErased(words, count) ?? (GENITIVE.test(words) ? isErased(words.replace(GENITIVE, ''), count) : null);
    if (found !== null) return { count, isErased: found };
  }
  return null;
};

/** A text with something in the place of the names in it that are to go. */
export const without = (text: string, matching: Matching, by: string): string => {
  const tokens = tokensOf(text);
  const parts: string[] = [];
  let end = 0;
  for (let at = 0; at < tokens.length;) {
    const match = matchAt(text, tokens, at, matching);
    if (match?.isErased) {
      parts.push(text.slice(end, tokens[at]?.start), by);
      end = tokens[at + match.count - 1]?.end as number;
    }
    at += match?.count ?? 1;
  }
  return end === 0 ? text : parts.join('') + text.slice(end);
};

/** The words of a list that are a name, one by one, as one. */
export const listWithout = (items: readonly unknown[], matching: Matching): readonly unknown[] => {
  if (!items.every((one) => typeof one === 'string' && !/[^\p{L}\p{M}\p{N}]/u.test(one))) return items;
  const text = items.join(' ');
  const left = without(text, matching, ERASED);
  return left === text ? items : left.split(' ').filter(Boolean);
};
