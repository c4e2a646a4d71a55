import type { Written } from '../exchange/check.js';
import { keptByAll, readWriters } from '../write/kept-rows.js';
import type { WordRow } from '../write/rows.js';
import { doWork } from './where.js';
import { type Work, terminal } from './work.js';

/** Says who keeps rows, and then each row: no command of its own, but what `seed --check` asks for. */
export const keeping: Work<object> = {
  name: 'kept',
  title: () => 'kept',
  writes: false,
  open: 'openAsItIs',
  run: async (graph, _, { print }) => {
    print(JSON.stringify((await readWriters(graph)).map(({ id }) => id)));
    for await (const { row } of keptByAll(graph)) print(JSON.stringify(row));
    return 0;
  },
};

/** All that the graph of the settings keeps, wherever it is open. */
export const readWritten = async (): Promise<Written> => {
  const lines: unknown[] = [];
  await doWork(keeping, {}, { ...terminal, print: (line) => void lines.push(JSON.parse(line)) });
  const [writers, ...rows] = lines;
  return { writers: writers as string[], rows: rows as WordRow[] };
};
