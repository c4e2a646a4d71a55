import type { FieldSchema } from '../words/walk.js';
import { type WordRow, wordOf } from './rows.js';

type Fields = Readonly<Record<string, unknown>>;

/** It has an end, is said to have ended, or never began. */
const hasEnd = ({ until, narrowed, ended, declined }: Fields): boolean => {
  const { untilMin, untilMax } = (narrowed ?? {}) as Fields;
  return Boolean(until || untilMin || untilMax || ended || declined);
};

const fieldsOpen = (schema: FieldSchema, fields: Fields): Fields => {
  const inner = Object.entries(fields).map(([key, value]) => [key, schema.properties?.[key] ? open(schema.properties[key], value) : value] as const);
  const { undated, ...dates } = Object.fromEntries(inner);
  if (schema.openEnded && !hasEnd(fields)) return { ...dates, open: true };
  return { ...dates, ...(undated !== undefined && { undated }) };
};

const open = (schema: FieldSchema, value: unknown): unknown => {
  const { items } = schema;
  if (Array.isArray(value)) return items?.properties ? value.map((one) => open(items, one)) : value;
  return schema.properties && typeof value === 'object' && value !== null ? fieldsOpen(schema, value as Fields) : value;
};

/** A row of those who keep it up to date: what it dates, and gives no end, lasts until further notice. */
export const openEnded = <R extends WordRow>({ word, row }: R): WordRow => ({ word, row: open(wordOf(word).row, row) as WordRow['row'] });
