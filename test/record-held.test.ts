import { expect, test } from 'vitest';
import { contextFor } from '../src/api/context.js';
import { recordHeld } from '../src/mutations/held.js';
import { released } from '../src/read/context.js';
import { readRevision } from '../src/record/revision.js';
import { actorCalled } from './recording.js';
import { emptyGraph, seedWorld } from './world.js';

const S = { sources: ['source:r'] };
const WORLD = {
  documents: [{ id: 'doc:r', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:r', document: 'doc:r', quote: 'as registered' }],
  people: [{ id: 'person:anna', name: 'Anna Holm', ...S }],
  bodies: [{ id: 'body:board', kind: 'BOARD', name: 'The board', ...S }],
};
const ENTRY = { key: 'k', acts: [{ appoint: { person: { id: 'person:anna' }, body: 'body:board', role: 'MEMBER', from: '2024-03-01' } }], mode: 'CHECK' };

test.each([
  ['was over before', true],
  ['is over once it is answered', false],
])(
  'a CHECK of an operation that %s keeps nobody from writing',
  async (_, isOver) => {
    const graph = await emptyGraph();
    try {
      await seedWorld(graph, WORLD);
      const before = await readRevision(graph);
      const context = { ...contextFor(graph), budget: { isOver: () => isOver, hold: () => true, over: new Promise<void>(() => undefined) } };
      if (isOver) await released(context);
      const { result } = await recordHeld(context, actorCalled('editor'), ENTRY as never);
      expect(result.status).toBe('CHECKED');
      if (!isOver) await released(context);
      await graph.write(async () => undefined);
      expect(await readRevision(graph)).toEqual(before);
    } finally {
      await graph.close();
    }
  },
  20_000,
);
