import { type Cases, DAY, S, SEEN, YEAR, body, freshGraph, named, relation, seat, testCases, tied, to } from './cases.js';

const MEMBER = "MATCH (:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(:Body)";
const HALF = { from: '2022-07-01', until: '2023-01-01' };
const anna = { memberships: [seat('anna')] };
const allotment = (id: string, more: object) => ({ id: `seats:${id}`, by: 'party:p', body: 'body:forum', count: 1, ...YEAR, ...S, ...more });
const replacing = (more: object) => seat('bo', { ...HALF, ...tied({ replaces: { membership: 'membership:anna', ...S } }), ...more });
const substitute = (person: string, rank: number) =>
  seat(person, { role: 'SUBSTITUTE', ...tied({ substituteFor: { membership: 'membership:anna', rank, ...S } }) });
const pooled = (person: string, rank: number) => seat(person, { role: 'SUBSTITUTE', ...tied({ substituteOf: { principal: 'party:p', rank, ...S } }) });
const place = (id: string, code: string, existence?: object) => named(`municipality:${id}`, { code, ...(existence && { existence }) });
const PLACES = [place('by', '0999'), place('ny', '0998')];
const LETTER = [{ text: 'A', seen: SEEN, ...S }];
const list = (id: string, municipality: string | null) =>
  named(`party:${id}`, { scope: 'LOCAL', ...(municipality && { municipality: `municipality:${municipality}` }), letters: LETTER });
/** A party with a letter that nobody says the end of. */
const lettered = (id: string, from: string, until: string | null = null, taken = from) =>
  named(`party:${id}`, { letters: [{ text: 'A', from: taken, open: true, ...S }], existence: { from, ...(until ? { until } : { open: true }) } });
const CVR = { scheme: 'cvr', value: '1' };
const identified = (id: string, ...identifiers: object[]) => named(id, { identifiers });
const existing = (id: string, existence: object, ...identifiers: object[]) => body(id, { existence, identifiers });
/** The forum succeeds the council. */
const succession = (forum: object, council: object, more: object = {}) => ({
  bodies: [body('forum', { existence: forum }), body('council', { existence: council })],
  relations: [relation('1', 'SUCCEEDS', 'body:forum', 'body:council', more)],
});
const inParty = (party: string, more: object) => ({ id: `affiliation:anna-${party}`, person: 'person:anna', with: `party:${party}`, ...S, ...more });
const parties = (...more: object[]) => [named('party:p'), named('party:q', more[0] ?? {})];
const term = { id: 'term:1', body: 'body:forum', name: '2022', ...YEAR, ...S };
const election = (more: object) => ({ id: 'election:e', body: 'body:forum', on: '2021-11-16', ...S, ...more });
const elected = (list: string | null) => tied({ elected: { election: 'election:e', ...(list && { list: `party:${list}` }), ...S } });
const broken = (on: string | null, ...things: string[]) => ({ verdict: 'BROKEN' as const, on, things });

