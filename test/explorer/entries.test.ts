// The log of entries and the review of proposals in a real browser, for those who may read and review them and those who may not.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seededGraph } from '../world.js';
import { accessible } from './accessible.js';
import { type Explorer, SPOKEN, type Language, rowsOf } from './explorer.js';
import { type Told, openAs as openSignedIn, sendAs, servingSignedIn, tokenOf } from './signed-in.js';
import { readSpreadsheet } from './spreadsheet.js';

const ANNA = tokenOf();
const BO = tokenOf({ sub: 'bo', name: 'Bo', mandat_role: 'proposer' });

const WORDS = {
  da: {
    logSays: 'Intet bliver nogensinde taget ud af loggen',
    needs: 'kun de, der fører registret',
    appoints: 'får en plads: Ida Nyholm, KKR Syddanmark, observatør',
    was: 'fandtes ikke',
    undoneBy: 'taget tilbage af Indførsel 2',
    undone: /^taget tilbage af Indførsel \d+$/,
    undo: 'Fortryd',
    whyUndo: 'Hvorfor fortryder du?',
    check: 'Se, hvad der følger',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    undoes: 'tager tilbage Indførsel 1',
    madeTitle: 'Før og efter',
    follows: 'Hvad der følger, hvis det godkendes nu',
    excel: /^Hent Excel: \d fundet/,
    entry: 'Indførsel 1',
    proposed: 'Forslag',
    approve: 'Godkend',
    reject: 'Afvis',
    withdraw: 'Træk tilbage',
    why: 'Begrundelse',
    mustSayWhy: 'Skriv, hvorfor det afvises.',
    rejected: 'afvist',
    accepted: 'godkendt',
    withdrawn: 'trukket tilbage',
  },
  en: {
    logSays: 'Nothing is ever taken out of the log',
    needs: 'seen by those who keep the record',
    appoints: 'takes a seat: Ida Nyholm, KKR Syddanmark, observer',
    was: 'was not there',
    undoneBy: 'taken back by Entry 2',
    undone: /^taken back by Entry \d+$/,
    undo: 'Undo',
    whyUndo: 'Why do you undo it?',
    check: 'See what follows',
    can: 'It can be written. Nothing is written yet.',
    undoes: 'takes back Entry 1',
    madeTitle: 'Before and after',
    follows: 'What follows if it is accepted now',
    excel: /^Get Excel: \d found/,
    entry: 'Entry 1',
    proposed: 'Proposals',
    approve: 'Accept',
    reject: 'Reject',
    withdraw: 'Withdraw',
    why: 'Reason',
    mustSayWhy: 'Write why it is rejected.',
    rejected: 'rejected',
    accepted: 'accepted',
    withdrawn: 'withdrawn',
  },
} as const;

let explorer: Explorer;
const send = (token: string, operation: string, variables: object): Promise<Told> => sendAs(explorer, token, operation, variables);
const openAs = (token: string, path: string, width: number): Promise<Page> => openSignedIn(explorer, token, path, width);

const appointing = (name: string, mode: string) => ({
  entry: {
    key: `${name}${mode}`,
    mode,
    note: 'Byrådets møde',
    acts: [{ appoint: { person: { new: { name } }, body: 'body:kkr-syddanmark', role: 'OBSERVER', from: '2026-03-01' } }],
    source: { passage: { document: { new: { title: 'Referat af mødet', kind: 'minutes', date: '2026-03-01' } }, quote: `${name} blev valgt` } },
  },
});

const fits = async (page: Page): Promise<void> => {
  await accessible(page);
  expect(explorer.said()).toEqual([]);
};

servingSignedIn((served) => (explorer = served), seededGraph);
beforeAll(async () => {
  const record = await send(ANNA, 'Record', appointing('Ida Nyholm', 'WRITE'));
  expect(record).toMatchObject({ status: 'WRITTEN', entry: { number: 1 } });
  const undo = await send(ANNA, 'Undo', { entry: record.entry?.id, key: 'undo', why: 'Det var en anden', mode: 'WRITE' });
  expect(undo.status).toBe('WRITTEN');
}, 300_000);

const EACH = SPOKEN.map((lang): [Language, number] => [lang, lang === 'en' ? 1280 : 390]);

