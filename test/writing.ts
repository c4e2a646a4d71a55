import { expect } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Told, recordAs } from './recording.js';

/** Acts that somebody says, and where they stand. */
interface Said {
  acts: readonly object[];
  source?: object | undefined;
  mode?: string;
  accept?: readonly string[];
}

let keys = 0;

/** What an editor's entry with a key of its own comes to. */
export const recorded = (graph: Graph, entry: Said): Promise<Told> => recordAs(graph, 'editor', { key: `key-${(keys += 1)}`, ...entry });

/** Minutes of a day, and what they say. */
const minutes = (date: string): object => ({
  passage: { document: { new: { id: `doc:minutes-${date}`, title: `Minutes of ${date}`, kind: 'minutes', date } }, quote: 'So it was.' },
});

/** Writes acts from the minutes of a day, once a check of them told all that the write tells; null: as the editor's own word. */
export const wrote = async (graph: Graph, day: string | null, acts: readonly object[], accept: readonly string[] = []): Promise<Told> => {
  const entry = { acts, source: day === null ? undefined : minutes(day), accept };
  const checked = await recorded(graph, { ...entry, mode: 'CHECK' });
  const written = await recorded(graph, entry);
  const of = ({ problems, made, events, carried, findings }: Told) => ({ problems, made, events, carried, findings });
  expect(of(checked)).toEqual(of(written));
  expect(checked.status).toBe(written.status === 'WRITTEN' ? 'CHECKED' : written.status);
  return written;
};

const lines = (events: Told['events']): string[] => events.map(({ kind, person }) => `${kind} ${person?.id.slice('person:'.length) ?? ''}`.trim()).sort();

/** What acts from the minutes of a day come to, in short: the status, what stands against it, what is made but for the minutes, and what happened. */
export const cameTo = async (graph: Graph, day: string | null, acts: readonly object[], accept: readonly string[] = []) => {
  const { status, problems, made, events, carried } = await wrote(graph, day, acts, accept);
  const things = made.map(({ node, was, because }) => `${(node ?? was)?.id ?? ''} ${because}`).filter((one) => !/^(doc|source):/.test(one));
  return {
    status,
    ...(problems.length > 0 && { problems: problems.map(({ code, path }) => `${code} ${path.slice(3).join('.')}`.trim()) }),
    ...(made.length > 0 && { made: things.sort() }),
    ...(events.length > 0 && { events: lines(events) }),
    ...(carried.length > 0 && { carried: lines(carried) }),
  };
};

/** As `cameTo` tells what is refused, and what is written and nothing else. */
export const refused = (...problems: string[]) => ({ status: 'REFUSED', problems });
export const written = (...made: string[]) => ({ status: 'WRITTEN', made });
