import { describe, expect, test } from '@jest/globals';
import { type Stated, type Surroundings, type TermInterval, bounded } from '../src/time/bounds.js';
import { BEGINNING as B, FOREVER as F, addDays, isCivilDate, today } from '../src/time/civil.js';
import { endByReplacement, endOfLife, endWith, seatedTerms } from '../src/time/endings.js';
import { certaintyOn, nearestDay, phaseOn, together } from '../src/time/in-force.js';
import { endSpanOf, isPartialDate, spanOf } from '../src/time/partial.js';

const seen = (...days: string[]) => days.map((on) => ({ on, in: 'doc:1' }));
const exact = (from: string, until: string) => ({ fromMin: from, fromMax: from, untilMin: until, untilMax: until });

describe('civil dates', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['0099-12-31', 1, '0100-01-01'],
    ['2022-01-01', -1, '2021-12-31'],
    [B, -1, B],
    [B, 32, '0001-02-02'],
    [F, 1, F],
    ['9999-12-01', 40, F],
    ['2022-06-21', 10_000_000, F],
    ['2022-06-21', -10_000_000, B],
  ])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  test.each(['2022-02-30', '2023-02-29', '2022-13-01', '2022-1-01', '0000-01-01', '20220101', ''])('%s is no day', (text) =>
    expect(isCivilDate(text)).toBe(false),
  );

  test.each([
    ['2022', '2022-01-01', '2022-12-31', '2023-01-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['2022-12', '2022-12-01', '2022-12-31', '2023-01-01'],
    ['2022-06-21', '2022-06-21', '2022-06-21', '2022-06-21'],
  ])('%s spans %s to %s, and as an end at most %s', (text, first, last, end) => {
    expect(spanOf(text)).toEqual({ first, last });
    expect(endSpanOf(text)).toEqual({ first, last: end });
  });

  test.each(['22', '2022-00', '2022-6', 'June 2022'])('%s is no partial date', (text) => expect(isPartialDate(text)).toBe(false));

  test('today is the day in Copenhagen, whatever the zone of the process', () => {
    expect(today(new Date('2022-06-20T22:30:00Z'))).toBe('2022-06-21');
    expect(today(new Date('2022-01-24T22:30:00Z'))).toBe('2022-01-24');
    expect(today(new Date('2022-01-24T23:30:00Z'))).toBe('2022-01-25');
  });
});

type Case = readonly [title: string, stated: Stated, around: Surroundings, bounds: readonly [string, string, string, string], causes?: readonly string[]];

const body = { id: 'body:1', ...exact('2022-07-01', F), untilMin: B };
const terms = [
  { id: 'term:1', ...exact('2018-01-01', '2022-01-01') },
  { id: 'term:2', ...exact('2022-01-01', '2026-01-01') },
];
const yearTerms = [
  { id: 'term:1', fromMin: B, fromMax: '2022-12-31', untilMin: '2022-01-01', untilMax: '2023-01-01' },
  { id: 'term:2', fromMin: '2022-01-01', fromMax: '2022-12-31', untilMin: '2026-01-01', untilMax: '2027-01-01' },
  { id: 'term:3', fromMin: '2026-01-01', fromMax: '2026-12-31', untilMin: '2030-01-01', untilMax: '2031-01-01' },
];
const kkrTerms = [
  { id: 'term:before', fromMin: B, fromMax: F, untilMin: '2022-01-24', untilMax: '2022-01-24' },
  { id: 'term:2022', fromMin: '2022-01-24', fromMax: '2022-01-24', untilMin: '2026-01-01', untilMax: '2027-01-01' },
];

