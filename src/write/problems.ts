import { madeVisible } from '../words/names/invisible.js';
import type { WordName } from './rows.js';

/** What is wrong with a row: which row, where in it, what was required and what was given. */
export interface RowProblem {
  word: WordName;
  id: string;
  /** The field as a JSON pointer; empty: the row. */
  path: string;
  required: string;
  given: string;
}

/** Rows that cannot be written: all that is wrong with them. Nothing was written. */
export class ChangeSetError extends Error {
  constructor(readonly problems: readonly RowProblem[]) {
    super(problems.map(({ word, id, path, required, given }) => `${word} ${id}${path}: required: ${required}; given: ${given}`).join('\n'));
    this.name = 'ChangeSetError';
  }
}

/** A value as a problem shows it: letters that show nothing as their code points. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? madeVisible(part) : part));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};
