import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkGraph, ruleIds } from '../src/integrity/check.js';
import { NEVER } from '../src/record/time.js';
import { readRevision } from '../src/record/revision.js';
import { seedFolders } from '../src/exchange/seed.js';
import { type Cases, DAY, S, SEEN, YEAR, body, freshGraph, named, relation, seat, testCases, tied, to, world } from './integrity/cases.js';
import { SEEDED } from './seeded.js';
import { ask, errorsOf, seedWorld } from './world.js';

const graph = freshGraph();

const MEMBER = "MATCH (:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(:Body)";
const anna = { memberships: [seat('anna')] };

const SUBSTITUTE = seat('bo', { role: 'SUBSTITUTE', ...tied({ substituteFor: { membership: 'membership:anna', ...S } }) });
const DEAD = ['anna', 'bo', 'carl'].map((id) => named(`person:${id}`, id === 'anna' ? { diedOn: DAY } : {}));
const TWICE = { memberships: [seat('anna'), seat('anna-again', YEAR)] };

/** The forum is part of the committee until a day, the committee of the council, and this, from June 2020, of the forum. */
const threeParts = (until: string) => ({
  bodies: [body('forum'), body('council'), body('committee')],
  relations: [
    relation('1', 'PART_OF', 'body:forum', 'body:committee', { from: '2019-01-01', until }),
    relation('2', 'PART_OF', 'body:committee', 'body:council', { from: '2019-01-01', until: '2022-01-01' }),
    relation('3', 'PART_OF', 'body:council', 'body:forum', { from: '2020-06-01', until: '2022-01-01' }),
  ],
});

