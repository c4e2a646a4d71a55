import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { words } from '../src/generated/words.js';
import type { FieldSchema } from '../src/words/walk.js';
import { SAMPLES, placed } from './samples.js';

/** Whether rows of a word have a field, within lists and objects too. */
const isThere = (place: string): boolean => {
  const [word = '', ...fields] = place.split('.');
  const row: FieldSchema | undefined = (words as Record<string, { row: FieldSchema }>)[word]?.row;
  return fields.reduce<FieldSchema | undefined>((schema, field) => (schema?.items ?? schema)?.properties?.[field], row) !== undefined;
};

test.each(SAMPLES)('each place of a field of $format is a field of our rows', ({ places }) => {
  const named = Object.values(places).filter((place) => place !== null);
  expect(named.filter((place) => !isThere(place))).toEqual([]);
});

test.each([
  ['Popolo', [40, 57]],
  ['CSV', [9, 10]],
  ['eCH-0294', [12, 19]],
])('of the fields of %s so many have a place', (format, expected) =>
  expect(SAMPLES.filter((one) => one.format === format).map(({ places }) => placed(places))).toEqual([expected]),
);

test('the README says how many', () => {
  const each = SAMPLES.map(({ format, places }) => ({ format, placed: placed(places) }));
  const [some, all] = [0, 1].map((at) => each.reduce((total, one) => total + (one.placed[at] as number), 0));
  const said = [`${some} of ${all} have a place`, ...each.map((one) => `${one.format} ${one.placed.join(' of ')}`)];
  const readme = readFileSync('README.md', 'utf8');
  expect(said.filter((one) => !readme.includes(one))).toEqual([]);
});
