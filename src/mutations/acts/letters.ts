import type { Fields, Thing } from '../draft.js';

const lettersOf = (fields: Fields): Fields[] => (fields['letters'] ?? []) as Fields[];

/** One letter as the list of all that a party has; null: none. Undefined: it has had several. */
export const lettersIn = (letter: unknown, fields: Fields, sources: readonly string[]): Fields[] | null | undefined => {
  const [known, another] = lettersOf(fields);
  if (another) return undefined;
  if (letter === null) return null;
  const { from } = (fields['existence'] ?? {}) as Fields;
  return [{ ...(known ?? { ...(from !== undefined && { from }), open: true }), text: letter, sources }];
};

/** The letter that a party has, where a patch says that it is another; null: it says no other. */
export const otherLetter = ({ word, fields }: Thing, { letter }: Fields): string | null => {
  const [known] = lettersOf(fields);
  return word === 'parties' && letter !== undefined && known && known['text'] !== letter ? (known['text'] as string) : null;
};
