import { expect, test } from 'vitest';
import { schema } from '../src/mutations/schema.js';
import { ask, get } from './http.js';
import { operationsOf } from './operations.js';
import { servingFew } from './processes.js';

/** A sample; MANDAT_TEST_FUZZ=10000 asks twenty times as many. */
const OPERATIONS = Number(process.env['MANDAT_TEST_FUZZ'] ?? 500);
const CLIENTS = 8;
const SAMPLES = 100;
const DEADLINE_MS = 2_000;
/** A process that leaks, or builds what it never sends, ends in this heap; answers are bounded to fit it, eight at a time. */
const HEAP_MB = 128;
const ANSWER_FIELDS = 30_000;
const GROWTH_MB = 64;
const INSIDE = /INTERNAL_SERVER_ERROR|node_modules|\bat \w+ \(|\/dist\/|\/src\//;

/** What a process holds: its heap, and all of it with the embedded engine's own. */
const memoryOf = async (address: string): Promise<{ heap: number; resident: number }> => {
  const { text } = await get(`${address}/metrics`);
  const megabytes = (name: string): number => Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / 1e6);
  return { heap: megabytes('nodejs_heap_size_used_bytes'), resident: megabytes('process_resident_memory_bytes') };
};

// A process of its own, so that a crash and its memory are seen; it runs on the embedded engine.
test('random operations crash nothing, show nothing of the inside, end in time, and leave memory flat', async () => {
  const seed = Number(process.env['MANDAT_TEST_SEED'] ?? Date.now() % 1_000_000);
  const next = operationsOf(schema, seed);
  const server = await servingFew({
    MANDAT_LOG: 'error',
    MANDAT_MEMORY_MB: '16',
    MANDAT_DEADLINE_MS: String(DEADLINE_MS),
    MANDAT_MAX_ANSWER: String(ANSWER_FIELDS),
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  const codes: Record<string, number> = {};
  const failures: string[] = [];
  const memory: { heap: number; resident: number }[] = [];
  let asked = 0;
  let longest = 0;
  const client = async (): Promise<void> => {
    while (asked < OPERATIONS && failures.length === 0) {
      asked += 1;
      if (asked % Math.ceil(OPERATIONS / SAMPLES) === 0) memory.push(await memoryOf(server.address));
      const query = next();
      const began = performance.now();
      const { status, text, json } = await ask(server.address, query);
      const ms = Math.round(performance.now() - began);
      longest = Math.max(longest, ms);
      if (status >= 500 || INSIDE.test(text) || ms > 3 * DEADLINE_MS) failures.push(`${status} in ${ms} ms: ${text.slice(0, 300)} for ${query}`);
      for (const { extensions } of json.errors ?? [{ extensions: { code: 'OK' } }]) codes[extensions.code] = (codes[extensions.code] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client)).catch((error: unknown) => failures.push(`no answer: ${String(error)}`));
  server.child.kill('SIGTERM');
  const { code, err } = await server.end;
  const [early, late] = [memory.slice(SAMPLES / 4, SAMPLES / 2), memory.slice(-SAMPLES / 4)];
  const least = (samples: typeof memory, part: 'heap' | 'resident'): number => Math.min(...samples.map((sample) => sample[part]));
  const growth = { heap: least(late, 'heap') - least(early, 'heap'), resident: least(late, 'resident') - least(early, 'resident') };
  console.info(JSON.stringify({ seed, asked, codes, longest, heap: least(late, 'heap'), resident: least(late, 'resident'), growth }));

  expect({ seed, failures, code, err }).toEqual({ seed, failures: [], code: 0, err: '' });
  expect(codes['OK']).toBeGreaterThan(OPERATIONS / 5);
  expect(codes['OK']).toBeLessThan(0.9 * OPERATIONS);
  expect(Math.max(growth.heap, growth.resident)).toBeLessThan(GROWTH_MB);
}, 600_000);
