import { nodeIdOf } from '../words/appointments/ids.js';
import { walk } from '../words/walk.js';
import { type WordRow, wordOf } from './rows.js';

/** Where a row refers to another thing: its field as a JSON pointer, and the id. */
export interface Reference {
  path: string;
  id: string;
}

/** Everything that a row refers to. */
export const referencesOf = ({ word, row }: WordRow): Reference[] => {
  const found: Reference[] = [];
  walk(wordOf(word).row, row, ({ refersTo }, value, path) => {
    if (refersTo && typeof value === 'string') found.push({ path, id: value });
  });
  return found;
};

/** Ties of people to parties and places are edges alone: no node stands for them. */
export const isTie = (id: string): boolean => id.startsWith('affiliation:');

/** The nodes that a row refers to. */
export const nodesReferredTo = (row: WordRow): Reference[] => referencesOf(row).flatMap(({ path, id }) => (isTie(id) ? [] : [{ path, id: nodeIdOf(id) }]));
