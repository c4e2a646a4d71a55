// What is written wrong in a form: it stays as it was written, and is said where it stands, in words; in a real browser, on a small world.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, pick, rowsOf, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

const CLERK = tokenOf();

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

const opened = (path: string): Promise<Page> => openAs(explorer, CLERK, path, 1280);
const closing = async (page: Page): Promise<void> => {
  await accessible(page);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
};
const checkButton = (page: Page) => page.getByRole('button', { name: 'Se, hvad der følger' });
const main = (page: Page): Promise<string> => page.locator('main').innerText();

describe('a number', () => {
  test('that is none stays as it was written, and says so', async () => {
    const page = await opened('/edit?thing=body:stor&nature=change&form=allot');
    await pick(page, 'Hvem har ret til pladserne?', 'Region Nord');
    const field = page.getByLabel('Hvor mange? (et tal)');
    for (const written of ['1,5', '-3', '12 pladser', 'to', '1e3', '99999999999']) {
      await field.fill('');
      await field.pressSequentially(written);
      expect([written, await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual([written, written, 'true']);
      await page.getByText('Det er ikke et helt tal fra 0 til 999.999.999').waitFor();
      expect(await checkButton(page).isDisabled()).toBe(true);
    }
    await closing(page);
  });

  test.each(['0', '17'])('%s is told before it is written', async (count) => {
    const page = await opened('/edit?thing=body:stor&nature=change&form=allot');
    await pick(page, 'Hvem har ret til pladserne?', 'Region Nord');
    await page.getByLabel('Hvor mange? (et tal)').fill(count);
    await checkButton(page).click();
    const told = page.getByRole('listitem').filter({ hasText: 'får ret til pladser' });
    await expect.poll(() => told.innerText()).toBe(`får ret til pladser: Stort Repræsentantskab, Region Nord, ${count}`);
    await closing(page);
  });
});

describe('a day', () => {
  test('is asked for whole where a month would say something else, and where it will do, that is said', async () => {
    const page = await opened('/edit?thing=body:kort&nature=change&form=list');
    const day = page.getByLabel('Hvilken dag?');
    expect(await main(page)).not.toContain('eller året');
    await day.fill('2022');
    await page.getByText('Det kan ikke læses som én dag.').waitFor();
    await day.fill('1.3.2022');
    await page.getByLabel('Uffe Uafhængig').waitFor();
    await page.goto(`${explorer.address}/edit?thing=membership:uffe&nature=change&form=end`);
    await whole(page);
    await page.getByLabel('Sidste dag', { exact: true }).fill('31. februar 2022');
    await page.getByText('Skriv for eksempel 21.6.2022, juni 2022 eller 2022.').waitFor();
    await closing(page);
  });

  test('on which somebody was seen has come', async () => {
    const page = await opened('/edit?thing=membership:uffe&nature=more&form=observe');
    const day = page.getByLabel('Hvilken dag?');
    await day.fill('1. januar 2040');
    await page.getByText('Den dag er ikke kommet endnu.').waitFor();
    expect(await checkButton(page).isDisabled()).toBe(true);
    await day.fill('1.3.2022');
    expect(await checkButton(page).isDisabled()).toBe(false);
    await page.goto(`${explorer.address}/paste?body=body:vejr`);
    await page.getByLabel('Rækkerne', { exact: true }).fill('Navn\tRolle\nKim Kort\tmedlem\n');
    await page.getByLabel(/^En liste over nogle/).check();
    await page.getByLabel('Listens dag').fill('2040');
    await page.getByText('Den dag er ikke kommet endnu.').waitFor();
    await closing(page);
  });

  test('that contradicts what is recorded is said at its field', async () => {
    const page = await opened('/edit?thing=membership:uffe&nature=more&form=learnDates');
    const until = page.getByLabel('Sidste dag', { exact: true });
    await until.fill('1.1.1950');
    await page.getByLabel('Hvorfor?', { exact: true }).fill('Protokollen');
    await checkButton(page).click();
    await page.getByText('Sidste dag Det passer ikke med det, der står.').waitFor();
    await closing(page);
  });

  test('of a list of some may be a year, of which is asked on one of its days', async () => {
    const page = await opened('/paste?body=body:vejr');
    await page.getByLabel('Rækkerne', { exact: true }).fill('Navn\tRolle\nKim Kort\tmedlem\n');
    await page.getByLabel(/^En liste over nogle/).check();
    await page.getByLabel('Listens dag').fill('2022');
    await page.getByRole('table', { name: 'Sådan er rækkerne læst' }).waitFor();
    await checkButton(page).click();
    await page.getByText('Det kan skrives.').waitFor();
    await page.getByLabel(/^En fuldstændig liste/).check();
    expect(await page.getByLabel('Listens dag').inputValue()).toBe('');
    await page.getByText('Mangler: listens dag').waitFor();
    await page.getByLabel('Listens dag').fill('2022');
    await page.getByText('Det kan ikke læses som én dag.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await closing(page);
  });
});

test('what cannot be read is not left out, where the field may be empty', async () => {
  const page = await opened('/edit?thing=body:vejr&nature=change&form=follow');
  await page.getByLabel('Valgkalender', { exact: true }).selectOption({ label: 'kommunalvalg' });
  for (const [label, said] of [
    ['Fra og med', 'Mangler: fra og med'],
    ['Sidste dag', 'Mangler: sidste dag'],
  ] as const) {
    expect(await checkButton(page).isEnabled()).toBe(true);
    await page.getByLabel(label, { exact: true }).fill('31.4.2022');
    await page.getByText(said).waitFor();
    expect(await checkButton(page).isDisabled()).toBe(true);
    await page.getByLabel(label, { exact: true }).fill('');
  }
  await page.getByLabel('Dokument', { exact: true }).fill('Referat');
  await page.getByText('Mangler: dokumentets egne ord').waitFor();
  await page.getByLabel('Dokumentets egne ord').fill('Sådan er det.');
  await page.getByLabel('Dokumentets dato').fill('snart');
  await page.getByText('Mangler: dokumentets dato').waitFor();
  await page.getByLabel('Dokumentets dato').fill('juni 2022');
  expect(await checkButton(page).isEnabled()).toBe(true);
  await page.goto(`${explorer.address}/paste?body=body:vejr`);
  await page.getByLabel('Rækkerne', { exact: true }).fill('Navn\tRolle\nKim Kort\tmedlem\n');
  await page.getByLabel(/^Udpegninger/).check();
  await page.getByRole('table', { name: 'Sådan er rækkerne læst' }).waitFor();
  await expect.poll(() => checkButton(page).isEnabled()).toBe(true);
  await page.getByLabel(/^Fra og med/).fill('snart');
  await page.getByText('Mangler: fra og med').waitFor();
  expect(await checkButton(page).isDisabled()).toBe(true);
  await closing(page);
});

describe('rows', () => {
  test('that there are not are missed', async () => {
    const page = await opened('/paste?body=body:vejr');
    for (const text of ['   ', '\n\t\n', 'Navn\tRolle\n']) {
      await page.getByLabel('Rækkerne', { exact: true }).fill(text);
      await page.getByRole('status').filter({ hasText: 'Der er ingen rækker.' }).waitFor();
      expect(await page.getByLabel(/^En fuldstændig liste/).count()).toBe(0);
    }
    await page.getByLabel('Rækkerne', { exact: true }).fill('Navn\tRolle\nKim Kort\tmedlem\n');
    await page.getByText('1 række', { exact: true }).waitFor();
    await page.getByLabel(/^En fuldstændig liste/).waitFor();
    await closing(page);
  });

  test('of no body ask for one', async () => {
    const page = await opened('/paste');
    await pick(page, 'Vælg et organ', 'Vejrrådet');
    await page.getByRole('heading', { name: 'Indsæt rækker i Vejrrådet' }).waitFor();
    await closing(page);
  });
});

test('who sits in for somebody is missed where nobody is recorded, and can be recorded first', async () => {
  const page = await opened('/edit?thing=membership:sisse&nature=change&form=standIn&asOf=2015-01-01');
  await page.getByText('Ingen anden er kendt i organet den 1. januar 2015').waitFor();
  await page.getByRole('link', { name: 'Indfør en suppleant for Sisse Slut' }).click();
  expect(await page.getByLabel('Rolle', { exact: true }).locator('option:checked').innerText()).toBe('suppleant');
  expect(await page.getByLabel('Suppleant for hvem?').locator('option:checked').innerText()).toContain('Sisse Slut');
  await page.goto(`${explorer.address}/edit?thing=membership:orla&nature=change&form=standIn`);
  await page.getByLabel('Hvem sidder der imens?').locator('option', { hasText: 'Susanne' }).waitFor({ state: 'attached' });
  expect(await main(page)).not.toContain('Ingen anden er kendt');
  await closing(page);
});

describe('what is written', () => {
  const end = (mode: string) => ({
    entry: { key: `end-${mode}`, mode, acts: [{ end: { thing: 'membership:ida', ends: { lastDay: '2026-07-31' }, cause: 'RESIGNED' } }] },
  });

  test('is shown as it was before it was written: without the word of its author as a thing of its own', async () => {
    const seen = /eget udsagn, indførsel/;
    const proposed = await sendAs(explorer, tokenOf({ sub: 'bo', name: 'Bo', mandat_role: 'proposer' }), 'Record', end('PROPOSE'));
    const page = await opened(`/proposals?proposal=${proposed.proposal?.id}`);
    const follows = await rowsOf(page, 'Hvad der følger, hvis det godkendes nu');
    expect([follows.length, await page.getByRole('article').innerText()]).toEqual([1, expect.not.stringMatching(seen)]);
    const written = await sendAs(explorer, CLERK, 'Record', end('WRITE'));
    await page.goto(`${explorer.address}/entries?entry=${written.entry?.id}`);
    await whole(page);
    await page.getByRole('table', { name: 'Før og efter' }).waitFor();
    expect(await rowsOf(page, 'Før og efter')).toEqual(follows);
    await closing(page);
  });

  test('is taken back for a reason, which is missed', async () => {
    const page = await opened('/edit?undo=entry:1');
    await page.getByText('Mangler: hvorfor fortryder du').waitFor();
    expect([await page.locator('.says').innerText(), await checkButton(page).isDisabled()]).toEqual(['Indførsel 1', true]);
    await page.getByLabel('Hvorfor fortryder du?').fill('  ');
    expect(await checkButton(page).isDisabled()).toBe(true);
    await page.getByLabel('Hvorfor fortryder du?').fill('en prøve');
    expect(await checkButton(page).isEnabled()).toBe(true);
    await closing(page);
  });

  test.each([
    ['/entries?entry=zzz', 'Der er ingen indførsel med den adresse'],
    ['/entries?entry=entry:999999', 'Der er ingen indførsel med den adresse'],
    ['/proposals?proposal=abc', 'Der er intet forslag med den adresse'],
    ['/proposals?proposal=proposal:999999', 'Der er intet forslag med den adresse'],
  ])('is not there at %s, which says so', async (path, says) => {
    const page = await opened(path);
    await page.getByText(says).waitFor();
    expect(await page.locator('h1').innerText()).toBe('Der er ingen med den adresse');
    await closing(page);
  });
});

test.each([
  ['nothing', '', 'Mangler: nøglen.'],
  ['blanks', '   ', 'Mangler: nøglen.'],
  ['a picture', 'nøgle 🔑', 'Det er ikke en nøgle'],
  ['two words', 'to ord', 'Det er ikke en nøgle'],
  ['20,000 letters', 'a'.repeat(20_000), 'Det er ikke en nøgle'],
])('%s is no key, and told without asking the server', async (_, written, told) => {
  const page = await explorer.open('/sign-in');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('Adgangsnøgle').fill(written);
  await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
  await page.getByRole('alert').filter({ hasText: told }).waitFor();
  expect(asked).toEqual([]);
  await closing(page);
});

test.each(['%', '*', '!', '-', '--', '…'])('a search for %s says that nothing is found', async (text) => {
  const page = await explorer.open('/');
  await page.getByRole('combobox', { name: /^Søg efter/ }).fill(text);
  await page.getByText('Intet fundet.').waitFor();
  await closing(page);
});
