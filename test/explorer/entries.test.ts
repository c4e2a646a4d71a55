// The log of entries and the review of proposals in a real browser, for those who may read and review them and those who may not.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { post } from '../http.js';
import { AUDIENCE, ISSUER, bearing, jwksOf, signerOf, tokenBy } from '../tokens.js';
import { type Explorer, LANGUAGES, type Language, rowsOf, startExplorer, whole } from './explorer.js';
import { readSpreadsheet } from './spreadsheet.js';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const LISTED = Object.entries(JSON.parse(readFileSync('dist/explorer/operations.json', 'utf8')) as Record<string, string>);
const signer = signerOf('ES256');
const folder = mkdtempSync(join(tmpdir(), 'mandat-log-'));
const ANNA = tokenBy(signer);
const BO = tokenBy(signer, { sub: 'bo', name: 'Bo', mandat_role: 'proposer' });

const WORDS = {
  da: {
    logSays: 'Intet bliver nogensinde taget ud af loggen',
    needs: 'kun de, der fører registret',
    appoints: 'får en plads: Ida Nyholm, KKR Syddanmark, observatør',
    was: 'fandtes ikke',
    undoneBy: 'taget tilbage af Indførsel 2',
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

interface Told {
  status: string;
  entry: { id: string; number: number } | null;
  proposal: { id: string } | null;
}

let explorer: Explorer;

/** Says something by an operation of the explorer. */
const send = async (token: string, operation: string, variables: object): Promise<Told> => {
  const [sha256Hash] = LISTED.find(([, text]) => text.includes(`mutation ${operation}(`)) as [string, string];
  const { json } = await post(explorer.address, JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } }, variables }), bearing(token));
  if (json.errors) throw new Error(JSON.stringify(json.errors));
  return Object.values(json.data as Record<string, Told>)[0] as Told;
};

const appointing = (name: string, mode: string) => ({
  entry: {
    key: `${name}${mode}`,
    mode,
    note: 'Byrådets møde',
    acts: [{ appoint: { person: { new: { name } }, body: 'body:kkr-syddanmark', role: 'OBSERVER', from: '2026-03-01' } }],
    source: { passage: { document: { new: { title: 'Referat af mødet', kind: 'minutes', date: '2026-03-01' } }, quote: `${name} blev valgt` } },
  },
});

/** Opens an address as somebody who has signed in. */
const openAs = async (token: string, path: string, width: number): Promise<Page> => {
  const page = await explorer.open('/sign-in', width);
  await page.evaluate(`sessionStorage.setItem('mandat-token', ${JSON.stringify(token)})`);
  await page.goto(explorer.address + path);
  await whole(page);
  return page;
};

const violationsOf = async (page: Page): Promise<unknown> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
};

const fits = async (page: Page): Promise<void> => {
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(explorer.said()).toEqual([]);
};

beforeAll(async () => {
  const file = join(folder, 'keys.json');
  writeFileSync(file, jwksOf(signer));
  explorer = await startExplorer({ jwks: pathToFileURL(file), issuer: ISSUER, audience: AUDIENCE, folder: null });
  const record = await send(ANNA, 'Record', appointing('Ida Nyholm', 'WRITE'));
  expect(record).toMatchObject({ status: 'WRITTEN', entry: { number: 1 } });
  const undo = await send(ANNA, 'Undo', { entry: record.entry?.id, key: 'undo', why: 'Det var en anden', mode: 'WRITE' });
  expect(undo.status).toBe('WRITTEN');
}, 180_000);
afterAll(async () => {
  await explorer.close();
  rmSync(folder, { recursive: true });
});

const EACH = LANGUAGES.map((lang): [Language, number] => [lang, lang === 'en' ? 1280 : 390]);

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
    expect(made.map((cells) => cells[2])).toEqual(expect.arrayContaining(['Ida Nyholm blev valgt', expect.stringContaining('KKR Syddanmark')]));
    expect(await page.locator('main').innerText()).toContain(w.undoneBy);
    await page.locator('blockquote', { hasText: 'Ida Nyholm blev valgt' }).waitFor();
    await fits(page);
    await page.context().close();
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
    const page = await openAs(ANNA, `/proposals?lang=${lang}`, width);
    await page.getByText(`Per Holm ${lang}`).waitFor();
    await fits(page);
    await page.goto(`${explorer.address}/proposals?proposal=${rejected}&lang=${lang}`);
    await page.getByRole('table', { name: w.follows }).waitFor();
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
