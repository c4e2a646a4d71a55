import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';

/** What a server is built from, and the data that it seeds. */
const WATCHED = ['schema', 'cypher', 'src', 'explorer', 'seeds'];
const GENERATED = /^(?:src\/)?generated\b/;
/** An editor saves a file in several steps. */
const QUIET_MS = 200;

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
/** @type {NodeJS.Timeout | undefined} */
let quiet;

/** @returns {Promise<void>} */
const stop = () =>
  new Promise((done) => {
    if (!server || server.exitCode !== null || server.signalCode) return done();
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });

/** What does not build leaves the server as it is. */
const restart = async () => {
  const { status } = spawnSync(process.execPath, ['tools/build.js'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) return;
  await stop();
  server = spawn(process.execPath, ['dist/main.js', 'serve'], { stdio: 'inherit' });
};

let work = restart();
for (const folder of WATCHED)
  watch(folder, { recursive: true }, (_, file) => {
    if (GENERATED.test(file ?? '')) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => (work = work.then(restart)), QUIET_MS);
  });

/** @param {NodeJS.Signals} signal */
const end = async (signal) => {
  await work;
  await stop();
  process.kill(process.pid, signal);
};
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, (given) => void end(given));
