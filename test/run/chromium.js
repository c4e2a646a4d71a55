import { existsSync } from 'node:fs';

/** The one without windows shows a page for a quarter of the work. */
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);

/** The browser that the tests of the explorer start; undefined: none is here. */
export const chromium = [process.env.MANDAT_TEST_CHROMIUM ?? '', ...PLACES].find(existsSync);
