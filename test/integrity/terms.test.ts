import { type Cases, S, YEAR, body, freshGraph, named, relation, seat, testCases } from './cases.js';

const broken = (on: string | null, ...things: string[]) => ({ verdict: 'BROKEN' as const, on, things });
const ofBody = { body: 'body:forum' };
const ofCalendar = { calendar: 'calendar:local' };
const term = (id: string, holder: object, from: string, until: string, more: object = {}) => ({
  id: `term:${id}`,
  name: id,
  from,
  until,
  ...S,
  ...holder,
  ...more,
});
const follows = (more: object = {}) => relation('follows', 'FOLLOWS', 'body:forum', 'calendar:local', { from: '2014-01-01', open: true, ...more });
const calendars = [named('calendar:local')];
const LOCAL = [term('local-1', ofCalendar, '2018-01-01', '2022-01-01'), term('local-2', ofCalendar, '2022-01-01', '2026-01-01')];
const longer = (more: object) => term('own', ofBody, '2018-01-01', '2023-01-01', more);
/** The forum sits a year longer than its calendar, which it follows no more. */
const prolonged = (more: object, following: object = { until: '2022-01-01', open: undefined }) => ({
  calendars,
  relations: [follows(following)],
  terms: [...LOCAL, longer(more)],
});
/** The forum follows a calendar, and one of its terms it ends on a day of its own. */
const turning = (until: string, kind = 'FORUM') => ({
  calendars,
  bodies: [body('forum', { kind })],
  relations: [follows()],
  terms: [...LOCAL, term('own', ofBody, '2018-01-01', until, { insteadOf: 'term:local-1' })],
});
const part = relation('part', 'PART_OF', 'body:forum', 'body:council', { from: '2018-01-01', open: true });
const ofWhole = (insteadOf: string) => ({
  calendars,
  bodies: [body('forum'), body('council')],
  relations: [part, { ...follows(), subject: 'body:council' }],
  terms: [...LOCAL, term('own', ofBody, '2018-03-01', '2022-01-01', { insteadOf })],
});

const held = (key: string, on: string, more: object = {}) => seat(key, { from: undefined, until: undefined, seen: [{ on, in: 'doc:1' }], ...more });
const following = (...memberships: object[]) => ({ calendars, terms: LOCAL, relations: [follows()], memberships });
const ofYears = { terms: [term('1', ofBody, '2018', '2022'), term('2', ofBody, '2022', '2026')] };

