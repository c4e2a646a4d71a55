import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { BEGIN_CAUSES, END_CAUSES } from '../src/words/events/model.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

const S = ['source:1'];
const named = (id: string, more: object = {}) => ({ id, name: id, sources: S, ...more });
const seat = (name: string, more: object = {}) => ({
  id: `membership:${name}`,
  person: `person:${name}`,
  body: 'body:council',
  role: 'COUNCILLOR',
  sources: S,
  ...more,
});
const HELD = { from: '2019-05-06', until: '2019-06-10' };

const world = (memberships: readonly object[], more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
  people: ['anna', 'bo'].map((id) => named(`person:${id}`)),
  bodies: [named('body:council', { kind: 'COUNCIL' })],
  parties: [named('party:a')],
  memberships,
  ...more,
});

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const causesOf = async (asOf: string, id = 'anna'): Promise<{ district: string | null; began: string | null; ended: string | null }> =>
  (await ask(graph, `{ node(id: "membership:${id}", asOf: "${asOf}") { ... on Membership { district began ended } } }`)).node;
const eventsOf = async (until = '2030-01-01'): Promise<string[]> =>
  (
    await ask(graph, `{ events(from: "2000-01-01", until: "${until}", untold: true) { nodes { kind latest began ended membership { id } before { id } } } }`)
  ).events.nodes.map(
    ({
      kind,
      latest,
      began,
      ended,
      membership,
    }: {
      kind: string;
      latest: string;
      began: string | null;
      ended: string | null;
      membership: { id: string } | null;
    }) => [latest, kind, membership?.id.slice('membership:'.length), began, ended].filter(Boolean).join(' '),
  );
const changesOf = async (filter = ''): Promise<string[]> =>
  (await ask(graph, `{ changes(from: "2019-06-01", until: "2019-06-30"${filter}) { nodes { cause } } }`)).changes.nodes.map(
    ({ cause }: { cause: string }) => cause,
  );

/** What changes say of ends that they have no word of their own for is that these are the seat's own. */
const IN_CHANGES: Record<string, string> = { RESIGNED: 'RESIGNATION', LOST_OFFICE: 'HOME_MANDATE_LOST', DIED: 'DEATH' };
const OWN = ['OWN_END', 'NOT_REELECTED', 'DID_NOT_STAND', 'REMOVED', 'DISQUALIFIED', 'RECALLED', 'ANNULLED', 'OTHER'];

