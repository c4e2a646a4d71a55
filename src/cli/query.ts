import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.js';
import { doWork } from './where.js';
import type { Work } from './work.js';

const HELP = `mandat query [GraphQL] [--file F] [--variables JSON]: prints the answer to a query, with a server or without

The query is the argument, a file, or standard input. A graph that is empty is seeded first. Where a server has the graph open, it is asked.
Exit code 1 where the answer has errors.`;

interface Asked {
  source: string;
  variables: Record<string, unknown>;
}

export const querying: Work<Asked> = {
  name: 'query',
  title: () => 'query',
  writes: false,
  open: 'openSeeded',
  run: async (graph, { source, variables }, caller) => {
    const { operate } = await import('./operation.js');
    const answer = await operate(graph, caller, source, variables);
    caller.print(JSON.stringify(answer, null, 2));
    return answer.errors ? 1 : 0;
  },
};

const variablesOf = (json: string | undefined): Record<string, unknown> => {
  try {
    return JSON.parse(json ?? '{}') as Record<string, unknown>;
  } catch {
    throw new Refusal(`--variables: required: JSON; given: ${json ?? ''}`, 2);
  }
};

export const query = async (args: string[]): Promise<number> => {
  const options = { file: { type: 'string' }, variables: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const variables = variablesOf(values.variables);
  const source = positionals[0] ?? (values.file ? await readFile(values.file, 'utf8') : await text(process.stdin));
  return doWork(querying, { source, variables });
};
