import { isAffiliationId } from '../words/affiliations/model.js';
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

/** The nodes that a row refers to; no node stands for a tie of a person to a party or place. */
export const nodesReferredTo = (row: WordRow): Reference[] =>
  referencesOf(row).flatMap(({ path, id }) => (isAffiliationId(id) ? [] : [{ path, id: nodeIdOf(id) }]));
