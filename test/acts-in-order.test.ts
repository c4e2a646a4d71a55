import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { TERMS, council, row, seat } from './events-world.js';
import { type World, ask, emptyGraph, seedWorld, wipe } from './world.js';
import { cameTo, wrote } from './writing.js';

const OPEN = { from: '2018-01-01', open: true };
const SEATS = [seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN)];
const ENDED = council(SEATS, { terms: TERMS.slice(0, 1) as { id: string }[] });

const end = (until: string) => ({ end: { thing: 'membership:bo', ends: { until }, cause: 'RESIGNED' } });
const observe = (on: string, over?: boolean) => ({ observe: { memberships: ['membership:bo'], on, over } });
const term = (year: number) => ({ openTerm: { id: `term:t${year}`, body: 'body:council', from: `${year}-01-01`, ends: { until: `${year + 4}-01-01` } } });
const appoint = (more: object) => ({ appoint: { person: { id: 'person:bo' }, body: 'body:council', role: 'MEMBER', ...more } });
const list = { list: { body: 'body:council', on: '2024-03-01', complete: true, members: [{ person: { id: 'person:anna' }, role: 'MEMBER' }] } };
const affiliate = (party: string, from: string, ends?: object) => ({ affiliate: { person: 'person:bo', with: `party:${party}`, from, ends } });
const PARTIES = { parties: [row('party:a', { name: 'A' }), row('party:b', { name: 'B' })] };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

/** What two acts leave of somebody: each start and end, and when the seats are held. */
const left = async () =>
  (
    await ask(
      graph,
      '{ person(id: "person:bo") { memberships(all: true) { nodes { id began interval { fromMin fromMax untilMin untilMax boundedBy { cause } } } } } }',
    )
  ).person.memberships;

describe.each<[string, World, object[], object, string | null]>([
  ['an end after a seat was seen over', council(SEATS), [observe('2024-03-01', true)], end('2024-05-01'), 'ALREADY_ENDED'],
  ['an end by the day on which a seat was seen over', council(SEATS), [observe('2024-03-01', true)], end('2024-02-01'), null],
  ['an end after the term of a seat that is seen', ENDED, [observe('2021-03-01')], end('2023-05-01'), 'ALREADY_ENDED'],
  ['an end after a list without its holder', council(SEATS), [list], end('2024-05-01'), 'ALREADY_ENDED'],
  ['an end after the death of its holder', council(SEATS), [{ die: { person: 'person:bo', on: '2024-03-01' } }], end('2024-05-01'), 'ALREADY_ENDED'],
  [
    'an end after that of its body',
    council(SEATS),
    [{ dissolve: { thing: 'body:council', ends: { until: '2024-03-01' } } }],
    end('2024-05-01'),
    'ALREADY_ENDED',
  ],
  ['an end after a term that is opened', council(SEATS), [term(2018)], end('2023-05-01'), 'ALREADY_ENDED'],
  ['an end within a term that is opened', council(SEATS), [term(2018)], end('2021-05-01'), null],
  ['a seat of the term after that of another', council(SEATS), [term(2018), term(2022)], appoint({ from: '2022-01-01' }), null],
  ['a seat after one that is over', council(SEATS), [observe('2024-03-01', true)], appoint({ from: '2024-05-01' }), null],
  ['a seat while another lasts', council(SEATS), [observe('2024-03-01')], appoint({ from: '2024-05-01' }), 'ALREADY_HELD'],
  [
    'an end of a seat that is taken, after its term',
    ENDED,
    [appoint({ id: 'membership:chair', role: 'CHAIR', from: '2019-01-01' })],
    { end: { ...end('2023-05-01').end, thing: 'membership:chair' } },
    'ALREADY_ENDED',
  ],
  ['a tie after one that ends', council(SEATS, PARTIES), [affiliate('a', '2019-01-01', { until: '2020-01-01' })], affiliate('b', '2021-01-01'), null],
  [
    'a seat of who has left the party from whose pool it would be taken over',
    council(
      [
        seat('anna', 'anna', OPEN),
        seat('bo', 'bo', OPEN, { role: 'SUBSTITUTE', appointment: { substituteOf: { principal: 'party:a', sources: ['source:1'] } } }),
      ],
      { ...PARTIES, affiliations: [row('affiliation:anna-a', { person: 'person:anna', with: 'party:a', ...OPEN })] },
    ),
    [{ affiliate: { person: 'person:anna', with: 'party:b', from: '2021-01-01' } }],
    { replace: { membership: 'membership:anna', newHolder: { id: 'person:bo' }, from: '2022-01-01', cause: 'RESIGNED' } },
    null,
  ],
  [
    'a change of role before which a substitute died',
    council([
      seat('anna', 'anna', OPEN),
      seat('bo', 'bo', OPEN, { role: 'SUBSTITUTE', appointment: { substituteFor: { membership: 'membership:anna', sources: ['source:1'] } } }),
    ]),
    [{ die: { person: 'person:bo', on: '2021-05-01' } }],
    { changeRole: { membership: 'membership:anna', role: 'CHAIR', from: '2022-01-01' } },
    null,
  ],
  [
    'a list in the term of a seat that was seen long before',
    council([seat('anna', 'anna', OPEN), seat('bo', 'bo', { seen: [{ on: '2018-03-01', in: 'doc:1' }] })]),
    [term(2018)],
    { list: { body: 'body:council', on: '2021-03-01', complete: false, members: [{ person: { id: 'person:bo' }, role: 'MEMBER' }] } },
    null,
  ],
])('%s', (_, world, before, act, problem) => {
  test('is the same in one entry as in two', async () => {
    await seedWorld(graph, world);
    for (const one of before) expect(await cameTo(graph, null, [one])).toMatchObject({ status: 'WRITTEN' });
    const { problems } = await wrote(graph, null, [act]);
    const apart = [problems.map(({ code }) => code), await left()];
    expect(apart[0]).toEqual(problem === null ? [] : [problem]);
    await wipe(graph);
    await seedWorld(graph, world);
    const together = await wrote(graph, null, [...before, act]);
    expect(together.problems.map(({ code }) => code)).toEqual(apart[0]);
    if (problem === null) expect(await left()).toEqual(apart[1]);
  });
});

test('a seat of a term that is opened before it in the entry is a re-election', async () => {
  await seedWorld(graph, council(SEATS));
  expect(await cameTo(graph, null, [term(2018), term(2022), appoint({ from: '2022-01-01' })])).toMatchObject({
    status: 'WRITTEN',
    events: ['REELECTED bo', 'TERM_BEGAN', 'TERM_BEGAN'],
  });
});
