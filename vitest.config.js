import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chromium } from './test/run/chromium.js';
import Sequencer from './test/run/sequencer.js';

/** What asks no engine, or starts processes that choose their own, or says of a whole country what small worlds say too: once is enough, beside the embedded one. */
const ONCE = [
  'attacks',
  'bounds/(around|laws|own)',
  'build',
  'commands',
  'config',
  'docker',
  'erase-denmark',
  'events-independence',
  'explorer/*',
  'fuzz',
  'headcount',
  'imports',
  'integrity/circles',
  'log-command',
  'names',
  'near',
  'neo4j-local',
  'packages',
  'record-command',
  'schema',
  'socket',
  'storage',
  'time',
  'union',
];
/** Two processes on one graph: the embedded engine has one. */
const NEO4J = ['response-cache-processes'];
/** A comparison with what lies beside the project is in no run where nothing lies there. */
const BESIDE = existsSync('../shared') ? [] : ['beside', 'cases'];

/** What opens pages in a browser: by what serves them for it, or itself. */
const opensPages = (name) => /from '\.(?:\/explorer|\/every-view|\.\/run\/chromium)\.js'/.test(readFileSync(`test/explorer/${name}`, 'utf8'));
/** It is in no run where there is no browser: tools/test.js says so. */
const BROWSER = chromium
  ? []
  : readdirSync('test/explorer')
      .filter((name) => name.endsWith('.test.ts') && opensPages(name))
      .map((name) => `explorer/${name.slice(0, -'.test.ts'.length)}`);

const leftOut = [...(process.env.MANDAT_TEST_ENGINE === 'neo4j' ? ONCE : NEO4J), ...BESIDE, ...BROWSER];

export default defineConfig({
  // As Node resolves it: one graphql, not its other build beside it.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: leftOut.map((name) => `test/${name}.test.ts`),
    globalSetup: ['test/run/folder.js'],
    setupFiles: ['test/run/database.js'],
    // What is loaded, and what is compiled of it, serves one file after the other: no test changes a module.
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: Sequencer, hooks: 'list' },
    slowTestThreshold: 10_000,
    // A page that is not there in time on a busy machine is asked once more, where nobody looks on: so says the driver of the browser, and nothing else.
    // tools/test.js names those that were.
    retry: process.env.CI === 'true' ? { count: 1, condition: /\bTimeout \d+ms exceeded/ } : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
