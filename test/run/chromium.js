import { existsSync } from 'node:fs';

/** The browser that the tests of the explorer start; undefined: none is here. */
export const chromium = [process.env.MANDAT_TEST_CHROMIUM ?? '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
