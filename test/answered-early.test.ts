import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { startServer } from '../src/http/server.js';
import { defaultSettings } from '../src/http/settings.js';
import { ask, refusalIn } from './http.js';
import { seededGraph } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await seededGraph();
});
afterAll(() => graph.close());

describe('an operation that is answered by the error of one field while it reads others', () => {
  const reads = [0, 1, 2].map((at) => `a${at}: people(first: 100, asOf: "202${at}-01-01") { nodes { name } }`).join(' ');
  const query = `{ ${reads} unknown: people(filter: { body: "body:nowhere" }) { totalCount } }`;

  test('begins no other read, and holds no rows of those that it began', async () => {
    let begun = 0;
    const read: Graph['read'] = async (asked, params, withinMs) => {
      begun += 1;
      if (asked.name.startsWith('people')) await new Promise((resolve) => setTimeout(resolve, 50));
      return graph.read(asked, params, withinMs);
    };
    const limits = { ...defaultSettings().limits, allRows: 300 };
    const running = await startServer({ ...graph, read }, { port: 0, log: 'silent', cacheBytes: 0, limits, reads: { each: 2, all: 4 } });
    for (let times = 0; times < 20; times += 1) expect(refusalIn(await ask(running.address, query)).extensions['code']).toBe('UNKNOWN_ID');
    const before = begun;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(begun).toBe(before);
    expect((await ask(running.address, '{ people(first: 100) { nodes { name } } }')).json.errors).toBeUndefined();
    await running.close();
  });

  test('gives its place to the next that looks at the whole graph', async () => {
    const read: Graph['read'] = async (asked, params, withinMs) => {
      if (!asked.name.startsWith('record/')) await new Promise((resolve) => setTimeout(resolve, 50));
      return graph.read(asked, params, withinMs);
    };
    const running = await startServer({ ...graph, read }, { port: 0, log: 'silent', cacheBytes: 0, reads: { each: 9, all: 9 } });
    const failing = '{ integrity(rules: ["seat-once", "seat-bounds"]) { rule } unknown: people(filter: { body: "body:nowhere" }) { totalCount } }';
    expect(refusalIn(await ask(running.address, failing)).extensions['code']).toBe('UNKNOWN_ID');
    expect((await ask(running.address, '{ integrity(rules: ["seat-once"]) { rule } }')).json).toMatchObject({ data: { integrity: expect.any(Array) } });
    await running.close();
  });
});
