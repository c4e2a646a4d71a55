import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test: a folder that all tests of this run share. */
export default () => {
  process.env.MANDAT_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'mandat-run-'));
};
