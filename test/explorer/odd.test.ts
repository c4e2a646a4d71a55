// Who sits otherwise than most: on leave, for another, for no party, on no certain day; in a real browser, on a small world.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, rowsOf, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

const closing = async (page: Page): Promise<void> => {
  await page.context().close();
  expect(explorer.said()).toEqual([]);
};

/** What a table of an address downloads as CSV. */
const downloaded = async (page: Page, table: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Hent CSV: ${table}` }).click()]);
  return readFileSync(await download.path(), 'utf8');
};

test.each(['/bodies/vejr', '/people/kim', '/network?around=body:vejr', '/network?around=person:kim'])(
  'how sure it is, is said in one word on %s too',
  async (path) => {
    const page = await explorer.open(path);
    expect((await rowsOf(page, /.*/)).flat().filter((cell) => /begyndt marts 2022, siden ikke oplyst/.test(cell)).length).toBeGreaterThan(0);
    expect(await page.getByRole('table').first().innerText()).not.toContain('måske');
    await closing(page);
  },
);

describe('who is on leave, and who sits in', () => {
  const LEAVE = 'på orlov siden 1. oktober 2026, sidste dag 31. januar 2027; barsel';
  const BY = 'stedfortræder: Susanne Stedfortræder, siden 15. oktober 2026, sidste dag 31. januar 2027';
  const FOR = 'stedfortræder for Orla Orlov, siden 15. oktober 2026, sidste dag 31. januar 2027';

  test.each([
    ['/bodies/kort?asOf=2026-11-01', [LEAVE, BY, FOR]],
    ['/bodies/kort?asOf=2026-10-05', [LEAVE]],
    ['/bodies/kort?asOf=2027-02-01', []],
    ['/people/orla?asOf=2026-11-01', [LEAVE, BY]],
    ['/people/sus?asOf=2026-11-01', [FOR]],
    ['/municipalities/kort?asOf=2026-11-01', [LEAVE, BY]],
  ])('are said on %s, and of no other day', async (path, said) => {
    const page = await explorer.open(path);
    const cells = (await rowsOf(page, /.*/)).flat().join('\n');
    expect([LEAVE, BY, FOR].filter((one) => cells.includes(one))).toEqual(said);
    await accessible(page);
    await closing(page);
  });

  test('are in what is downloaded too', async () => {
    const page = await explorer.open('/bodies/kort?asOf=2026-11-01');
    const members = await downloaded(page, 'Medlemmer');
    expect([LEAVE, BY].filter((one) => !members.includes(one))).toEqual([]);
    expect(await downloaded(page, 'Suppleanter')).toContain(FOR);
    await closing(page);
  });

  test('are told of all days on the pages of both', async () => {
    for (const [path, what] of [
      ['/people/orla?asOf=2024-01-01', 'på orlov'],
      ['/people/sus?asOf=2024-01-01', 'stedfortræder for Orla Orlov'],
    ] as const) {
      const page = await explorer.open(path);
      const rows = await rowsOf(page, 'Orlov og stedfortrædere');
      expect(rows.find(([first]) => first === what)).toEqual(
        expect.arrayContaining(['Kort Byråd', '31. januar 2027', expect.stringMatching(/^ikke på denne dag/)]),
      );
      await closing(page);
    }
  });

  test('who stands in is drawn in the place of the holder', async () => {
    for (const [day, names] of [
      ['2026-11-01', ['Ida Ingenting', 'Susanne Stedfortræder', 'Uffe Uafhængig']],
      ['2026-09-01', ['Ida Ingenting', 'Orla Orlov', 'Uffe Uafhængig']],
    ] as const) {
      const page = await explorer.open(`/bodies/kort?asOf=${day}`);
      expect((await page.locator('.composition svg[role] title').allTextContents()).sort()).toEqual(names);
      await closing(page);
    }
  });

  test('the slider stops on their first days, and on those of a party', async () => {
    for (const [path, from, to] of [
      ['/bodies/kort', '2026-09-01', '2026-10-01'],
      ['/bodies/kort', '2026-10-01', '2026-10-15'],
      ['/people/orla', '2020-01-01', '2021-01-01'],
    ] as const) {
      const page = await explorer.open(`${path}?asOf=${from}`);
      await page.getByRole('button', { name: /^Næste/ }).click();
      await page.waitForURL(/asOf=(?!2026-09-01|2020-01-01)/);
      await page.waitForURL(new RegExp(`asOf=${to}`));
      await closing(page);
    }
  });

  test.each([
    ['leave', 'på orlov', 'Orloven slutter', '/people/orla'],
    ['stand-in', 'stedfortræder for Orla Orlov', 'Stedfortræderen holder op', '/people/sus'],
  ])('a %s is ended from the page', async (_, about, form, path) => {
    const page = await openAs(explorer, tokenOf(), `${path}?asOf=2026-11-01`, 1280);
    await accessible(page);
    await page
      .getByRole('link', { name: `Ret: ${about}` })
      .first()
      .click();
    await page.getByLabel(/^Ændring/).check();
    await page.getByLabel(form).check();
    await page.getByLabel('Sidste dag', { exact: true }).fill('15.12.2026');
    await page.getByRole('button', { name: 'Se, hvad der følger' }).click();
    await page.getByText('Det kan skrives. Intet er skrevet endnu.').waitFor();
    expect(await page.getByRole('table', { name: 'Før og efter' }).innerText()).toMatch(/31\. januar 2027[^]*15\. december 2026/);
    await accessible(page);
    await page.getByRole('button', { name: 'Skriv i registret' }).click();
    await page.getByText('Det er skrevet.').waitFor();
    await page.getByRole('link', { name: 'Tilbage' }).click();
    await whole(page);
    expect(page.url()).toContain(path);
    expect(await page.locator('main').innerText()).toContain('15. december 2026');
    await closing(page);
  });
});

test('who is known to be of no party is told apart from who nobody says the party of', async () => {
  const page = await explorer.open('/bodies/kort?asOf=2026-09-01');
  const shares = page.locator('.legend li');
  expect((await shares.allInnerTexts()).map((text) => text.trim()).sort()).toEqual(['Beta 1', 'løsgænger 1', 'parti ikke oplyst 1']);
  const fills = await page.locator('.legend circle').evaluateAll((circles) => circles.map((circle) => circle.getAttribute('fill')));
  expect(new Set(fills).size).toBe(3);
  const drawn = await page.locator('.composition svg[role] circle').evaluateAll((circles) => circles.map((circle) => circle.getAttribute('fill')));
  expect([...drawn].sort()).toEqual([...fills].sort());
  expect(await page.locator('.composition svg[role]').getAttribute('aria-label')).toContain('løsgænger 1');
  await closing(page);
});

test('seats that are empty are told with their range, as where vacancies are', async () => {
  const vacancies = await explorer.open('/vacancies?body=body:vejr');
  const [seats] = (await rowsOf(vacancies, 'Ledige pladser')).map((cells) => /^(\d) (\(.+\))$/.exec(cells[2] ?? ''));
  await closing(vacancies);
  expect(seats?.[2]).toContain('kan være flere');
  const page = await explorer.open('/bodies/vejr');
  expect(await page.locator('.composition').innerText()).toContain(`${seats?.[1]} tomme pladser ${seats?.[2]}`);
  await closing(page);
});

describe('a search', () => {
  test('tells namesakes apart, and says that they are people', async () => {
    const page = await explorer.open('/');
    await page.getByRole('combobox').fill('bo gænger');
    await page.getByRole('option').nth(1).waitFor();
    expect((await page.getByRole('option').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).sort()).toEqual([
      'Bo Gænger person · Stort Repræsentantskab',
      'Bo Gænger person · Vejrrådet',
    ]);
    await closing(page);
  });

  test.each(['mouse', 'keyboard'])('offers somebody new as the last of its list, by %s', async (by) => {
    const page = await openAs(explorer, tokenOf(), '/edit?thing=body:vejr&nature=change&form=appoint', 1280);
    await page.getByRole('combobox', { name: 'Hvem?' }).fill('bo gænger');
    const options = page.locator('.search li');
    const last = options.last();
    await options.nth(2).waitFor();
    expect(await last.innerText()).toBe('Personen findes ikke: skriv et nyt navn');
    if (by === 'mouse') await last.click();
    else {
      await page.keyboard.press('ArrowUp');
      expect(await last.getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
    }
    expect(await page.getByLabel('Den nye persons navn').inputValue()).toBe('bo gænger');
    await accessible(page);
    await closing(page);
  });
});

test.each([
  ['party:beta', 'Partiet er nedlagt'],
  ['municipality:kort', 'Kommunen eller regionen er nedlagt'],
  ['body:vejr', 'Organet er nedlagt'],
])('of %s it is offered that it is no more: %s', async (thing, text) => {
  const page = await openAs(explorer, tokenOf(), `/edit?thing=${thing}&nature=change`, 1280);
  await page.getByLabel(text, { exact: true }).waitFor();
  expect(await page.getByLabel(/er nedlagt$/).count()).toBe(1);
  await accessible(page);
  await closing(page);
});

test.each([
  ['/bodies/slut?asOf=2026-11-01', /findes ikke længere · siden 1\. januar 2010 · sidste dag 31\. december 2019/],
  ['/bodies/slut?asOf=2015-01-01', /forum · siden 1\. januar 2010 · sidste dag 31\. december 2019/],
  ['/bodies/vejr?asOf=2015-01-01', /forum · siden 1\. januar 2010$/],
])('%s says from when to when the body exists', async (path, said) => {
  const page = await explorer.open(path);
  expect((await page.locator('.says').first().innerText()).trim()).toMatch(said);
  await closing(page);
});

test('who is merged is told whose id stays', async () => {
  const page = await openAs(explorer, tokenOf(), '/edit?thing=person:bo-2&nature=correction&form=merge', 1280);
  await page.getByText('Bo Gænger (bo-2) bliver stående, og den anden fører hertil.').waitFor();
  await closing(page);
});

describe('a body whose members nobody has said to be all', () => {
  beforeAll(async () => {
    const gone = { person: { new: { name: 'Gunnar Gået' } }, body: 'body:vejr', role: 'MEMBER', from: '2021-01-01', ends: { lastDay: '2021-06-30' } };
    const entry = { key: 'gone', mode: 'WRITE', acts: [{ appoint: gone }] };
    expect(await sendAs(explorer, tokenOf(), 'Record', { entry })).toMatchObject({ status: 'WRITTEN' });
  });

  test.each([
    ['da', 'from=2020-01-01&until=2026-11-01', /^Den 1\. januar 2020 kan der have siddet flere/],
    ['en', 'from=2021-03-01&until=2021-12-01', /^More may have sat on 1 December 2021/],
  ])('may have had more of them on the day on which somebody is missing, in %s', async (lang, days, says) => {
    const page = await explorer.open(`/compare?body=body:vejr&${days}&lang=${lang}`);
    expect(await page.locator('.note').allInnerTexts()).toContainEqual(expect.stringMatching(says));
    await accessible(page);
    await closing(page);
  });

  test('is said to be so where it bears on who came or went, and not elsewhere', async () => {
    const page = await explorer.open('/compare?body=body:vejr&from=2023-01-01&until=2024-01-01');
    expect((await page.locator('.note').allInnerTexts()).filter((said) => said.includes('flere'))).toEqual([]);
    await closing(page);
  });
});

test.each([
  ['/bodies/slut?asOf=2026-11-01', 'Se den 31. december 2019', 'Sisse Slut'],
  ['/bodies/vejr?asOf=2009-01-01', 'Se den 1. januar 2010', 'Hvem sidder i Vejrrådet den 1. januar 2010?'],
])('a body that is not there on the day leads to the nearest day on which it is: %s', async (path, link, shows) => {
  const page = await explorer.open(path);
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('main').getByText(shows).first().waitFor();
  await whole(page);
  expect(await page.getByRole('link', { name: /^Se den/ }).count()).toBe(0);
  await closing(page);
});
