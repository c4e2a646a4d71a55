import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { foldedWords, searchWords } from './fold.js';
import type { NameKind } from './model.js';

/** As many names as are looked at before they are ranked. */
const MOST_NAMES = 5_000;

export interface Found {
  id: string;
  matched: string;
  score: number;
  closeness: number;
}

/** Among names that fold alike: first the one that is spelt as asked, then a name, then any other. */
const closenessOf = (text: string, kind: NameKind, asked: string): number =>
  Number(text.toLowerCase() === asked.trim().toLowerCase()) * 2 + Number(kind === 'NAME');

/** 1 for the very name, less the more of it was left out or only begun. */
const scoreOf = (text: string, words: readonly string[]): number => {
  const whole = foldedWords(text);
  const begun = words.filter((word) => whole.some((other) => other.startsWith(word)));
  const exact = begun.filter((word) => whole.includes(word));
  const coverage = begun.join('').length / Math.max(whole.join('').length, 1);
  return Math.min(coverage, 1) * (0.5 + (0.5 * exact.length) / Math.max(begun.length, 1));
};

const nearer = (a: Found, b: Found): number => b.score - a.score || b.closeness - a.closeness;

/** The things that have a name or alias with these words, the best first. */
export const named = async (context: Context, text: string, labels: readonly string[], lens: Lens): Promise<Found[]> => {
  const words = searchWords(text);
  const anchor = [...words].sort((a, b) => b.length - a.length)[0];
  if (!anchor) return [];
  const rows = await context.reader.read(queries.search.byWords, {
    anchor,
    beyond: `${anchor}\uffff`,
    words,
    labels: [...labels],
    limit: MOST_NAMES,
    knownAt: lens.knownAt,
  });
  const best = new Map<string, Found>();
  for (const row of rows) {
    const found = { id: row.id, matched: row.text, score: scoreOf(row.text, foldedWords(text)), closeness: closenessOf(row.text, row.kind, text) };
    const other = best.get(row.id);
    if (!other || nearer(found, other) < 0) best.set(row.id, found);
  }
  return [...best.values()].sort((a, b) => nearer(a, b) || (a.id < b.id ? -1 : 1));
};

/** Ids of the things that have a name or alias with these words, the best first. */
export const idsNamed = async (context: Context, text: string, labels: readonly string[], lens: Lens): Promise<string[]> =>
  (await named(context, text, labels, lens)).map(({ id }) => id);
