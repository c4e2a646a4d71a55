import { expect, test } from 'vitest';
import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionNode, parse, print, visit } from 'graphql';
import { schema } from '../src/mutations/schema.js';
import { ask, get } from './http.js';
import { operationsOf, randomFrom } from './operations.js';
import { servingFew } from './processes.js';

/** A sample; MANDAT_TEST_FUZZ=100000 asks ten thousand. */
const OPERATIONS = Number(process.env['MANDAT_TEST_FUZZ'] ?? 500) / 10;
const DEADLINE_MS = 2_000;
/** How late an answer may be where others use the machine too. */
const MARGIN_MS = 2_000;
const HEAP_MB = 256;
const KEPT = 20;
const MOST_FIELDS = 12;

const rootFieldsOf = (text: string): readonly SelectionNode[] => {
  try {
    return (parse(text).definitions[0] as OperationDefinitionNode).selectionSet.selections;
  } catch {
    return [];
  }
};

/** Two operations in one that asks for more: their fields side by side, lists as long as may be and without filters. */
const grown = (first: string, second: string): string => {
  const fields = [...rootFieldsOf(first), ...rootFieldsOf(second)].filter((one): one is FieldNode => one.kind === Kind.FIELD).slice(0, MOST_FIELDS);
  const aliased = fields.map((field, at) => ({ ...field, alias: { kind: Kind.NAME as const, value: `f${at}` } }));
  const more = visit(
    { kind: Kind.SELECTION_SET as const, selections: aliased },
    {
      Argument: ({ name, value }) => {
        if (name.value === 'filter') return null;
        return name.value === 'first' && value.kind === Kind.INT ? { kind: Kind.ARGUMENT as const, name, value: { ...value, value: '500' } } : undefined;
      },
    },
  );
  return `query Costly ${print(more)}`;
};

// The dearest operations are kept and grown into dearer ones; a process of its own has a heap that they must fit.
test('operations that seek what costs much end in time, and in memory', async () => {
  const seed = Number(process.env['MANDAT_TEST_SEED'] ?? Date.now() % 1_000_000);
  const next = operationsOf(schema, seed);
  const random = randomFrom(seed);
  const server = await servingFew({
    MANDAT_LOG: 'error',
    MANDAT_MEMORY_MB: '0',
    MANDAT_DEADLINE_MS: String(DEADLINE_MS),
    MANDAT_MAX_ANSWER: '30000',
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  });
  const cpuSeconds = async (): Promise<number> => Number(/^process_cpu_seconds_total (\S+)/m.exec((await get(`${server.address}/metrics`)).text)?.[1]);
  const codes: Record<string, number> = {};
  const failures: string[] = [];
  let dearest: { query: string; cost: number; ms: number }[] = [];
  const one = (): string => dearest[Math.floor(random() * dearest.length)]?.query ?? next();
  try {
    for (let asked = 0; asked < OPERATIONS && failures.length === 0; asked += 1) {
      const query = random() < 0.5 ? next() : grown(one(), random() < 0.5 ? one() : next());
      const before = await cpuSeconds();
      const began = performance.now();
      const { status, text, json } = await ask(server.address, query);
      const ms = Math.round(performance.now() - began);
      if (status >= 500 || text.includes('INTERNAL_SERVER_ERROR') || ms > DEADLINE_MS + MARGIN_MS)
        failures.push(`${status} in ${ms} ms: ${text.slice(0, 300)} for ${query}`);
      for (const { extensions } of json.errors ?? [{ extensions: { code: 'OK' } }]) codes[extensions.code] = (codes[extensions.code] ?? 0) + 1;
      dearest = [...dearest, { query, cost: (await cpuSeconds()) - before, ms }].sort((a, b) => b.cost - a.cost).slice(0, KEPT);
    }
  } catch (error) {
    failures.push(`no answer: ${String(error)}`);
  }
  server.child.kill('SIGTERM');
  const { code, err } = await server.end;
  console.info(
    JSON.stringify({ seed, codes, costs: dearest.map(({ cost, ms }) => `${cost.toFixed(2)} s in ${ms} ms`), dearest: dearest[0]?.query.slice(0, 2_000) }),
  );
  expect({ seed, failures, code, err }).toEqual({ seed, failures: [], code: 0, err: '' });
}, 900_000);
