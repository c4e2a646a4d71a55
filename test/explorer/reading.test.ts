// What readers do beside the journeys: long lists, printing, going back, narrow screens; in a real browser, on the real data.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Explorer, LANGUAGES, rowsOf, startExplorer, whole } from './explorer.js';
import { readSpreadsheet } from './spreadsheet.js';

/** So many rows of a sheet take more letters than the zip makes without a worker. */
const MANY = 2_500;

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer();
}, 300_000);
afterAll(() => explorer.close());

const closing = async (page: Page): Promise<void> => {
  await page.context().close();
  expect(explorer.said()).toEqual([]);
};

const numberIn = (text: string): number => Number(/[\d.,]+/.exec(text)?.[0].replace(/[.,]/g, ''));

describe('a list of thousands', () => {
  test.each([
    ['da', '/people?asOf=2026-02-01', /^Hent Excel/],
    ['en', '/changes?from=2025-12-31&until=2026-01-01&lang=en', /^Get Excel/],
  ] as const)(
    'in %s: %s is had whole as a spreadsheet',
    async (_, path, excel) => {
      const page = await explorer.open(path);
      const total = numberIn(await page.locator('.sheet h2').first().innerText());
      expect(total).toBeGreaterThanOrEqual(MANY);
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('button', { name: excel }).click()]);
      const rows = readSpreadsheet(await download.path());
      // All of it, or as much as a file holds and how much that is.
      expect(rows.length).toBe(total <= 10_000 ? total + 1 : 10_002);
      expect(await page.getByRole('alert').count()).toBe(0);
      await closing(page);
    },
    180_000,
  );

  test.each([
    ['da', /^\d\.\d{3} personer$/, /^\d{3} af \d\.\d{3} vises/],
    ['en', /^\d,\d{3} people$/, /^\d{3} of \d,\d{3} shown/],
  ] as const)('in %s: its numbers are written as the language writes them', async (lang, people, shown) => {
    const page = await explorer.open(`/people?asOf=2026-02-01&lang=${lang}`);
    expect(await page.locator('.sheet h2').innerText()).toMatch(people);
    expect(await page.locator('.sheet > .note').innerText()).toMatch(shown);
    await closing(page);
  });
});

test('a vacancy is since a day at the latest, on the page and in its file', async () => {
  const page = await explorer.open('/vacancies?asOf=2026-11-30');
  const since = (await rowsOf(page, 'Ledige pladser')).map((cells) => cells[3] ?? '');
  expect(since.length).toBeGreaterThan(0);
  expect(since.filter((said) => !/^(?:senest \d|ikke oplyst$)/.test(said))).toEqual([]);
  expect(since.some((said) => said.startsWith('senest'))).toBe(true);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hent Excel: Ledige pladser' }).click()]);
  const [titles = [], ...rows] = readSpreadsheet(await download.path());
  expect(rows.map((cells) => cells[titles.indexOf('Siden')])).toEqual(since);
  await closing(page);
});

test.each(LANGUAGES)('in %s: paper says of which day a view is, and where it is seen again', async (lang) => {
  const page = await explorer.open(`/?lang=${lang}`, 794);
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/', '/parties', '/map', '/bodies/kkr-syddanmark', '/people/mads-skau', '/vacancies', '/compare?body=body:kkr-syddanmark', '/changes']) {
    await page.goto(`${explorer.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    await whole(page);
    const printed = await page.locator('.printed').innerText();
    const address = new URL(/http\S+/.exec(printed)?.[0] ?? '');
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
    const isOfPeriod = /changes|compare/.test(path);
    expect([path, address.searchParams.get(isOfPeriod ? 'until' : 'asOf')]).toEqual([path, today]);
    const day = new Intl.DateTimeFormat(lang === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long' }).format(new Date(`${today}T12:00:00Z`));
    expect([path, printed]).toEqual([path, expect.stringContaining(day)]);
    if (!isOfPeriod) expect(printed).toContain(`${lang === 'da' ? 'Dag' : 'Day'}: ${day}.`);
  }
  await closing(page);
});

test('paper of what was known before says when that was', async () => {
  const page = await explorer.open('/parties?asOf=2022-06-21&knownAt=2020-01-01T12:00:00Z', 794);
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('.printed').innerText();
  expect(printed).toMatch(/^Dag: 21\. juni 2022\. Som kendt 1\. januar 2020, 13.00\. http/);
  expect(printed).toContain('knownAt=2020-01-01T12:00:00');
  await closing(page);
});

test.each(['/people?asOf=2026-02-01', '/bodies/kkr-syddanmark?asOf=2022-06-21', '/changes?from=2021-12-31&until=2022-12-31'])(
  'who comes back to %s is where the link was',
  async (path) => {
    const page = await explorer.open(path, 390);
    await page.locator('main table a[href^="/people/"]').nth(8).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(300);
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(200);
    const link = page.locator('main table a[href^="/people/"]').nth(9);
    await link.evaluate((one: { click: () => void }) => one.click());
    await page.waitForURL(/\/people\/[a-z]/);
    await whole(page);
    expect(await page.evaluate<number>('scrollY')).toBe(0);
    await page.goBack();
    const scrolled = expect.poll(() => page.evaluate<number>('scrollY'), { timeout: 15_000 });
    await scrolled.toBeCloseTo(before, -1);
    await page.reload();
    await scrolled.toBeCloseTo(before, -1);
    await page.goForward();
    await expect.poll(() => page.evaluate<string>(`location.pathname + ' ' + scrollY`), { timeout: 15_000 }).toMatch(/^\/people\/[^/ ]+ 0$/);
    await closing(page);
  },
);

test.each([
  '/compare?body=body:sundhedskoordinationsudvalget',
  '/bodies/sundhedskoordinationsudvalget',
  '/bodies/kkr-syddanmark',
  '/vacancies',
  '/entries?since=2020-01-01',
])('on a screen of 320 px %s is no wider than that', async (path) => {
  const page = await explorer.open(`${path}${path.includes('?') ? '&' : '?'}asOf=2026-02-01`, 320);
  const beyond = await page.evaluate<string[]>(
    `[...document.querySelectorAll('main :is(h1, h2, h3, p, li, label, button, a)')]
        .filter((one) => !one.closest('.wide, .chart, [hidden]') && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.textContent)`,
  );
  expect([beyond, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([[], 320]);
  await closing(page);
});

test('a heading of one word that is longer than the screen is broken', async () => {
  const page = await explorer.open('/parties', 320);
  await page.evaluate(`document.querySelector('h1').textContent = 'Sundhedskoordinationsudvalgssekretariat'.repeat(2)`);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  await closing(page);
});

test('who asks for all of a long table is at the first row that came', async () => {
  const page = await explorer.open('/bodies?asOf=2026-02-01');
  const all = page.getByRole('button', { name: /^Vis alle \d/ });
  await all.click();
  await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('TR');
  expect(await page.evaluate<number>(`[...document.activeElement.parentElement.children].indexOf(document.activeElement)`)).toBe(120);
  await closing(page);
});

test('a list by something that is not known says what, and offers no second try', async () => {
  const page = await explorer.open('/people?municipality=municipality:ingen');
  const alert = page.getByRole('alert');
  expect((await alert.innerText()).trim()).toBe('Det kendes ikke i registret: municipality:ingen');
  expect(await alert.getByRole('button').count()).toBe(0);
  await page.context().close();
  // The browser says itself that the answer is 404.
  explorer.said();
});
