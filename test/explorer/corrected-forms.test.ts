// What stands now is told where it is corrected, as it was said; in a real browser, on a small world.
import { expect, test } from 'vitest';
import { type Explorer } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, servingSignedIn, tokenOf } from './signed-in.js';

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

test.each([
  ['da', 'membership:kim', 'correctDates', 'Fra og med', 'Der står nu: marts 2022.'],
  ['da', 'membership:kim', 'correctDates', 'Sidste dag', 'Der står nu: ikke oplyst.'],
  ['en', 'leave:orla', 'correctDates', 'Last day', 'It now says: 31 January 2027.'],
  ['en', 'person:orla', 'correctName', 'Name', 'It now says: Orla Orlov.'],
] as const)('in %s, of %s in %s: %s', async (lang, thing, form, label, says) => {
  const page = await openAs(explorer, tokenOf(), `/edit?thing=${thing}&nature=correction&form=${form}&lang=${lang}`, 1280);
  const field = page.getByRole('textbox', { name: label, exact: true });
  expect(await field.getAttribute('aria-describedby')).not.toBe(null);
  const described = page.locator(`[id="${(await field.getAttribute('aria-describedby')) ?? ''}"]`);
  expect(await described.innerText()).toContain(says);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test('a role is told beside the choice, and nothing of what is when something happens', async () => {
  const page = await openAs(explorer, tokenOf(), '/edit?thing=membership:kim&nature=correction&form=correctRole', 1280);
  await page.getByText('Der står nu: medlem.').waitFor();
  await page.goto(`${explorer.address}/edit?thing=membership:kim&nature=change&form=changeRole`);
  await page.getByLabel('Fra og med').waitFor();
  expect(await page.getByText('Der står nu').count()).toBe(0);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});
