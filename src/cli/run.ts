import { Refusal, explain } from './refusal.js';

const HELP = `mandat <command>: who represents whom, where, and on which date

  serve       serves the graph over GraphQL
  seed        writes data sets into the graph, or checks them
  record      writes an entry into the record, or checks it
  log         says who wrote what, and when
  check       says what in the graph contradicts itself
  conflicts   says where writers differ
  query       prints the answer to a GraphQL query
  token       prints a token for who writes

mandat <command> --help says more.`;

type Command = (args: string[]) => Promise<number>;

/** A command is loaded when it is given. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.js')).serve,
  seed: async () => (await import('./seed.js')).seed,
  record: async () => (await import('./record.js')).record,
  log: async () => (await import('./log.js')).log,
  check: async () => (await import('./check.js')).check,
  conflicts: async () => (await import('./conflicts.js')).conflicts,
  query: async () => (await import('./query.js')).query,
  token: async () => (await import('./token.js')).token,
};

/** Runs a command, and returns its exit code. */
const runCommand = async ([name, ...args]: string[]): Promise<number> => {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return 0;
  }
  const load = commands[name];
  if (!load) throw new Refusal(`command: required: ${Object.keys(commands).join(', ')}; given: ${name}`, 2);
  const command = await load();
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
