import { isDeepStrictEqual } from 'node:util';
import type { FieldSchema } from '../words/walk.js';
import { type Named, underName } from '../words/merges/rules.js';
import { EACH_ITSELF, type Sameness } from './leads.js';
import { type WordRow, wordOf } from './rows.js';
import { isFields } from '../record/fields.js';
import { type Kept, type Union, onceEach, unionOf } from './union.js';

/** A value in which ids are those of what they lead to; what is then about the same things in a list is one. */
const within = (schema: FieldSchema, value: unknown, of: Sameness['of']): unknown => {
  if (typeof value === 'string') return schema.refersTo && !schema.asNamed ? of(value) : value;
  if (Array.isArray(value)) {
    const items = value.map((one) => within(schema.items ?? {}, one, of));
    return isDeepStrictEqual(items, value) ? value : onceEach(schema, items);
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(schema.properties?.[key] ?? {}, one, of)]));
};

/** A row as it is of the thing that its id stands for, with ids of what they lead to. */
export const resolved = (one: WordRow, same: Sameness): WordRow => {
  if (same === EACH_ITSELF) return one;
  const row = within(wordOf(one.word).row as FieldSchema, one.row, same.of) as WordRow['row'];
  return { ...one, row: { ...row, id: same.of(one.row.id) } };
};

/** What all say of a thing under all of its ids, those first who say it under its own: under its own name. */
export const unionUnder = (id: string, kept: readonly Kept[], same: Sameness): Union | null => {
  const rows = kept.map(({ by, row }) => ({ by, row: resolved(row, same) }));
  const isOwn = (at: number): boolean => kept[at]?.row.row.id === id;
  const own = rows.filter((_, at) => isOwn(at)).map(({ row }) => row.row as unknown as Named);
  const calling: Named = { name: own.find(({ name }) => name !== undefined)?.name, names: own.find(({ names }) => names)?.names };
  const named = rows.map(({ by, row }, at) => ({
    by,
    row: row.word === 'people' && !isOwn(at) && calling.name !== undefined ? { ...row, row: underName(row.row as never, calling) } : row,
  }));
  const union = unionOf(named);
  return union && { ...union, merged: [...new Set(kept.map(({ row }) => row.row.id))].filter((other) => other !== id).sort() };
};