describe('why a seat ended', () => {
  test.each(END_CAUSES)('is %s where that is said: of the seat, of its event, and in changes', async (ended) => {
    await seedWorld(graph, world([seat('anna', { ...HELD, ended, began: 'ELECTED', district: 'Nord' })]));
    expect(await causesOf('2019-06-09')).toEqual({ district: 'Nord', began: 'ELECTED', ended });
    expect(await eventsOf()).toEqual(['2019-05-06 JOINED anna ELECTED', `2019-06-10 LEFT anna ${ended}`]);
    const cause = OWN.includes(ended) ? 'OWN_END' : (IN_CHANGES[ended] ?? ended);
    expect(await changesOf()).toEqual([cause]);
    expect(await changesOf(`, filter: { causes: [${cause}] }`)).toEqual([cause]);
    expect(await changesOf(', filter: { causes: [TERM_ENDED], kinds: [JOINED] }')).toEqual([]);
  });

  test('is read by its earlier name and in its earlier word', async () => {
    await seedWorld(graph, world([seat('anna', { ...HELD, ending: 'RESIGNATION' }), seat('bo', { ...HELD, ended: 'RESIGNATION' })]));
    expect([await causesOf('2020-01-01'), await causesOf('2020-01-01', 'bo')]).toMatchObject([{ ended: 'RESIGNED' }, { ended: 'RESIGNED' }]);
    expect(await seedWorld(graph, world([seat('anna', { ...HELD, ended: 'RESIGNED' }), seat('bo', { ...HELD, ended: 'RESIGNED' })]))).toMatchObject({
      learnt: 0,
      corrected: 0,
    });
  });

  const dissolved = { bodies: [named('body:council', { kind: 'COUNCIL', existence: { from: '2000-01-01', until: '2019-06-01' } })] };
  const term = { terms: [{ id: 'term:1', body: 'body:council', name: '2018-2022', from: '2018-01-01', until: '2022-01-01', sources: S }] };

  test.each<[string, object, World, string, string | null]>([
    ['as the body ceased to exist, though another end is printed', { ...HELD, ended: 'RESIGNED' }, dissolved, 'BODY_DISSOLVED', 'RESIGNED'],
    ['as is said, where no end is printed', { from: '2019-05-06', ended: 'NOT_REELECTED' }, term, 'NOT_REELECTED', 'NOT_REELECTED'],
    ['as its term was over, where nobody says', { from: '2019-05-06' }, term, 'TERM_ENDED', null],
    ['as its holder died, where nobody says', { from: '2019-05-06' }, { people: [named('person:anna', { diedOn: '2020-02-03' })] }, 'DIED', null],
  ])('is told %s', async (_, more, around, ofEvent, before) => {
    await seedWorld(graph, world([seat('anna', more)], around));
    expect((await eventsOf()).filter((event) => event.includes('LEFT'))).toEqual([expect.stringMatching(new RegExp(`LEFT anna ${ofEvent}$`))]);
    expect([(await causesOf('2019-05-20')).ended, (await causesOf('2025-01-01')).ended]).toEqual([before, before ?? ofEvent]);
  });

  test.each([
    ['no earlier than a cause of its own ended it', 'DISQUALIFIED', '2020-06-01'],
    ['as it follows on it, where that is why it ended', 'REPLACED', '2020-01-01'],
    ['as it follows on it, where nobody says why it ended', undefined, '2020-01-01'],
  ])('decides when its successor begins: %s', async (_, ended, fromMin) => {
    const replaces = { appointment: { replaces: { membership: 'membership:anna', sources: S } } };
    await seedWorld(graph, world([seat('anna', { from: '2018', until: '2020-06', ended }), seat('bo', { from: '2020', ...replaces })]));
    const { node } = await ask(graph, '{ node(id: "membership:bo") { ... on Membership { interval { fromMin } } } }');
    expect(node.interval.fromMin).toBe(fromMin);
  });

  test('says that it is over, where the record is kept up to date', async () => {
    await seedWorld(graph, world([seat('anna', { from: '2019-05-06', ended: 'REMOVED' }), seat('bo', { from: '2019-05-06' })]), { maintained: 'continuously' });
    const { body } = await ask(graph, '{ body(id: "body:council", asOf: "2024-01-01") { members { nodes { person { id } certainty } } } }');
    expect(body.members.nodes).toEqual([
      { person: { id: 'person:bo' }, certainty: 'CERTAIN' },
      { person: { id: 'person:anna' }, certainty: 'POSSIBLE' },
    ]);
  });
});

describe('how a seat began', () => {
  test.each(BEGIN_CAUSES)('is %s where that is said, of whomever it replaces', async (began) => {
    const replaces = { appointment: { replaces: { membership: 'membership:anna', sources: S } } };
    await seedWorld(graph, world([seat('anna', HELD), seat('bo', { from: '2019-06-10', began, ...replaces })]));
    expect((await eventsOf()).filter((event) => event.includes(' bo'))).toEqual([`2019-06-10 REPLACED bo ${began} OWN_END`]);
    expect(await causesOf('2018-01-01', 'bo')).toMatchObject({ began });
  });

  test('is by virtue of an office, where that is why it is held and nobody says more', async () => {
    await seedWorld(graph, world([seat('anna', { ...HELD, appointment: { exOfficio: 'The mayor sits in it.' } })]));
    expect(await causesOf('2019-05-07')).toEqual({ district: null, began: 'EX_OFFICIO', ended: null });
  });
});
