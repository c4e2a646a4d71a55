import { UNSEEN } from './invisible.js';

const stripAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .normalize('NFC');

/**
 * The order of the Danish alphabet as a string that sorts by code unit: æ and ä, ø and ö, å and aa come after z in this
 * order, ü sorts as y, other accents do not count. A blank sorts before a hyphen, both before letters.
 */
export const sortKey = (name: string): string =>
  stripAccents(name.normalize('NFC').toLowerCase().replace(/å|aa/g, '{c').replace(/[øö]/g, '{b').replace(/[æä]/g, '{a').replace(/ü/g, 'y')).trim();

/** What a list is ordered and paged by: the name, then the id. */
export const listKey = (name: string, id: string): string => `${sortKey(name)}\t${id}`;

/** Letters that are no other letter with an accent, as those who lack them spell them. */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  'æ=a œ=o ø=o þ=th ß=ss ð=d đ=d ɖ=d ɗ=d ł=l ı=i ɨ=i ħ=h ŧ=t ŋ=n ɲ=n ĸ=k ƙ=k ɓ=b ƀ=b ƴ=y ə=a ɛ=e ɔ=o ɵ=o ʉ=u ς=σ'.split(' ').map((pair) => pair.split('=')),
);

const NOT_SEEN = new RegExp(`[${UNSEEN}]`, 'gu');

/** One spelling for all: lower case, without accents and letters that show nothing; then å and aa are a, æ and ae are a, ø and oe are o. */
export const fold = (text: string): string =>
  stripAccents(text.replace(NOT_SEEN, '').normalize('NFKC').toLowerCase())
    .replace(/[^\0-\x7f]/g, (letter) => SPELT[letter] ?? letter)
    .replace(/aa|ae/g, 'a')
    .replace(/oe/g, 'o');

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/** The folded words of a name. */
export const foldedWords = (text: string): string[] => wordsOf(fold(text));

/** The words that the id of a name is made of: whatever search folds, an id stays as it is. */
export const wordsOfId = (text: string): string[] =>
  stripAccents(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/å|aa/g, 'a')
      .replace(/æ|ae|ä/g, 'a')
      .replace(/ø|oe|ö/g, 'o'),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const beginning = (word: string): string => ` ${word}`;

/** The folded words of a text as they are stored, each with a blank before it: a word begins one of them where this holds `beginning` of it. */
export const foldedText = (text: string): string => foldedWords(text).map(beginning).join('');

/** Two blanks in a row, which no folded text holds. */
const NOWHERE = ['  '];

/** What a folded text must hold, all of it, where each of some words begins one of its own; where there is no word, none does. */
export const beginnings = (words: readonly string[]): string[] => (words.length ? words.map(beginning) : NOWHERE);
