// What those who ask do in the explorer, in a real browser, on the real data; in both languages, on a desk and on a phone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Explorer, LANGUAGES, type Language, WIDTHS, rowsOf, startExplorer, whole } from './explorer.js';
import { readSpreadsheet } from './spreadsheet.js';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer();
}, 300_000);
afterAll(() => explorer.close());

/** One language on a desk, the other on a phone; --long asks each on both. */
const EACH = LANGUAGES.flatMap((lang) => WIDTHS.map((width): [Language, number] => [lang, width])).filter(
  ([lang, width]) => process.env['MANDAT_TEST_LONG'] || (lang === 'en') === width > 600,
);
const KKR = '/bodies/kkr-syddanmark?asOf=2022-06-21';

const WORDS = {
  da: {
    lastSeen: 'senest set 1. januar 2026',
    mayor: 'Borgmester',
    search: /^Søg efter/,
    changed: 'Hvad er ændret her?',
    left: 'trådte ud (medlem)',
    cause: 'forlod sit parti',
    excel: /^Hent Excel/,
    expires: 'Udløber senest med udgangen af 31. december 2026',
    lastDay: 'senest 31. december 2026',
    title: 'Hvem sidder i KKR Syddanmark den 21. juni 2022?',
    eleven: '11 medlemmer',
    members: 'Medlemmer',
    certain: 'sikkert',
    maybe: 'måske',
    seen: 'senest set 21. juni 2022',
    between: 'Begyndte mellem 24. januar 2022 og 21. juni 2022',
    why: /^Hvorfor\?/,
    day: 'Dag',
    shown: '21. juni 2022',
    today: 'i dag',
    bad: 'kan ikke læses som én dag',
  },
  en: {
    lastSeen: 'last seen 1 January 2026',
    mayor: 'Mayor',
    search: /^Search for/,
    changed: 'What changed here?',
    left: 'left (member)',
    cause: 'left the party',
    excel: /^Get Excel/,
    expires: 'Expires by the end of 31 December 2026',
    lastDay: 'by 31 December 2026',
    title: 'Who sits in KKR Syddanmark on 21 June 2022?',
    eleven: '11 members',
    members: 'Members',
    certain: 'certain',
    maybe: 'maybe',
    seen: 'last seen 21 June 2022',
    between: 'Began between 24 January 2022 and 21 June 2022',
    why: /^Why\?/,
    day: 'Day',
    shown: '21 June 2022',
    today: 'today',
    bad: 'cannot be read as one day',
  },
} as const;

describe.each(EACH)('in %s at %i px', (lang, width) => {
  const w = WORDS[lang];

  test('a citizen finds her mayor by keyboard alone', async () => {
    const page = await explorer.open(`/?asOf=2026-02-01&lang=${lang}`, width);
    await page.getByRole('combobox', { name: w.search }).focus();
    await page.keyboard.type('haderslev kommune');
    await page.getByRole('option', { name: /^Haderslev(?!.*råd)/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/municipalities\/haderslev/);
    await whole(page);
    const mayor = page.locator('section.fact');
    expect(await mayor.getByRole('heading').textContent()).toBe(w.mayor);
    expect(await mayor.textContent()).toMatch(new RegExp(`Mads Skau, Venstre – ${w.lastSeen}`));
    expect(new URL(page.url()).search).toContain('asOf=2026-02-01');
    await page.goBack();
    await page.getByRole('combobox', { name: w.search }).waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a journalist finds who left KKR Syddanmark in 2022 and why, and takes the list along', async () => {
    const page = await explorer.open(`${KKR}&lang=${lang}`, width);
    await page.getByRole('link', { name: w.changed }).click();
    await page.waitForURL(/\/changes/);
    await whole(page);
    const rows = await rowsOf(page, /4/);
    const left = rows.find((cells) => cells.includes(w.left)) ?? [];
    expect([rows.length, left[1], left[3], left[4]]).toEqual([4, 'Andreas Møller', 'KKR Syddanmark', expect.stringContaining(w.cause)]);
    await page.getByRole('row', { name: w.left }).getByText(w.why).click();
    await page.getByText('trådt ud af Nye Borgerlige og dermed også af KKR Syddanmark').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: w.excel }).click()]);
    expect(download.suggestedFilename()).toMatch(/2021-12-31-2022-12-31.*\.xlsx$/);
    const sheet = readSpreadsheet(await download.path());
    expect([sheet.length, sheet.map(([, who]) => who)]).toEqual([5, expect.arrayContaining(['Andreas Møller', 'Jonas René Jensen', 'Anja Karlsson'])]);
    expect(sheet.find((cells) => cells.includes(w.left))).toContain(w.cause);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a secretary finds the seats that expire before New Year', async () => {
    const page = await explorer.open(`/vacancies?asOf=2026-11-01&lang=${lang}`, width);
    const rows = await rowsOf(page, w.expires);
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.find((cells) => cells.includes('Lars Gaardhøj'))).toEqual(
      expect.arrayContaining([w.lastDay, 'Det forberedende regionsråd for Region Østdanmark']),
    );
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a link that somebody shared shows the same, and says its day', async () => {
    const [first, second] = await Promise.all([explorer.open(`${KKR}&lang=${lang}`, width), explorer.open(`${KKR}&lang=${lang}`, width)]);
    expect(await first.title()).toBe(`${w.title} – Mandat`);
    expect(await first.locator('.composition').textContent()).toContain(w.eleven);
    const rows = await rowsOf(first, w.members);
    expect([rows.length, new Set(rows.map(([name]) => name)).size, rows.every((cells) => cells.at(-1)?.startsWith(w.certain))]).toEqual([12, 11, true]);
    expect(await second.locator('main').innerText()).toBe(await first.locator('main').innerText());
    await Promise.all([first.context().close(), second.context().close()]);
    expect(explorer.said()).toEqual([]);
  });

  test('at the border of what is known the page says maybe, and why', async () => {
    const page = await explorer.open(`/bodies/kkr-syddanmark?asOf=2022-03-01&lang=${lang}`, width);
    const row = page.getByRole('row', { name: 'Kenneth Muhs' });
    expect(await row.locator('.sure').textContent()).toBe(w.maybe);
    await row.getByText(w.why).click();
    expect(await row.locator('.reasons').textContent()).toContain(w.between);
    await row.locator('blockquote').first().waitFor();
    const field = page.getByRole('textbox', { name: w.day });
    await field.fill('22.6.2022');
    await field.press('Enter');
    await page.waitForURL(/asOf=2022-06-22/);
    await whole(page);
    expect(await page.getByRole('row', { name: 'Kenneth Muhs' }).locator('.sure').textContent()).toBe(w.seen);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });
});

