import { check } from './check.js';
import { conflicts } from './conflicts.js';
import { query } from './query.js';
import { record } from './record.js';
import { Refusal, explain } from './refusal.js';
import { seed } from './seed.js';
import { serve } from './serve.js';
import { token } from './token.js';

const HELP = `mandat <command>: who represents whom, where, and on which date

  serve       serves the graph over GraphQL
  seed        writes data sets into the graph, or checks them
  record      writes an entry into the record, or checks it
  check       says what in the graph contradicts itself
  conflicts   says where writers differ
  query       prints the answer to a GraphQL query
  token       prints a token for who writes

mandat <command> --help says more.`;

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = { serve, seed, record, check, conflicts, query, token };

/** Runs a command, and returns its exit code. */
const runCommand = async ([name, ...args]: string[]): Promise<number> => {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return 0;
  }
  const command = commands[name];
  if (!command) throw new Refusal(`command: required: ${Object.keys(commands).join(', ')}; given: ${name}`, 2);
  return command(args);
};

/** Runs a command. What goes wrong is a sentence and an exit code. */
export const run = async (args: string[]): Promise<void> => {
  process.exitCode = await runCommand(args).catch((error: unknown) => {
    const { message, exitCode } = explain(error);
    console.error(message);
    return exitCode;
  });
};
