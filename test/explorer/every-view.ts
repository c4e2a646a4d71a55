import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, startExplorer, whole } from './explorer.js';

const MOST_SCRIPT = 60 * 1024;

/** Views, each with what it is known by. */
const VIEWS: readonly (readonly [path: string, text: string])[] = [
  ['/', 'Mandat'],
  ['/bodies?kinds=FORUM', 'KKR Hovedstaden'],
  ['/bodies/kkr-syddanmark?asOf=2022-06-21', 'Johannes Lundsfryd Jensen'],
  ['/bodies/kommunalbestyrelse-koebenhavn?asOf=2026-02-01', 'Sisse Marie Welling'],
  ['/bodies/sundhedskoordinationsudvalget?asOf=2026-02-01', 'Sundhedssamarbejdsudvalget'],
  ['/people?municipality=municipality:haderslev&asOf=2026-02-01', 'Mads Skau'],
  ['/people/mads-skau?asOf=2022-06-21', 'Erhvervshus Sydjylland'],
  ['/municipalities?asOf=2026-02-01', 'Aabenraa'],
  ['/municipalities/haderslev?asOf=2026-02-01', 'Mads Skau'],
  ['/regions/syddanmark?asOf=2026-04-28', 'Signe Knappe'],
  ['/regions/syddanmark?asOf=2026-04-28&turned=true', 'Signe Knappe'],
  ['/parties', 'Venstre'],
  ['/parties/nye-borgerlige?asOf=2022-06-21', 'KKR Syddanmark'],
  ['/meetings?body=body:kkr-syddanmark', 'KKR Syddanmark'],
  ['/meetings/kkr-syddanmark-2022-06-21', 'Godkendelse af referat'],
  ['/changes?bodies=body:kkr-syddanmark&from=2021-12-31&until=2022-12-31', 'Andreas Møller'],
  ['/compare?body=body:kkr-syddanmark&from=2022-01-25&until=2022-06-21', 'Jonas René Jensen'],
  ['/map?asOf=2026-02-01&kinds=FORUM', 'Kolding'],
  ['/network?around=body:kkr-syddanmark&asOf=2022-06-21', 'Mads Skau'],
  ['/network?around=person:mads-skau&to=person:erik-lauritzen&asOf=2022-06-21', 'Erik Lauritzen'],
  ['/vacancies?asOf=2022-07-01', 'Fynklyngen'],
  ['/entries?since=2020-01-01', 'Kommunalbestyrelsen i Aalborg'],
  ['/entries?show=log', 'Mandat'],
  ['/proposals', 'Mandat'],
  ['/sign-in', '(token)'],
];

/** Every view in one language at one width: what axe finds, what it says to the console, how much script it takes. */
export const seeEveryView = (lang: 'da' | 'en', width: number): void => {
  let explorer: Explorer;
  let page: Page;
  beforeAll(async () => {
    explorer = await startExplorer();
    page = await explorer.open(`/?lang=${lang}`, width);
  }, 300_000);
  afterAll(() => explorer.close());

  test.each(VIEWS)('%s is accessible, quiet and light', async (path, text) => {
    await page.goto(`${explorer.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    await whole(page);
    expect(await page.locator('body').innerText()).toContain(text);
    await accessible(page);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    const sizes = await Promise.all(scripts.map(async (name) => gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer())).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(explorer.said()).toEqual([]);
  });
};
