import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Told, aKey, askAs, clerkOf, EDITOR } from './clerk.js';
import { type Stored, stateOf } from './state.js';
import { type World, ask, emptyGraph, seedWorld } from './world.js';

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const sources = ['source:1'];
const open = { open: true, sources };
const seat = (name: string, role = 'MEMBER', more: object = {}) => ({
  ...{ id: `membership:${name}`, person: `person:${name}`, body: 'body:board', role, from: '2022-01-01' },
  ...open,
  ...more,
});
const WORLD: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: ['anna', 'bo', 'carl', 'dora', 'erik'].map((name) => ({ id: `person:${name}`, name, sources })),
  bodies: ['board', 'office'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name, sources })),
  parties: [{ id: 'party:red', name: 'Red', sources }],
  memberships: [
    seat('anna', 'CHAIR'),
    seat('bo'),
    { ...seat('bo-at-office'), person: 'person:bo', body: 'body:office', dependsOn: [{ on: 'membership:bo', sources }] },
  ],
};
const world = () => seedWorld(graph, WORLD);

const SAID = { source: { recorded: 'source:1' } };
const appoint = (name: string, more: object = {}) => ({
  appoint: { id: `membership:${name}`, person: { id: `person:${name}` }, body: 'body:board', role: 'MEMBER', from: '2023-01-01', ...more },
});
const end = (name: string, until = '2024-01-01', cause = 'RESIGNED') => ({ end: { thing: `membership:${name}`, ends: { until }, cause } });
const replace = (name: string, by: string, from = '2023-06-01') => ({
  replace: { membership: `membership:${name}`, newHolder: { id: `person:${by}` }, from, cause: 'RESIGNED', id: `membership:${by}` },
});

const record = (...acts: object[]): Promise<Told> => clerkOf(graph).record(acts, SAID);
const undo = (told: Told, more: object = {}): Promise<Told> => clerkOf(graph).undo(told.entry?.id, more);
const codes = ({ status, problems }: Told) => ({ status, problems: problems.map(({ code, path }) => [code, ...path].join(' ')) });

/** All but the log. */
const withoutLog = (stored: Stored[]): Stored[] => stored.filter(({ id }) => !String(id).startsWith('entry:'));
const now = async (): Promise<Stored[]> => withoutLog(await stateOf(graph));

describe('what is said again after it was taken back happens', () => {
  const dissolved = { dissolve: { thing: 'body:board', ends: { until: '2025-01-01' } } };
  test.each<[string, object[], object[]]>([
    ['a seat, with the id that it had', [appoint('carl')], [appoint('carl')]],
    ['a seat of another day', [appoint('carl')], [appoint('carl', { from: '2024-01-01' })]],
    ['a seat that is taken over on another day', [replace('bo', 'carl')], [replace('bo', 'dora', '2023-07-01')]],
    ['by the same', [replace('bo', 'carl')], [replace('bo', 'carl', '2023-07-01')]],
    ['the end of a seat, with what depends on it', [end('bo')], [end('bo', '2024-02-01')]],
    [
      'a tie',
      [{ affiliate: { person: 'person:bo', independent: true, from: '2023-01-01' } }],
      [{ affiliate: { person: 'person:bo', independent: true, from: '2024-01-01' } }],
    ],
    ['the end of a body', [dissolved], [dissolved]],
    [
      'a body',
      [{ establish: { name: 'Council', kind: 'COMMITTEE', from: '2023-01-01' } }],
      [{ establish: { name: 'Council', kind: 'COMMITTEE', from: '2024-01-01' } }],
    ],
  ])('%s', async (_, first, again) => {
    await world();
    const happened = ({ status, events, carried }: Told) => ({ status, events: events.map(({ kind }) => kind), carried: carried.map(({ kind }) => kind) });
    const told = await record(...first);
    expect(told.events.length).toBeGreaterThan(0);
    expect((await undo(told)).status).toBe('WRITTEN');
    expect(happened(await record(...again))).toEqual(happened(told));
  });

  test('and what is corrected does not', async () => {
    await world();
    await undo(await record(appoint('carl')));
    await record(appoint('carl', { from: '2024-01-01' }));
    expect((await record({ correct: { thing: 'membership:carl', set: { from: '2024-02-01' }, why: 'Misread.' } })).events).toEqual([]);
  });
});

