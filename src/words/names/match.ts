import type { Asked, AskedWord } from './asked.js';
import { isOfKind, kindSaid } from './kinds.js';
import type { NameKind } from './model.js';
import { farFrom } from './near.js';

/** How the words asked for stand in a name, the best first: whole, as beginnings of words, or spelt nearly so. */
export const MATCHES = ['EXACT', 'PREFIX', 'NEAR'] as const;
export type Match = (typeof MATCHES)[number];

/** A name of a thing, and its folded words. */
export interface NameOf {
  id: string;
  text: string;
  words: readonly string[];
  kind: NameKind;
}

export interface Found {
  id: string;
  matched: string;
  match: Match;
  score: number;
  closeness: number;
}

/** Where a word asked for stands in a name, and how many letters of the name it tells. */
interface Told {
  match: Match;
  letters: number;
}

const longest = (lengths: readonly number[]): number => Math.max(...lengths);

const toldBy = ({ word, begins }: AskedWord, words: readonly string[]): Told | null => {
  const whole = words.find((other) => other === word || other === begins);
  if (whole !== undefined) return { match: 'EXACT', letters: whole.length };
  if (words.some((other) => other.startsWith(begins))) return { match: 'PREFIX', letters: begins.length };
  const near = words.flatMap((other) => {
    const far = farFrom(word, other);
    return far === null ? [] : [other.length - far];
  });
  return near.length === 0 ? null : { match: 'NEAR', letters: longest(near) };
};

/** A word that says a kind: whole where the thing is of the kind. */
const kindTold = (word: string, id: string, words: readonly string[]): Told | null => {
  const kind = kindSaid(word);
  if (kind === undefined || !isOfKind(kind, id, words)) return null;
  return { match: 'EXACT', letters: longest([0, ...words.filter((other) => kindSaid(other) === kind).map(({ length }) => length)]) };
};

/** Among names that fold alike: first the one that is spelt as asked, then a name, then any other. */
const closenessOf = (text: string, kind: NameKind, asked: string): number =>
  Number(text.toLowerCase() === asked.trim().toLowerCase()) * 2 + Number(kind === 'NAME');

/** How well a name is what was asked for; null: it is not. The score is 1 for the very name, less the more of either is left out, begun or misspelt. */
export const matchOf = (asked: Asked, { id, text, words, kind }: NameOf): Found | null => {
  const needed = asked.telling.map((one) => toldBy(one, words));
  if (!needed.every((told) => told !== null)) return null;
  const all = [...needed, ...asked.words.filter((word) => !asked.telling.some((one) => one.word === word)).map((word) => kindTold(word, id, words))];
  const told = all.filter((one) => one !== null);
  const whole = told.filter(({ match }) => match === 'EXACT').length;
  const letters = told.reduce((sum, one) => sum + one.letters, 0);
  const coverage = Math.min(letters / Math.max(words.join('').length, 1), 1);
  return {
    id,
    matched: text,
    match: MATCHES[Math.max(...needed.map(({ match }) => MATCHES.indexOf(match)))] as Match,
    score: (coverage * (0.5 + (0.5 * whole) / told.length) * told.length) / all.length,
    closeness: closenessOf(text, kind, asked.text),
  };
};

/** The best first. */
export const better = (a: Found, b: Found): number =>
  MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) || b.score - a.score || b.closeness - a.closeness || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Each thing by its best name, the best first. */
export const bestOf = (found: readonly Found[]): Found[] => {
  const best = new Map<string, Found>();
  for (const one of [...found].sort(better)) if (!best.has(one.id)) best.set(one.id, one);
  return [...best.values()];
};
