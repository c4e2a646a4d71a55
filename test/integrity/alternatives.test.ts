import { type Cases, S, body, freshGraph, seat, testCases, tied } from './cases.js';

const graph = freshGraph();

const JUNE = '2022-06';
const NEXT = '2023-01-01';
const TEN_DAYS = { from: '2022-06-10', until: '2022-06-20' };
const replacing = (person: string, before: string, more: object) =>
  seat(person, { ...more, ...tied({ by: { principal: 'party:p', ...S }, replaces: { membership: `membership:${before}`, ...S } }) });
const of = (person: string, more: object) => seat(person, { ...more, ...tied({ by: { principal: 'party:p', ...S } }) });
/** Three who follow each other on unknown days of one month: one of them sits on each day. */
const CHAIN = [
  of('anna', { from: '2022-01-01', until: JUNE }),
  replacing('bo', 'anna', { from: JUNE, until: JUNE }),
  replacing('carl', 'bo', { from: JUNE, until: NEXT }),
];
/** Two who chair, the one after the other, and perhaps nobody between them. */
const CHAIRS = [seat('anna', { role: 'CHAIR', until: JUNE }), seat('bo', { role: 'CHAIR', from: JUNE, until: NEXT })];
const right = (count: number) => [{ id: 'seats:p', by: 'party:p', body: 'body:forum', count, from: '2022-01-01', until: NEXT, ...S }];
/** A post that is one seat, of which two hold a part each. */
const SHARED = { id: 'office:forum-mayor', body: 'body:forum', role: 'MAYOR', holders: 2, ...S };
const CHAIN_IDS = ['membership:anna', 'membership:bo', 'membership:carl'];

const CASES: Cases = {
  'body-maximum': {
    'of three who follow each other': {
      keeps: { bodies: [body('forum', { maximum: 1 })], memberships: CHAIN },
      breaks: { bodies: [body('forum', { maximum: 1 })], memberships: [...CHAIN, seat('dora', TEN_DAYS)] },
      found: { verdict: 'BROKEN', on: '2022-06-10', things: ['body:forum', ...CHAIN_IDS, 'membership:dora'] },
    },
    'of an office for one, unless the body says that several hold it': {
      keeps: { bodies: [body('forum', { maximum: 1 })], memberships: CHAIRS },
      breaks: { bodies: [body('forum', { maximum: 1, several: ['CHAIR'] })], memberships: [seat('anna', { role: 'CHAIR' }), seat('bo', { role: 'CHAIR' })] },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['body:forum', 'membership:anna', 'membership:bo'] },
    },
  },
  'body-minimum': {
    'of three who follow each other': {
      keeps: { bodies: [body('forum', { minimum: 2 })], memberships: [...CHAIN, seat('dora')] },
      breaks: { bodies: [body('forum', { minimum: 2 })], memberships: [...CHAIN, seat('dora', { until: '2022-06-01' })] },
      found: { verdict: 'BROKEN', on: '2022-06-01', things: ['body:forum', 'membership:anna', 'membership:bo'] },
    },
    'of an office for one': {
      keeps: { bodies: [body('forum', { minimum: 1 })], memberships: CHAIRS },
      breaks: { bodies: [body('forum', { minimum: 2 })], memberships: [...CHAIRS, seat('dora', { until: '2022-06-05' })] },
      found: { verdict: 'BROKEN', on: '2022-06-05', things: ['body:forum', 'membership:anna', 'membership:bo'] },
    },
    'of an office that two share, who are two': {
      keeps: {
        bodies: [body('forum', { minimum: 2 })],
        offices: [SHARED],
        memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR', until: undefined })],
      },
      breaks: { bodies: [body('forum', { minimum: 3 })], offices: [SHARED], memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR' })] },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['body:forum', 'membership:anna', 'membership:bo'] },
    },
  },
  'allotment-kept': {
    'of three who follow each other': {
      keeps: { seats: right(1), memberships: CHAIN },
      breaks: { seats: right(1), memberships: [...CHAIN, of('dora', TEN_DAYS)] },
      found: { verdict: 'BROKEN', on: '2022-06-10', things: ['party:p', 'body:forum', ...CHAIN_IDS, 'membership:dora'] },
    },
    'of two who may sit together': {
      keeps: { seats: right(2), memberships: [...CHAIN, of('dora', TEN_DAYS)] },
      breaks: { seats: right(1), memberships: [of('anna', { from: '2022-01-01', until: JUNE }), of('bo', { from: JUNE, until: NEXT, role: 'CHAIR' })] },
      found: { verdict: 'PERHAPS', on: '2022-06-01', things: ['party:p', 'body:forum', 'membership:anna', 'membership:bo'] },
    },
  },
};

testCases(graph, CASES);
