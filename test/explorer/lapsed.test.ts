// A token that runs out while its page is open, in a real browser.
import { expect, test } from 'vitest';
import { type Explorer, SPOKEN } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, servingSignedIn, tokenOf } from './signed-in.js';

const WORDS = {
  da: {
    cause: 'Hvorfor slutter pladsen?',
    resigned: 'trak sig',
    check: 'Se, hvad der følger',
    over: 'Du er ikke længere logget ind',
    signIn: 'Log ind',
    why: 'udløbet',
    token: 'Adgangsnøgle',
    back: 'Tilbage',
    follows: 'Det følger af det',
  },
  en: {
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    check: 'See what follows',
    over: 'You are no longer signed in',
    signIn: 'Sign in',
    why: 'expired',
    token: 'Access key',
    back: 'Back',
    follows: 'What follows',
  },
} as const;
/** A server takes a token for as long as clocks may differ. */
const [SKEW_S, LASTS_S] = [60, 8];

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

test.each(SPOKEN)('is told by itself, and whoever signs in again finds what was filled in, in %s', async (lang) => {
  const w = WORDS[lang];
  const exp = Math.floor(Date.now() / 1000) + LASTS_S - SKEW_S;
  const page = await openAs(explorer, tokenOf({ exp }), `/edit?thing=membership:ida&nature=change&form=end&ends=2026-06-30&lang=${lang}`, 1280);
  await page.getByLabel(w.cause).selectOption({ label: w.resigned });
  expect(await page.locator('.languages').innerText()).toContain('Anna');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.count()).toBe(1);
  expect(await alert.innerText()).toMatch(new RegExp(`^${w.over}`));
  expect(await page.locator('.languages').innerText()).not.toContain('Anna');
  expect(await page.getByRole('button', { name: w.check }).isDisabled()).toBe(true);
  expect(await page.getByLabel(w.cause).inputValue()).toBe('RESIGNED');
  await alert.getByRole('link', { name: w.signIn }).click();
  expect(await page.getByRole('alert').innerText()).toContain(w.why);
  await page.getByRole('textbox').last().waitFor();
  await page.getByLabel(w.token, { exact: true }).fill(tokenOf());
  await page.getByRole('button', { name: w.signIn, exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: w.back }).click();
  expect(await page.getByLabel(w.cause).inputValue()).toBe('RESIGNED');
  await page.getByRole('button', { name: w.check }).click();
  await page.getByRole('heading', { name: w.follows }).waitFor();
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test('rows that were pasted are there again, as they were answered', async () => {
  const w = WORDS.da;
  const exp = Math.floor(Date.now() / 1000) + LASTS_S - SKEW_S;
  const page = await openAs(explorer, tokenOf({ exp }), '/paste?body=body:kort', 1280);
  await page.getByRole('textbox', { name: 'Rækkerne' }).fill('Navn\tRolle\nOrla Orlov\tborgmester');
  await page.getByLabel('En liste over nogle af medlemmerne den dag').check();
  await page.getByRole('alert').getByRole('link', { name: w.signIn }).click();
  await page.getByLabel(w.token, { exact: true }).fill(tokenOf());
  await page.getByRole('button', { name: w.signIn, exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: w.back }).click();
  expect(await page.getByRole('textbox', { name: 'Rækkerne' }).inputValue()).toContain('Orla Orlov');
  expect(await page.getByLabel('En liste over nogle af medlemmerne den dag').isChecked()).toBe(true);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});