describe('an entry is taken back', () => {
  test.each<[string, object[]]>([
    ['a seat that was taken', [appoint('carl')]],
    ['a seat of a data set that ended, and what depends on it', [end('bo')]],
    ['a seat that was taken over', [replace('bo', 'carl')]],
    ['somebody new with two seats', [{ appoint: { person: { new: { name: 'Frida Holm' } }, body: 'body:board', role: 'MEMBER' } }, appoint('dora')]],
  ])('%s', async (_, acts) => {
    await world();
    const before = await now();
    const said = await record(...acts);
    const after = await now();
    const told = await undo(said);
    expect(told).toMatchObject({
      status: 'WRITTEN',
      replayed: false,
      problems: [],
      events: [],
      carried: [],
      entry: { undoes: { id: said.entry?.id }, undoneBy: null },
    });
    expect(told.made.map(({ act }) => act)).toEqual(said.made.map(({ act }) => act));
    expect(told.made.every(({ because }) => because === 'CORRECTED')).toBe(true);
    expect(await now()).toEqual(before);

    expect(await undo(told)).toMatchObject({ status: 'WRITTEN', events: [], carried: [] });
    expect(await now()).toEqual(after);
    expect(await undo(said)).toMatchObject({ status: 'WRITTEN' });
    expect(await now()).toEqual(before);
  });

  test('as CORRECTED, which its history says', async () => {
    await world();
    await undo(await record(end('bo')));
    const { seat: told } = await ask(graph, '{ seat: node(id: "membership:bo") { ... on Membership { until ended history { because } } } }');
    expect(told).toEqual({ until: null, ended: null, history: ['RECORDED', 'CHANGED', 'CORRECTED'].map((because) => ({ because })) });
    const { seat: carried } = await ask(graph, '{ seat: node(id: "membership:bo-at-office") { ... on Membership { history { because } } } }');
    expect(carried).toEqual({ history: ['RECORDED', 'DERIVED', 'CORRECTED'].map((because) => ({ because })) });
  });

  test('once: then it is so already, until it is done again', async () => {
    await world();
    const said = await record(appoint('carl'));
    const undone = await undo(said);
    expect(codes(await undo(said))).toEqual({ status: 'UNCHANGED', problems: [] });
    await undo(undone);
    expect(codes(await undo(undone))).toEqual({ status: 'UNCHANGED', problems: [] });
    const entries = 'query($id: ID!) { node(id: $id) { ... on Entry { undoneBy { id } undoes { id } note } } }';
    expect((await askAs(graph, EDITOR, entries, { id: said.entry?.id })).data).toEqual({ node: { undoneBy: null, undoes: null, note: null } });
    expect((await askAs(graph, EDITOR, entries, { id: undone.entry?.id })).data).toEqual({
      node: { undoneBy: { id: 'entry:3' }, undoes: { id: said.entry?.id }, note: 'It was not so.' },
    });
  });

  test('under a key, which is answered as before', async () => {
    await world();
    const [first, second] = [await record(appoint('carl')), await record(appoint('dora'))];
    const key = aKey();
    const told = await undo(first, { key });
    expect(await undo(first, { key })).toEqual({ ...told, replayed: true });
    expect(codes(await undo(second, { key }))).toEqual({ status: 'REFUSED', problems: ['KEY_REUSED key'] });
    expect(codes(await undo(first, { key, why: 'Otherwise.' }))).toEqual({ status: 'REFUSED', problems: ['KEY_REUSED key'] });
    expect(codes(await clerkOf(graph).record([appoint('carl')], { key, ...SAID }))).toEqual({ status: 'REFUSED', problems: ['KEY_REUSED key'] });
  });

  test('as a CHECK says before it, which leaves nothing', async () => {
    await world();
    const said = await record(replace('bo', 'carl'));
    const before = await stateOf(graph);
    const checked = await undo(said, { mode: 'CHECK' });
    expect(await stateOf(graph)).toEqual(before);
    const { status: _, entry: __, revision, ...told } = await undo(said);
    expect(checked).toMatchObject({ status: 'CHECKED', entry: null, revision: revision - 1, ...told });
  });

  test('so that its ids are free again', async () => {
    await world();
    await undo(await record(appoint('carl')));
    expect(await record(appoint('carl', { from: '2024-05-01' }))).toMatchObject({ status: 'WRITTEN', made: [{ node: { id: 'membership:carl' } }] });
  });

  test('that is none', async () => {
    await world();
    expect(codes(await clerkOf(graph).undo('entry:7'))).toEqual({ status: 'REFUSED', problems: ['UNKNOWN_ID entry'] });
  });

  test('and the data set says what it says from then on', async () => {
    await world();
    const said = await record(end('bo'));
    await seedWorld(graph, { ...WORLD, memberships: [seat('anna', 'CHAIR'), seat('bo', 'MEMBER', { title: 'medlem' }), WORLD['memberships']?.[2] as object] });
    await undo(said);
    const { seat: told } = await ask(graph, '{ seat: node(id: "membership:bo") { ... on Membership { until title } } }');
    expect(told).toEqual({ until: null, title: 'medlem' });
  });
});

