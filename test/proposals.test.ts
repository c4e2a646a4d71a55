import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import type { Actor } from '../src/record/actor.js';
import { readRevision } from '../src/record/revision.js';
import { ADMIN, EDITOR, type Told, aKey, askAs, clerkOf } from './clerk.js';
import { stateOf } from './state.js';
import { emptyGraph, seedWorld } from './world.js';

const sources = ['source:1'];
const open = { open: true, sources };
const WORLD = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: ['anna', 'bo', 'carl'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: ['board', 'office'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name, sources })),
  memberships: [{ id: 'membership:anna', person: 'person:anna', body: 'body:board', role: 'CHAIR', from: '2022-01-01', ...open }],
};
const SAID = { source: { recorded: 'source:1' }, note: 'From the minutes.' };
const appoint = (name: string, more: object = {}) => ({
  appoint: { id: `membership:${name}`, person: { id: `person:${name}` }, body: 'body:board', role: 'MEMBER', from: '2023-01-01', ...more },
});

const PIA: Actor = { id: 'pia', name: 'Pia', role: 'PROPOSER', bodies: null };
const PER: Actor = { id: 'per', name: 'Per', role: 'PROPOSER', bodies: null };
const OF_OFFICE: Actor = { id: 'otto', name: 'Otto', role: 'EDITOR', bodies: ['body:office'] };
const OF_BOARD: Actor = { id: 'bea', name: 'Bea', role: 'EDITOR', bodies: ['body:board'] };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, WORLD);
});
afterEach(() => graph.close());

const propose = (acts: object[], who = PIA, more: object = {}): Promise<Told> => clerkOf(graph, who).record(acts, { ...SAID, mode: 'PROPOSE', ...more });
const codes = ({ status, problems }: Told) => [status, ...problems.map(({ code, path }) => [code, ...path].join(' '))];
const listed = async (who: Actor, args = ''): Promise<string[]> => {
  const { data } = await askAs(graph, who, `{ proposals${args} { totalCount nodes { id status by { id } reviewedBy { id } } } }`);
  expect(data.proposals.totalCount).toBe(data.proposals.nodes.length);
  return data.proposals.nodes.map((one: { id: string; status: string; by: { id: string }; reviewedBy: { id: string } | null }) =>
    [one.id, one.status, one.by.id, one.reviewedBy?.id].filter(Boolean).join(' '),
  );
};

