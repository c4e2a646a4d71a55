// A token that runs out while its page is open, in a real browser.
import { expect, test } from 'vitest';
import { type Explorer, LANGUAGES } from './explorer.js';
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
  },
  en: {
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    check: 'See what follows',
    over: 'You are no longer signed in',
    signIn: 'Sign in',
    why: 'expired',
  },
} as const;
/** A server takes a token for as long as clocks may differ. */
const [SKEW_S, LASTS_S] = [60, 8];

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

test.each(LANGUAGES)('is told with the way to sign in again, and nobody is shown as signed in, in %s', async (lang) => {
  const w = WORDS[lang];
  const exp = Math.floor(Date.now() / 1000) + LASTS_S - SKEW_S;
  const page = await openAs(explorer, tokenOf({ exp }), `/edit?thing=membership:ida&nature=change&form=end&ends=2026-06-30&lang=${lang}`, 1280);
  await page.getByLabel(w.cause).selectOption({ label: w.resigned });
  expect(await page.locator('.languages').innerText()).toContain('Anna');
  await page.waitForTimeout((exp + SKEW_S) * 1000 - Date.now() + 1500);
  await page.getByRole('button', { name: w.check }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(new RegExp(`^${w.over}`));
  expect(await page.locator('.languages').innerText()).not.toContain('Anna');
  expect(await page.getByLabel(w.cause).inputValue()).toBe('RESIGNED');
  await alert.getByRole('link', { name: w.signIn }).click();
  expect(await page.getByRole('alert').innerText()).toContain(w.why);
  await page.getByRole('textbox').last().waitFor();
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});
