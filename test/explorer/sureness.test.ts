// What the explorer says of when a seat lasts, from the bounds that the API gives.
import { expect, test } from 'vitest';

Object.assign(globalThis, { location: { pathname: '/da/', search: '' }, addEventListener: () => undefined });

/** The four bounds of a seat, as the API gives them. */
type Span = Record<'fromMin' | 'fromMax' | 'untilMin' | 'untilMax', string | null> & { open: boolean };

// Of the pages, whose types are those of a browser.
const path = '../../explorer/src/sureness.js';
const { isOpenEnded, saySince, saySpan, saySureness, sayUntil, surenessOf } = (await import(path)) as {
  isOpenEnded: (span: Span) => boolean;
  saySince: (printed: string | null, span: Span) => string;
  saySureness: (sureness: unknown) => string;
  surenessOf: (row: { certainty: string; from: string | null; interval: Span }, day: string) => unknown;
  saySpan: (span: Span) => readonly string[];
  sayUntil: (printed: string | null, span: Span) => string;
};

const span = (more: Partial<Span>): Span => ({ fromMin: '2022-01-01', fromMax: '2022-01-01', untilMin: null, untilMax: null, open: true, ...more });

test.each([
  ['until further notice, where nothing ends it', span({}), true, 'Begyndte 1. januar 2022. Gælder indtil videre.', ''],
  [
    'until its term ends, though it is recorded without an end',
    span({ untilMin: '2026-01-01', untilMax: '2026-01-01' }),
    false,
    'Begyndte 1. januar 2022. Sidste dag er 31. december 2025.',
    '31. december 2025',
  ],
  [
    'by the turn of a term that may be late',
    span({ untilMin: '2026-01-01', untilMax: '2026-05-01' }),
    false,
    'Begyndte 1. januar 2022. Var der endnu 31. december 2025; sidste dag er senest 30. april 2026.',
    'senest 30. april 2026',
  ],
  ['on no day, where its holder had died', span({ untilMax: '2022-01-01' }), false, 'Har ikke været i kraft nogen dag.', 'Har ikke været i kraft nogen dag.'],
])('a seat lasts %s', (_, given, lasts, said, until) => {
  expect([isOpenEnded(given), saySpan(given).join(' '), sayUntil(null, given)]).toEqual([lasts, said, until]);
});

const closed = (fromMin: string | null, fromMax: string | null, untilMin: string | null, untilMax: string | null): Span => ({
  fromMin,
  fromMax,
  untilMin,
  untilMax,
  open: false,
});

test.each([
  [
    'that it was there on a day, where one is certain',
    closed('2022-03-01', '2022-03-31', '2022-06-22', null),
    'Sidste sikre dag er 21. juni 2022; ingen siger, at det er slut.',
  ],
  ['and only that it lasts so long, where none is', closed('2022-01-01', '2022-12-31', '2022-06-22', null), 'Sidste dag er tidligst 21. juni 2022.'],
  ['nothing, where all that is known is that it began', closed('2022-03-01', '2022-03-31', '2022-03-02', null), 'Hvornår det slutter, er ikke oplyst.'],
  [
    'nothing of its least, where nobody knows when it began',
    closed(null, null, '2022-06-22', '2023-01-01'),
    'Sidste dag er tidligst 21. juni 2022 og senest 31. december 2022.',
  ],
  [
    'two limits, where no day between is certain',
    closed('2022-01-01', '2022-12-31', '2022-06-22', '2023-01-01'),
    'Sidste dag er tidligst 21. juni 2022 og senest 31. december 2022.',
  ],
  [
    'that it was still there, where a day is certain',
    closed('2022-01-01', '2022-01-31', '2022-06-22', '2023-01-01'),
    'Var der endnu 21. juni 2022; sidste dag er senest 31. december 2022.',
  ],
])('of an end the bounds say %s', (_, given, said) => {
  expect(saySpan(given).at(-1)).toBe(said);
});

test.each([
  ['its last certain day', '2022-01-01', closed('2022-01-01', '2022-01-01', '2022-06-22', null), 'senest set 21. juni 2022'],
  [
    'when it began, as printed, where no day is certain',
    '2022-03',
    closed('2022-03-01', '2022-03-31', '2022-03-02', null),
    'begyndt marts 2022, siden ikke oplyst',
  ],
  ['by when it began, where that is not printed', null, closed(null, '2022-03-31', null, null), 'begyndt senest 31. marts 2022, siden ikke oplyst'],
  ['nothing, where it may not have begun', '2026', closed('2026-01-01', '2026-12-31', '2026-01-02', null), 'måske'],
])('what has begun and nobody says is over was seen on %s', (_, from, interval, said) => {
  expect(saySureness(surenessOf({ certainty: 'POSSIBLE', from, interval }, '2026-06-01'))).toBe(said);
});

test.each([
  ['2022-03', closed('2022-03-01', '2022-03-31', null, null), 'marts 2022'],
  ['2022', closed('2022-02-01', '2022-06-21', null, null), '2022'],
  ['2022-01-01', closed('2022-06-21', '2022-06-21', null, null), '21. juni 2022'],
  ['2022', closed('2022-12-01', '2023-01-15', null, null), 'senest 15. januar 2023'],
])('a start that is printed as %s is said by the bounds where these say otherwise', (printed, interval, said) => {
  expect(saySince(printed, interval)).toBe(said);
});

test.each([
  ['2026-01-01', closed(null, null, '2026-01-01', '2026-01-01'), '31. december 2025'],
  ['2025', closed(null, null, '2025-01-01', '2026-01-01'), '2025'],
  ['2025-12', closed(null, null, '2025-12-01', '2026-01-01'), 'december 2025'],
  ['2026-01-01', closed(null, null, '2024-05-06', '2024-05-06'), '5. maj 2024'],
  ['2026-01-01', closed(null, null, '2024-05-06', '2025-01-01'), 'senest 31. december 2024'],
])('an end that is printed as %s is said by the bounds where these say otherwise', (printed, interval, said) => {
  expect(sayUntil(printed, interval)).toBe(said);
});
