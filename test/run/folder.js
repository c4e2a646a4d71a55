import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test: a folder that all tests of this run share. After the last: nothing of the run is left. */
export const setup = () => {
  process.env.MANDAT_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'mandat-run-'));
};
export const teardown = () => rmSync(process.env.MANDAT_TEST_FOLDER ?? '', { recursive: true, force: true });
