import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const JEST = 'node_modules/jest/bin/jest.js';
/** A run that has not ended by then hangs: it has failed. */
const LIMIT_MS = 20 * 60_000;
/** No answer may depend on the zone of the process: with --zones the embedded engine is also asked under these, and Neo4j under the last. */
const ZONES = ['America/New_York', 'Asia/Tokyo'];
/** What starts processes and ends them takes half of the time and knows no days: the embedded engine is asked once. */
const ONCE = '--testPathIgnorePatterns=test/(commands|docker|faults|fuzz)\\.test';

const built = spawnSync(process.execPath, ['tools/build.js'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) {
  console.log('\n0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const zones = [null, ...(process.argv.includes('--zones') ? ZONES : [])];
const patterns = process.argv.slice(2).filter((argument) => argument !== '--zones');
const results = mkdtempSync(join(tmpdir(), 'mandat-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs the suite once; tests of one database wait for each other. */
const run = (title, env, ...args) => {
  console.log(`\n── ${title} ──`);
  const outputFile = join(results, `${title.replace(/\W/g, '-')}.json`);
  const { status, signal } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', JEST, '--forceExit', '--json', `--outputFile=${outputFile}`, ...args, ...patterns],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    },
  );
  if (signal) console.log(`required: a run that ends within ${LIMIT_MS / 60_000} minutes; given: one that was ended by ${signal}`);
  const counted = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  total.passed += counted.numPassedTests;
  total.failed += counted.numFailedTests + (status !== 0 && counted.numFailedTests === 0 ? 1 : 0);
  total.skipped += counted.numPendingTests;
};

const runIn = (some, engine, ...args) => {
  for (const zone of some) run(zone ? `${engine}, ${zone}` : engine, { MANDAT_TEST_ENGINE: engine, ...(zone && { TZ: zone }) }, ...args);
};

runIn([null], 'grafeo', '--maxWorkers=2');
runIn(zones.slice(1), 'grafeo', '--maxWorkers=2', ONCE);
if (process.env.NEO4J_URI) runIn(zones.slice(-1), 'neo4j', '--runInBand');
else {
  console.log('\nThe half of the tests that asks Neo4j was skipped: NEO4J_URI is not set (npm run neo4j starts one).');
  if (process.env.CI === 'true') total.failed += 1;
}
rmSync(results, { recursive: true });

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