const CASES: Cases = {
  'seat-once': {
    certainly: {
      keeps: { memberships: [seat('anna', { until: '2022-06-01' }), seat('anna-again', { from: '2022-06-01', until: '2023-01-01' })] },
      breaks: { memberships: [seat('anna', { until: '2022-06-02' }), seat('anna-again', { from: '2022-06-01', until: '2023-01-01' })] },
      found: { verdict: 'BROKEN', on: '2022-06-01', things: ['membership:anna', 'membership:anna-again'] },
    },
    'for some of the unknown dates': {
      keeps: { memberships: [seat('anna', { until: '2022-06' }), seat('anna-again', { from: '2022-07-01', until: '2023-01-01' })] },
      breaks: { memberships: [seat('anna', { until: '2022-06' }), seat('anna-again', { from: '2022-06-15', until: '2023-01-01' })] },
      found: { verdict: 'PERHAPS', on: '2022-06-15', things: ['membership:anna', 'membership:anna-again'] },
    },
    'of each two, though a shorter one lies between': {
      keeps: { memberships: [seat('anna'), seat('anna-2', { from: '2023-01-01', until: '2023-02-01' }), seat('anna-3', { from: '2023-02-01' })] },
      breaks: {
        memberships: [
          seat('anna'),
          seat('anna-2', { role: 'CHAIR', from: '2022-02-01', until: '2022-03-01' }),
          seat('anna-3', { from: '2022-06-01', until: '2023-06-01' }),
        ],
      },
      found: { verdict: 'BROKEN', on: '2022-06-01', things: ['membership:anna', 'membership:anna-3'] },
    },
    'but not where nobody knows when the one ended and the other began': {
      keeps: { memberships: [seat('anna-1', { seen: [{ on: '2020-01-01', in: 'doc:1' }] }), seat('anna-2', { seen: SEEN })] },
      breaks: { memberships: [seat('anna-1', { seen: SEEN }), seat('anna-2', { seen: SEEN })] },
      found: { verdict: 'BROKEN', on: DAY, things: ['membership:anna-1', 'membership:anna-2'] },
    },
  },
  'seat-single': {
    'a hand-over': {
      keeps: { memberships: [seat('anna', { role: 'CHAIR', until: '2022-06-01' }), seat('bo', { role: 'CHAIR', from: '2022-06-01' })] },
      breaks: { memberships: [seat('anna', { role: 'CHAIR' }), seat('bo', { role: 'CHAIR', from: '2022-06-01' })] },
      found: { verdict: 'BROKEN', on: '2022-06-01', things: ['membership:anna', 'membership:bo'] },
    },
    'on the day of a death and after': {
      keeps: {
        people: [...DEAD],
        memberships: [seat('anna', { role: 'CHAIR', until: undefined, open: true }), seat('bo', { role: 'CHAIR', from: '2022-06-21' })],
      },
      breaks: {
        people: [...DEAD],
        memberships: [
          seat('anna', { role: 'CHAIR', until: undefined, open: true }),
          seat('bo', { role: 'CHAIR', from: '2022-06-20' }),
          seat('carl', { from: '2022-06-21' }),
        ],
      },
      found: { verdict: 'BROKEN', on: '2022-06-20', things: ['membership:anna', 'membership:bo'] },
    },
    'unless the body says that several hold it': {
      keeps: { bodies: [body('forum', { several: ['VICE_CHAIR'] })], memberships: [seat('anna', { role: 'VICE_CHAIR' }), seat('bo', { role: 'VICE_CHAIR' })] },
      breaks: { bodies: [body('forum', { several: ['CHAIR'] })], memberships: [seat('anna', { role: 'VICE_CHAIR' }), seat('bo', { role: 'VICE_CHAIR' })] },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['membership:anna', 'membership:bo'] },
    },
  },
  'seat-in-body': {
    'before it is over': {
      keeps: { bodies: [body('forum', { existence: { until: '2022-07-01' } })], memberships: [seat('anna', { until: '2023-01-01' })] },
      breaks: { bodies: [body('forum', { existence: { until: '2022-01-01' } })], memberships: [seat('anna')] },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['membership:anna', 'body:forum'] },
    },
    'after it has begun': {
      keeps: { bodies: [body('forum', { existence: { from: '2022-07-01' } })], memberships: [seat('anna', { from: undefined })] },
      breaks: { bodies: [body('forum', { existence: { from: '2023-01-01' } })], memberships: [seat('anna', { from: undefined })] },
      found: { verdict: 'BROKEN', on: '2022-12-31', things: ['membership:anna', 'body:forum'] },
    },
    'where it begins after it': {
      keeps: { bodies: [body('forum', { existence: { until: '2022-07-01' } })], memberships: [seat('anna', { until: '2022-07-01' })] },
      breaks: { bodies: [body('forum', { existence: { until: '2022-07-01' } })], memberships: [seat('anna', { from: '2022-08-01' })] },
      found: { verdict: 'BROKEN', on: '2022-07-01', things: ['membership:anna', 'body:forum'] },
    },
  },
  'seat-ordered': {
    keeps: { people: DEAD, memberships: [seat('anna'), seat('anna-2', { from: '2022-09' })] },
    breaks: `${MEMBER} SET m.untilMax = '2021-01-01', m.untilMin = '2021-01-01'`,
    found: { verdict: 'BROKEN', on: '2021-01-01', things: ['membership:anna', 'person:anna', 'body:forum'] },
  },
  'seat-bounds': {
    'stored otherwise': {
      keeps: anna,
      breaks: `${MEMBER} SET m.fromMax = '2022-03-01'`,
      found: { verdict: 'BROKEN', on: '2022-03-01', things: ['membership:anna'] },
    },
    'a sighting outside the stated dates': {
      keeps: { memberships: [seat('anna', { seen: SEEN })] },
      breaks: { memberships: [seat('anna', { until: '2022-06-01', seen: SEEN })] },
      found: { verdict: 'NOT_APPLIED', on: DAY, things: ['membership:anna', 'doc:1'] },
    },
    'but not of a seat that was announced': {
      keeps: { memberships: [seat('anna', { from: '2022-07-01', seen: SEEN, ...tied({ designatedOn: DAY }) })] },
      breaks: { memberships: [seat('anna', { from: '2022-07-01', seen: SEEN })] },
      found: { verdict: 'NOT_APPLIED', on: DAY, things: ['membership:anna', 'doc:1'] },
    },
    'a derived bound that would leave nothing': {
      keeps: { memberships: [seat('anna'), seat('bo', { from: '2022-07-01', ...tied({ replaces: { membership: 'membership:anna', ...S } }) })] },
      breaks: {
        memberships: [
          seat('anna', { seen: [{ on: '2022-06-21', in: 'doc:1' }] }),
          seat('bo', { from: '2022-02-01', ...tied({ replaces: { membership: 'membership:anna', ...S } }) }),
        ],
      },
      found: { verdict: 'NOT_APPLIED', on: '2022-02-01', things: ['membership:anna', 'membership:bo'] },
    },
    'a replacement that begins before the end that is told, but not before the end of a period that is printed': {
      keeps: { memberships: [seat('anna'), seat('bo', { from: '2022-07-01', ...tied({ replaces: { membership: 'membership:anna', ...S } }) })] },
      breaks: {
        memberships: [seat('anna', { ended: 'RESIGNED' }), seat('bo', { from: '2022-07-01', ...tied({ replaces: { membership: 'membership:anna', ...S } }) })],
      },
      found: { verdict: 'NOT_APPLIED', on: '2023-01-01', things: ['membership:bo', 'membership:anna'] },
    },
  },
  'seat-sourced': {
    'of a seat': { keeps: anna, breaks: `${MEMBER} SET m.sources = []`, found: { verdict: 'BROKEN', on: null, things: ['membership:anna'] } },
    'of a tie': {
      keeps: { memberships: [seat('anna', to('by', 'party:p'))] },
      breaks: 'MATCH (:Appointment)-[t:BY]->(:Principal) SET t.sources = []',
      found: { verdict: 'BROKEN', on: null, things: ['membership:anna', 'party:p'] },
    },
  },
  'seat-reasoned': {
    'of a seat': {
      keeps: { memberships: [seat('anna', { basis: 'INFERRED', reason: 'It follows.' })] },
      breaks: `${MEMBER} SET m.reason = null`,
      found: { verdict: 'BROKEN', on: null, things: ['membership:anna', 'person:anna', 'body:forum'] },
    },
    'of a date': {
      keeps: { memberships: [seat('anna', { fromBasis: 'INFERRED', reason: 'It follows.' })] },
      breaks: `${MEMBER} SET m.reason = null`,
      found: { verdict: 'BROKEN', on: null, things: ['membership:anna', 'person:anna', 'body:forum'] },
    },
    'of a thing': {
      keeps: { meetings: [{ id: 'meeting:m', body: 'body:forum', basis: 'INFERRED', reason: 'It follows.', ...S }] },
      breaks: "MATCH (n:Meeting {id: 'meeting:m'}) SET n.reason = null",
      found: { verdict: 'BROKEN', on: null, things: ['meeting:m'] },
    },
  },
  'allotment-kept': {
    certainly: {
      keeps: {
        seats: [{ id: 'seats:p', by: 'party:p', body: 'body:forum', count: 2, ...YEAR, ...S }],
        memberships: [seat('anna', to('by', 'party:p')), seat('bo', to('represents', 'party:p')), seat('carl')],
      },
      breaks: {
        seats: [{ id: 'seats:p', by: 'party:p', body: 'body:forum', count: 1, ...YEAR, ...S }],
        memberships: [seat('anna', to('by', 'party:p')), seat('bo', { from: '2022-03-01', ...to('represents', 'party:p') })],
      },
      found: { verdict: 'BROKEN', on: '2022-03-01', things: ['party:p', 'body:forum', 'membership:anna', 'membership:bo'] },
    },
    'for some of the unknown dates': {
      keeps: {
        seats: [{ id: 'seats:p', by: 'party:p', body: 'body:forum', count: 1, status: 'superseded', seen: SEEN, ...S }],
        memberships: [seat('anna', to('by', 'party:p')), seat('bo', to('by', 'party:p'))],
      },
      breaks: {
        seats: [{ id: 'seats:p', by: 'party:p', body: 'body:forum', count: 1, ...YEAR, ...S }],
        memberships: [seat('anna', to('by', 'party:p')), seat('bo', { from: '2022', until: '2022', ...to('by', 'party:p') })],
      },
      found: { verdict: 'PERHAPS', on: '2022-01-01', things: ['party:p', 'body:forum', 'membership:anna', 'membership:bo'] },
    },
  },
  'substitute-principal': {
    'in another body': {
      keeps: { memberships: [seat('anna'), SUBSTITUTE] },
      breaks: {
        memberships: [
          seat('anna'),
          seat('bo-council', { ...YEAR, body: 'body:council', role: 'SUBSTITUTE', ...tied({ substituteFor: { membership: 'membership:anna', ...S } }) }),
        ],
      },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['membership:bo-council', 'membership:anna'] },
    },
    'for oneself, and not who is in the pool of the body, of a list or of a place': {
      keeps: {
        memberships: [
          seat('anna'),
          SUBSTITUTE,
          seat('carl', { role: 'SUBSTITUTE' }),
          seat('dora', { role: 'SUBSTITUTE', ...tied({ substituteOf: { principal: 'party:p', ...S } }) }),
          seat('dora-by', { ...YEAR, role: 'SUBSTITUTE', ...tied({ substituteOf: { principal: 'municipality:by', ...S } }) }),
        ],
      },
      breaks: {
        memberships: [seat('anna'), seat('anna-too', { ...YEAR, role: 'SUBSTITUTE', ...tied({ substituteFor: { membership: 'membership:anna', ...S } }) })],
      },
      found: { verdict: 'BROKEN', on: '2022-01-01', things: ['membership:anna-too', 'membership:anna'] },
    },
  },
  'body-acyclic': {
    'parts that are parts of each other': {
      keeps: {
        relations: [
          relation('1', 'PART_OF', 'body:forum', 'body:council', { until: '2020-01-01' }),
          relation('2', 'PART_OF', 'body:council', 'body:forum', { from: '2020-01-01' }),
        ],
      },
      breaks: {
        relations: [
          relation('1', 'PART_OF', 'body:forum', 'body:council', { from: '2019-01-01', until: '2021-01-01' }),
          relation('2', 'PART_OF', 'body:council', 'body:forum', { from: '2020-01-01', until: '2022-01-01' }),
        ],
      },
      found: { verdict: 'BROKEN', on: '2020-01-01', things: ['body:council', 'body:forum'] },
    },
    'perhaps parts of each other': {
      keeps: anna,
      breaks: {
        relations: [
          relation('1', 'PART_OF', 'body:forum', 'body:council', { from: '2020', until: '2022-01-01' }),
          relation('2', 'PART_OF', 'body:council', 'body:forum', { from: '2019-01-01', until: '2020-06-01' }),
        ],
      },
      found: { verdict: 'PERHAPS', on: '2020-01-01', things: ['body:council', 'body:forum'] },
    },
    'through a third body, on a day on which all three parts hold': {
      keeps: threeParts('2020-01-01'),
      breaks: threeParts('2021-01-01'),
      found: { verdict: 'BROKEN', on: '2020-06-01', things: ['body:committee', 'body:council', 'body:forum'] },
    },
    'successors in a circle, whatever their dates': {
      keeps: { relations: [relation('1', 'SUCCEEDS', 'body:forum', 'body:council')] },
      breaks: {
        relations: [
          relation('1', 'SUCCEEDS', 'body:forum', 'body:council', { from: '2019-01-01', until: '2020-01-01' }),
          relation('2', 'SUCCEEDS', 'body:council', 'body:forum', { from: '2021-01-01' }),
        ],
      },
      found: { verdict: 'BROKEN', on: null, things: ['body:council', 'body:forum'] },
    },
  },
  'versions-disjoint': {
    'of an edge': {
      keeps: anna,
      breaks: `MATCH (p:Person)-[m:MEMBER_OF {id: 'membership:anna'}]->(b:Body) CREATE (p)-[n:MEMBER_OF {id: 'membership:anna'}]->(b) SET n = properties(m)`,
      found: { verdict: 'BROKEN', on: null, things: ['membership:anna', 'person:anna'] },
    },
    'of a node': {
      keeps: anna,
      breaks: `MATCH (b:Body {id: 'body:forum'}) CREATE (v:Version)-[:OF]->(b) SET v = properties(b)`,
      found: { verdict: 'BROKEN', on: null, things: ['body:forum'] },
    },
  },
  'id-unique': {
    'an id twice': { keeps: anna, breaks: "CREATE (:Term {id: 'body:forum'})", found: { verdict: 'BROKEN', on: null, things: ['body:forum'] } },
    'an edge between other things': {
      keeps: anna,
      breaks: `MATCH (a:Body {id: 'body:forum'}) MATCH (b:Person {id: 'person:bo'}) CREATE (a)-[:COVERS {id: 'relation:odd', recordedAt: 0, retractedAt: ${NEVER}}]->(b)`,
      found: { verdict: 'BROKEN', on: null, things: ['relation:odd', 'body:forum', 'person:bo'] },
    },
  },
};

