import type { Fields } from '../record/fields.js';
import { TOLD_OF_WHO_SAT } from '../words/memberships/definition.js';

/** Told where another writer says something else than what counts. */
export type Differs = (field: string, value: unknown) => void;

/** A value as a conflict shows it. */
export const said = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** What another writer says of a seat, but for what cannot be so beside what counts: one that was declined, and sat in. That is told. */
export const besideDeclined = (first: Fields, other: Fields, differs: Differs): Fields => {
  const saidOf = (fields: Fields): string[] => TOLD_OF_WHO_SAT.filter((key) => fields[key] !== undefined);
  const against = first['declined'] ? saidOf(other) : other['declined'] && saidOf(first).length > 0 ? ['declined'] : [];
  for (const key of against) differs(key, other[key]);
  return Object.fromEntries(Object.entries(other).filter(([key]) => !against.includes(key)));
};

/** These of the fields that are there. */
export const pick = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
