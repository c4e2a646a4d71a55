import { words } from '../generated/words.js';
import type { Elements } from '../record/elements.js';
import type { AnyRow, RowOf, Word } from '../words/word.js';

export type WordName = keyof typeof words;

/** The rows of each word. */
export type Rows = { [W in WordName]: RowOf<(typeof words)[W]> };

/** A row of any word. */
export interface WordRow {
  word: WordName;
  row: AnyRow;
  /** Its writer says it no longer: it is kept as it was when it ended. */
  gone?: true;
  /** Its data set has it no longer: it stays, as others need it. */
  dropped?: true;
  /** The editors say that it never was, whoever says that it is. */
  retracted?: true;
}

export const wordNames = Object.keys(words).sort() as WordName[];

export const isWordName = (name: string): name is WordName => Object.hasOwn(words, name);

export const wordOf = (name: WordName): Word => words[name] as unknown as Word;

const byPrefix = new Map(wordNames.map((name) => [wordOf(name).prefix, name]));

/** The word of a row, from its id. */
export const wordOfId = (id: string): WordName | undefined => byPrefix.get(id.slice(0, id.indexOf(':')));

/** A row under the names and with the values that its fields have now; what is no row stays as it is. */
export const renamed = (word: WordName, row: unknown): unknown => {
  const { formerly: names, saidFormerly: values } = wordOf(word);
  if (typeof row !== 'object' || row === null || Array.isArray(row) || Object.keys(names).length === 0) return row;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => {
      const name = names[key] ?? key;
      return [name, (typeof value === 'string' && values[name]?.[value]) || value];
    }),
  );
};

/** The nodes and edges that a row says. @throws RangeError where it contradicts itself. */
export const compile = ({ word, row }: WordRow): Elements => wordOf(word).compile(row as never);