describe('an entry on which another rests is not taken back before that one', () => {
  const fridas = { appoint: { id: 'membership:frida', person: { new: { id: 'person:frida', name: 'Frida Holm' } }, body: 'body:board', role: 'MEMBER' } };
  test.each<[string, object[], object[], boolean]>([
    ['it changed the same thing again', [appoint('carl')], [end('carl')], true],
    ['it changed the same seat of a data set', [end('bo')], [appoint('bo', { from: '2022-01-01', ends: { until: '2024-01-01' }, title: 'medlem' })], true],
    ['it names somebody who was new', [fridas], [{ appoint: { person: { id: 'person:frida' }, body: 'body:office', role: 'MEMBER' } }], true],
    ['it depends on a seat that was new', [appoint('carl')], [appoint('dora', { dependsOn: ['membership:carl'] })], true],
    ['it has a seat that would be taken', [replace('anna', 'carl')], [end('carl'), appoint('dora', { role: 'CHAIR', from: '2024-01-01' })], true],
    ['it is of other seats of the same body', [appoint('carl')], [appoint('dora')], false],
    ['it is of a seat of the same person', [appoint('carl')], [{ appoint: { person: { id: 'person:carl' }, body: 'body:office', role: 'MEMBER' } }], false],
  ])('%s', async (_, acts, others, rests) => {
    await world();
    const [first, second] = [await record(...acts), await record(...others)];
    expect(second.status).toBe('WRITTEN');
    if (rests) {
      const before = await stateOf(graph);
      const told = await undo(first);
      expect(codes(told)).toEqual({ status: 'REFUSED', problems: ['BUILT_UPON entry'] });
      expect(told.problems[0]?.things.map(({ id }) => id)).toEqual([second.entry?.id]);
      expect(await stateOf(graph)).toEqual(before);
      await undo(second);
    }
    expect(await undo(first)).toMatchObject({ status: 'WRITTEN' });
  });

  test('nor where a rule would be left broken, with the entry that broke it first', async () => {
    await world();
    const first = await record(end('anna', '2023-01-01'));
    const second = await record(appoint('carl', { role: 'CHAIR' }));
    await record(appoint('dora'));
    const told = await undo(first);
    expect(codes(told)).toEqual({ status: 'REFUSED', problems: ['BUILT_UPON entry'] });
    expect(told.problems[0]?.things.map(({ id }) => id)).toContain(second.entry?.id);
  });

  test('nor is an undo, once its ids were given to another', async () => {
    await world();
    const undone = await undo(await record(appoint('carl')));
    const other = await record(appoint('carl', { from: '2024-05-01' }));
    const told = await undo(undone);
    expect(codes(told)).toEqual({ status: 'REFUSED', problems: ['BUILT_UPON entry'] });
    expect(told.problems[0]?.things.map(({ id }) => id)).toEqual([other.entry?.id]);
  });

  test.each([
    ['ended a seat that a merge moved', (): object => end('carl')],
    [
      'changed what a seat that a merge moved is called',
      (): object => ({ correct: { thing: 'membership:carl', set: { title: 'medlem' }, why: 'As printed.' } }),
    ],
  ])('nor what took an entry back that %s, once the merge is taken back', async (_, act) => {
    await world();
    await record(appoint('carl', { from: '2022-01-01' }));
    const merge = await record({ mergePeople: { keep: 'person:bo', gone: 'person:carl', why: 'One.' } });
    const undone = await undo(await record(act()));
    const apart = await undo(merge);
    expect([undone.status, apart.status]).toEqual(['WRITTEN', 'WRITTEN']);
    const told = await undo(undone);
    expect(codes(told)).toEqual({ status: 'REFUSED', problems: ['BUILT_UPON entry'] });
    expect(told.problems[0]?.things.map(({ id }) => id)).toEqual([apart.entry?.id]);
    await undo(apart);
    expect(await undo(undone)).toMatchObject({ status: 'WRITTEN' });
  });

  test('and what is taken back rests on nothing', async () => {
    await world();
    const [first, second] = [await record(appoint('carl')), await record(end('carl'))];
    const undone = await undo(second);
    const back = await undo(first);
    expect(back.status).toBe('WRITTEN');
    expect(codes(await undo(undone))).toEqual({ status: 'REFUSED', problems: ['BUILT_UPON entry'] });
    expect(await undo(back)).toMatchObject({ status: 'WRITTEN' });
    expect(await undo(undone)).toMatchObject({ status: 'WRITTEN' });
  });
});

