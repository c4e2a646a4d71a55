import { appendFileSync } from 'node:fs';

/** Writes the names of the tests that were tried more than once into the file that MANDAT_TEST_TWICE names, a line each. */
export default class {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const file = process.env.MANDAT_TEST_TWICE;
    if (file && test.diagnostic()?.retryCount) appendFileSync(file, `${test.module.relativeModuleId} > ${test.fullName} (${test.result().state})\n`);
  }
}
