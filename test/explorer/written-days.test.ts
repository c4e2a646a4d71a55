// Which day the fields of the explorer read in what a person writes, in each language: one, or none.
import { expect, test } from 'vitest';

// Of the pages, whose types are those of a browser.
const path = '../../explorer/src/dates.js';
type Read = (text: string, lang: 'da' | 'en') => string | null;
const { readDate, readPartial } = (await import(path)) as { readDate: Read; readPartial: Read };

const DAY = '2022-06-21';

test.each([
  ['2022-06-21', DAY, DAY],
  ['2022/6/21', DAY, DAY],
  ['21.6.2022', DAY, DAY],
  ['21/6-2022', DAY, DAY],
  ['21/6/2022', DAY, DAY],
  ['21. juni 2022', DAY, DAY],
  ['den 21. juni 2022', DAY, DAY],
  ['21 June 2022', DAY, DAY],
  ['21st of June 2022', DAY, DAY],
  ['June 21, 2022', DAY, DAY],
  ['jun. 21 2022', DAY, DAY],
  ['June 21st, 2022', DAY, DAY],
  // Month and day in numbers: Danish has them in one order, English in two.
  ['6/21/2022', null, DAY],
  ['6/7/2022', '2022-07-06', null],
  ['6-7-2022', '2022-07-06', null],
  ['7/7/2022', '2022-07-07', '2022-07-07'],
  ['6.7.2022', '2022-07-06', '2022-07-06'],
  ['31/4/2022', null, null],
  ['30 February 2022', null, null],
  ['21.6.22', null, null],
  ['6/21/22', null, null],
  ['June 2022', null, null],
  ['Juneau 21, 2022', null, null],
  ['21 2022', null, null],
  ['', null, null],
] as const)('"%s" is the day %s in Danish and %s in English', (text, da, en) => {
  expect([readDate(text, 'da'), readDate(text, 'en')]).toEqual([da, en]);
});

test.each([
  ['2022', '2022', '2022'],
  ['6/2022', '2022-06', '2022-06'],
  ['June 2022', '2022-06', '2022-06'],
  ['June 21, 2022', DAY, DAY],
  ['6/7/2022', '2022-07-06', null],
  ['22', null, null],
] as const)('"%s" is the day, month or year %s in Danish and %s in English', (text, da, en) => {
  expect([readPartial(text, 'da'), readPartial(text, 'en')]).toEqual([da, en]);
});