const died = (on: string) => endOfLife('person:1', on);
const holding = { id: 'body:1', fromMin: B, fromMax: B, untilMin: F, untilMax: F, holdsOver: true };

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
  ['seen on its first day', { from: '2022-06-21', seen: seen('2022-06-21') }, {}, ['2022-06-21', '2022-06-21', '2022-06-22', F], ['OBSERVED']],
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
  [
    'seen over before it was seen is not applied',
    { seen: seen('2022-06-21'), over: seen('2022-01-24') },
    {},
    [B, '2022-06-21', '2022-06-22', F],
    ['OBSERVED', 'OBSERVED'],
  ],
  ['open lasts until further notice', { from: '2022-01-01', open: true }, {}, ['2022-01-01', '2022-01-01', F, F]],
  [
    'a seat lies within its body',
    { seen: seen('2022-08-01') },
    { body },
    ['2022-07-01', '2022-08-01', '2022-08-02', F],
    ['OBSERVED', 'OBSERVED', 'BODY_EXISTENCE'],
  ],
  ['a start before its body is not moved', { from: '2022-01-24' }, { body }, ['2022-01-24', '2022-01-24', '2022-01-25', F]],
  [
    'a body that ends ends its seats',
    { seen: seen('2022-06-21') },
    { body: { id: 'body:1', fromMin: B, fromMax: F, untilMin: '2022-07-01', untilMax: '2022-07-01' } },
    [B, '2022-06-21', '2022-06-22', '2022-07-01'],
    ['OBSERVED', 'OBSERVED', 'BODY_EXISTENCE'],
  ],
  [
    'a body that ends ends an open seat on that day',
    { from: '2020-01-01', open: true },
    { body: { id: 'body:1', ...exact('2007-01-01', '2022-07-01') } },
    ['2020-01-01', '2020-01-01', '2022-07-01', '2022-07-01'],
    ['BODY_EXISTENCE'],
  ],
  [
    'a seat seen in a term lies in it',
    { seen: seen('2022-06-21') },
    { terms },
    ['2022-01-01', '2022-06-21', '2022-06-22', '2026-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'a seat of the term before is over when the next begins',
    { seen: seen('2020-09-08') },
    { terms: kkrTerms },
    [B, '2020-09-08', '2020-09-09', '2022-01-24'],
    ['OBSERVED', 'OBSERVED', 'TERM'],
  ],
  [
    'a seat of a term printed by years',
    { seen: seen('2022-06-21') },
    { terms: kkrTerms },
    ['2022-01-24', '2022-06-21', '2022-06-22', '2027-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'a term that ends when the next begins, printed by years, is over where the next begins',
    {},
    { terms: yearTerms, term: 'term:1' },
    [B, '2022-12-30', B, '2022-12-31'],
    ['TERM'],
  ],
  [
    'an open seat ends with its term, on a day between two',
    { from: '2022-01-24', open: true },
    { terms: [kkrTerms[1] as TermInterval], term: 'term:2022' },
    ['2022-01-24', '2022-01-24', '2026-01-01', '2027-01-01'],
    ['TERM', 'TERM'],
  ],
  [
    'an open seat ends where the next term begins, on a day between two',
    { open: true },
    { terms: yearTerms, term: 'term:1' },
    [B, '2022-12-30', '2022-01-01', '2022-12-31'],
    ['TERM', 'TERM'],
  ],
  [
    'an open seat that was seen in its last days ends after the sighting',
    { open: true, seen: seen('2022-03-01') },
    { terms: yearTerms, term: 'term:1' },
    [B, '2022-03-01', '2022-03-02', '2022-12-31'],
    ['OBSERVED', 'OBSERVED', 'TERM'],
  ],
  [
    'of several ends of an open seat, the earliest bounds',
    { from: '2020-01-01', open: true },
    { body: { id: 'body:1', fromMin: B, fromMax: B, untilMin: '2021-01-01', untilMax: '2030-01-01' }, terms: yearTerms.slice(0, 1), term: 'term:1' },
    ['2020-01-01', '2020-01-01', '2021-01-01', '2023-01-01'],
    ['BODY_EXISTENCE', 'TERM'],
  ],
  [
    'a seat that is recorded in a term lies in it',
    { from: '2019' },
    { terms, term: 'term:1' },
    ['2019-01-01', '2019-12-31', '2019-01-02', '2022-01-01'],
    ['TERM'],
  ],
  [
    'a day that two terms may contain tells nothing',
    { seen: seen('2021-12-15') },
    {
      terms: [
        { id: 'term:1', fromMin: '2018-01-01', fromMax: '2018-01-01', untilMin: '2021-12-01', untilMax: '2022-01-01' },
        { id: 'term:2', fromMin: '2021-12-01', fromMax: '2022-01-01', untilMin: '2026-01-01', untilMax: '2026-01-01' },
      ],
    },
    [B, '2021-12-15', '2021-12-16', F],
    ['OBSERVED', 'OBSERVED'],
  ],
  ['a seat without a sighting lies in no term', { from: '2019' }, { terms }, ['2019-01-01', '2019-12-31', '2019-01-02', F]],
  [
    'a body that ends when its seat does says why',
    { until: '2022-07-01' },
    { body: { id: 'body:1', fromMin: B, fromMax: B, untilMin: '2022-07-01', untilMax: '2022-07-01' } },
    [B, '2022-06-30', '2022-07-01', '2022-07-01'],
    ['BODY_EXISTENCE'],
  ],
  [
    'who died on a day still held the seat on it',
    { from: '2018-01-01' },
    { endings: [died('2021-05-05')] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2021-05-06'],
    ['DEATH'],
  ],
  [
    'who died holding an open seat held it to that day',
    { from: '2018-01-01', open: true },
    { endings: [died('2021-05-05')] },
    ['2018-01-01', '2018-01-01', '2021-05-06', '2021-05-06'],
    ['DEATH'],
  ],
  [
    'who died in a month ends an open seat in it',
    { from: '2018-01-01', open: true },
    { endings: [died('2021-05')] },
    ['2018-01-01', '2018-01-01', '2021-05-02', '2021-06-01'],
    ['DEATH', 'DEATH'],
  ],
  ['who was dead before a seat began is not applied', { from: '2022-01-01' }, { endings: [died('2021-05-05')] }, ['2022-01-01', '2022-01-01', '2022-01-02', F]],
  [
    'a replaced seat ends where that which replaces it begins',
    { from: '2018-01-01' },
    { endings: [endByReplacement('membership:2', { from: '2022-06-21' })] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-06-21'],
    ['REPLACED'],
  ],
  [
    'a replaced open seat ends on a day between two',
    { from: '2018-01-01', open: true },
    { endings: [endByReplacement('membership:2', { from: '2022' })] },
    ['2018-01-01', '2018-01-01', '2022-01-01', '2022-12-31'],
    ['REPLACED', 'REPLACED'],
  ],
  [
    'a seat replaced nobody knows when is not bounded',
    { from: '2018-01-01', open: true },
    { endings: [endByReplacement('membership:2', { seen: seen('2022-06-21') })] },
    ['2018-01-01', '2018-01-01', F, F],
  ],
  [
    'a seat ends with what it depends on',
    { from: '2018-01-01' },
    { endings: [endWith('membership:2', { until: '2022-01-01' }, 'HOME_MANDATE')] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-01-01'],
    ['HOME_MANDATE'],
  ],
  [
    'an open seat takes both bounds of the end of what it depends on',
    { from: '2018-01-01', open: true },
    { endings: [endWith('affiliation:1', { until: '2022', seen: seen('2022-03-01') }, 'RULE')] },
    ['2018-01-01', '2018-01-01', '2022-03-02', '2023-01-01'],
    ['RULE', 'RULE'],
  ],
  [
    'what it depends on and is seen over ends it too',
    { from: '2018-01-01' },
    { endings: [endWith('affiliation:1', { over: seen('2022-06-21') }, 'RULE')] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-06-21'],
    ['RULE'],
  ],
  [
    'what it depends on and lasts bounds nothing',
    { from: '2018-01-01', open: true },
    { endings: [endWith('affiliation:1', { open: true }, 'RULE')] },
    ['2018-01-01', '2018-01-01', F, F],
  ],
  [
    'seen over on the day of several causes names them',
    { over: seen('2022-06-21') },
    { endings: [endByReplacement('membership:2', { from: '2022-06-21' }), endWith('affiliation:1', { over: seen('2022-06-21') }, 'RULE')] },
    [B, '2022-06-20', B, '2022-06-21'],
    ['OBSERVED', 'REPLACED', 'RULE'],
  ],
  [
    'a stated end outlives what it depends on: not applied',
    { until: '2023-01-01' },
    { endings: [endWith('affiliation:1', { until: '2022-06-21' }, 'RULE')] },
    [B, '2022-12-31', '2023-01-01', '2023-01-01'],
  ],
  [
    'in a body that holds over, a term over without successor goes on',
    { from: '2018-01-01', open: true },
    { body: holding, terms, term: 'term:1' },
    ['2018-01-01', '2018-01-01', F, F],
  ],
  [
    'in a body that holds over, a seat ends where the next seats begin',
    { from: '2018-01-01', open: true },
    {
      body: holding,
      terms: seatedTerms(terms, [
        { term: null, stated: { from: '2022-03-05' } },
        { term: 'term:2', stated: { from: '2022-03' } },
      ]),
      term: 'term:1',
    },
    ['2018-01-01', '2018-01-01', '2022-03-01', '2022-03-05'],
    ['TERM', 'TERM'],
  ],
  [
    'in a body that holds over, who is seen in a term may sit on from the one before',
    { seen: seen('2022-06-21') },
    { body: holding, terms },
    [B, '2022-06-21', '2022-06-22', F],
    ['OBSERVED', 'OBSERVED'],
  ],
  [
    'inferred bounds narrower than what is printed',
    { from: '2022', until: '2026', narrowed: { fromMin: '2022-01-24', fromMax: '2022-01-24' } },
    {},
    ['2022-01-24', '2022-01-24', '2026-01-01', '2027-01-01'],
  ],
];

describe('the four bounds', () => {
  test.each(CASES)('%s', (_, stated, around, bounds, causes = []) => {
    const { fromMin, fromMax, untilMin, untilMax, boundedBy } = bounded(stated, around);
    expect([fromMin, fromMax, untilMin, untilMax]).toEqual(bounds);
    expect(boundedBy.map(({ cause }) => cause)).toEqual(causes);
  });

  test('what is not applied is said, with its cause', () => {
    expect(bounded({ from: '2022-01-24' }, { body }).notApplied).toEqual([{ edge: 'FROM', date: '2022-07-01', cause: 'BODY_EXISTENCE', by: 'body:1' }]);
    expect(bounded({ from: '2022-07-01', seen: seen('2022-06-21') }).notApplied).toEqual([
      { edge: 'FROM', date: '2022-06-21', cause: 'OBSERVED', by: 'doc:1' },
    ]);
  });

  test.each([
    [{ from: '2022-06-21', until: '2022-06-21' }],
    [{ from: '2023', until: '2022' }],
    [{ from: 'soon' }],
    [{ until: '2022', open: true }],
    [{ over: seen('2022-06-21'), open: true }],
    [{ from: '2022', narrowed: { fromMin: '2023-01-01' } }],
  ])('%j is refused', (stated: Stated) => expect(() => bounded(stated)).toThrow(/^required: .*; given: /));
});

describe('in force', () => {
  const answers = (stated: Stated, ...days: string[]) => days.map((day) => certaintyOn(bounded(stated), day));

  test('one year is possible in it and not before it', () => {
    expect(answers({ from: '2026', until: '2026' }, '2025-12-31', '2026-05-01', '2026-12-31', '2027-01-01')).toEqual([null, 'POSSIBLE', 'POSSIBLE', null]);
  });
  test('what began the year before and ends the year after is certain', () => {
    expect(answers({ from: '2025', until: '2027' }, '2026-05-01')).toEqual(['CERTAIN']);
  });
  test('first day in, last day in, day after out', () => {
    expect(answers({ from: '2022-01-24', until: '2022-06-21' }, '2022-01-23', '2022-01-24', '2022-06-20', '2022-06-21')).toEqual([
      null,
      'CERTAIN',
      'CERTAIN',
      null,
    ]);
  });
  test('an unknown start with a known end counts before the end', () => {
    expect(answers({ until: '2022-06-21' }, '1950-01-01', '2022-06-20', '2022-06-21')).toEqual(['POSSIBLE', 'CERTAIN', null]);
  });
  test('phases', () => {
    const interval = bounded({ from: '2022-07-01', until: '2022-08-01' });
    expect(['2022-06-30', '2022-07-01', '2022-07-31', '2022-08-01'].map((day) => phaseOn(interval, day))).toEqual(['UPCOMING', 'CURRENT', 'CURRENT', 'FORMER']);
    expect(['2022-06-30', '2022-07-15', '2023-01-01'].map((day) => nearestDay(interval, day))).toEqual(['2022-07-01', '2022-07-15', '2022-07-31']);
  });
  test('several edges together have the latest start and the earliest end', () => {
    expect(together(exact('2022-01-01', '2026-01-01'), exact('2018-01-01', '2022-06-21'))).toEqual(exact('2022-01-01', '2022-06-21'));
  });
});
