import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jest = 'node_modules/jest/bin/jest.js';
const patterns = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), 'mandat-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs the suite once on an engine; tests of one database wait for each other. */
const runOn = (engine, ...args) => {
  console.log(`\n── ${engine} ──`);
  const outputFile = join(results, `${engine}.json`);
  const run = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, '--json', `--outputFile=${outputFile}`, ...args, ...patterns], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, MANDAT_TEST_ENGINE: engine },
  });
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
  total.passed += numPassedTests;
  total.failed += numFailedTests + (run.status !== 0 && numFailedTests === 0 ? 1 : 0);
  total.skipped += numPendingTests;
};

runOn('grafeo', '--maxWorkers=2');
if (process.env.NEO4J_URI) runOn('neo4j', '--runInBand');
else {
  console.log('\nThe half of the tests that asks Neo4j was skipped: NEO4J_URI is not set (npm run neo4j starts one).');
  if (process.env.CI === 'true') total.failed += 1;
}
rmSync(results, { recursive: true });

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
