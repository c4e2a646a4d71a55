import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { fold } from '../../words/names/fold.js';
import { isFields } from '../../record/fields.js';
import { parsed } from './values.js';

/** A node or edge where it is kept, of any version. */
export interface Found {
  key: number;
  /** null: it is an edge. */
  labels: readonly string[] | null;
  n: Readonly<Record<string, unknown>>;
}

const LETTERS: readonly (readonly [RegExp, string, string])[] = [
  [/æ|ä/g, 'ae', 'a'],
  [/ø|ö/g, 'oe', 'o'],
  [/å/g, 'aa', 'a'],
  [/ü/g, 'ue', 'u'],
];

const spelt = (word: string, as: 1 | 2): string =>
  LETTERS.reduce((text, one) => text.replace(one[0], one[as]), word)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** How a word may be spelt where it is kept. */
const variantsOf = (word: string): string[] => {
  const lower = word.normalize('NFC').toLowerCase();
  return [...new Set([lower, spelt(lower, 1), spelt(lower, 2), fold(word)])];
};

const longest = (text: string): string | undefined => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).toSorted((a, b) => b.length - a.length)[0];

/** By which words all is found that may hold one of some ids or names. */
export const wordsToFind = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => variantsOf(longest(text) ?? text)))];

/** Whatever is kept that holds one of some words. */
export const findAll = async (reader: Reader, words: string[]): Promise<Found[]> => {
  const nodes = await reader.read(queries.erasing.nodes, { words });
  const edges = await reader.read(queries.erasing.edges, { words });
  return [...nodes, ...edges.map((one) => ({ ...one, labels: null }))];
};

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** What a row or node says of its names. */
const namesOf = (said: Readonly<Record<string, unknown>>): string[] => {
  const items = ['names', 'aliases'].flatMap((list) => (Array.isArray(said[list]) ? (said[list] as unknown[]) : []));
  return [...text(said['name']), ...items.flatMap((item) => (isFields(item) ? text(item['text']) : text(item)))];
};

function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  else if (isFields(value)) {
    yield value;
    for (const one of Object.values(value)) yield* objectsIn(typeof one === 'string' ? parsed(one) : one);
  }
}

/** The names that people have or had, whoever says so. */
export const namesIn = (found: readonly Found[], ids: readonly string[]): string[] => {
  const isOwn = (id: unknown): boolean => typeof id === 'string' && ids.includes(id);
  const called = found.filter(({ n }) => ids.some((id) => String(n['id']).startsWith(`name:${id}:`))).flatMap(({ n }) => text(n['text']));
  const said = found.flatMap(({ n }) => [...objectsIn(n)]).filter(({ id }) => isOwn(id));
  const identified = said.flatMap(({ identifiers }) =>
    Array.isArray(identifiers) ? (identifiers as { value?: string }[]).flatMap(({ value }) => text(value)) : [],
  );
  return [...new Set([...called, ...said.flatMap(namesOf), ...identified])].filter((name) => name.trim() !== '');
};
