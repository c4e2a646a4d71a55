import { type Cases, DAY, S, SEEN, YEAR, body, freshGraph, named, relation, seat, testCases, tied } from './cases.js';

const broken = (on: string | null, ...things: string[]) => ({ verdict: 'BROKEN' as const, on, things });
const people = (diedOn: string) => ['anna', 'bo', 'carl', 'dora'].map((id) => named(`person:${id}`, id === 'anna' ? { diedOn } : {}));
const office = (more: object) => seat('anna-office', { ...YEAR, body: 'body:council', role: 'COUNCILLOR', ...more });
const dependent = (more: object = {}) => seat('anna', { dependsOn: [{ on: 'membership:anna-office', ...S }], ...more });
const mayor = (more: object) => seat('anna-mayor', { ...YEAR, body: 'body:council', role: 'MAYOR', ...more });
const SEEN_ON = (on: string) => ({ until: undefined, seen: [{ on, in: 'doc:1' }] });
const governs = { relations: [relation('1', 'GOVERNS', 'body:council', 'municipality:by', { from: '2000-01-01', open: true })] };
const substitute = (person: string, rank: number, more: object = {}) =>
  seat(person, { role: 'SUBSTITUTE', ...tied({ substituteFor: { membership: 'membership:anna', rank, ...S } }), ...more });
const standIn = (person: string, from: string, until: string) => ({
  id: `stand-in:${person}`,
  substitute: `membership:${person}`,
  holder: 'membership:anna',
  from,
  until,
  ...S,
});
const standIns = (...rows: object[]) => ({ memberships: [seat('anna'), substitute('bo', 1), substitute('carl', 2)], 'stand-ins': rows });
const JUNE = standIn('bo', '2022-06-01', '2022-07-01');
const tieTo = (principal: string, more: object) => ({ id: 'affiliation:anna', person: 'person:anna', with: principal, ...S, ...more });
const mayorOf = (person: string, more: object) => seat(person, { role: 'MAYOR', ...more });
const deputy = seat('bo', { role: 'DEPUTY_MAYOR' });
const holding = (holdsOver: boolean) => ({
  bodies: [body('forum', { holdsOver }), body('council')],
  terms: [{ id: 'term:1', body: 'body:forum', name: '2021', from: '2021-01-01', until: '2022-01-01', ...S }],
  memberships: [seat('anna', { from: '2021-02-01', ...SEEN_ON('2022-03-01'), term: 'term:1' })],
});
const ANNA = "MATCH (:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(:Body)";

