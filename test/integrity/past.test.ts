import { expect, test } from 'vitest';
import fc from 'fast-check';
import { checkGraph } from '../../src/integrity/check.js';
import { readRevision } from '../../src/record/revision.js';
import { worlds } from '../lens/worlds.js';
import { type World, ask, engine, seedWorld, wipe } from '../world.js';
import { DAY, S, SEEN, YEAR, body, freshGraph, named, relation, seat, tied, to, world } from './cases.js';

const graph = freshGraph();

const now = async (): Promise<number> => (await readRevision(graph())).at;
const found = (knownAt?: number) => checkGraph(graph(), knownAt === undefined ? {} : { knownAt });

const people = (more: object) => [named('person:anna', more), ...['bo', 'carl', 'dora'].map((id) => named(`person:${id}`))];
const bodies = (more: object) => [body('forum', more), body('council')];
const doc = (more: object) => [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: DAY, ...more }];
const place = (existence?: object) => [named('municipality:by', { code: '0999', ...(existence && { existence }) })];
const rule = (more: object) => ({ id: 'rule:mayors', sentence: 'The mayors are members.', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', ...S, ...more });
const OFFICE = {
  relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by'), relation('2', 'GOVERNS', 'body:council', 'municipality:by')],
  memberships: [seat('anna', { body: 'body:council', role: 'MAYOR' })],
};
const meeting = (date?: string) => ({
  meetings: [{ id: 'meeting:m', body: 'body:council', ...(date && { date }), ...S }],
  'agenda-items': [{ id: 'item:m-1', meeting: 'meeting:m', title: 'Udpegning', ...S }],
  memberships: [seat('anna', tied({ decidedAt: { at: 'item:m-1', ...S } }))],
});
const tie = { affiliations: [{ id: 'affiliation:anna-by', person: 'person:anna', with: 'municipality:by', from: '2022-09-01', ...S }] };
const term = (more: object) => ({ terms: [{ id: 'term:1', body: 'body:forum', name: '2022', ...S, ...more }] });
const letters = (text: string) => [
  named('party:p', { letters: [{ text, seen: SEEN, ...S }] }),
  named('party:q', { letters: [{ text: 'A', seen: SEEN, ...S }] }),
];

const calendar = (until: string) => ({
  calendars: [{ id: 'calendar:c', name: 'Valg', ...S }],
  terms: [{ id: 'term:c', calendar: 'calendar:c', name: '2022', from: '2022-01-01', until, ...S }],
  memberships: [seat('anna', { term: 'term:c' })],
});
const FOLLOWS = { relations: [relation('1', 'FOLLOWS', 'body:forum', 'calendar:c', { from: '2000-01-01', basis: 'INFERRED', reason: 'By law.' })] };

const OPEN = { memberships: [seat('anna', { from: undefined, until: undefined, open: true, sources: ['source:1'] })] };
const LISTED = {
  lists: [{ id: 'list:1', document: 'doc:1', body: 'body:forum', complete: true, ...S }],
  memberships: [seat('anna', { from: '2021-01-01', until: undefined })],
};

/** What was recorded, and what is learnt or corrected later. */
const LEARNT: Readonly<Record<string, [World, World]>> = {
  'a death': [
    { people: people({}), memberships: [seat('anna')] },
    { people: people({ diedOn: '2022-05-05' }), memberships: [seat('anna')] },
  ],
  'that nobody died': [
    { people: people({ diedOn: '2021-05-05' }), memberships: [seat('anna')], ...tie },
    { people: people({}), memberships: [seat('anna')], ...tie },
  ],
  'another name of a person': [{}, { people: people({ name: 'Anne' }) }],
  'the end of a body': [{ memberships: [seat('anna')] }, { bodies: bodies({ existence: { until: '2021-07-01' } }), memberships: [seat('anna')] }],
  'how many members a body has': [
    { bodies: bodies({ maximum: 0, minimum: 3 }), memberships: [seat('anna')] },
    { bodies: bodies({}), memberships: [seat('anna')] },
  ],
  'that a chair is a member': [
    { bodies: bodies({ chairIsMember: true }), memberships: [seat('anna', { role: 'CHAIR' })] },
    { bodies: bodies({}), memberships: [seat('anna', { role: 'CHAIR' })] },
  ],
  'where members come from': [
    { bodies: bodies({ membersFrom: 'body:council' }), memberships: [seat('anna'), seat('anna-2', { ...YEAR, body: 'body:council' })] },
    { bodies: bodies({ membersFrom: 'body:forum' }), memberships: [seat('anna'), seat('anna-2', { ...YEAR, body: 'body:council' })] },
  ],
  'when a seat was designated': [
    { memberships: [seat('anna', tied({ designatedOn: '2022-02-01' }))] },
    { memberships: [seat('anna', tied({ designatedOn: '2021-02-01' }))] },
  ],
  'that a seat was announced': [
    { memberships: [seat('anna', { from: '2022-07-01', seen: SEEN })] },
    { memberships: [seat('anna', { from: '2022-07-01', seen: SEEN, ...tied({ designatedOn: DAY }) })] },
  ],
  'the day of a meeting': [meeting(DAY), meeting('2021-12-01')],
  'the beginning of who appointed': [
    { memberships: [seat('anna', to('by', 'body:council'))] },
    { bodies: [body('forum'), body('council', { existence: { from: '2023-01-01' } })], memberships: [seat('anna', to('by', 'body:council'))] },
  ],
  'the words of a document': [{ documents: doc({ text: 'Anna er medlem.' }) }, { documents: doc({ text: 'Bo er medlem.' }) }],
  'a quote': [
    { documents: doc({ text: 'Anna er medlem.' }) },
    { documents: doc({ text: 'Anna er medlem.' }), sources: [{ id: 'source:1', document: 'doc:1', quote: 'Bo.' }] },
  ],
  'the day of a list': [
    { lists: [{ id: 'list:1', document: 'doc:1', body: 'body:forum', complete: true, ...S }], memberships: [seat('anna', { sources: ['source:1'] })] },
    {
      documents: doc({ date: '2022-07-01' }),
      lists: [{ id: 'list:1', document: 'doc:1', body: 'body:forum', complete: true, ...S }],
      memberships: [seat('anna', { sources: ['source:1'] })],
    },
  ],
  'the day of the document that an open seat comes from': [OPEN, { ...OPEN, documents: doc({ date: '2022-07-01' }) }],
  'that the document that an open seat comes from has a day': [{ ...OPEN, documents: doc({ date: undefined }) }, OPEN],
  'that a complete list has no day': [LISTED, { ...LISTED, documents: doc({ date: '2022' }) }],
  'when a place exists': [
    { municipalities: place({ until: '2021-07-01' }), relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', YEAR)], ...tie },
    { municipalities: place(), relations: [relation('1', 'COVERS', 'body:forum', 'municipality:by', YEAR)], ...tie },
  ],
  'the code of a place': [
    { municipalities: [...place(), named('municipality:ny', { code: '0999' })] },
    { municipalities: [...place(), named('municipality:ny', { code: '0998' })] },
  ],
  'that a list is one of a municipality': [
    { parties: letters('A') },
    { parties: [named('party:p', { scope: 'LOCAL', municipality: 'municipality:by', letters: [{ text: 'A', seen: SEEN, ...S }] }), letters('A')[1] as object] },
  ],
  'how a letter is written': [{ parties: letters('a') }, { parties: letters('A') }],
  'a rule': [OFFICE, { ...OFFICE, rules: [rule({ body: 'body:forum' })] }],
  'the kind of a ruled body': [
    { ...OFFICE, rules: [rule({ kind: 'FORUM' })] },
    { ...OFFICE, bodies: [body('forum', { kind: 'BOARD' }), body('council')], rules: [rule({ kind: 'FORUM' })] },
  ],
  'when a calendar turns': [
    { ...calendar('2022-07-01'), ...FOLLOWS },
    { ...calendar('2023-01-01'), ...FOLLOWS },
  ],
  'which calendar a body follows': [calendar('2023-01-01'), { ...calendar('2023-01-01'), ...FOLLOWS }],
  'the dates of a term': [
    { ...term({ from: '2022-01-01', until: '2022-07-01' }), memberships: [seat('anna', { term: 'term:1' })] },
    { ...term({ from: '2022-01-01', until: '2023-01-01' }), memberships: [seat('anna', { term: 'term:1' })] },
  ],
};

test.each(Object.entries(LEARNT))('what was found is found of that time still, though it is learnt otherwise: %s', async (_, [then, later]) => {
  const told: [number, object][] = [];
  for (const one of [then, later, then]) {
    await seedWorld(graph(), world(one));
    told.push([await now(), await found()]);
    for (const [at, findings] of told) expect(await found(at)).toEqual(findings);
  }
});

test('a rule that nothing let decide is told so of that time, over GraphQL too', async () => {
  await seedWorld(graph(), world({ memberships: [seat('anna')] }));
  const knownAt = new Date(await now()).toISOString();
  await seedWorld(graph(), world({ people: people({ diedOn: '2021-05-05' }), memberships: [seat('anna')] }));
  expect(await ask(graph(), `{ integrity(rules: ["seat-alive"], knownAt: "${knownAt}") { rule message things { id } } }`)).toEqual({
    integrity: [{ rule: 'seat-alive', message: 'cannot be decided: of nobody it is recorded when they died', things: [] }],
  });
});

test('in random worlds what was found of a time is found of it still, whatever was corrected', async () => {
  await fc.assert(
    fc.asyncProperty(worlds(1), async ({ maintained, states }) => {
      await wipe(graph());
      const told: [number, object][] = [];
      for (const rows of states) {
        await seedWorld(graph(), rows as unknown as World, maintained ? { maintained: 'continuously' } : {});
        told.push([await now(), await found()]);
      }
      for (const [at, findings] of told) expect(await found(at)).toEqual(findings);
    }),
    { numRuns: engine === 'grafeo' ? 20 : 4, seed: 20220621, endOnFailure: true },
  );
}, 300_000);
