import { describe, expect, test } from 'vitest';
import { bounded } from '../../src/time/bounds.js';
import { BEGINNING as B, FOREVER as F } from '../../src/time/civil.js';
import { lifeUntil, startAfter } from '../../src/time/endings.js';
import type { Start } from '../../src/time/interval.js';
import { ownDates } from '../../src/time/own-dates.js';
import { type TermInterval, turningLater } from '../../src/time/terms.js';
import { type Case, died, ended, exact, inTerms, replacedBy, begun, seen, testCases, within } from './cases.js';

const existing = within({ ...exact('2022-07-01', F), untilMin: B });
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
const CASES: readonly Case[] = [
  [
    'a seat lies within its body',
    { seen: seen('2022-08-01') },
    existing,
    ['2022-07-01', '2022-08-01', '2022-08-02', F],
    ['OBSERVED', 'OBSERVED', 'BODY_EXISTENCE'],
  ],
  ['a start before its body is that of the body', { from: '2022-01-24' }, existing, ['2022-07-01', '2022-07-01', '2022-07-02', F], ['BODY_EXISTENCE']],
  [
    'what ends before its body begins is in force on no day',
    { from: '2022-01-24', until: '2022-06-21' },
    existing,
    ['2022-01-24', '2022-01-24', '2022-01-24', '2022-01-24'],
    ['BODY_EXISTENCE'],
  ],
  [
    'who is seen after the end of their body sat to its last day',
    { seen: seen('2022-09-01') },
    within(exact('2007-01-01', '2022-07-01')),
    ['2007-01-01', '2022-06-30', '2022-07-01', '2022-07-01'],
    ['BODY_EXISTENCE', 'BODY_EXISTENCE'],
  ],
  [
    'a body that ends ends its seats',
    { seen: seen('2022-06-21') },
    within({ fromMin: B, fromMax: F, untilMin: '2022-07-01', untilMax: '2022-07-01' }),
    [B, '2022-06-21', '2022-06-22', '2022-07-01'],
    ['OBSERVED', 'OBSERVED', 'BODY_EXISTENCE'],
  ],
  [
    'a body that ends ends an open seat on that day',
    { from: '2020-01-01', open: true },
    within(exact('2007-01-01', '2022-07-01')),
    ['2020-01-01', '2020-01-01', '2022-07-01', '2022-07-01'],
    ['BODY_EXISTENCE'],
  ],
  [
    'a seat seen in a term lies in it',
    { seen: seen('2022-06-21') },
    inTerms(terms),
    ['2022-01-01', '2022-06-21', '2022-06-22', '2026-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'a seat of the term before is over when the next begins',
    { seen: seen('2020-09-08') },
    inTerms(kkrTerms),
    [B, '2020-09-08', '2020-09-09', '2022-01-24'],
    ['OBSERVED', 'OBSERVED', 'TERM'],
  ],
  [
    'a seat of a term printed by years',
    { seen: seen('2022-06-21') },
    inTerms(kkrTerms),
    ['2022-01-24', '2022-06-21', '2022-06-22', '2027-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  ['a term printed by years ends by itself, wherever the next begins', {}, inTerms(yearTerms, 'term:1'), [B, '2022-12-31', B, '2023-01-01'], ['TERM']],
  [
    'an open seat ends with its term, on a day between two',
    { from: '2022-01-24', open: true },
    inTerms([kkrTerms[1] as TermInterval], 'term:2022'),
    ['2022-01-24', '2022-01-24', '2026-01-01', '2027-01-01'],
    ['TERM', 'TERM'],
  ],
  [
    'an open seat ends with the term that it names, on a day between two',
    { open: true },
    inTerms(yearTerms, 'term:1'),
    [B, '2022-12-31', '2022-01-01', '2023-01-01'],
    ['TERM', 'TERM'],
  ],
  [
    'an open seat that was seen in its last days ends after the sighting',
    { open: true, seen: seen('2022-03-01') },
    inTerms(yearTerms, 'term:1'),
    [B, '2022-03-01', '2022-03-02', '2023-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM'],
  ],
  [
    'of several ends of an open seat, the earliest bounds',
    { from: '2020-01-01', open: true },
    { ...within({ fromMin: B, fromMax: B, untilMin: '2021-01-01', untilMax: '2030-01-01' }), ...inTerms(yearTerms.slice(0, 1), 'term:1') },
    ['2020-01-01', '2020-01-01', '2021-01-01', '2023-01-01'],
    ['BODY_EXISTENCE', 'TERM'],
  ],
  [
    'a seat that is recorded in a term lies in it',
    { from: '2019' },
    inTerms(terms, 'term:1'),
    ['2019-01-01', '2019-12-31', '2019-01-02', '2022-01-01'],
    ['TERM'],
  ],
  [
    'a day that two terms may contain: not before the first, not after the second',
    { seen: seen('2021-12-15') },
    inTerms([
      { id: 'term:1', fromMin: '2018-01-01', fromMax: '2018-01-01', untilMin: '2021-12-01', untilMax: '2022-01-01' },
      { id: 'term:2', fromMin: '2021-12-01', fromMax: '2022-01-01', untilMin: '2026-01-01', untilMax: '2026-01-01' },
    ]),
    ['2018-01-01', '2021-12-15', '2021-12-16', '2026-01-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'a seat that began in a year lies in the term that holds all of it',
    { from: '2019' },
    inTerms(terms),
    ['2019-01-01', '2019-12-31', '2019-01-02', '2022-01-01'],
    ['TERM'],
  ],
  ['a seat that began in a year in which a term turns lies in none', { from: '2022', open: true }, inTerms(kkrTerms), ['2022-01-01', '2022-12-31', F, F]],
  [
    'a seat that ended in a year lies in the term that holds all of it',
    { until: '2021' },
    inTerms(terms),
    ['2018-01-01', '2021-12-31', '2021-01-01', '2022-01-01'],
    ['TERM', 'TERM'],
  ],
  [
    'a printed end in a later term goes beyond the first',
    { from: '2020-01-01', until: '2026-01-01' },
    inTerms(terms),
    ['2020-01-01', '2020-01-01', '2026-01-01', '2026-01-01'],
    ['TERM'],
  ],
  [
    'an open seat ends with the term in which it begins',
    { from: '2020-01-01', open: true },
    inTerms(terms),
    ['2020-01-01', '2020-01-01', '2022-01-01', '2022-01-01'],
    ['TERM'],
  ],
  [
    'who follows a calendar turns with it, or up to 120 days later',
    { seen: seen('2023-06-21') },
    inTerms(terms.map(turningLater)),
    ['2022-01-01', '2023-06-21', '2023-06-22', '2026-05-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'what is seen while a calendar turns may be of either term',
    { seen: seen('2022-02-01') },
    inTerms(terms.map(turningLater)),
    ['2018-01-01', '2022-02-01', '2022-02-02', '2026-05-01'],
    ['OBSERVED', 'OBSERVED', 'TERM', 'TERM'],
  ],
  [
    'a body that ends when its seat does says why',
    { until: '2022-07-01' },
    within({ fromMin: B, fromMax: B, untilMin: '2022-07-01', untilMax: '2022-07-01' }),
    [B, '2022-06-30', '2022-07-01', '2022-07-01'],
    ['BODY_EXISTENCE'],
  ],
  [
    'who died on a day still held the seat on it',
    { from: '2018-01-01' },
    died('2021-05-05'),
    ['2018-01-01', '2018-01-01', '2018-01-02', '2021-05-06'],
    ['DEATH'],
  ],
  [
    'who died holding an open seat held it to that day',
    { from: '2018-01-01', open: true },
    died('2021-05-05'),
    ['2018-01-01', '2018-01-01', '2021-05-06', '2021-05-06'],
    ['DEATH'],
  ],
  [
    'who died in a month ends an open seat in it',
    { from: '2018-01-01', open: true },
    died('2021-05'),
    ['2018-01-01', '2018-01-01', '2021-05-02', '2021-06-01'],
    ['DEATH', 'DEATH'],
  ],
  [
    'who was dead before a seat began never holds it',
    { from: '2022-01-01' },
    died('2021-05-05'),
    ['2022-01-01', '2022-01-01', '2022-01-01', '2022-01-01'],
    ['DEATH'],
  ],
  [
    'a printed end beyond the death is that of the death',
    { from: '2018-01-01', until: '2022-01-01' },
    died('2021-05-05'),
    ['2018-01-01', '2018-01-01', '2021-05-06', '2021-05-06'],
    ['DEATH'],
  ],
  [
    'a seat ends by a death on the day on which that begins which replaces it',
    { from: '2018-01-01', open: true },
    { limits: [lifeUntil('person:1', '2021-05-05', ['2021-05-05'])], ends: [replacedBy({ from: '2021-05-05' })] },
    ['2018-01-01', '2018-01-01', '2021-05-05', '2021-05-05'],
    ['REPLACED', 'DEATH'],
  ],
  [
    'a replaced seat ends where that which replaces it begins',
    { from: '2018-01-01' },
    { ends: [replacedBy({ from: '2022-06-21' })] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-06-21'],
    ['REPLACED'],
  ],
  [
    'a replaced open seat ends on a day between two',
    { from: '2018-01-01', open: true },
    { ends: [replacedBy({ from: '2022' })] },
    ['2018-01-01', '2018-01-01', '2022-01-01', '2022-12-31'],
    ['REPLACED', 'REPLACED'],
  ],
  [
    'a seat replaced nobody knows when ends by the day on which its successor was seen',
    { from: '2018-01-01', open: true },
    { ends: [replacedBy({ seen: seen('2022-06-21') })] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-06-21'],
    ['REPLACED'],
  ],
  [
    'what replaces a seat begins after that was last seen',
    { seen: seen('2022-06-21') },
    { starts: [startAfter('membership:0', ownDates({ seen: seen('2022-01-24') }), false, ownDates({ seen: seen('2022-06-21') })) as Start] },
    ['2022-01-25', '2022-06-21', '2022-06-22', F],
    ['OBSERVED', 'OBSERVED', 'REPLACED'],
  ],
  [
    'what replaces a seat that ended by itself begins no earlier than it ended',
    { from: '2022' },
    { starts: [startAfter('membership:0', ownDates({ until: '2022-03-01' }), true, ownDates({ from: '2022' })) as Start] },
    ['2022-03-01', '2022-12-31', '2022-03-02', F],
    ['REPLACED'],
  ],
  [
    'a seat begins no earlier than what it depends on',
    { seen: seen('2022-06-21') },
    { starts: [begun('RULE', { from: '2022-01-24' })] },
    ['2022-01-24', '2022-06-21', '2022-06-22', F],
    ['OBSERVED', 'OBSERVED', 'RULE'],
  ],
  [
    'a printed start before what it depends on is that of the other, not after it was seen',
    { from: '2022-01-01', seen: seen('2022-02-01') },
    { starts: [begun('RULE', { from: '2022' }), begun('RULE', { from: '2022-01-24' })] },
    ['2022-01-24', '2022-01-24', '2022-02-02', F],
    ['OBSERVED', 'RULE'],
  ],
  [
    'a start after it was seen is not applied',
    { seen: seen('2022-01-01') },
    { starts: [begun('RULE', { from: '2022-01-24' })] },
    [B, '2022-01-01', '2022-01-02', F],
    ['OBSERVED', 'OBSERVED'],
  ],
  [
    'of an end and a start that leave nothing together the end holds',
    {},
    { ends: [ended('RULE', { until: '2022-01-01' })], starts: [begun('RULE', { from: '2022-06-21' })] },
    [B, '2021-12-31', B, '2022-01-01'],
    ['RULE'],
  ],
  [
    'an end on the day on which it was seen is not applied',
    { seen: seen('2022-06-21') },
    { ends: [ended('RULE', { until: '2022-06-21' })] },
    [B, '2022-06-21', '2022-06-22', F],
    ['OBSERVED', 'OBSERVED'],
  ],
  [
    'a seat ends with what it depends on',
    { from: '2018-01-01' },
    { ends: [ended('HOME_MANDATE', { until: '2022-01-01' })] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-01-01'],
    ['HOME_MANDATE'],
  ],
  [
    'an open seat takes both bounds of the end of what it depends on',
    { from: '2018-01-01', open: true },
    { ends: [ended('RULE', { until: '2022', seen: seen('2022-03-01') })] },
    ['2018-01-01', '2018-01-01', '2022-03-02', '2023-01-01'],
    ['RULE', 'RULE'],
  ],
  [
    'what it depends on and is seen over ends it too',
    { from: '2018-01-01' },
    { ends: [ended('RULE', { over: seen('2022-06-21') })] },
    ['2018-01-01', '2018-01-01', '2018-01-02', '2022-06-21'],
    ['RULE'],
  ],
  [
    'what it depends on and lasts bounds nothing',
    { from: '2018-01-01', open: true },
    { ends: [ended('RULE', { open: true })] },
    ['2018-01-01', '2018-01-01', F, F],
  ],
  [
    'seen over on the day of several causes names them',
    { over: seen('2022-06-21') },
    { ends: [replacedBy({ from: '2022-06-21' }), ended('RULE', { over: seen('2022-06-21') })] },
    [B, '2022-06-20', B, '2022-06-21'],
    ['OBSERVED', 'REPLACED', 'RULE'],
  ],
  [
    'a stated end later than that of what it depends on is that of the other',
    { until: '2023-01-01' },
    { ends: [ended('RULE', { until: '2022-06-21' })] },
    [B, '2022-06-20', '2022-06-21', '2022-06-21'],
    ['RULE'],
  ],
  [
    'in a body that holds over, a term over without successor goes on',
    { from: '2018-01-01', open: true },
    inTerms(terms, 'term:1', []),
    ['2018-01-01', '2018-01-01', F, F],
  ],
  [
    'in a body that holds over, a seat ends where the next seats begin',
    { from: '2018-01-01', open: true },
    inTerms(terms, 'term:1', [
      { fromMin: '2022-03-05', fromMax: '2022-03-05', term: null },
      { fromMin: '2022-03-01', fromMax: '2022-03-31', term: 'term:2' },
      { fromMin: '2018-03-01', fromMax: '2018-03-01', term: null },
    ]),
    ['2018-01-01', '2018-01-01', '2022-03-01', '2022-03-05'],
    ['TERM', 'TERM'],
  ],
  [
    'in a body that holds over, who is seen in a term may sit on from the one before',
    { seen: seen('2022-06-21') },
    inTerms(terms, null, []),
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

describe('the bounds of a row by what lies around it', () => {
  testCases(CASES);

  test('what is not applied is said, with its cause', () => {
    expect(bounded({ seen: seen('2022-01-24') }, { starts: [begun('RULE', { from: '2022-07-01' })] }).notApplied).toEqual([
      { edge: 'FROM', date: '2022-07-01', cause: 'RULE', by: 'membership:2' },
    ]);
    expect(bounded({ seen: seen('2022-09-01') }, within(exact('2007-01-01', '2022-07-01'))).notApplied).toEqual([
      { edge: 'UNTIL', date: '2022-09-01', cause: 'OBSERVED', by: 'doc:1' },
    ]);
    expect(bounded({ from: '2022-07-01', seen: seen('2022-06-21') }).notApplied).toEqual([
      { edge: 'FROM', date: '2022-06-21', cause: 'OBSERVED', by: 'doc:1' },
    ]);
  });
});
