import { vi } from 'vitest';
import { run } from '../src/cli/run.js';
import type { Ended } from './processes.js';

const isOfTests = (name: string): boolean => /^(NEO4J|MANDAT_TEST)_/.test(name);

const runHere = async (args: string[], env: Record<string, string>): Promise<Ended> => {
  const [before, exitCode] = [{ ...process.env }, process.exitCode];
  let out = '';
  let err = '';
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => void (out += `${text}\n`));
  const error = vi.spyOn(console, 'error').mockImplementation((text: string) => void (err += `${text}\n`));
  try {
    for (const name of Object.keys(before).filter(isOfTests)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, { MANDAT_DATA: 'memory', ...env });
    await run(args);
    return { code: Number(process.exitCode), signal: null, out, err };
  } finally {
    log.mockRestore();
    error.mockRestore();
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
    process.exitCode = exitCode;
  }
};

let last: Promise<unknown> = Promise.resolve();

/**
 * A command of Mandat in this process, one after the other: it says and answers what it does in a process of its own, which takes a second to start.
 * What reads standard input, waits for a signal, is killed or runs beside others needs that one.
 */
export const here = (args: string[], env: Record<string, string> = {}): Promise<Ended> => {
  const ended = last.then(() => runHere(args, env));
  last = ended.catch(() => undefined);
  return ended;
};
