import type { EntryInput } from '../generated/api.js';
import type { Graph } from '../graph/port.js';
import type { Actor } from '../record/actor.js';
import { enter } from './enter.js';
import { recording } from './record.js';

const NOBODY: Actor = { id: 'mandat', name: null, role: 'EDITOR', bodies: null };

const seat = (person: string, more: object = {}): object => ({
  appoint: {
    id: `membership:warm-up-${person}`,
    person: { id: `person:warm-up-${person}` },
    body: 'body:warm-up',
    role: 'MEMBER',
    from: '2020-01-01',
    ...more,
  },
});

/** Who was never there, of no party, takes a seat that never was from another, in a body with an office that nobody holds. */
const ENTRY = {
  key: 'warm-up',
  mode: 'CHECK',
  note: 'No entry.',
  acts: [
    { establish: { id: 'body:warm-up', name: 'No body', kind: 'BOARD', from: '2020-01-01' } },
    { openOffice: { id: 'office:warm-up', body: 'body:warm-up', role: 'CHAIR', holders: 1, from: '2020-01-01' } },
    ...['a', 'b'].map((name) => ({ addPerson: { id: `person:warm-up-${name}`, name: `No person ${name}` } })),
    { affiliate: { person: 'person:warm-up-a', independent: true, from: '2020-01-01' } },
    seat('a'),
    { end: { thing: 'membership:warm-up-a', ends: { until: '2021-01-01' }, cause: 'RESIGNED' } },
    seat('b', { from: '2021-01-01', replaces: 'membership:warm-up-a' }),
  ],
} as unknown as EntryInput;

/** Checks an entry, and leaves nothing of it: a database that plans a query when it is first asked has planned those of the entry that comes first. */
export const warmUp = async (graph: Graph): Promise<string> => (await enter(graph, recording(NOBODY, ENTRY))).result.status;
