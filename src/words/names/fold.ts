/** Words that a name is found without. */
const GENERIC = new Set(['kommune', 'region']);

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

/** One spelling for all: lower case, without accents; å and aa are a, æ and ae are a, ø and oe are o. */
export const fold = (text: string): string =>
  stripAccents(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/å|aa/g, 'a')
      .replace(/æ|ae|ä/g, 'a')
      .replace(/ø|oe|ö/g, 'o'),
  );

/** The folded words of a name. */
export const foldedWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const beginning = (word: string): string => ` ${word}`;

/** The folded words of a text as they are stored, each with a blank before it: a word begins one of them where this holds `beginning` of it. */
export const foldedText = (text: string): string => foldedWords(text).map(beginning).join('');

/** Two blanks in a row, which no folded text holds. */
const NOWHERE = ['  '];

/** What a folded text must hold, all of it, where each of some words begins one of its own; where there is no word, none does. */
export const beginnings = (words: readonly string[]): string[] => (words.length ? words.map(beginning) : NOWHERE);

/** The words that a search must find: generic ones only where there is no other. */
export const searchWords = (text: string): string[] => {
  const words = foldedWords(text);
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length ? telling : words;
};