test.each(LANGUAGES)('a day is read as people write it, and written as %s does', async (lang) => {
  const w = WORDS[lang];
  const page = await explorer.open(`/bodies/kkr-syddanmark?lang=${lang}`);
  const field = page.getByRole('textbox', { name: w.day });
  expect(await field.inputValue()).toBe(w.today);
  for (const written of ['21/6 2022', '21. juni 2022', '21 June 2022', '2022-06-21']) {
    await field.fill(written);
    await field.press('Enter');
    await page.waitForURL(/asOf=2022-06-21/);
    expect(await field.inputValue()).toBe(w.shown);
    await field.fill(w.today);
    await field.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
  }
  await field.fill('31.2.2022');
  await field.press('Enter');
  expect(await page.getByRole('alert').textContent()).toContain(w.bad);
  await page.context().close();
});

test('the slider goes by keyboard from one day on which something happens to the next', async () => {
  const page = await explorer.open(KKR);
  const slider = page.getByRole('slider');
  expect(await slider.getAttribute('aria-valuetext')).toBe('21. juni 2022');
  await slider.focus();
  await slider.press('ArrowRight');
  await page.waitForURL(/asOf=2022-06-22/);
  await whole(page);
  expect(await page.locator('h1').textContent()).toContain('22. juni 2022');
  await page.context().close();
});

test('a view of what was known before says so', async () => {
  const page = await explorer.open(`${KKR}&knownAt=2020-01-01T00:00:00Z`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('KKR Syddanmark var ikke kendt endnu');
  const now = await explorer.open(`/changes?knownAt=${new Date().toISOString()}`);
  expect(await now.getByRole('note').textContent()).toContain('hvad der var kendt');
  await now.getByRole('link', { name: 'Vis, hvad der er kendt nu' }).click();
  await now.waitForURL((url) => !url.searchParams.has('knownAt'));
  expect(await now.getByRole('note').count()).toBe(0);
  await Promise.all([page.context().close(), now.context().close()]);
});

test.each([
  ['/bodies/kkr-sydanmark', 'KKR Syddanmark', '/bodies/kkr-syddanmark'],
  ['/boddies/kkr-syddanmark', 'KKR Syddanmark', '/bodies/kkr-syddanmark'],
  ['/people/mads-skou', 'Mads Skau', '/people/mads-skau'],
])('%s leads to nothing, and %s is offered', async (path, text, to) => {
  const page = await explorer.open(path);
  const link = page.getByRole('main').getByRole('link', { name: text, exact: true });
  await link.waitFor();
  expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe(to);
  await page.context().close();
  explorer.said();
});
