import { type ChildProcess, spawn } from 'node:child_process';
import { seededFolder } from './seeded.js';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** A command in a process of its own, on a graph in memory unless told otherwise. */
export const startBy = (command: string, args: string[], env: Record<string, string> = {}, cwd?: string): ChildProcess => {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NEO4J|MANDAT_TEST)_/.test(name)));
  return spawn(command, args, { cwd, env: { ...clean, MANDAT_DATA: 'memory', ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
};

/** A command of Mandat. */
export const start = (args: string[], env: Record<string, string> = {}): ChildProcess => startBy(process.execPath, ['dist/main.js', ...args], env);

export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });

export interface Serving {
  child: ChildProcess;
  /** What it printed when it began to listen. */
  line: string;
  address: string;
  end: Promise<Ended>;
}

/** A server that listens. */
export const serving = async (
  env: Record<string, string> = {},
  startIt: (env: Record<string, string>) => ChildProcess = (all) => start(['serve'], all),
): Promise<Serving> => {
  const child = startIt({ PORT: '0', NODE_ENV: 'production', ...env });
  const end = ended(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString()));
    void end.then(({ err }) => reject(new Error(`it did not start: ${err}`)));
  });
  return { child, line, end, address: /http:\/\/[\d.:]+/.exec(line)?.[0] ?? '' };
};

/** One with few data sets, which seeds nothing. */
export const servingFew = async (env: Record<string, string> = {}): Promise<Serving> =>
  serving({ MANDAT_DATA: await seededFolder('few'), ...env }, (all) => start(['serve', '--no-seed'], all));
