import { check } from './check.js';
import { query } from './query.js';
import { Refusal, explain } from './refusal.js';
import { seed } from './seed.js';
import { serve } from './serve.js';
import { token } from './token.js';

const HELP = `mandat <command>: who represents whom, where, and on which date

  serve   serves the graph over GraphQL
  seed    writes data sets into the graph, or checks them
  check   says what in the graph contradicts itself
  query   prints the answer to a GraphQL query
  token   prints a token for who writes

mandat <command> --help says more.`;

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = { serve, seed, check, query, token };

const runCommand = async ([name, ...args]: string[]): Promise<void> => {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return;
  }
  const command = commands[name];
  if (!command) throw new Refusal(`command: required: ${Object.keys(commands).join(', ')}; given: ${name}`, 2);
  await command(args);
};

/** Runs a command. What goes wrong is a sentence and an exit code. */
export const run = (args: string[]): Promise<void> =>
  runCommand(args).catch((error: unknown) => {
    const { message, exitCode } = explain(error);
    console.error(message);
    process.exitCode = exitCode;
  });