testCases(graph, CASES);

describe('the catalogue', () => {
  test('has a case for each of its rules', () => {
    const files = [
      'test/integrity.test.ts',
      ...readdirSync('test/integrity')
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => `test/integrity/${file}`),
    ];
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(ruleIds().filter((id) => !text.includes(`\n  '${id}': {\n`))).toEqual([]);
  });

  test('finds nothing in what is known of places, of KKR and of the health reform', async () => {
    await seedFolders(graph(), SEEDED.few());
    expect((await checkGraph(graph())).filter(({ verdict }) => verdict !== 'UNDECIDED')).toEqual([]);
  });

  test('is asked over GraphQL, with the things as on the day', async () => {
    await seedWorld(graph(), world(TWICE));
    const query = (rules: string) => `{ integrity(rules: ${rules}) { rule title on message things { id key } } }`;
    expect((await ask(graph(), query('["seat-once"]'))).integrity).toEqual([
      {
        rule: 'seat-once',
        title: 'a person holds a role in a body once at a time',
        on: '2022-01-01',
        message: 'broken: person:anna holds the role MEMBER in body:forum twice at a time',
        things: ['membership:anna', 'membership:anna-again'].map((id) => ({ id, key: `${id}@2022-01-01` })),
      },
    ]);
    expect((await ask(graph(), query('["members-from"]'))).integrity).toMatchObject([
      { on: null, things: [], message: 'cannot be decided: no body says where its members come from' },
    ]);
    expect(await errorsOf(graph(), query('["seat-twice"]'))).toMatchObject([
      { code: 'BAD_USER_INPUT', message: expect.stringMatching(/^rules: required: seat-once, .*given: \["seat-twice"\]$/) },
    ]);
  });

  test('tells of the record as it was: a rule that a correction keeps was broken before', async () => {
    const body2 = (until: string) => world({ bodies: [body('forum', { existence: { until } })], memberships: [seat('anna', { from: '2022-08-01' })] });
    await seedWorld(graph(), body2('2022-07-01'));
    const { at } = await readRevision(graph());
    await seedWorld(graph(), body2('2023-01-01'));
    expect(await checkGraph(graph(), { rules: ['seat-in-body'] })).toEqual([]);
    expect(await checkGraph(graph(), { rules: ['seat-in-body'], knownAt: at })).toMatchObject([{ verdict: 'BROKEN', on: '2022-07-01' }]);
  });

  test('tells of the record as it was: of what it did not say then, nothing is wrong', async () => {
    const people = (diedOn?: string) =>
      world({ people: [{ id: 'person:anna', name: 'Anna', diedOn, ...S }], memberships: [seat('anna', { from: '2022-09-01' })] });
    await seedWorld(graph(), people());
    const { at } = await readRevision(graph());
    await seedWorld(graph(), people('2022-06-21'));
    expect(await checkGraph(graph(), { rules: ['seat-alive'] })).toMatchObject([{ verdict: 'BROKEN', on: '2022-09-01' }]);
    expect(await checkGraph(graph(), { rules: ['seat-alive'], knownAt: at })).toMatchObject([{ verdict: 'UNDECIDED' }]);
  });

  test('says how far it is', async () => {
    const lines: string[] = [];
    await seedWorld(graph(), world(anna));
    await checkGraph(graph(), { rules: ['seat-once', 'body-acyclic'], onProgress: (line) => lines.push(line) });
    expect(lines).toEqual(['4 people, 1 rules', '4 principals, 1 rules']);
  });
});
