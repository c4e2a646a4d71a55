// What the explorer says of when a seat lasts, from the bounds that the API gives.
import { expect, test } from '@jest/globals';

Object.assign(globalThis, { location: { pathname: '/da/', search: '' }, addEventListener: () => undefined });

/** The four bounds of a seat, as the API gives them. */
type Span = Record<'fromMin' | 'fromMax' | 'untilMin' | 'untilMax', string | null> & { open: boolean };

// Of the pages, whose types are those of a browser.
const path = '../../explorer/src/sureness.js';
const { isOpenEnded, saySpan, sayUntil } = (await import(path)) as {
  isOpenEnded: (span: Span) => boolean;
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
