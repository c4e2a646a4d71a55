import { existsSync } from 'node:fs';

/** A comparison with what lies beside the project is in no run where nothing lies there. */
const BESIDE = existsSync('../shared') ? [] : ['test/beside\\.test'];

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/run/begin.js',
  globalTeardown: '<rootDir>/test/run/end.js',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...BESIDE],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 60_000,
};