const CASES: Cases = {
  'terms-disjoint': {
    'of a body': {
      keeps: { terms: [term('1', ofBody, '2018-01-01', '2022-01-01'), term('2', ofBody, '2022-01-01', '2026-01-01')] },
      breaks: { terms: [term('1', ofBody, '2018-01-01', '2022-01-01'), term('2', ofBody, '2021-12-01', '2026-01-01')] },
      found: broken('2021-12-01', 'body:forum', 'term:1', 'term:2'),
    },
    'of a body, where years alone are known': {
      keeps: { terms: [term('1', ofBody, '2018', '2022'), term('2', ofBody, '2022', '2026')] },
      breaks: { terms: [term('1', ofBody, '2018', '2023'), term('2', ofBody, '2021', '2026')] },
      found: broken('2021-12-31', 'body:forum', 'term:1', 'term:2'),
    },
    'of a calendar, whoever follows it': {
      keeps: { calendars, terms: LOCAL },
      breaks: { calendars, terms: [...LOCAL, term('local-3', ofCalendar, '2025-01-01', '2030-01-01')] },
      found: broken('2025-01-01', 'calendar:local', 'term:local-2', 'term:local-3'),
    },
    'of a body and of the calendar that it follows, unless one stands in the place of the other': {
      keeps: prolonged({ insteadOf: 'term:local-1' }),
      breaks: prolonged({}),
      found: broken('2018-05-01', 'body:forum', 'term:local-1', 'term:own'),
    },
    'of a body that sits longer than its calendar, and of the one that follows there': {
      keeps: prolonged({ insteadOf: 'term:local-1' }),
      breaks: prolonged({ insteadOf: 'term:local-1' }, {}),
      found: broken('2022-05-01', 'body:forum', 'term:own', 'term:local-2'),
    },
    'of a body that turns up to 120 days after its calendar': {
      keeps: turning('2022-05-01'),
      breaks: turning('2022-05-02'),
      found: broken('2022-05-01', 'body:forum', 'term:own', 'term:local-2'),
    },
    'of a council, which turns with its calendar to the day': {
      keeps: turning('2022-01-01', 'COUNCIL'),
      breaks: turning('2022-01-02', 'COUNCIL'),
      found: broken('2022-01-01', 'body:forum', 'term:own', 'term:local-2'),
    },
    'in the place of one that it does not follow': {
      keeps: prolonged({ insteadOf: 'term:local-1' }),
      breaks: { ...prolonged({ insteadOf: 'term:local-1' }), relations: [relation('other', 'PART_OF', 'body:forum', 'body:council', YEAR)] },
      found: broken(null, 'body:forum', 'term:own', 'term:local-1'),
    },
    'in the place of one that it follows as a part': {
      keeps: ofWhole('term:local-1'),
      breaks: ofWhole('term:local-2'),
      found: broken('2018-05-01', 'body:forum', 'term:local-1', 'term:own'),
    },
  },
  'seat-in-term': {
    'of a calendar that the body follows': {
      keeps: { calendars, terms: LOCAL, relations: [follows()], memberships: [seat('anna', { ...YEAR, term: 'term:local-2' })] },
      breaks: {
        calendars,
        terms: LOCAL,
        relations: [follows()],
        memberships: [seat('anna', { from: '2021-01-01', until: '2021-06-01', term: 'term:local-2' })],
      },
      found: broken('2021-01-01', 'membership:anna', 'term:local-2'),
    },
    'of a calendar that the body does not follow': {
      keeps: { calendars, terms: LOCAL, relations: [follows()], memberships: [seat('anna', { ...YEAR, term: 'term:local-2' })] },
      breaks: { calendars, terms: LOCAL, memberships: [seat('anna', { ...YEAR, term: 'term:local-2' })] },
      found: broken(null, 'membership:anna', 'body:forum'),
    },
    'of a calendar with which the body may turn later': {
      keeps: following(held('anna', '2021-06-21', { term: 'term:local-1' }), held('anna-2', '2022-06-21', { term: 'term:local-2' })),
      breaks: following(
        held('anna', '2021-06-21', { term: 'term:local-1' }),
        seat('anna-2', { from: '2021-01-01', until: '2021-03-01', term: 'term:local-2' }),
      ),
      found: broken('2021-01-01', 'membership:anna-2', 'term:local-2'),
    },
    'in whose place the body has one of its own': {
      keeps: { ...prolonged({ insteadOf: 'term:local-1' }), memberships: [seat('anna', { ...YEAR, term: 'term:local-1' })] },
      breaks: {
        ...prolonged({ insteadOf: 'term:local-1' }),
        memberships: [seat('anna', { from: '2016-01-01', until: '2017-01-01', term: 'term:local-1' })],
      },
      found: broken('2016-01-01', 'membership:anna', 'term:own'),
    },
  },
  'seat-once': {
    'on both sides of the turn of a term, whichever day that is': {
      keeps: following(held('anna', '2021-06-21'), held('anna-2', '2022-06-21')),
      breaks: following(seat('anna', { from: '2021-01-01', until: '2022-03' }), seat('anna-2', { from: '2022-03-10', until: '2023-01-01' })),
      found: { verdict: 'PERHAPS', on: '2022-03-10', things: ['membership:anna', 'membership:anna-2'] },
    },
    'in terms of the body itself that are known to the year': {
      keeps: { ...ofYears, memberships: [held('anna', '2021-06-21', { term: 'term:1' }), held('anna-2', '2023-06-21', { term: 'term:2' })] },
      breaks: { ...ofYears, memberships: [held('anna', '2021-06-21', { term: 'term:1' }), seat('anna-2', { from: '2021-06-01', until: '2021-07-01' })] },
      found: broken('2021-06-21', 'membership:anna', 'membership:anna-2'),
    },
  },
};

testCases(freshGraph(), CASES);
