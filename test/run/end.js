import { rmSync } from 'node:fs';

/** After the last test: nothing of the run is left. */
export default () => rmSync(process.env.MANDAT_TEST_FOLDER ?? '', { recursive: true, force: true });
