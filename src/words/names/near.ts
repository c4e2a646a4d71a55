import distance from 'damerau-levenshtein';

// Words are spelt alike where few letters differ. One that lacks as many letters is what both have in common: the keys of a word are
// what is left of it without them, so that a look-up finds what is alike. Of long words the first letters are enough.

/** Two letters of a word so long may be wrong, one of a shorter one. */
const LONG = 8;
/** Of a shorter one none. */
const SHORT = 4;
/** The letters of long words of which keys are made. */
const FIRST = 7;

/** Numbers are other numbers where a digit differs. */
const isForgiven = (word: string): boolean => !/\p{N}/u.test(word);

/** How many letters may be wrong: left out, added, exchanged, or turned round with the next. */
export const mostWrong = (word: string): number => {
  const letters = [...word].length;
  return letters < SHORT || !isForgiven(word) ? 0 : letters < LONG ? 1 : 2;
};

/** What is left of letters without as many of them, the letters themselves first. */
const without = (letters: readonly string[], most: number): string[] => {
  let last = [letters];
  const all = [letters.join('')];
  for (let left = most; left > 0; left -= 1) {
    last = last.flatMap((some) => some.map((_, at) => some.toSpliced(at, 1)));
    all.push(...last.map((some) => some.join('')));
  }
  return [...new Set(all)];
};

const ENDING = /(erne|ene|ier|iet|er|en|et|i|e)?s?$/;

/** A long word without what Danish nouns end in: of one, of the one, of several, of the several. */
export const stemOf = (word: string): string | null => {
  const stem = word.replace(ENDING, '');
  return word.length >= LONG && stem.length >= LONG - 2 && isForgiven(word) ? stem : null;
};

const stemKeys = (word: string): string[] => {
  const stem = stemOf(word);
  return stem === null ? [] : [`${stem}-`];
};

/** The keys that a word of a name is found by, where it is spelt otherwise. */
export const keysOf = (word: string): string[] => {
  const letters = [...word];
  if (letters.length < SHORT - 1 || !isForgiven(word)) return [];
  return [...without(letters.length < LONG ? letters : letters.slice(0, FIRST), mostWrong(word)), ...stemKeys(word)];
};

/** The keys that one of the words which are spelt like a word has: one that is shorter keeps those of all its letters. */
export const keysLike = (word: string): string[] => {
  const most = mostWrong(word);
  if (most === 0) return [];
  const letters = [...word];
  const whole = letters.length < FIRST + 1 + most ? without(letters, most) : [];
  return [...new Set([...whole, ...(letters.length < LONG ? [] : without(letters.slice(0, FIRST), most)), ...stemKeys(word)])];
};

/** How far a word is from the one that was asked for, as a part of its letters; null: too far. */
export const farFrom = (asked: string, word: string): number | null => {
  const most = mostWrong(asked);
  const far = Math.abs(asked.length - word.length) > most ? Infinity : distance(asked, word).steps;
  if (far <= most) return far;
  const stem = stemOf(asked);
  return stem !== null && stem === stemOf(word) ? most : null;
};