describe('a state of the record answers for ever as it did, however often what was said after it is taken back and done again', () => {
  const QUESTIONS = (knownAt: string | null) =>
    ['2024-06-10', '2024-06-20']
      .map((day, at) => {
        const asked = `asOf: "${day}"${knownAt ? `, knownAt: "${knownAt}"` : ''}`;
        return `b${at}: body(id: "body:board", ${asked}) {
          composition { filled { min max } byRole { role people { min max } } }
          offices { id members { id certainty } }
          members(includeSubstitutes: true) { nodes { id certainty sits leaves { id } stoodIn { id } } }
          nextSubstitutes(list: "party:red") { id rank } }
        c${at}: counts(filter: { bodies: ["body:board"] }, by: [BODY], ${asked}) { people { min max } memberships { min max } }`;
      })
      .join('\n');
  const answers = async (knownAt: string | null = null) => ask(graph, `{ ${QUESTIONS(knownAt)} }`);
  const here = { ends: { until: '2024-06' } };
  const substitute = (more: object) => appoint('dora', { role: 'SUBSTITUTE', ...more });

  test.each<[string, object[]]>([
    ['a leave', [appoint('carl'), { leave: { id: 'leave:carl', membership: 'membership:carl', from: '2023-05-01', ...here } }]],
    [
      'a stand-in',
      [
        appoint('carl'),
        substitute({ substituteFor: 'membership:carl', rank: 1 }),
        { leave: { id: 'leave:carl', membership: 'membership:carl', from: '2023-05-01', ...here } },
        { standIn: { id: 'stand-in:dora', substitute: 'membership:dora', holder: 'membership:carl', from: '2023-05-01', ...here } },
      ],
    ],
    ['a seat that is taken over in some month', [appoint('carl'), replace('carl', 'dora', '2024-06')]],
    ['a substitute of a list', [appoint('carl', { represents: ['party:red'] }), substitute({ substituteOf: 'party:red', rank: 1, represents: ['party:red'] })]],
    [
      'an office in which somebody acts',
      [
        { openOffice: { id: 'office:vice', body: 'body:board', role: 'VICE_CHAIR', from: '2023-01-01' } },
        appoint('carl', { from: '2023-01-01' }),
        { standIn: { id: 'stand-in:carl', substitute: 'membership:carl', office: 'office:vice', from: '2023-05-01', ...here } },
      ],
    ],
  ])('%s', async (_, acts) => {
    await world();
    const before = await answers();
    let said = await record(...acts);
    expect(said).toMatchObject({ status: 'WRITTEN', problems: [] });
    const after = await answers();
    expect(after).not.toEqual(before);
    const at = new Date((await readRevision(graph)).at).toISOString();
    for (let times = 0; times < 3; times += 1) {
      const undone = await undo(said);
      expect(undone.status).toBe('WRITTEN');
      expect(await answers()).toEqual(before);
      expect(await answers(at)).toEqual(after);
      said = await undo(undone);
      expect(said.status).toBe('WRITTEN');
      expect(await answers()).toEqual(after);
      expect(await answers(at)).toEqual(after);
    }
  });
});
