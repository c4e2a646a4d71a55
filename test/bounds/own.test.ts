import { describe, expect, test } from 'vitest';
import { bounded } from '../../src/time/bounds.js';
import { BEGINNING as B, FOREVER as F } from '../../src/time/civil.js';
import type { Stated } from '../../src/time/stated.js';
import { type Case, ended, listed, replacedBy, seen, testCases } from './cases.js';

const CASES: readonly Case[] = [
  ['nothing is known', {}, {}, [B, F, B, F]],
  ['full dates set both their bounds', { from: '2022-01-24', until: '2022-06-21' }, {}, ['2022-01-24', '2022-01-24', '2022-06-21', '2022-06-21']],
  ['a stated start makes its day certain', { from: '2022-07-01' }, {}, ['2022-07-01', '2022-07-01', '2022-07-02', F]],
  ['a stated end is after the start', { until: '2022-06-21' }, {}, [B, '2022-06-20', '2022-06-21', '2022-06-21']],
  ['years', { from: '2022', until: '2026' }, {}, ['2022-01-01', '2022-12-31', '2026-01-01', '2027-01-01']],
  ['one year', { from: '2026', until: '2026' }, {}, ['2026-01-01', '2026-12-31', '2026-01-02', '2027-01-01']],
  ['a month that has a leap day', { from: '2024-02', until: '2024-02' }, {}, ['2024-02-01', '2024-02-29', '2024-02-02', '2024-03-01']],
  ['seen on a day', { seen: seen('2022-06-21') }, {}, [B, '2022-06-21', '2022-06-22', F], ['OBSERVED', 'OBSERVED']],
  ['seen twice', { seen: seen('2020-09-14', '2020-09-08') }, {}, [B, '2020-09-08', '2020-09-15', F], ['OBSERVED', 'OBSERVED']],
  ['seen on its first day', { from: '2022-06-21', seen: seen('2022-06-21') }, {}, ['2022-06-21', '2022-06-21', '2022-06-22', F]],
  ['seen before its start bounds nothing', { from: '2022-07-01', seen: seen('2022-06-21') }, {}, ['2022-07-01', '2022-07-01', '2022-07-02', F]],
  ['seen on the day it ends bounds nothing', { until: '2022-06-21', seen: seen('2022-06-21') }, {}, [B, '2022-06-20', '2022-06-21', '2022-06-21']],
  ['seen over', { over: seen('2022-06-21') }, {}, [B, '2022-06-20', B, '2022-06-21'], ['OBSERVED']],
  [
    'seen, then seen over',
    { seen: seen('2022-01-24'), over: seen('2022-06-21') },
    {},
    [B, '2022-01-24', '2022-01-25', '2022-06-21'],
    ['OBSERVED', 'OBSERVED', 'OBSERVED'],
  ],
  ['seen in a month: on some day of it', { seen: seen('2022-06') }, {}, [B, '2022-06-30', '2022-06-02', F], ['OBSERVED', 'OBSERVED']],
  ['seen in a year after its start', { from: '2022-06-21', seen: seen('2022') }, {}, ['2022-06-21', '2022-06-21', '2022-06-22', F]],
  [
    'seen over in a month: by its last day',
    { from: '2022-01-24', over: seen('2022-06') },
    {},
    ['2022-01-24', '2022-01-24', '2022-01-25', '2022-06-30'],
    ['OBSERVED'],
  ],
  [
    'seen on the day of its end counts for the day before',
    { from: '2022', until: '2022-06-21', seen: seen('2022-06-21') },
    {},
    ['2022-01-01', '2022-06-20', '2022-06-21', '2022-06-21'],
  ],
  [
    'seen on the day on which that begins which replaces it counts for the day before',
    { from: '2018-01-01', seen: seen('2022-06-21') },
    { replacedOn: ['2022-06-21'], ends: [replacedBy({ from: '2022-06-21' })] },
    ['2018-01-01', '2018-01-01', '2022-06-21', '2022-06-21'],
    ['OBSERVED', 'REPLACED'],
  ],
  [
    'seen over takes a printed end beyond it away',
    { from: '2022-01-24', until: '2026-01-01', seen: seen('2022-03-01'), over: seen('2022-06-21') },
    {},
    ['2022-01-24', '2022-01-24', '2022-03-02', '2022-06-21'],
    ['OBSERVED', 'OBSERVED'],
  ],
  ['open lasts until further notice', { from: '2022-01-01', open: true }, {}, ['2022-01-01', '2022-01-01', F, F]],
  [
    'open, until it is seen over',
    { from: '2022-01-01', open: true, over: seen('2022-06-21') },
    {},
    ['2022-01-01', '2022-01-01', '2022-01-02', '2022-06-21'],
    ['OBSERVED'],
  ],
  ['the documents that an open row names sight it', { open: true }, { documents: seen('2022-06-21', '2021-02-01') }, [B, '2021-02-01', F, F], ['OBSERVED']],
  [
    'the documents that an open row names sight it once it is over, those before that',
    { open: true, over: seen('2022-06-21') },
    { documents: seen('2021-02-01', '2022-06-21', '2022-09-01') },
    [B, '2021-02-01', '2021-02-02', '2022-06-21'],
    ['OBSERVED', 'OBSERVED', 'OBSERVED'],
  ],
  ['the day of recording bounds the start of an open row alone', { open: true }, { recordedOn: '2022-06-21' }, [B, '2022-06-21', F, F]],
  ['the day of recording before its start bounds nothing', { from: '2023', open: true }, { recordedOn: '2022-06-21' }, ['2023-01-01', '2023-12-31', F, F]],
  [
    'a document that an open row names goes before the day of recording',
    { open: true },
    { documents: seen('2022-06-21'), recordedOn: '2022-01-01' },
    [B, '2022-06-21', F, F],
    ['OBSERVED'],
  ],
  [
    'an open row whose derived end leaves it not certain when it is seen over keeps that end',
    { from: '2018-01-01', open: true, over: seen('2022-06-21') },
    { ends: [ended('RULE', { until: '2022' })] },
    ['2018-01-01', '2018-01-01', '2022-01-01', '2022-06-21'],
    ['OBSERVED', 'RULE'],
  ],
  [
    'a complete list without it sees an open row over',
    { from: '2022-01-01', open: true },
    listed('2022-06-21'),
    ['2022-01-01', '2022-01-01', '2022-01-02', '2022-06-21'],
    ['LISTED'],
  ],
  ['a complete list before an open row begins says nothing', { from: '2022-07-01', open: true }, listed('2022-06-21'), ['2022-07-01', '2022-07-01', F, F]],
  [
    'a complete list without an open row that was seen later says nothing',
    { open: true, seen: seen('2022-01-01', '2022-07-01') },
    listed('2022-06-21'),
    [B, '2022-01-01', F, F],
    ['OBSERVED'],
  ],
  [
    'who was seen before a complete list without them sat before it',
    { seen: seen('2022-01-24') },
    listed('2022-06-21'),
    [B, '2022-01-24', '2022-01-25', '2022-06-21'],
    ['OBSERVED', 'OBSERVED', 'LISTED'],
  ],
  [
    'who was seen after a complete list without them sat after it',
    { seen: seen('2022-09-01') },
    listed('2022-06-21'),
    ['2022-06-22', '2022-09-01', '2022-09-02', F],
    ['OBSERVED', 'OBSERVED', 'LISTED'],
  ],
  [
    'between two complete lists without them',
    { seen: seen('2022-06-21') },
    listed('2022-01-24', '2022-09-01'),
    ['2022-01-25', '2022-06-21', '2022-06-22', '2022-09-01'],
    ['OBSERVED', 'OBSERVED', 'LISTED', 'LISTED'],
  ],
  [
    'what printed dates make certain on the day of a list stays',
    { from: '2022-01-01', until: '2023-01-01' },
    listed('2022-06-21'),
    ['2022-01-01', '2022-01-01', '2023-01-01', '2023-01-01'],
  ],
  ['what is certain on no day is not moved by a list', { from: '2022' }, listed('2022-06-21'), ['2022-01-01', '2022-12-31', '2022-01-02', F]],
];

describe('the bounds of a row by itself', () => {
  testCases(CASES);

  test.each([
    [{ from: '2022-06-21', until: '2022-06-21' }],
    [{ from: '2023', until: '2022' }],
    [{ from: 'soon' }],
    [{ until: '2022', open: true }],
    [{ seen: seen('2022-06-21'), over: seen('2022-01-24') }],
    [{ seen: seen('2022-06-21'), over: seen('2022-06-21') }],
    [{ from: '2022', narrowed: { fromMin: '2023-01-01' } }],
  ])('%j is refused', (stated: Stated) => expect(() => bounded(stated)).toThrow(/^required: .*; given: /));
});