describe('what is proposed', () => {
  test('is kept, told as it would be, and no part of the record', async () => {
    const [before, revision] = [await stateOf(graph), await readRevision(graph)];
    const told = await propose([appoint('bo')]);
    expect(told).toMatchObject({
      ...{ status: 'PROPOSED', problems: [], entry: null, revision: revision.number, proposal: { id: 'proposal:1', status: 'OPEN' } },
      ...{ made: [{ node: { id: 'membership:bo' }, because: 'RECORDED' }], events: [{ kind: 'JOINED', person: { id: 'person:bo' } }] },
    });
    expect([await stateOf(graph), await readRevision(graph)]).toEqual([before, revision]);
  });

  test('is refused where it can never be, and not where it perhaps cannot', async () => {
    expect(codes(await propose([appoint('bo', { body: 'body:none' })]))).toEqual(['REFUSED', 'UNKNOWN_ID acts.0.appoint.body'.replaceAll('.', ' ')]);
    expect(codes(await propose([appoint('bo', { role: 'CHAIR', from: '2022' })]))[0]).toBe('REFUSED');
    expect(codes(await propose([{ appoint: { person: { id: 'person:anna' }, body: 'body:board', role: 'CHAIR' } }]))[0]).toBe('UNCHANGED');
    expect(await listed(EDITOR)).toEqual([]);
  });

  test('binds its key', async () => {
    const key = aKey();
    const told = await propose([appoint('bo')], PIA, { key });
    expect(await propose([appoint('bo')], PIA, { key })).toEqual({ ...told, replayed: true });
    expect(codes(await propose([appoint('carl')], PIA, { key }))).toEqual(['REFUSED', 'KEY_REUSED key']);
    expect(await listed(EDITOR)).toEqual(['proposal:1 OPEN pia']);
  });

  test.each(['WRITE', 'CHECK', 'PROPOSE'])('is told again with all that it would make under its key, as a %s', async (mode) => {
    const key = aKey();
    const acts = [{ appoint: { person: { new: { name: 'Dora' } }, body: 'body:office', role: 'MEMBER', from: '2023-01-01' } }];
    const told = await propose(acts, EDITOR, { key });
    expect(told.made.map(({ node }) => node?.id)).toEqual(expect.arrayContaining(['person:dora', 'membership:office-member-dora']));
    expect(await propose(acts, EDITOR, { key, mode })).toEqual({ ...told, replayed: true });
  });

  test('that is so already binds its key', async () => {
    const [key, clerk] = [aKey(), clerkOf(graph)];
    const entry = (await clerk.record([appoint('bo')], SAID)).entry?.id as string;
    const told = await propose([appoint('bo')], PIA, { key });
    expect(told.status).toBe('UNCHANGED');
    await clerk.undo(entry);
    expect(await propose([appoint('bo')], PIA, { key })).toEqual({ ...told, replayed: true });
  });

  test('at the same moment under one key, is proposed once', async () => {
    const key = aKey();
    const told = await Promise.all([1, 2].map(() => propose([appoint('bo')], PIA, { key })));
    expect(told.map(({ status, replayed }) => [status, replayed]).sort()).toEqual([
      ['PROPOSED', false],
      ['PROPOSED', true],
    ]);
    expect(await listed(EDITOR)).toHaveLength(1);
  });

  test('is listed, newest first, by what became of it, by body and to whom it may be', async () => {
    await propose([appoint('bo')]);
    await propose([appoint('carl', { body: 'body:office' })], PER);
    await clerkOf(graph).review('proposal:1', 'REJECT');
    expect(await listed(EDITOR)).toEqual(['proposal:2 OPEN per', 'proposal:1 REJECTED pia anna']);
    expect(await listed(EDITOR, '(status: [OPEN])')).toEqual(['proposal:2 OPEN per']);
    expect(await listed(EDITOR, '(body: "body:board")')).toEqual(['proposal:1 REJECTED pia anna']);
    expect(await listed(PIA)).toEqual(['proposal:1 REJECTED pia anna']);
    expect((await askAs(graph, null, '{ proposals { totalCount } }')).codes).toEqual(['UNAUTHENTICATED']);
    const node = '{ node(id: "proposal:1") { id } }';
    expect([(await askAs(graph, null, node)).data, (await askAs(graph, PER, node)).data, (await askAs(graph, PIA, node)).data]).toEqual([
      { node: null },
      { node: null },
      { node: { id: 'proposal:1' } },
    ]);
  });
});