const CASES: Cases = {
  'seat-in-term': {
    keeps: { terms: [term], memberships: [seat('anna', { term: 'term:1' })] },
    breaks: { terms: [term], memberships: [seat('anna', { term: 'term:1', from: '2023-02-01', until: '2023-03-01' })] },
    found: broken('2023-01-01', 'membership:anna', 'term:1'),
  },
  'seat-dated': {
    keeps: { memberships: [seat('anna-x', { undated: 'Nobody says.' })] },
    breaks: { memberships: [seat('anna-x')] },
    found: broken(null, 'membership:anna-x'),
  },
  'body-minimum': {
    keeps: { bodies: [body('forum', { minimum: 2 })], memberships: [seat('anna'), seat('bo', { until: undefined })] },
    breaks: { bodies: [body('forum', { minimum: 2 })], memberships: [seat('anna'), seat('bo', { until: '2022-05-01' })] },
    found: broken('2022-05-01', 'body:forum', 'membership:anna'),
  },
  'body-maximum': {
    keeps: {
      bodies: [body('forum', { maximum: 1 })],
      memberships: [seat('anna'), seat('bo', { role: 'OBSERVER' }), seat('carl', { from: '2022', until: undefined, over: SEEN })],
    },
    breaks: { bodies: [body('forum', { maximum: 1 })], memberships: [seat('anna'), seat('bo', HALF)] },
    found: broken('2022-07-01', 'body:forum', 'membership:anna', 'membership:bo'),
  },
  'allotment-status': {
    keeps: { seats: [allotment('1', {}), allotment('2', { status: 'superseded' }), allotment('3', { from: '2023-01-01', until: undefined })] },
    breaks: { seats: [allotment('1', {}), allotment('2', HALF)] },
    found: broken('2022-07-01', 'party:p', 'body:forum'),
  },
  'chair-member': {
    keeps: { bodies: [body('forum', { chairIsMember: true })], memberships: [seat('anna'), seat('anna-chair', { ...HALF, role: 'CHAIR' })] },
    breaks: {
      bodies: [body('forum', { chairIsMember: true })],
      memberships: [seat('anna', { until: '2022-09-01' }), seat('anna-chair', { ...HALF, role: 'CHAIR' })],
    },
    found: broken('2022-09-01', 'membership:anna-chair', 'body:forum'),
  },
  'members-from': {
    keeps: {
      bodies: [body('forum', { membersFrom: 'body:council' }), body('council')],
      memberships: [seat('anna', HALF), seat('anna-2', { ...YEAR, body: 'body:council', role: 'COUNCILLOR' })],
    },
    breaks: {
      bodies: [body('forum', { membersFrom: 'body:council' }), body('council')],
      memberships: [seat('anna'), seat('anna-2', { ...HALF, body: 'body:council', role: 'COUNCILLOR' })],
    },
    found: broken('2022-01-01', 'membership:anna', 'body:council'),
  },
  'home-covered': {
    keeps: { relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', YEAR)], memberships: [seat('anna', to('represents', 'municipality:by'))] },
    breaks: {
      relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', { until: '2022-04-01' })],
      memberships: [seat('anna', to('represents', 'municipality:by'))],
    },
    found: broken('2022-04-01', 'membership:anna', 'municipality:by', 'body:forum'),
  },
  'substitute-rank': {
    'a rank that is left out': {
      keeps: { memberships: [seat('anna'), substitute('bo', 1), substitute('carl', 2)] },
      breaks: { memberships: [seat('anna'), substitute('bo', 1), substitute('carl', 3)] },
      found: broken('2022-01-01', 'membership:anna', 'membership:bo', 'membership:carl'),
    },
    'of a pool, where whoever had the first moved up': {
      keeps: { memberships: [pooled('bo', 2), pooled('carl', 3), substitute('dora', 1), seat('anna')] },
      breaks: { memberships: [pooled('bo', 2), pooled('carl', 2)] },
      found: broken('2022-01-01', 'party:p', 'membership:bo', 'membership:carl'),
    },
    'a rank that two have': {
      keeps: { memberships: [seat('anna'), substitute('bo', 1)] },
      breaks: { memberships: [seat('anna'), substitute('bo', 1), substitute('carl', 1)] },
      found: broken('2022-01-01', 'membership:anna', 'membership:bo', 'membership:carl'),
    },
  },
  'replaced-ended': {
    'but a seat may stand empty before': {
      keeps: { memberships: [seat('anna', { until: '2022-06-01' }), replacing({})] },
      breaks: { memberships: [seat('anna', { until: '2022-08-01', seen: [{ on: '2022-07-15', in: 'doc:1' }] }), replacing({})] },
      found: broken('2022-07-01', 'membership:anna', 'membership:bo'),
    },
    'by two at a time': {
      keeps: { memberships: [seat('anna', { until: undefined }), replacing({})] },
      breaks: { memberships: [seat('anna', { until: undefined, seen: [{ on: '2022-09-01', in: 'doc:1' }] }), replacing({})] },
      found: broken('2022-07-01', 'membership:anna', 'membership:bo'),
    },
  },
  'replaced-acyclic': {
    'backwards in time': {
      keeps: { memberships: [seat('anna', { until: '2022-07-01' }), replacing({})] },
      breaks: { memberships: [seat('anna', { from: '2022-08-01' }), replacing({})] },
      found: broken('2022-07-01', 'membership:bo', 'membership:anna'),
    },
    'in a circle': {
      keeps: { memberships: [seat('anna', { from: undefined }), replacing({})] },
      breaks: {
        memberships: [
          seat('anna', { from: undefined, until: undefined, ...tied({ replaces: { membership: 'membership:bo', ...S } }) }),
          replacing({ from: undefined }),
        ],
      },
      found: broken(null, 'membership:anna', 'membership:bo'),
    },
  },
  'party-single': {
    keeps: { parties: parties(), affiliations: [inParty('p', { until: '2022-06-01' }), inParty('q', { from: '2022-06-01' })] },
    breaks: { parties: parties(), affiliations: [inParty('p', { seen: SEEN }), inParty('q', { from: '2022-01-01', until: '2023-01-01' })] },
    found: broken(DAY, 'person:anna', 'affiliation:anna-p', 'affiliation:anna-q'),
  },
  'party-changed': {
    'a seat that goes on': {
      keeps: { affiliations: [inParty('p', { until: '2022-06-01' })], memberships: [seat('anna', { until: '2022-06-01', ...to('represents', 'party:p') })] },
      breaks: { affiliations: [inParty('p', { until: '2022-06-01' })], memberships: [seat('anna', to('represents', 'party:p'))] },
      found: broken('2022-06-01', 'membership:anna', 'party:p'),
    },
    'but not for a reason': {
      keeps: {
        affiliations: [inParty('p', { until: '2022-06-01' })],
        memberships: [seat('anna', { reason: 'She keeps it.', ...to('represents', 'party:p') })],
      },
      breaks: { affiliations: [inParty('p', { until: '2022-06-01' })], memberships: [seat('anna', to('represents', 'party:p'))] },
      found: broken('2022-06-01', 'membership:anna', 'party:p'),
    },
  },
  'letter-single': {
    'of parties that run in the country': {
      keeps: {
        parties: [
          named('party:p', { letters: [{ text: 'A', until: '2020-01-01', ...S }] }),
          named('party:q', { letters: [{ text: 'A', from: '2020-01-01', ...S }] }),
        ],
      },
      breaks: {
        parties: [
          named('party:p', { letters: [{ text: 'A', seen: SEEN, ...S }] }),
          named('party:q', { letters: [{ text: 'A', from: '2020-01-01', open: true, ...S }] }),
        ],
      },
      found: broken(DAY, 'party:p', 'party:q'),
    },
    'of lists of one municipality': {
      keeps: { municipalities: PLACES, parties: [list('p', 'by'), list('q', 'ny'), list('r', null), list('s', null), named('party:t', { letters: LETTER })] },
      breaks: { municipalities: PLACES, parties: [list('p', 'by'), list('q', 'by'), list('r', 'ny')] },
      found: broken(DAY, 'party:p', 'party:q'),
    },
    'of which one is over and the other takes it up': {
      keeps: { parties: [lettered('p', '2000', '2020-01-01'), lettered('q', '2020-01-01')] },
      breaks: { parties: [lettered('p', '2000', '2021-01-01'), lettered('q', '2020-01-01')] },
      found: broken('2020-01-01', 'party:p', 'party:q'),
    },
    'of which one is not there yet': {
      keeps: { parties: [lettered('p', '2000', '2020-01-01'), lettered('q', '2020-01-01', null, '1990-01-01')] },
      breaks: { parties: [lettered('p', '2000', '2020-01-01'), lettered('q', '2019-12-01', null, '1990-01-01')] },
      found: broken('2019-12-01', 'party:p', 'party:q'),
    },
  },
  'code-single': {
    'of places of one time': {
      keeps: {
        municipalities: [place('by', '0999', { until: '2007-01-01' }), place('ny', '0999', { from: '2007-01-01' })],
        regions: [named('region:r', { code: '0999' })],
      },
      breaks: { municipalities: [place('by', '0999', { until: '2007-01-02' }), place('ny', '0999', { from: '2007-01-01', until: '2020-01-01' })] },
      found: broken('2007-01-01', 'municipality:by', 'municipality:ny'),
    },
    'of places of which nobody says when they exist': {
      keeps: { regions: [named('region:r', { code: '1081' }), named('region:s', { code: '1082' })] },
      breaks: { regions: [named('region:r', { code: '1081' }), named('region:s', { code: '1081' })] },
      found: broken(null, 'region:r', 'region:s'),
    },
    perhaps: {
      keeps: { municipalities: [place('by', '0999'), place('ny', '0998')] },
      breaks: { municipalities: [place('by', '0999', { from: '1970-01-01', until: '2007-06' }), place('ny', '0999', { from: '2007-06-15' })] },
      found: { verdict: 'PERHAPS' as const, on: '2007-06-15', things: ['municipality:by', 'municipality:ny'] },
    },
    'and an identifier of a scheme': {
      keeps: {
        people: [identified('person:anna', CVR), identified('person:bo', { ...CVR, scheme: 'isni' })],
        parties: [identified('party:p', { ...CVR, value: '2' })],
      },
      breaks: { people: [identified('person:anna', CVR)], parties: [identified('party:p', CVR)] },
      found: broken(null, 'party:p', 'person:anna'),
    },
    'and an identifier without dates as long as its thing exists': {
      keeps: { bodies: [existing('forum', { until: '2022-01-01' }, CVR), existing('council', { from: '2022-01-01' }, CVR)] },
      breaks: { bodies: [existing('forum', { from: '1990-01-01' }, CVR), existing('council', { from: '2022-01-01' }, CVR)] },
      found: broken('2022-01-01', 'body:council', 'body:forum'),
    },
    'and an identifier between its dates': {
      keeps: {
        people: [identified('person:anna', { ...CVR, until: '2020-01-01' }, { ...CVR, from: '2021-01-01', open: true })],
        regions: [identified('region:r', { ...CVR, from: '2020-01-01', until: '2021-01-01' })],
      },
      breaks: {
        people: [identified('person:anna', { ...CVR, seen: SEEN })],
        regions: [identified('region:r', { ...CVR, from: '2020-01-01', until: '2023-01-01' })],
      },
      found: broken(DAY, 'person:anna', 'region:r'),
    },
    'and a code that another place has by another name of it': {
      keeps: { municipalities: [place('by', '0999'), { ...place('ny', '0998'), identifiers: [{ scheme: 'regionskode', value: '0999' }] }] },
      breaks: {
        municipalities: [
          place('by', '0999'),
          { ...place('ny', '0998'), identifiers: [{ scheme: 'kommunekode', value: '0999', from: '2007-01-01', open: true }] },
        ],
      },
      found: broken('2007-01-01', 'municipality:by', 'municipality:ny'),
    },
  },
  'body-lineage': {
    'with no gap': {
      keeps: succession({ from: '2022-07-01' }, { until: '2022-07' }),
      breaks: succession({ from: '2022-07-01' }, { until: '2022-05-01' }),
      found: broken('2022-05-01', 'body:forum', 'body:council'),
    },
    'by a body that goes on and absorbs, or lets go': {
      keeps: {
        relations: [
          relation('1', 'SUCCEEDS', 'body:forum', 'body:council', { from: '2023-04-01' }),
          relation('2', 'SUCCEEDS', 'body:part', 'body:forum', { from: '2015-01-01' }),
        ],
        bodies: [
          body('forum', { existence: { from: '1974-04-01', open: true } }),
          body('council', { existence: { from: '1974-04-01', until: '2023-04-01' } }),
          body('part', { existence: { from: '2015-01-01', open: true } }),
        ],
      },
      breaks: succession({ from: '1974-04-01', until: '2022-04-01' }, { from: '1974-04-01', until: '2023-04-01' }, { from: '2023-04-01' }),
      found: broken('2023-04-01', 'body:forum', 'body:council'),
    },
    'by a municipality that goes on and absorbs another': {
      keeps: {
        relations: [relation('1', 'SUCCEEDS', 'municipality:by', 'municipality:ny', { from: '2007-01-01' })],
        municipalities: [
          { ...place('by', '0999'), existence: { from: '1970-04-01', open: true } },
          { ...place('ny', '0998'), existence: { from: '1970-04-01', until: '2007-01-01' } },
        ],
      },
      breaks: {
        relations: [relation('1', 'SUCCEEDS', 'municipality:by', 'municipality:ny', { from: '2008-01-01' })],
        municipalities: [
          { ...place('by', '0999'), existence: { from: '1970-04-01', open: true } },
          { ...place('ny', '0998'), existence: { from: '1970-04-01', until: '2007-01-01' } },
        ],
      },
      found: broken('2008-01-01', 'municipality:by', 'municipality:ny'),
    },
    'by a municipality that absorbs one of which nobody says when it ended, and by a region that lets go': {
      keeps: {
        relations: [
          relation('1', 'SUCCEEDS', 'municipality:by', 'municipality:ny', { from: '2007-01-01' }),
          relation('2', 'SUCCEEDS', 'region:part', 'region:whole', { from: '2015-01-01' }),
        ],
        municipalities: [{ ...place('by', '0999'), existence: { from: '1970-04-01' } }, place('ny', '0998')],
        regions: [
          { id: 'region:whole', name: 'Whole', existence: { from: '1970-04-01', open: true }, ...S },
          { id: 'region:part', name: 'Part', existence: { from: '2015-01-01', open: true }, ...S },
        ],
      },
      breaks: {
        relations: [relation('2', 'SUCCEEDS', 'region:part', 'region:whole', { from: '2015-01-01' })],
        regions: [
          { id: 'region:whole', name: 'Whole', existence: { from: '1970-04-01', open: true }, ...S },
          { id: 'region:part', name: 'Part', existence: { from: '2016-01-01', open: true }, ...S },
        ],
      },
      found: broken('2015-01-01', 'region:part', 'region:whole'),
    },
    'by a body that is not over before': {
      keeps: succession({ from: '2000-01-01' }, { from: '2010-01-01', until: '2020-01-01' }),
      breaks: succession({ until: '2009-01-01' }, { from: '2010-01-01' }),
      found: broken('2009-01-01', 'body:forum', 'body:council'),
    },
  },
  'council-single': {
    keeps: {
      relations: [
        relation('1', 'GOVERNS', 'body:forum', 'municipality:by', { until: '2022-01-01' }),
        relation('2', 'GOVERNS', 'body:council', 'municipality:by', { from: '2022-01-01' }),
      ],
    },
    breaks: {
      relations: [
        relation('1', 'GOVERNS', 'body:forum', 'municipality:by', { from: '2021-01-01', until: '2022-02-01' }),
        relation('2', 'GOVERNS', 'body:council', 'municipality:by', YEAR),
      ],
    },
    found: broken('2022-01-01', 'municipality:by', 'body:forum', 'body:council'),
  },
  'appointed-before': {
    'by its designation': {
      keeps: { memberships: [seat('anna', tied({ designatedOn: '2022' }))] },
      breaks: { memberships: [seat('anna', tied({ designatedOn: '2022-02-01' }))] },
      found: broken('2022-01-01', 'membership:anna'),
    },
    'by the meeting of its agenda item': {
      keeps: anna,
      breaks: {
        meetings: [{ id: 'meeting:m', body: 'body:council', date: DAY, ...S }],
        'agenda-items': [{ id: 'item:m-1', meeting: 'meeting:m', title: 'Udpegning', ...S }],
        memberships: [seat('anna', tied({ decidedAt: { at: 'item:m-1', ...S } }))],
      },
      found: broken('2022-01-01', 'membership:anna'),
    },
    'by its election': {
      keeps: { elections: [election({ on: '2022' })], memberships: [seat('anna', elected('p'))] },
      breaks: { elections: [election({ on: '2022-02-01' })], memberships: [seat('anna', elected('p')), seat('bo')] },
      found: broken('2022-01-01', 'membership:anna'),
    },
  },
  'allotment-kept': {
    'of what a list won': {
      keeps: {
        elections: [election({ results: [{ list: 'party:p', seats: 1 }] })],
        memberships: [seat('anna', elected('p')), seat('anna-chair', { ...HALF, role: 'CHAIR', ...elected('p') }), seat('bo', elected(null))],
      },
      breaks: {
        elections: [election({ results: [{ list: 'party:p', seats: 1 }] })],
        memberships: [seat('anna', elected('p')), seat('bo', { ...HALF, ...elected('p') })],
      },
      found: broken('2021-11-16', 'party:p', 'election:e', 'membership:anna', 'membership:bo'),
    },
    'of what lists won of which one is not told': {
      keeps: {
        elections: [election({ results: [{ list: 'party:p', votes: 7 }] })],
        memberships: [seat('anna', elected('p')), seat('bo', elected('p'))],
      },
      breaks: {
        parties: parties(),
        elections: [election({ on: '2021', results: [{ list: 'party:q', seats: 0 }, { list: 'party:p' }] })],
        memberships: [seat('anna', elected('p')), seat('bo', elected('q'))],
      },
      found: broken('2021-01-01', 'party:q', 'election:e', 'membership:bo'),
    },
  },
  'name-single': {
    keeps: {
      bodies: [
        body('forum', {
          names: [
            { text: 'forum', until: '2022-01-01', ...S },
            { text: 'Nyt forum', from: '2022-01-01', ...S },
          ],
        }),
        body('council'),
      ],
    },
    breaks: {
      bodies: [
        body('forum', {
          names: [
            { text: 'forum', seen: SEEN, ...S },
            { text: 'Nyt forum', seen: SEEN, ...S },
          ],
        }),
        body('council'),
      ],
    },
    found: broken(DAY, 'body:forum', 'name:body:forum:name:forum', 'name:body:forum:name:nyt-forum'),
  },
  'revision-monotonic': {
    keeps: anna,
    breaks: `${MEMBER} SET m.recordedAt = m.recordedAt + 1`,
    found: broken(null, 'membership:anna'),
  },
};

testCases(freshGraph(), CASES);
