import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** @typedef {Record<string, string>} Line A line of a table: text by the names of its columns, empty where nothing stands */

/** The lines of a table. @returns {Line[]} */
export const linesOf = (folder, name) => parse(readFileSync(join(folder, `${name}.csv`), 'utf8'), { columns: true, bom: true });

/** The rows of a data set that comes along; none where it has no such word. @returns {any[]} */
export const rowsOf = (dataSet, word) => {
  try {
    return JSON.parse(readFileSync(new URL(`../../seeds/${dataSet}/${word}.json`, import.meta.url), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};

const DANISH = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue' };

/** A text as a part of an id: in a-z, 0-9 and -. */
export const slugOf = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåäöü]/g, (letter) => DANISH[letter])
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Things by a key, in their order. @template T @param {Iterable<T>} all @param {(one: T) => string} key @returns {Map<string, T[]>} */
export const groupedBy = (all, key) => {
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};
