import { isDeepStrictEqual } from 'node:util';
import { isAlike } from './alike.js';
import type { Fields } from './draft.js';

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What stands at a path. */
export const valueAt = (value: unknown, path: readonly string[]): unknown => path.reduce((one, key) => (isObject(one) ? one[key] : undefined), value);

/** Whether an item that was sent is one of a row: other names are sent as texts. */
const isSent = (item: unknown, sent: unknown): boolean => isAlike(item, sent) || (isObject(item) && item['text'] === sent);

/** The key under which a part of a row was sent: of a list, which may hold more by now, that of the same item; null: it was not sent there. */
const keyIn = (sent: unknown, row: unknown, key: string): string | null => {
  if (!Array.isArray(sent)) return isObject(sent) && sent[key] != null ? key : null;
  const at = sent.findIndex((one) => isSent(valueAt(row, [key]), one));
  return at < 0 ? null : String(at);
};

/** All places where a value was sent. */
const placesOf = (sent: unknown, value: unknown, path: readonly string[] = []): (readonly string[])[] => {
  if (isDeepStrictEqual(sent, value)) return [path];
  return isObject(sent) ? Object.entries(sent).flatMap(([key, one]) => placesOf(one, value, [...path, key])) : [];
};

/** Parts of rows that acts say in the place of what these stand in. */
const STANDS_IN = ['appointment', 'principal', 'membership', 'at', 'on'];

/**
 * The path that leads to a part of a row in what a client sent. An act may call it otherwise, say one thing for a list of one, or add to a list
 * that is recorded: where the path ends in what was sent, it is where the same value stands there; else as far as it leads.
 */
export const pathSent = (sent: unknown, row: unknown, path: readonly string[]): string[] => {
  const found: string[] = [];
  let [said, part, isWhole] = [sent, row, true];
  for (const key of path) {
    const next = keyIn(said, part, key);
    part = valueAt(part, [key]);
    if (next === null && STANDS_IN.includes(key)) continue;
    isWhole = next !== null;
    if (next === null) break;
    found.push(next);
    said = valueAt(said, [next]);
  }
  const value = valueAt(row, path);
  const [place] = isWhole || value === undefined ? [] : placesOf(valueAt(sent, found), value, found);
  return [...(place ?? found)];
};