describe('a proposal is', () => {
  test('accepted, as an entry of who does', async () => {
    await propose([appoint('bo')]);
    const told = await clerkOf(graph, OF_BOARD).review('proposal:1', 'ACCEPT');
    expect(told).toMatchObject({
      status: 'WRITTEN',
      made: [{ node: { id: 'membership:bo' } }],
      events: [{ kind: 'JOINED' }],
      entry: { id: 'entry:1' },
      proposal: { status: 'ACCEPTED' },
    });
    const { data } = await askAs(
      graph,
      EDITOR,
      '{ node(id: "entry:1") { ... on Entry { actor { id } note acts source { id } } } proposals { nodes { entry { id } } } }',
    );
    expect(data).toEqual({
      node: { actor: { id: 'bea' }, note: SAID.note, acts: [appoint('bo')], source: { id: 'source:1' } },
      proposals: { nodes: [{ entry: { id: 'entry:1' } }] },
    });
    expect(await clerkOf(graph).review('proposal:1', 'ACCEPT')).toMatchObject({ status: 'UNCHANGED', entry: { id: 'entry:1' } });
    expect(codes(await clerkOf(graph).review('proposal:1', 'REJECT'))).toEqual(['REFUSED', 'NOT_IN_FORCE proposal']);
  });

  test('checked anew: what can no longer be is refused, and stays open', async () => {
    await propose([{ end: { thing: 'membership:anna', ends: { until: '2024-01-01' }, cause: 'RESIGNED' } }]);
    await clerkOf(graph).record([{ end: { thing: 'membership:anna', ends: { until: '2024-02-01' }, cause: 'REMOVED' } }], SAID);
    expect(codes(await clerkOf(graph).review('proposal:1', 'ACCEPT'))).toEqual(['REFUSED', 'ALREADY_ENDED acts 0 end']);
    expect(await listed(EDITOR)).toEqual(['proposal:1 OPEN pia']);
  });

  test('accepted where it is so already, by nothing', async () => {
    await propose([appoint('bo')]);
    await clerkOf(graph).record([appoint('bo')], SAID);
    expect(await clerkOf(graph).review('proposal:1', 'ACCEPT')).toMatchObject({ status: 'UNCHANGED', entry: null, proposal: { status: 'ACCEPTED' } });
  });

  test('rejected, and withdrawn by who proposed it, with nothing written', async () => {
    await propose([appoint('bo')]);
    await propose([appoint('carl')]);
    const before = await stateOf(graph);
    expect(await clerkOf(graph).review('proposal:1', 'REJECT', { note: 'No.' })).toMatchObject({
      status: 'REJECTED',
      entry: null,
      proposal: { status: 'REJECTED' },
    });
    expect(codes(await clerkOf(graph, PER).review('proposal:2', 'WITHDRAW'))).toEqual(['REFUSED', 'UNKNOWN_ID proposal']);
    expect(await clerkOf(graph, PIA).review('proposal:2', 'WITHDRAW')).toMatchObject({ status: 'WITHDRAWN' });
    expect(await clerkOf(graph, PIA).review('proposal:2', 'WITHDRAW')).toMatchObject({ status: 'UNCHANGED' });
    expect(await stateOf(graph)).toEqual(before);
  });

  test('withdrawn by others where they may reject it, and by who proposed it wherever it is', async () => {
    const IMPORT: Actor = { id: 'ida', name: 'Ida', role: 'IMPORT', bodies: null };
    const withdrawn = async (who: Actor, proposer: Actor, body: string): Promise<unknown> => {
      const { proposal } = await propose([appoint('bo', { body })], proposer);
      const { data, codes: errors } = await askAs(
        graph,
        who,
        'mutation ($proposal: ID!) { told: review(proposal: $proposal, verdict: WITHDRAW) { status problems { code given } proposal { reviewedBy { id } } } }',
        { proposal: proposal?.id },
      );
      return data ? [data.told.status, ...data.told.problems.map((one: { code: string; given: string }) => `${one.code} ${one.given}`)] : errors;
    };
    expect([
      await withdrawn(ADMIN, PIA, 'body:board'),
      await withdrawn(EDITOR, PIA, 'body:board'),
      await withdrawn(OF_BOARD, PIA, 'body:board'),
      await withdrawn(OF_OFFICE, PIA, 'body:board'),
      await withdrawn(OF_OFFICE, OF_OFFICE, 'body:board'),
      await withdrawn(IMPORT, IMPORT, 'body:board'),
    ]).toEqual([['WITHDRAWN'], ['WITHDRAWN'], ['WITHDRAWN'], ['REFUSED', 'OUTSIDE_YOUR_BODIES body:board'], ['WITHDRAWN'], ['FORBIDDEN']]);
  });

  test('none of theirs, to an editor of other bodies', async () => {
    await propose([appoint('bo')]);
    const otto = clerkOf(graph, OF_OFFICE);
    expect(codes(await otto.review('proposal:1', 'ACCEPT'))).toEqual(['REFUSED', 'OUTSIDE_YOUR_BODIES acts 0 appoint']);
    expect(codes(await otto.review('proposal:1', 'REJECT'))).toEqual(['REFUSED', 'OUTSIDE_YOUR_BODIES proposal']);
    expect(await listed(EDITOR)).toEqual(['proposal:1 OPEN pia']);
  });

  test('reviewed by one of two at the same moment', async () => {
    await propose([appoint('bo')]);
    const told = await Promise.all(['ACCEPT', 'REJECT'].map((verdict) => clerkOf(graph).review('proposal:1', verdict)));
    expect(told.filter(({ status }) => status !== 'REFUSED')).toHaveLength(1);
    expect((await stateOf(graph)).some(({ id }) => id === 'membership:bo')).toBe(told[0]?.status === 'WRITTEN');
  });
});

