import { expect, test } from 'vitest';
import { rules as danish } from '../../explorer/src/words/rules-da.js';
import { rules as english } from '../../explorer/src/words/rules-en.js';
import { CATALOGUE } from '../../src/integrity/catalogue.js';
import { atDates, readDate, readPartial, writeDate } from '../../explorer/src/dates.js';
import { type Thing, type Tie, linesOf, placed, widthOf } from '../../explorer/src/graph.js';
import { halfCircle } from '../../explorer/src/parts/half-circle.js';

test.each([
  ['21.6.2022', '2022-06-21'],
  ['21/6-2022', '2022-06-21'],
  ['21 6 2022', '2022-06-21'],
  ['den 1. maj 2022', '2022-05-01'],
  ['1 May 2022', '2022-05-01'],
  ['1. okt 2022', '2022-10-01'],
  ['3 March 1985', '1985-03-03'],
  ['2024-2-29', '2024-02-29'],
  [' 29.2.2024 ', '2024-02-29'],
  ['29.2.2023', null],
  ['31.4.2022', null],
  ['21.6.22', null],
  ['21. jubi 2022', null],
  ['2022', null],
  ['', null],
])('%j is read as %j', (text, day) => expect(readDate(text)).toBe(day));

test.each([
  ['da', 'senest 21. juni 2022', ['senest ', '21. juni 2022', '']],
  ['da', '1. maj 2022', ['', '1. maj 2022', '']],
  ['da', 'mellem marts 2021 og 2. april 2022, gik', ['mellem ', 'marts 2021', ' og ', '2. april 2022', ', gik']],
  ['da', '21. juni 2022, 14.05', ['', '21. juni 2022', ', 14.05']],
  ['da', 'Formand, 2022', ['Formand, 2022']],
  ['da', '', ['']],
  ['en', 'by 1 May 2022', ['by ', '1 May 2022', '']],
  ['en', 'Mayor 2022', ['Mayor 2022']],
] as const)('in %s %j is parted at its dates', (lang, text, pieces) => expect(atDates(text, lang)).toEqual(pieces));

test.each([
  ['2022', '2022'],
  ['2022-06', '2022-06'],
  ['2022-6', '2022-06'],
  ['6/2022', '2022-06'],
  ['06.2022', '2022-06'],
  ['juni 2022', '2022-06'],
  ['June 2022', '2022-06'],
  [' okt. 2022 ', '2022-10'],
  ['21.6.2022', '2022-06-21'],
  ['13/2022', null],
  ['2022-00', null],
  ['jubi 2022', null],
  ['0000', null],
])('%j is read as %j where a month or a year will do, and again as it is then written', (text, date) => {
  expect(readPartial(text)).toBe(date);
  if (date) expect((['da', 'en'] as const).map((lang) => readPartial(writeDate(date, lang), lang))).toEqual([date, date]);
});

test.each([
  ['2022-06-21', '21. juni 2022', '21 June 2022'],
  ['2022-06', 'juni 2022', 'June 2022'],
  ['2022', '2022', '2022'],
])('%s is written %s and %s', (date, danish, english) => expect([writeDate(date, 'da'), writeDate(date, 'en')]).toEqual([danish, english]));

test.each([0, 1, 2, 11, 12, 13, 31, 55, 179, 500])('%i people have as many spots, none over another, all in the picture', (count) => {
  const { spots, radius, height } = halfCircle(count);
  expect(spots).toHaveLength(count);
  for (const [at, { x, y }] of spots.entries()) {
    expect(x - radius >= -0.01 && x + radius <= 100.01 && y - radius >= -0.01 && y + radius <= height + 0.01).toBe(true);
    for (const other of spots.slice(at + 1)) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(1.8 * radius);
  }
});

test('every rule of integrity has words, the English ones those by which the API tells it', () => {
  expect(Object.entries(english)).toEqual(CATALOGUE.map(({ id, title }) => [id, title]));
  expect(Object.keys(danish)).toEqual(Object.keys(english));
  const once = (sentences: readonly string[]): number => new Set(sentences).size;
  expect(once(Object.values(danish))).toBe(once(Object.values(english)));
});

test.each([2, 11, 60])('of %i things in a network no name lies over another, and they lie so every time', (count) => {
  const things = Array.from({ length: count }, (_, at): Thing => ({
    id: `t${at}`,
    name: `Somebody ${'or other '.repeat(at % 4)}${at}`,
    isPerson: at % 3 > 0,
    isCentre: at === 0,
  }));
  const ties = things.slice(1).map(({ id, name }, at): Tie => {
    const { id: other, name: called } = things[at % 7] as Thing;
    return { person: { id, name }, body: { id: other, name: called }, role: 'MEMBER', isSure: true };
  });
  const found = placed(things, ties);
  expect(placed(things, ties)).toEqual(found);
  for (const [at, a] of found.entries())
    for (const b of found.slice(at + 1)) {
      const [dx, dy] = [Math.abs((a.x ?? 0) - (b.x ?? 0)), Math.abs((a.y ?? 0) - (b.y ?? 0))];
      const isApart = dx >= (widthOf(a) + widthOf(b)) / 2 || dy >= 12 * Math.max(linesOf(a.name).length, linesOf(b.name).length) + 10;
      expect([a.name, b.name, isApart]).toEqual([a.name, b.name, true]);
    }
});
