import { inputError } from '../../read/errors.js';
import { beginnings, foldedWords } from './fold.js';
import { isOptionalInNames, isOptionalInTitles } from './kinds.js';

export const MOST_LETTERS = 200;
export const MOST_WORDS = 12;

/** The folded words of what was asked for. @throws BAD_USER_INPUT where there are too many. */
const askedWords = (argument: string, text: string): string[] => {
  const letters = [...text].length;
  const words = letters > MOST_LETTERS ? [] : foldedWords(text);
  if (letters > MOST_LETTERS || words.length > MOST_WORDS)
    throw inputError(
      argument,
      `at most ${MOST_LETTERS} letters and ${MOST_WORDS} words`,
      letters > MOST_LETTERS ? `${letters} letters` : `${words.length} words`,
    );
  return words;
};

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

/** @throws BAD_USER_INPUT where the text is too long. */
export const nameAsked = (argument: string, text: string): Asked => {
  const words = askedWords(argument, text);
  return { text, words, telling: telling(words, isOptionalInNames) };
};

/** What the folded words of a title must hold. @throws BAD_USER_INPUT where the text is too long. */
export const titleAsked = (argument: string, text: string): string[] =>
  beginnings(telling(askedWords(argument, text), isOptionalInTitles).map(({ begins }) => begins));

/** What the folded words of a text must hold, each of the words given. @throws BAD_USER_INPUT where the text is too long. */
export const wordsAsked = (argument: string, text: string): string[] => beginnings(askedWords(argument, text));