describe.each(EACH)('in %s at %i px', (lang, width) => {
  const w = WORDS[lang];

  test('who keeps the record reads who wrote what, from where, why and what came of it', async () => {
    const page = await openAs(ANNA, `/entries?show=log&lang=${lang}`, width);
    await page.getByText(w.logSays).waitFor();
    await page.getByText(w.appoints).waitFor();
    const rows = (await rowsOf(page, /^\d /)).slice(-2);
    expect(rows.map((cells) => cells[2])).toEqual(['Anna', 'Anna']);
    expect(rows[1]).toEqual(expect.arrayContaining([expect.stringContaining(w.appoints), 'Referat af mødet', 'Byrådets møde', w.undoneBy]));
    expect(rows[0]).toEqual(expect.arrayContaining([w.undoes, 'Det var en anden']));
    await fits(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: w.excel }).click()]);
    expect(
      readSpreadsheet(await download.path())
        .at(-1)
        ?.join(' '),
    ).toContain(w.appoints);
    await page.getByRole('table').getByRole('link', { name: w.entry, exact: true }).first().press('Enter');
    await page.waitForURL(/entry=entry:1/);
    await page.getByRole('table', { name: w.madeTitle }).waitFor();
    const made = await rowsOf(page, w.madeTitle);
    expect(made.every((cells) => cells[1] === w.was)).toBe(true);
    expect(made.map((cells) => cells[2])).toEqual(['Referat af mødet', 'Ida Nyholm', expect.stringContaining('KKR Syddanmark')]);
    expect(await page.locator('main').innerText()).toContain(w.undoneBy);
    expect(await page.locator('blockquote').allTextContents()).toEqual(['Ida Nyholm blev valgt']);
    await fits(page);
    await page.context().close();
  });

  test('an entry is taken back where it is read, after what follows was seen, by who may', async () => {
    const { entry } = await send(ANNA, 'Record', appointing(`Jens Krag ${lang}`, 'WRITE'));
    const at = `/entries?entry=${entry?.id}&lang=${lang}`;
    const page = await openAs(ANNA, at, width);
    await page.getByRole('button', { name: w.undo, exact: true }).click();
    await page.getByLabel(w.whyUndo).fill('Det var en anden');
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    await fits(page);
    await page.getByRole('button', { name: w.undo, exact: true }).click();
    await page.locator('dd').filter({ hasText: w.undone }).waitFor();
    expect(await page.getByRole('button', { name: w.undo, exact: true }).count()).toBe(0);
    await fits(page);
    await page.context().close();
    const program = await openAs(tokenOf({ sub: 'import', mandat_role: 'import' }), `/entries?entry=entry:2&lang=${lang}`, width);
    await program.locator('dl').waitFor();
    expect(await program.getByRole('button', { name: w.undo, exact: true }).count()).toBe(0);
    await program.context().close();
  });

  test('others are told why they do not, and what all can see', async () => {
    for (const path of ['/entries?show=log', '/entries?entry=entry:1', '/proposals']) {
      const page = await explorer.open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, width);
      expect(await page.locator('main').innerText()).not.toContain('Ida Nyholm');
      if (path !== '/proposals') expect(await page.locator('main').innerText()).toContain(w.needs);
      expect(await page.getByRole('main').locator('a[href^="/sign-in"]').count()).toBe(1);
      await fits(page);
      await page.context().close();
    }
    const page = await openAs(BO, `/entries?entry=entry:1&lang=${lang}`, width);
    await page.locator('dl, p:has-text("address"), p:has-text("adresse")').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Anna');
    await page.context().close();
  });

  test('a proposal is seen with what follows, and rejected with a reason, accepted or withdrawn', async () => {
    const propose = async (name: string) => (await send(BO, 'Record', appointing(`${name} ${lang}`, 'PROPOSE'))).proposal?.id ?? '';
    const [rejected, accepted, withdrawn] = [await propose('Per Holm'), await propose('Else Krogh'), await propose('Olaf Lindberg')];
    const settled = await propose('Ida Storm');
    const page = await openAs(ANNA, `/proposals?lang=${lang}`, width);
    await page.getByText(`Per Holm ${lang}`).waitFor();
    await fits(page);
    await page.goto(`${explorer.address}/proposals?proposal=${rejected}&lang=${lang}`);
    await page.getByRole('table', { name: w.follows }).waitFor();
    expect(await page.locator('blockquote').allTextContents()).toEqual([`Per Holm ${lang} blev valgt`]);
    await fits(page);
    await page.getByRole('button', { name: w.reject, exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toBe(w.mustSayWhy);
    await page.getByRole('textbox', { name: w.why }).fill('Findes ikke');
    await page.getByRole('button', { name: w.reject, exact: true }).press('Enter');
    await page.locator('dd', { hasText: w.rejected }).waitFor();
    await page.locator('dd', { hasText: 'Findes ikke' }).waitFor();
    await page.goto(`${explorer.address}/proposals?proposal=${accepted}&lang=${lang}`);
    await page.getByRole('button', { name: w.approve, exact: true }).click();
    await page.locator('dd', { hasText: w.accepted }).waitFor();
    await fits(page);
    // Of one that another settles meanwhile it is said who did, and how.
    await page.goto(`${explorer.address}/proposals?proposal=${settled}&lang=${lang}`);
    await page.getByRole('button', { name: w.approve, exact: true }).waitFor();
    await send(BO, 'Review', { proposal: settled, verdict: 'WITHDRAW', note: null, accept: null });
    await page.getByRole('button', { name: w.approve, exact: true }).click();
    await page.locator('dd', { hasText: w.withdrawn }).waitFor();
    await page.context().close();
    const own = await openAs(BO, `/proposals?proposal=${withdrawn}&lang=${lang}`, width);
    await own.getByRole('button', { name: w.withdraw }).waitFor();
    expect(await own.getByRole('button', { name: w.approve, exact: true }).count()).toBe(0);
    await own.getByRole('button', { name: w.withdraw }).click();
    await own.locator('dd', { hasText: w.withdrawn }).waitFor();
    await fits(own);
    await own.context().close();
  });
});
