import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operate } from '../src/cli/operation.js';
import type { Graph } from '../src/graph/port.js';
import { askManyAtOnce, seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

/** Of a command: nothing is printed, and somebody waits for the answer until the end. */
const callerOf = (gone: AbortSignal) => ({ print: () => undefined, tell: () => undefined, gone });

const EXAMPLES = JSON.parse(readFileSync('explorer/graphiql/examples.json', 'utf8')) as { title: string; query: string[] }[];
const OF_THE_WHOLE_GRAPH = '{ integrity { rule on message } counts(filter: {}, by: [PARTY], asOf: "2022-06-21") { keys { thing { id } } people { min max } } }';

test.each([...EXAMPLES.map(({ title, query }) => [title, query.join('\n')]), ['what looks at all of the graph', OF_THE_WHOLE_GRAPH]])(
  'a command answers as the API does: %s',
  async (_, query) => {
    const { data, errors } = await operate(graph, callerOf(new AbortController().signal), query as string, {});
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual(await askManyAtOnce(graph, query as string));
  },
);

test('who no longer waits gets no answer, also of what looks at all of the graph', async () => {
  const waits = new AbortController();
  const answer = operate(graph, callerOf(waits.signal), '{ integrity { rule } }', {});
  waits.abort(new Error('gone'));
  await expect(answer).rejects.toThrow('gone');
  expect((await operate(graph, callerOf(new AbortController().signal), '{ integrity { rule } }', {})).errors).toBeUndefined();
});
