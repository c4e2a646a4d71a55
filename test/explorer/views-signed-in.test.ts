// What only those see who are signed in, in both languages: what axe finds, and what it says to the console.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, SPOKEN, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, servingSignedIn, tokenOf } from './signed-in.js';

const ADMIN = tokenOf({ sub: 'root', name: 'Root', mandat_role: 'admin' });

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

describe.each(SPOKEN)('in %s', (lang) => {
  let page: Page;
  beforeAll(async () => {
    page = await openAs(explorer, ADMIN, `/sign-in?lang=${lang}`, lang === 'en' ? 1280 : 390);
  });
  afterAll(() => page.context().close());

  test.each([
    ['/bodies', 'Kort Byråd'],
    ['/bodies/kort?asOf=2026-11-01', 'Susanne Stedfortræder'],
    ['/bodies/slut', 'Nedlagt Forum'],
    ['/people?asOf=2026-11-01', 'Uffe Uafhængig'],
    ['/people/orla?asOf=2026-11-01', 'Susanne Stedfortræder'],
    ['/people/bo', 'Bo Gænger'],
    ['/municipalities/kort?asOf=2026-11-01', 'Orla Orlov'],
    ['/parties/beta', 'Beta'],
    ['/entries?show=log', 'Kort Byråd'],
    ['/entries?entry=entry:1', 'Kort Byråd'],
    ['/proposals', 'Root'],
    ['/sign-in', 'Root'],
    ['/edit?thing=leave:orla&nature=correction&form=correctDates', 'Orla Orlov'],
    ['/edit?thing=stand-in:sus&nature=change&form=endStandIn', 'Susanne Stedfortræder'],
    ['/paste?body=body:kort', 'Kort Byråd'],
  ])('%s is accessible and quiet', async (path, text) => {
    await page.goto(`${explorer.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    await whole(page);
    await page.getByText(text).first().waitFor({ state: 'attached' });
    await accessible(page);
    expect(explorer.said()).toEqual([]);
  });
});
