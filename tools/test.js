import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../test/run/chromium.js';

const VITEST = 'node_modules/vitest/vitest.mjs';
/** No answer may depend on the zone of the process. --zones asks all under the first of these, and under the second of Neo4j and what computes days; --long all under both. */
const ZONES = ['America/New_York', 'Asia/Tokyo'];
const OF_DAYS = 'time effective changes colleagues corrections decisions errors response-cache server turnover';
/**
 * What an engine may do otherwise than another: run a query, keep writers apart, be killed, order, search, page, end at a deadline; and what asks
 * every question of small and random worlds. The others ask the same queries of more worlds: --long asks them of Neo4j too.
 */
const OF_ENGINES = `
  commit composition concurrent counts cypher deadline-writing entries erase events feed feed-days feed-killed format golden golden-stories integrity
  killed-writing lens lens-counting lens-dimensions lens-events lens-merges lists merges order paths questions questions-decided record remembering
  response-cache-processes response-cache-server revision search seed seeding stories undo-random warm-up writers`;
/**
 * What starts programs, opens pages, waits for clocks or asks of a whole country: two thirds of the time. `npm test` leaves it out, and keeps of the pages the
 * views and what people do there; .ci/run has it.
 */
const FAR = `
  arrival attacks bench build changes-many commands concurrent costly deadline-writing denmark denmark-questions docker erase-asked erase-denmark
  extremes faults feed-killed forged fuzz headcount health identity-keys integrity/past killed-writing limits lists-read log-command permissions
  record-command response-cache seed-command socket storage streams sundhed-members token-command explorer/addresses explorer/clerk explorer/edit
  explorer/entries explorer/erase explorer/eyes explorer/forms explorer/going-back explorer/lapsed explorer/log-words explorer/long explorer/odd
  explorer/paste explorer/reading explorer/saying explorer/sign-in explorer/views-in-english explorer/views-signed-in
  explorer/wrong-input`;
/** So many files at once, where what waits for programs, clocks and pages is asked too. */
const WORKERS_OF_ALL = 3;
const testsOf = (names) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `test/${name}.test.ts`);

const FLAGS = ['--zones', '--long'];
const [zones, long] = FLAGS.map((flag) => process.argv.includes(flag));
/** A run that has not ended by then hangs: it has failed. */
const LIMIT_MS = 60 * 60_000;
const patterns = process.argv.slice(2).filter((argument) => !FLAGS.includes(argument));
const results = mkdtempSync(join(tmpdir(), 'mandat-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** The names of tests that failed by a timeout and were tried again, which only CI does. */
const twice = [];

/**
 * Runs the suite once, and says so in the lane of its engine.
 * @param {(text: string) => void} say
 */
const run =
  (say) =>
  async (title, env, ...args) => {
    say(`\n── ${title} ──\n`);
    const name = title.replace(/\W/g, '-');
    const [outputFile, twiceFile] = [join(results, `${name}.json`), join(results, `${name}-twice.txt`)];
    const child = spawn(
      process.execPath,
      [VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`, '--reporter=./test/run/twice.js', ...args, ...patterns],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, MANDAT_TEST_TWICE: twiceFile, ...(long && { MANDAT_TEST_FUZZ: '10000', MANDAT_TEST_LONG: '1' }), ...env },
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
      },
    );
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    const [status, signal] = await once(child, 'close');
    if (signal) say(`required: a run that ends within ${LIMIT_MS / 60_000} minutes; given: one that was ended by ${signal}\n`);
    const counted = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
    total.passed += counted.numPassedTests;
    total.failed += counted.numFailedTests + (status !== 0 && counted.numFailedTests === 0 ? 1 : 0);
    total.skipped += counted.numPendingTests;
    if (existsSync(twiceFile)) twice.push(...readFileSync(twiceFile, 'utf8').trim().split('\n'));
  };

/** A file that is named is asked, wherever it stands. */
const leftOut = patterns.length || zones || long ? [] : testsOf(FAR).map((path) => `--exclude=${path}`);

const onEmbedded = async () => {
  const [first, second] = ZONES;
  const ask = (zone, ...args) =>
    run((text) => process.stdout.write(text))(zone ? `grafeo, ${zone}` : 'grafeo', { MANDAT_TEST_ENGINE: 'grafeo', ...(zone && { TZ: zone }) }, ...args);
  if (long) for (const zone of [null, ...ZONES]) await ask(zone);
  else await ask(zones ? first : null, ...leftOut, ...(zones ? [`--maxWorkers=${WORKERS_OF_ALL}`] : []));
  if (zones) await ask(second, ...(patterns.length ? [] : testsOf(OF_DAYS)));
};

/** Tests of one database wait for each other: there are as many workers as databases. What is said meanwhile is returned. */
const onNeo4j = async () => {
  const said = [];
  for (const zone of long ? [null, ...ZONES] : [zones ? ZONES[1] : null])
    await run((text) => said.push(text))(
      zone ? `neo4j, ${zone}` : 'neo4j',
      { MANDAT_TEST_ENGINE: 'neo4j', ...(zone && { TZ: zone }) },
      `--maxWorkers=${(process.env.NEO4J_URI ?? '').split(',').length}`,
      ...(long || patterns.length ? [] : [...testsOf(OF_ENGINES), 'test/graph/']),
    );
  return said.join('');
};

/** Both engines at once: a test waits for its engine a third of the time. */
const runAll = async () => {
  const neo4j = process.env.NEO4J_URI ? onNeo4j() : null;
  await onEmbedded();
  if (neo4j) process.stdout.write(await neo4j);
  else {
    console.log('\nThe half of the tests that asks Neo4j was left out: NEO4J_URI is not set (npm run neo4j starts one).');
    if (process.env.CI === 'true') total.failed += 1;
  }
  if (!chromium) {
    console.log(
      '\nThe tests in a browser were left out: no Chromium is here (Debian has it as the packages chromium-headless-shell and chromium; MANDAT_TEST_CHROMIUM names another).',
    );
    if (process.env.CI === 'true') total.failed += 1;
  }
  if (leftOut.length)
    console.log(
      `\nWhat starts programs, opens most pages or asks of a whole country was left out, ${leftOut.length} files: npm test -- --zones asks them too.`,
    );
  if (process.env.CI === 'true' && total.skipped > 0) {
    console.log(`\nrequired: no skipped test; given: ${total.skipped}`);
    total.failed += 1;
  }
};

const gone = [OF_DAYS, OF_ENGINES, FAR].flatMap(testsOf).filter((path) => !existsSync(path));
if (gone.length) {
  console.log(`required: test files that are there; given: ${gone.join(', ')}`);
  total.failed += 1;
}

const built = spawnSync(process.execPath, ['tools/build.js'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (!existsSync('../shared')) console.log('The tests that compare with ../shared were left out: nothing lies there.');
if (built.status === 0) await runAll();
else total.failed += 1;
rmSync(results, { recursive: true });

if (twice.length) console.log(`\n${twice.length} tried twice, as they ran out of time:\n${twice.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
