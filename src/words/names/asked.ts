import { beginnings, foldedWords } from './fold.js';
import { isOptionalInNames, isOptionalInTitles } from './kinds.js';

/** A word that a name is to have, and the beginning by which it is found: without the s that it has before the kind of a thing. */
export interface AskedWord {
  word: string;
  begins: string;
}

/** The words that a name must have: those that say its kind only where there is no other. */
const telling = (words: readonly string[], isOptional: (word: string) => boolean): AskedWord[] => {
  const needed = words.filter((word) => !isOptional(word));
  if (needed.length === 0) return words.map((word) => ({ word, begins: word }));
  const hasKind = needed.length < words.length;
  return needed.map((word) => ({ word, begins: hasKind && word.length > 3 ? word.replace(/s$/, '') : word }));
};

/** What was asked for by name: all its words, and those that a name must have. */
export interface Asked {
  text: string;
  words: string[];
  telling: AskedWord[];
}

export const nameAsked = (text: string): Asked => {
  const words = foldedWords(text);
  return { text, words, telling: telling(words, isOptionalInNames) };
};

/** What the folded words of a title must hold. */
export const titleAsked = (text: string): string[] => beginnings(telling(foldedWords(text), isOptionalInTitles).map(({ begins }) => begins));

/** What the folded words of a text must hold, each of the words given. */
export const wordsAsked = (text: string): string[] => beginnings(foldedWords(text));
