import type { Rows, WordName, WordRow } from '../write/rows.js';

/** In the place of a body: what lies in none alone, so that it is for who writes all of them. */
export const EVERYWHERE = '*';

const named = (...ids: readonly (string | undefined)[]): string[] => ids.filter((id) => id !== undefined);

/** Where rows lie, word by word. Those of other words, such as people, ties, documents and statements, and that two people differ, lie nowhere: whoever writes may add them. */
const PLACES: { readonly [W in WordName]?: (row: Rows[W]) => readonly string[] } = {
  bodies: ({ id }) => [id],
  memberships: ({ body }) => [body],
  leaves: ({ membership }) => [membership],
  'stand-ins': ({ substitute, holder, office }) => named(substitute, holder, office),
  // Who writes a body writes what is part of it: so they must write both ends of that.
  relations: ({ kind, subject, object }) => (kind === 'PART_OF' ? [subject, object] : kind === 'SUCCEEDS' || kind === 'LIES_IN' ? [EVERYWHERE] : [subject]),
  terms: ({ body = EVERYWHERE }) => [body],
  meetings: ({ body = EVERYWHERE }) => [body],
  'agenda-items': ({ meeting }) => [meeting],
  attendance: ({ meeting }) => [meeting],
  decisions: ({ item, body }) => named(item, body),
  elections: ({ body }) => [body],
  lists: ({ body }) => [body],
  offices: ({ body }) => [body],
  registers: ({ body }) => [body],
  seats: ({ body }) => [body],
  calendars: () => [EVERYWHERE],
  merges: ({ different }) => (different ? [] : [EVERYWHERE]),
  rules: () => [EVERYWHERE],
};

/** Ids of the bodies that a row lies in, and of things, such as a seat or a meeting, where it lies in the body of that. */
export const placeOf = ({ word, row }: WordRow): readonly string[] => (PLACES[word] as ((row: WordRow['row']) => readonly string[]) | undefined)?.(row) ?? [];
