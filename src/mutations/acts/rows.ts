import type { Fields, Thing } from '../draft.js';
import type { Writing } from './act.js';

/** What a row says in a field; null: nothing. */
export const text = (fields: Fields, key: string): string | null => (fields[key] as string | undefined) ?? null;

/** What is given of some fields. */
export const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

/** How a seat came about. */
export const howOf = (fields: Fields): Fields => (fields['appointment'] ?? {}) as Fields;

/** What of how a seat came about names another thing: the id; null: nothing. */
export const namedBy = (fields: Fields, key: string, inner: string): string | null =>
  ((howOf(fields)[key] as Fields | undefined)?.[inner] as string | undefined) ?? null;

/** An id in what it stands in; undefined: there is none. */
export const within = (inner: string, id: string | null | undefined): Fields | undefined => (id == null ? undefined : { [inner]: id });

/** How a seat came about, with the source of what says so. */
const sourced = (how: Fields, source: string): Fields =>
  Object.fromEntries(
    Object.entries(given(how)).map(([key, value]): [string, unknown] => {
      if (Array.isArray(value)) return [key, value.map((one: Fields) => ({ ...one, sources: [source] }))];
      return [key, typeof value === 'object' ? { ...(value as Fields), sources: [source] } : value];
    }),
  );

/** The field of a seat that says how it came about; none where nothing is said. */
export const appointment = (how: Fields, source: string): Fields => (Object.keys(given(how)).length === 0 ? {} : { appointment: sourced(how, source) });

/** What a seat depends on, as an act says it. */
export const depending = (on: readonly string[] | null | undefined, source: string): Fields =>
  on?.length ? { dependsOn: on.map((id) => ({ on: id, sources: [source] })) } : {};

/** Rows of a word: those that are recorded, by their ids, and those that the entry makes. */
export const rowsOf = async ({ draft }: Writing, word: Thing['word'], ids: readonly string[]): Promise<Thing[]> => {
  await draft.load(ids);
  const made = [...draft.said()].filter((one) => one.word === word).map(({ id }) => id);
  return [...new Set([...ids, ...made])].flatMap((id) => {
    const thing = draft.thing(id);
    return thing?.word === word ? [thing] : [];
  });
};