const CASES: Cases = {
  'seat-alive': {
    'a seat that begins': {
      keeps: { people: people('2022-06-21'), memberships: [seat('anna', { from: '2022-06-21', until: undefined })] },
      breaks: { people: people('2022-06-21'), memberships: [seat('anna', { from: '2022-09-01', until: undefined })] },
      found: broken('2022-09-01', 'membership:anna', 'person:anna'),
    },
    'a seat that is seen': {
      keeps: { people: people('2022-06-21'), memberships: [seat('anna', { until: undefined, seen: SEEN })] },
      breaks: { people: people('2022-06-21'), memberships: [seat('anna', { until: undefined, seen: [...SEEN, { on: '2022-10-01', in: 'doc:1' }] })] },
      found: broken('2022-06-22', 'membership:anna', 'person:anna'),
    },
    'in a month': {
      keeps: { people: people('2022-06'), memberships: [seat('anna', { from: '2022-06-30', until: undefined })] },
      breaks: { people: people('2022-06'), memberships: [seat('anna', { from: '2022-07-01', until: undefined })] },
      found: broken('2022-07-01', 'membership:anna', 'person:anna'),
    },
  },
  'home-mandate': {
    'a seat that goes on without the office': {
      keeps: { ...governs, memberships: [office({ until: '2022-07-01' }), dependent({ until: undefined })] },
      breaks: { ...governs, memberships: [office({ until: '2022-07-01' }), dependent(SEEN_ON('2022-09-01'))] },
      found: broken('2022-07-01', 'membership:anna', 'membership:anna-office'),
    },
    'a seat that begins before the office': {
      keeps: { memberships: [office({ from: '2022' }), dependent()] },
      breaks: { memberships: [office({ from: '2022-03-01' }), dependent(SEEN_ON('2022-02-01'))] },
      found: broken('2022-01-01', 'membership:anna', 'membership:anna-office'),
    },
    'a seat that goes on after its holder left that body, in every role': {
      keeps: { ...governs, memberships: [office({ until: '2022-07-01' }), mayor({ from: '2022-06-01' }), dependent(SEEN_ON('2022-09-01'))] },
      breaks: { ...governs, memberships: [office({ until: '2022-07-01' }), mayor({ until: '2022-08-01' }), dependent(SEEN_ON('2022-09-01'))] },
      found: broken('2022-08-01', 'membership:anna', 'membership:anna-office'),
    },
  },
  'stand-in-prevented': {
    'by the seat of the substitute': {
      keeps: standIns(JUNE),
      breaks: standIns(standIn('bo', '2023-02-01', '2023-03-01')),
      found: broken('2023-01-01', 'membership:bo', 'membership:anna'),
    },
    'but not where nobody says when it began or ended': {
      keeps: standIns({ ...standIn('bo', '2022', '2022'), from: undefined, until: undefined, seen: SEEN }),
      breaks: standIns({ ...standIn('bo', '2022', '2022'), from: undefined, until: undefined, seen: [{ on: '2023-06-21', in: 'doc:1' }] }),
      found: broken('2023-01-01', 'membership:bo', 'membership:anna'),
    },
    'by another who stands in': {
      keeps: standIns(JUNE, standIn('carl', '2022-07-01', '2022-08-01')),
      breaks: standIns(JUNE, standIn('carl', '2022-06-30', '2022-08-01')),
      found: broken('2022-06-30', 'membership:anna', 'membership:bo', 'membership:carl'),
    },
    'by another who perhaps stands in': {
      keeps: standIns(JUNE),
      breaks: standIns(JUNE, standIn('carl', '2022', '2022')),
      found: { verdict: 'PERHAPS', on: '2022-06-01', things: ['membership:anna', 'membership:bo', 'membership:carl'] },
    },
  },
  'stand-in-possible': {
    'for a seat that is held': {
      keeps: standIns(JUNE),
      breaks: { memberships: [seat('anna', { until: '2022-06-15' }), substitute('bo', 1)], 'stand-ins': [JUNE] },
      found: broken('2022-06-15', 'membership:bo', 'membership:anna'),
    },
    'of the same body': {
      keeps: standIns(JUNE),
      breaks: {
        memberships: [seat('anna'), seat('bo-2', { ...YEAR, body: 'body:council', role: 'SUBSTITUTE' })],
        'stand-ins': [{ ...JUNE, substitute: 'membership:bo-2' }],
      },
      found: broken('2022-06-01', 'membership:bo-2', 'membership:anna'),
    },
    'and never for oneself': {
      keeps: standIns(JUNE),
      breaks: { memberships: [seat('anna'), seat('anna-2', { ...YEAR, role: 'SUBSTITUTE' })], 'stand-ins': [{ ...JUNE, substitute: 'membership:anna-2' }] },
      found: broken('2022-06-01', 'membership:anna-2', 'membership:anna'),
    },
    'or for an office that nobody holds': {
      keeps: { memberships: [mayorOf('anna', { until: '2022-06-15' }), deputy, mayorOf('carl', { from: '2022-07-01' })], 'stand-ins': [JUNE] },
      breaks: { memberships: [mayorOf('anna', { until: '2022-06-15' }), deputy, mayorOf('carl', { from: '2022-06-20' })], 'stand-ins': [JUNE] },
      found: broken('2022-06-20', 'membership:bo', 'membership:anna'),
    },
  },
  'tie-alive': {
    'to a party': {
      keeps: { people: people('2022-06-21'), affiliations: [tieTo('party:p', { from: '2019-02-01', open: true })] },
      breaks: { people: people('2022-06-21'), affiliations: [tieTo('party:p', { from: '2022-09-01', open: true })] },
      found: broken('2022-09-01', 'affiliation:anna', 'person:anna'),
    },
    'to a home': {
      keeps: { people: people('2022-06'), affiliations: [tieTo('municipality:by', { seen: SEEN })] },
      breaks: { people: people('2022-06'), affiliations: [tieTo('municipality:by', { seen: [{ on: '2022-07-05', in: 'doc:1' }] })] },
      found: broken('2022-07-05', 'affiliation:anna', 'person:anna'),
    },
    'to a place that is not there yet': {
      keeps: {
        municipalities: [named('municipality:by', { code: '0999', existence: { from: '2019-02-01' } })],
        affiliations: [tieTo('municipality:by', { from: '2019-02-01', open: true })],
      },
      breaks: {
        municipalities: [named('municipality:by', { code: '0999', existence: { from: '2020-01-01' } })],
        affiliations: [tieTo('municipality:by', { from: '2019-02-01', open: true })],
      },
      found: broken('2019-02-01', 'affiliation:anna', 'municipality:by'),
    },
    'to a place that is no more': {
      keeps: {
        municipalities: [named('municipality:by', { code: '0999', existence: { until: '2022-07-01' } })],
        affiliations: [tieTo('municipality:by', { seen: SEEN })],
      },
      breaks: {
        municipalities: [named('municipality:by', { code: '0999', existence: { until: '2022-06-01' } })],
        affiliations: [tieTo('municipality:by', { seen: SEEN })],
      },
      found: broken(DAY, 'affiliation:anna', 'municipality:by'),
    },
  },
  'seat-in-term': {
    'unless the body holds over': {
      keeps: holding(true),
      breaks: holding(false),
      found: broken('2022-01-01', 'membership:anna', 'term:1'),
    },
  },
  'seat-bounds': {
    'of a seat that depends on an office': {
      keeps: { ...governs, memberships: [office({ until: '2022-07-01' }), dependent({ until: undefined })] },
      breaks: `${ANNA} SET m.untilMax = '9999-12-31'`,
      found: broken('2022-07-01', 'membership:anna'),
    },
    'of a seat whose holder died': {
      keeps: { people: people('2022-06-21'), memberships: [seat('anna', { until: undefined })] },
      breaks: `${ANNA} SET m.boundCauses = ['RULE']`,
      found: broken('2022-01-01', 'membership:anna'),
    },
    'of a seat in a body that holds over': {
      keeps: { ...holding(true), memberships: [seat('anna', { from: '2021-02-01', until: undefined, open: true, term: 'term:1' }), seat('bo')] },
      breaks: `${ANNA} SET m.untilMax = '2022-01-01', m.untilMin = '2022-01-01'`,
      found: broken('2022-01-01', 'membership:anna'),
    },
    'seen after the death of its holder': {
      keeps: { people: people('2022-06-21'), memberships: [seat('anna', { from: undefined, ...SEEN_ON('2022-06-21') })] },
      breaks: { people: people('2022-06-20'), memberships: [seat('anna', { from: undefined, ...SEEN_ON('2022-06-21') })] },
      found: { verdict: 'NOT_APPLIED', on: '2022-06-21', things: ['membership:anna', 'doc:1'] },
    },
  },
};

testCases(freshGraph(), CASES);
