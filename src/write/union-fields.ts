export type Fields = Record<string, unknown>;

/** Told where another writer says something else than what counts. */
export type Differs = (field: string, value: unknown) => void;

/** A value as a conflict shows it. */
export const said = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** These of the fields that are there. */
export const pick = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
