#!/usr/bin/env node
import { check } from './cli/check.js';
import { query } from './cli/query.js';
import { Refusal, explain } from './cli/refusal.js';
import { seed } from './cli/seed.js';
import { serve } from './cli/serve.js';

const HELP = `mandat <command>: who represents whom, where, and on which date

  serve   serves the graph over GraphQL
  seed    writes data sets into the graph, or checks them
  check   says what in the graph contradicts itself
  query   prints the answer to a GraphQL query

mandat <command> --help says more.`;

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = { serve, seed, check, query };

const [name, ...args] = process.argv.slice(2);

const run = async (): Promise<void> => {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return;
  }
  const command = commands[name];
  if (!command) throw new Refusal(`command: required: ${Object.keys(commands).join(', ')}; given: ${name}`, 2);
  await command(args);
};

await run().catch((error: unknown) => {
  const { message, exitCode } = explain(error);
  console.error(message);
  process.exitCode = exitCode;
});
