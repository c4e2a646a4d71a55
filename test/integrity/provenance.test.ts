import { type Cases, DAY, S, SEEN, YEAR, body, freshGraph, named, relation, seat, testCases, tied, to } from './cases.js';

const broken = (on: string | null, ...things: string[]) => ({ verdict: 'BROKEN' as const, on, things });

const OFFICE = {
  relations: [
    relation('1', 'COVERS', 'body:forum', 'municipality:by', { from: '2000-01-01', open: true }),
    relation('2', 'GOVERNS', 'body:council', 'municipality:by', { from: '2000-01-01', open: true }),
  ],
  rules: [{ id: 'rule:mayors', sentence: 'The mayors are members.', body: 'body:forum', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', ...S }],
  memberships: [seat('anna', { body: 'body:council', role: 'MAYOR' })],
};
const MAYOR = "MATCH (:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(:Body)";
const GIVEN = 'rule:mayors:membership:anna';

const by = (existence: object) => named('municipality:by', { code: '0999', existence });
const since = (from: string) => [body('forum'), body('council', { existence: { from } })];
const MEETING = {
  meetings: [{ id: 'meeting:m', body: 'body:council', date: DAY, ...S }],
  'agenda-items': [{ id: 'item:m-1', meeting: 'meeting:m', title: 'Udpegning', ...S }],
};
const LATER = { from: '2022-07-01' };
const LISTS = {
  documents: [
    { id: 'doc:1', title: 'Minutes', kind: 'minutes', date: DAY },
    { id: 'doc:2', title: 'Members', kind: 'list', date: '2022-12-01' },
    { id: 'doc:3', title: 'News', kind: 'news' },
  ],
  sources: ['1', '2', '3'].map((id) => ({ id: `source:${id}`, document: `doc:${id}`, quote: 'Anna er medlem.' })),
  lists: [{ id: 'list:1', document: 'doc:1', body: 'body:forum', complete: true, ...S }],
};
const LISTS_OF_BOTH = [...LISTS.lists, { id: 'list:2', document: 'doc:2', body: 'body:forum', complete: true, ...S }];
const LISTS_OF_TWO_DAYS = [...LISTS.lists, { id: 'list:early', document: 'doc:1', body: 'body:forum', complete: true, on: '2022-05-01', ...S }];
const NEWS = { sources: ['source:3'] };
const STOOD_IN = [
  seat('bo', NEWS),
  seat('carl', { role: 'SUBSTITUTE', ...NEWS, appointment: { substituteFor: { membership: 'membership:bo', ...NEWS }, ...NEWS } }),
];
const STAND_IN = { id: 'stand-in:1', substitute: 'membership:carl', holder: 'membership:bo', ...NEWS };
const text = (content: string) => ({ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: DAY, text: content });
const quote = (lines: number[]) => ({ id: 'source:1', document: 'doc:1', lines, quote: 'Anna er medlem.' });

const CASES: Cases = {
  'ex-officio': {
    'a holder without the seat': {
      keeps: OFFICE,
      breaks: `MATCH (:Person)-[m:MEMBER_OF {id: '${GIVEN}'}]->(:Body) SET m.retractedAt = m.recordedAt`,
      found: broken('2022-01-01', 'membership:anna', 'body:forum'),
    },
    'a seat without its holder': { keeps: OFFICE, breaks: `${MAYOR} SET m.retractedAt = m.recordedAt`, found: broken('2022-01-01', GIVEN) },
    'a seat whose body no longer covers the place': {
      keeps: OFFICE,
      breaks: 'MATCH (:Body)-[c:COVERS]->(:Municipality) SET c.retractedAt = c.recordedAt',
      found: broken('2022-01-01', GIVEN),
    },
    'a seat that is held otherwise than the office': {
      keeps: { ...OFFICE, memberships: [...OFFICE.memberships, seat('bo', YEAR)] },
      breaks: `${MAYOR} SET m.untilMin = '2022-06-01', m.untilMax = '2022-06-01'`,
      found: broken('2022-01-01', GIVEN, 'membership:anna'),
    },
  },
  'territory-exists': {
    keeps: {
      municipalities: [by({ until: '2022-07-01' })],
      relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', { ...YEAR, until: '2022-07-01' })],
    },
    breaks: { municipalities: [by({ until: '2022-07-01' })], relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', YEAR)] },
    found: broken('2022-07-01', 'body:forum', 'municipality:by'),
  },
  'appointer-exists': {
    'when it appoints': {
      keeps: { bodies: since('2021-12-01'), memberships: [seat('anna', tied({ designatedOn: '2021-12-01', by: { principal: 'body:council', ...S } }))] },
      breaks: { bodies: since('2021-12-01'), memberships: [seat('anna', tied({ designatedOn: '2021-11-01', by: { principal: 'body:council', ...S } }))] },
      found: broken('2021-11-01', 'membership:anna', 'body:council'),
    },
    'when the seat begins, where nobody says when it appointed': {
      keeps: { bodies: since('2021-12-01'), memberships: [seat('anna', to('by', 'body:council'))] },
      breaks: { bodies: since('2022-02-01'), memberships: [seat('anna', to('by', 'body:council'))] },
      found: broken('2022-01-01', 'membership:anna', 'body:council'),
    },
    'when it decides': {
      keeps: { bodies: since('2021-12-01'), ...MEETING, memberships: [seat('anna', { ...LATER, ...tied({ decidedAt: { at: 'item:m-1', ...S } }) })] },
      breaks: { bodies: since('2022-08-01'), ...MEETING, memberships: [seat('anna', { ...LATER, ...tied({ decidedAt: { at: 'meeting:m', ...S } }) })] },
      found: broken(DAY, 'membership:anna', 'body:council'),
    },
  },
  'decided-by-appointer': {
    'who appointed': {
      keeps: {
        ...MEETING,
        memberships: [seat('anna', { ...LATER, ...tied({ by: { principal: 'body:council', ...S }, decidedAt: { at: 'item:m-1', ...S } }) })],
      },
      breaks: { ...MEETING, memberships: [seat('anna', { ...LATER, ...tied({ by: { principal: 'party:p', ...S }, decidedAt: { at: 'item:m-1', ...S } }) })] },
      found: broken(DAY, 'membership:anna', 'body:council'),
    },
    'or passed the right on, or governs who appointed': {
      keeps: {
        ...MEETING,
        relations: [relation('1', 'GOVERNS', 'body:council', 'municipality:by')],
        memberships: [
          seat('anna', { ...LATER, ...tied({ by: { principal: 'municipality:by', ...S }, decidedAt: { at: 'meeting:m', ...S } }) }),
          seat('bo', {
            ...LATER,
            ...tied({ by: { principal: 'party:p', ...S }, delegatedBy: { principal: 'body:council', ...S }, decidedAt: { at: 'item:m-1', ...S } }),
          }),
        ],
      },
      breaks: {
        ...MEETING,
        memberships: [seat('anna', { ...LATER, ...tied({ by: { principal: 'municipality:by', ...S }, decidedAt: { at: 'meeting:m', ...S } }) })],
      },
      found: broken(DAY, 'membership:anna', 'body:council'),
    },
    'or may fill seats': {
      keeps: {
        ...MEETING,
        seats: [{ id: 'seats:c', by: 'body:council', body: 'body:forum', count: 1, ...YEAR, ...S }],
        memberships: [seat('anna', { ...LATER, ...tied({ by: { principal: 'party:p', ...S }, decidedAt: { at: 'item:m-1', ...S } }) })],
      },
      breaks: { ...MEETING, memberships: [seat('anna', { ...LATER, ...tied({ by: { principal: 'party:p', ...S }, decidedAt: { at: 'item:m-1', ...S } }) })] },
      found: broken(DAY, 'membership:anna', 'body:council'),
    },
  },
  'list-complete': {
    'whoever is certain on its day': {
      keeps: {
        ...LISTS,
        memberships: [
          seat('anna', { seen: SEEN }),
          seat('bo', { until: '2022-06-01', ...NEWS }),
          seat('carl', { role: 'SUBSTITUTE', ...NEWS }),
          seat('dora', { from: '2022-07', until: '2022-11', ...NEWS }),
        ],
      },
      breaks: { ...LISTS, memberships: [seat('anna', { seen: SEEN }), seat('bo', { until: '2022-07-01', ...NEWS })] },
      found: broken(DAY, 'membership:bo', 'doc:1'),
    },
    'whoever is certain on the day of the second': {
      keeps: { ...LISTS, lists: LISTS_OF_BOTH, memberships: [seat('anna', { seen: [...SEEN, { on: '2022-12-01', in: 'doc:2' }] })] },
      breaks: { ...LISTS, lists: LISTS_OF_BOTH, memberships: [seat('anna', { seen: SEEN })] },
      found: broken('2022-12-01', 'membership:anna', 'doc:2'),
    },
    'whoever is certain on the day of one that is not of the day of its document': {
      keeps: { ...LISTS, lists: LISTS_OF_TWO_DAYS, memberships: [seat('anna', { seen: [...SEEN, { on: '2022-05-01', in: 'doc:1' }] })] },
      breaks: { ...LISTS, lists: LISTS_OF_TWO_DAYS, memberships: [seat('anna', { seen: SEEN, sources: ['source:1'] })] },
      found: broken('2022-05-01', 'membership:anna', 'doc:1'),
    },
    'whoever is certain on the day of its document, and seen in it on that of another list alone': {
      keeps: { ...LISTS, lists: LISTS_OF_TWO_DAYS, memberships: [seat('anna', { seen: [...SEEN, { on: '2022-05-01', in: 'doc:1' }], ...NEWS })] },
      breaks: { ...LISTS, lists: LISTS_OF_TWO_DAYS, memberships: [seat('anna', { seen: [{ on: '2022-05-01', in: 'doc:1' }], ...NEWS })] },
      found: broken(DAY, 'membership:anna', 'doc:1'),
    },
    'but not who is named in a source of a list': {
      keeps: { ...LISTS, memberships: [seat('bo', { sources: ['source:1'] })] },
      breaks: { ...LISTS, memberships: [seat('bo', NEWS)] },
      found: broken(DAY, 'membership:bo', 'doc:1'),
    },
    'nor for whom perhaps somebody stands in': {
      keeps: { ...LISTS, memberships: STOOD_IN, 'stand-ins': [{ ...STAND_IN, from: '2022-06', until: '2022-09-01' }] },
      breaks: { ...LISTS, memberships: STOOD_IN, 'stand-ins': [{ ...STAND_IN, from: '2022-07-01', until: '2022-09-01' }] },
      found: broken(DAY, 'membership:bo', 'doc:1'),
    },
  },
  'source-quoted': {
    'at its lines': {
      keeps: { documents: [text('Dagsorden\nAnna er med-\nlem.')], sources: [quote([2, 3])] },
      breaks: { documents: [text('Dagsorden\nAnna er med-\nlem.')], sources: [quote([1, 2])] },
      found: broken(null, 'source:1', 'doc:1'),
    },
    anywhere: { keeps: { documents: [text('Anna er medlem.')] }, breaks: { documents: [text('Bo er medlem.')] }, found: broken(null, 'source:1', 'doc:1') },
  },
  'source-conflict': {
    'two documents': {
      keeps: {
        ...LISTS,
        memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR', basis: 'INFERRED', reason: 'It follows.', sources: ['source:2'] })],
      },
      breaks: { ...LISTS, memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR', from: '2022-03-01', sources: ['source:2'] })] },
      found: broken('2022-03-01', 'membership:anna', 'membership:bo'),
    },
    'but not one and the same': {
      keeps: { ...LISTS, memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR', sources: ['source:1', 'source:2'] })] },
      breaks: { ...LISTS, memberships: [seat('anna', { role: 'MAYOR' }), seat('bo', { role: 'MAYOR', ...NEWS })] },
      found: broken('2022-01-01', 'membership:anna', 'membership:bo'),
    },
  },
};

testCases(freshGraph(), CASES);
