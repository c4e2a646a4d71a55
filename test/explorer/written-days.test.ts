// Which day the fields of the explorer read in what a person writes, in each language: one, or none.
import { expect, test } from 'vitest';

// Of the pages, whose types are those of a browser.
const path = '../../explorer/src/dates.js';
type Read = (text: string, lang: 'da' | 'en') => string | null;
const { readDate, readPartial, dayWithin, isAfterLast, today } = (await import(path)) as {
  readDate: Read;
  readPartial: Read;
  dayWithin: (date: string) => string | null;
  isAfterLast: (text: string, lang: 'da' | 'en') => boolean;
  today: () => string;
};

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

test.each([
  ['9999-12-30', '9999-12-30', false],
  ['9999-12-31', null, true],
  ['31/12-9999', null, true],
  ['December 31, 9999', null, true],
  ['9999-12-32', null, false],
  ['2022-12-31', '2022-12-31', false],
  ['snart', null, false],
] as const)('"%s" is the day %s: after the last that there is: %s', (text, day, isAfter) => {
  expect([readDate(text, 'da'), isAfterLast(text, 'da')]).toEqual([day, isAfter]);
});

test.each([
  ['', null],
  ['2022-06-21', '2022-06-21'],
  ['2022-06', '2022-06-30'],
  ['2022', '2022-12-31'],
  ['2024-02', '2024-02-29'],
  ['1900-02', '1900-02-28'],
  ['0004-02', '0004-02-29'],
  ['9999', '9999-12-30'],
  ['9999-12', '9999-12-30'],
] as const)('what is of "%s" is asked of %s', (date, day) => {
  expect(dayWithin(date)).toBe(day);
});

test('what is of this month or year is asked of today', () => {
  expect([dayWithin(today()), dayWithin(today().slice(0, 7)), dayWithin(today().slice(0, 4))]).toEqual([today(), today(), today()]);
});
