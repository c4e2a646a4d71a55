import { type Cases, S, YEAR, freshGraph, relation, seat, testCases } from './cases.js';

const broken = (on: string | null, ...things: string[]) => ({ verdict: 'BROKEN' as const, on, things });

const OFFICE = {
  relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', { from: '2000-01-01', open: true }), relation('2', 'GOVERNS', 'body:council', 'municipality:by', { from: '2000-01-01', open: true })],
  rules: [{ id: 'rule:mayors', sentence: 'The mayors are members.', body: 'body:forum', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', ...S }],
  memberships: [seat('anna', { body: 'body:council', role: 'MAYOR' })],
};
const MAYOR = "MATCH (:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(:Body)";
const GIVEN = 'rule:mayors:membership:anna';

const CASES: Cases = {
  'ex-officio': {
    'a holder without the seat': {
      keeps: OFFICE,
      breaks: `MATCH (:Person)-[m:MEMBER_OF {id: '${GIVEN}'}]->(:Body) SET m.retractedAt = m.recordedAt`,
      found: broken('2022-01-01', 'membership:anna', 'body:forum'),
    },
    'a seat without its holder': { keeps: OFFICE, breaks: `${MAYOR} SET m.retractedAt = m.recordedAt`, found: broken('2022-01-01', GIVEN) },
    'a seat whose body no longer covers the place': { keeps: OFFICE, breaks: "MATCH (:Body)-[c:COVERS]->(:Municipality) SET c.retractedAt = c.recordedAt", found: broken('2022-01-01', GIVEN) },
    'a seat that is held otherwise than the office': {
      keeps: { ...OFFICE, memberships: [...OFFICE.memberships, seat('bo', YEAR)] },
      breaks: `${MAYOR} SET m.untilMin = '2022-06-01', m.untilMax = '2022-06-01'`,
      found: broken('2022-01-01', GIVEN, 'membership:anna'),
    },
  },
};

testCases(freshGraph(), CASES);
