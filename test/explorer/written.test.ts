import { expect, test } from '@jest/globals';
import { readDate, writeDate } from '../../explorer/src/dates.js';
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
