import { existsSync } from 'node:fs';
import { chromium } from './test/run/chromium.js';

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
  'explorer/[\\w-]+',
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

/** What opens the explorer is in no run where there is no browser: tools/test.js says so. */
const BROWSER = chromium
  ? []
  : ['explorer/(addresses|clerk|edit|entries|erase|eyes|forms|graphiql|journeys|lapsed|log-words|long|odd|paste|sign-in|views|views-signed-in)'];

const leftOut = [...(process.env.MANDAT_TEST_ENGINE === 'neo4j' ? ONCE : NEO4J), ...BESIDE, ...BROWSER];

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/run/begin.js',
  globalTeardown: '<rootDir>/test/run/end.js',
  setupFiles: ['<rootDir>/test/run/database.js'],
  testSequencer: '<rootDir>/test/run/sequencer.js',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut.map((name) => `<rootDir>/test/${name}\\.test`)],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // In one process the heap grows with every file: workers begin anew where theirs has grown.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 120_000,
};
