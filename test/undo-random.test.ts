import { afterEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Told, clerkOf } from './clerk.js';
import { random } from './random.js';
import { type Stored, stateAt, stateOf } from './state.js';
import { type World, emptyGraph, sampleOf, seedWorld } from './world.js';

const SEQUENCES = sampleOf(500, 4, 1);
const SEED = Number(process.env['MANDAT_TEST_SEED'] ?? 1);
/** Of each sequence. */
const ACTS = 30;

let graph: Graph;
afterEach(() => graph.close());

const NAMES = ['anna', 'bo', 'carl', 'dora', 'erik'];
const sources = ['source:1'];
const seat = (name: string, role: string, more: object = {}) => ({
  ...{ id: `membership:${name}`, person: `person:${name}`, body: 'body:board', role, from: '2022-01-01', open: true, sources },
  ...more,
});
const WORLD: World = {
  documents: [{ id: 'doc:1', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'As registered.' }],
  people: NAMES.map((name) => ({ id: `person:${name}`, name, sources })),
  parties: ['red', 'blue'].map((name) => ({ id: `party:${name}`, name, sources })),
  bodies: ['board', 'office'].map((name) => ({ id: `body:${name}`, kind: 'BOARD', name, sources })),
  memberships: [
    seat('anna', 'CHAIR'),
    seat('bo', 'MEMBER'),
    seat('bo-at-office', 'MEMBER', { person: 'person:bo', body: 'body:office', dependsOn: [{ on: 'membership:bo', sources }] }),
  ],
};

type Below = (below: number) => number;

/** Some act or other, of people who may have a seat or not. */
const actBy = (below: Below): object => {
  const one = (): string => NAMES[below(NAMES.length)] as string;
  const day = (): string => `20${22 + below(3)}-0${1 + below(9)}-15`;
  const [who, other, on] = [one(), one(), day()];
  const thing = `membership:${who}`;
  const acts: readonly object[] = [
    { appoint: { id: thing, person: { id: `person:${who}` }, body: 'body:board', role: below(3) === 0 ? 'CHAIR' : 'MEMBER', from: on } },
    { appoint: { id: thing, person: { id: `person:${who}` }, body: 'body:board', role: 'MEMBER', from: on, dependsOn: [`membership:${other}`] } },
    { end: { thing, ends: { until: on }, cause: 'RESIGNED' } },
    { end: { thing, ends: { unknown: true }, cause: 'RESIGNED' } },
    { replace: { membership: thing, newHolder: { id: `person:${other}` }, from: on, cause: 'RESIGNED', id: `membership:${other}` } },
    { changeRole: { membership: thing, role: 'VICE_CHAIR', from: on } },
    { leave: { membership: thing, from: on, ends: { until: `2025-0${1 + below(9)}-01` } } },
    { affiliate: { person: `person:${who}`, with: below(2) ? 'party:red' : 'party:blue', from: on } },
    { affiliate: { person: `person:${who}`, independent: true, from: on } },
    { die: { person: `person:${who}`, on: `2024-1${below(3)}-20` } },
    { rename: { thing: `person:${who}`, name: `${who} ${on.slice(0, 4)}`, from: on } },
    { observe: { memberships: [thing], on, over: below(4) === 0 } },
    { correct: { thing, set: { from: on }, why: 'Misread.' } },
    { learn: { thing, set: { title: `title ${below(3)}` }, why: 'Read.' } },
    { retract: { thing, why: 'Never so.' } },
    { keep: { body: 'body:board', from: on } },
    { mergePeople: { keep: `person:${who}`, gone: `person:${other}`, why: 'One and the same.' } },
    { list: { body: 'body:board', on, complete: below(2) === 0, members: [{ person: { id: `person:${who}` }, role: 'MEMBER' }] } },
  ];
  return acts[below(acts.length)] as object;
};

/** All but the log. */
const now = async (): Promise<Stored[]> => (await stateOf(graph)).filter(({ id }) => !String(id).startsWith('entry:'));

const followed = ({ problems, made, events, carried, findings }: Told) => ({ problems, made, events, carried, findings });

describe('whatever is said: a check tells it, taken back all is as before, done again as after, and what was known at any time stays', () => {
  test.each(Array.from({ length: SEQUENCES }, (_, at) => SEED + at))(
    'seed %d',
    async (seed) => {
      const below = random(seed);
      graph = await emptyGraph();
      await seedWorld(graph, WORLD);
      const clerk = clerkOf(graph);
      const known = new Map<number, Stored[]>();
      let after = await now();
      for (let said = 0; said < ACTS;) {
        const acts = Array.from({ length: 1 + below(3) }, () => actBy(below));
        said += acts.length;
        const before = after;
        const entry = { source: { recorded: 'source:1' } };
        const checked = await clerk.record(acts, { ...entry, mode: 'CHECK' });
        const accept = checked.problems.map(({ id }) => id);
        const about = [seed, JSON.stringify(acts)];
        const again = accept.length > 0 ? await clerk.record(acts, { ...entry, mode: 'CHECK', accept }) : checked;
        const told = await clerk.record(acts, { ...entry, accept });
        expect([...about, followed(again)]).toEqual([...about, followed(told)]);
        after = await now();
        if (told.status !== 'WRITTEN') {
          expect([...about, again.status, after]).toEqual([...about, told.status, before]);
          continue;
        }
        expect([...about, again.status]).toEqual([...about, 'CHECKED']);
        const { at } = await readRevision(graph);
        known.set(at, await stateAt(graph, at));
        const undone = await clerk.undo(told.entry?.id);
        expect([...about, undone.status, undone.problems, await now()]).toEqual([...about, 'WRITTEN', [], before]);
        expect([...about, (await clerk.undo(undone.entry?.id)).status, await now()]).toEqual([...about, 'WRITTEN', after]);
      }
      for (const [at, state] of known) expect(await stateAt(graph, at)).toEqual(state);
    },
    120_000,
  );
});