describe('what a proposal comes to', () => {
  test('is checked when it is asked for', async () => {
    await propose([appoint('bo')]);
    await propose([appoint('carl')]);
    const things = '{ node(id: "proposal:2") { ... on Proposal { result { status made { node { id } } events { kind person { id } } } } } }';
    expect((await askAs(graph, EDITOR, things)).data).toEqual({
      node: { result: { status: 'CHECKED', made: [{ node: { id: 'membership:carl' } }], events: [{ kind: 'JOINED', person: { id: 'person:carl' } }] } },
    });
    await clerkOf(graph).record([appoint('bo', { from: '2021-01-01' })], SAID);
    const words = '{ proposals { nodes { result { status problems { code } } } } }';
    expect((await askAs(graph, EDITOR, words)).data.proposals.nodes).toEqual([
      { result: { status: 'CHECKED', problems: [] } },
      { result: { status: 'REFUSED', problems: [{ code: 'ALREADY_HELD' }] } },
    ]);
  });

  const RESULT =
    'result { status replayed revision problems { code } made { because node { id } was { id } } events { kind person { id } } carried { kind } findings { rule } entry { id } }';
  const resultOf = async (who = EDITOR) => (await askAs(graph, who, `{ node(id: "proposal:1") { ... on Proposal { ${RESULT} } } }`)).data.node.result;

  test('is what was told of it once it is accepted, whatever becomes of that', async () => {
    const clerk = clerkOf(graph);
    await propose([appoint('bo'), { end: { thing: 'membership:anna', ends: { until: '2024-01-01' }, cause: 'RESIGNED' } }]);
    const { status, replayed, revision, made, events, entry } = await clerk.review('proposal:1', 'ACCEPT');
    expect([status, made, events]).toMatchObject(['WRITTEN', [{ node: { id: 'membership:bo' } }, { node: { id: 'membership:anna' } }], { length: 2 }]);
    const told = {
      status,
      replayed,
      revision,
      problems: [],
      made: made.map(({ act: _, ...one }) => one),
      events,
      carried: [],
      findings: [],
      entry: { id: entry?.id },
    };
    expect(await resultOf()).toEqual(told);
    expect(await resultOf(PIA)).toEqual({ ...told, entry: null });
    await clerk.undo(entry?.id);
    expect(await resultOf()).toEqual(told);
  });

  test.each([
    ['REJECT', 'REJECTED'],
    ['WITHDRAW', 'WITHDRAWN'],
  ])('is what a %s said', async (verdict, status) => {
    await propose([appoint('bo')]);
    const { revision } = await clerkOf(graph).review('proposal:1', verdict);
    expect(await resultOf()).toEqual({ status, replayed: false, revision, problems: [], made: [], events: [], carried: [], findings: [], entry: null });
  });

  test('is that it was so already, where somebody wrote it before it was accepted', async () => {
    await propose([appoint('bo')]);
    await clerkOf(graph).record([appoint('bo')], SAID);
    await clerkOf(graph).review('proposal:1', 'ACCEPT');
    expect(await resultOf()).toMatchObject({ status: 'UNCHANGED', made: [], entry: null });
  });

  test('is told of those that are reviewed and of one that is open in one list', async () => {
    await propose([appoint('bo')]);
    await propose([appoint('carl')]);
    await clerkOf(graph).review('proposal:1', 'ACCEPT');
    const { data } = await askAs(graph, EDITOR, '{ proposals { nodes { id result { status } } } }');
    expect(data.proposals.nodes.map(({ result }: { result: object }) => result)).toEqual([{ status: 'CHECKED' }, { status: 'WRITTEN' }]);
  });

  test('holds no name of who is erased since', async () => {
    const who = { person: { new: { id: 'person:dora-dam', name: 'Dora Dam' } } };
    await propose([appoint('dora', who)]);
    await clerkOf(graph).review('proposal:1', 'ACCEPT');
    await clerkOf(graph, ADMIN).record([{ erase: { person: 'person:dora-dam', why: 'Asked.' } }], SAID);
    const { status, made } = await resultOf();
    expect([status, JSON.stringify(made)]).toEqual(['WRITTEN', expect.not.stringMatching(/dora.dam/i)]);
    expect(JSON.stringify(await stateOf(graph))).not.toMatch(/dora.dam/i);
  });

  test('is told with things of one at a time', async () => {
    await propose([appoint('bo')]);
    await propose([appoint('carl')]);
    expect((await askAs(graph, EDITOR, '{ proposals { nodes { result { events { kind } } } } }')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await askAs(graph, EDITOR, '{ me { id } node(id: "proposal:1") { ... on Proposal { result { events { kind } } } } }')).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});
