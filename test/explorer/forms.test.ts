// Forms for what is not a seat: what is new, relations, what is known, people who are one, and who is erased; in a real browser.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, type Language, SPOKEN, pick, whole } from './explorer.js';
import { openAs as openSignedIn, servingSignedIn, tokenOf } from './signed-in.js';

const EDITOR = tokenOf();
const ADMIN = tokenOf({ sub: 'root', name: 'Root', mandat_role: 'admin' });

const WORDS = {
  da: {
    new: 'Opret en ny',
    name: 'Navn',
    kind: 'Slags',
    committee: 'udvalg',
    from: 'Fra og med',
    covers: 'Kommuner, det dækker',
    add: 'Tilføj',
    which: 'Hvilken?',
    isItThis: 'Er det måske en af disse?',
    maybeSame: 'Måske den samme person',
    merge: 'To er den samme person',
    erase: 'Slet personen for altid',
    forever: 'Det kan ikke fortrydes',
    confirm: 'Skriv hele navnet for at bekræfte',
    why: 'Hvorfor?',
    check: 'Se, hvad der følger',
    follows: 'Det følger af det',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    write: 'Skriv i registret',
    written: 'Det er skrevet. Se Indførsel ',
    tooLong: 'En tekst er for lang: den må have 5.000 tegn, og har 5.100.',
  },
  en: {
    new: 'Record a new one',
    name: 'Name',
    kind: 'Kind',
    committee: 'committee',
    from: 'From',
    covers: 'Municipalities that it covers',
    add: 'Add',
    which: 'Which?',
    isItThis: 'Is it perhaps one of these?',
    maybeSame: 'Perhaps the same person',
    merge: 'Two are the same person',
    erase: 'Erase the person for ever',
    forever: 'It cannot be undone',
    confirm: 'Write the whole name to confirm',
    why: 'Why?',
    check: 'See what follows',
    follows: 'What follows',
    can: 'It can be written. Nothing is written yet.',
    write: 'Write to the record',
    written: 'It is written. See Entry ',
    tooLong: 'A text is too long: it may have 5,000 letters, and has 5,100.',
  },
} as const;

let explorer: Explorer;
servingSignedIn((served) => (explorer = served));

const fits = async (page: Page): Promise<void> => {
  await accessible(page);
  expect(explorer.said()).toEqual([]);
};

describe.each(SPOKEN)('in %s', (lang: Language) => {
  const w = WORDS[lang];
  const width = lang === 'en' ? 1280 : 390;

  const openAs = (token: string, path: string): Promise<Page> => openSignedIn(explorer, token, `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, width);

  const checked = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: w.check }).click();
    await page.getByRole('heading', { name: w.follows }).or(page.getByRole('alert')).waitFor();
    expect(await page.locator('main').innerText()).toContain(w.can);
    await fits(page);
  };

  const written = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: w.write }).click();
    await page.getByText(w.written).waitFor();
    await fits(page);
  };

  test('a committee that is part of nothing is established, and covers municipalities', async () => {
    const page = await openAs(EDITOR, '/bodies');
    await page.getByRole('link', { name: w.new }).click();
    await page.getByLabel(w.name, { exact: true }).fill(`Havneudvalget ${lang}`);
    await page.getByLabel(w.kind, { exact: true }).selectOption({ label: w.committee });
    await page.getByLabel(w.from, { exact: true }).fill('1.3.2026');
    await pick(page, w.add, 'Vejle');
    await pick(page, w.add, 'Kolding');
    await checked(page);
    await written(page);
    expect(await page.locator('main').innerText()).toContain(`Havneudvalget ${lang}`);
    await page.goto(`${explorer.address}/bodies?lang=${lang}&kinds=COMMITTEE&covers=municipality:kolding`);
    await whole(page);
    await page.getByRole('link', { name: `Havneudvalget ${lang}` }).waitFor();
    await page.context().close();
  });

  test('a text that is too long is said to be so, and kept', async () => {
    const page = await openAs(EDITOR, '/edit?thing=body:kkr-syddanmark&nature=change&form=covers');
    await pick(page, w.which, 'Odense');
    const note = page.getByLabel(w.why, { exact: true });
    await note.fill('x'.repeat(5_100));
    await page.getByRole('button', { name: w.check }).click();
    await page.getByRole('alert').getByText(w.tooLong).waitFor();
    expect((await note.inputValue()).length).toBe(5_100);
    // The server refuses it, as it should.
    expect(explorer.said().every((line) => line.includes('400'))).toBe(true);
    await page.context().close();
  });

  test('a body is told to cover one more municipality', async () => {
    const page = await openAs(EDITOR, '/edit?thing=body:kkr-syddanmark&nature=change&form=covers');
    await pick(page, w.which, 'Aarhus');
    await checked(page);
    await page.context().close();
  });

  test('whoever is called as somebody new is offered first', async () => {
    const page = await openAs(EDITOR, '/people');
    await page.getByRole('link', { name: w.new }).click();
    await page.getByLabel(w.name, { exact: true }).fill('Mads Skau');
    await page.getByText(w.isItThis).waitFor();
    await fits(page);
    await page.getByRole('button', { name: 'Mads Skau' }).click();
    await page.waitForURL(/people\/mads-skau/);
    await page.context().close();
  });

  test.each([
    ['/bodies', 'KKR Sydanmark', 'KKR Syddanmark', /bodies\/kkr-syddanmark/],
    ['/parties', 'Socialdemokraterne', 'Socialdemokratiet', /parties\/.+/],
    ['/municipalities', 'Vejle Kommune', 'Vejle', /municipalities\/vejle/],
  ])('what is called as something new of %s is offered first', async (path, called, known, address) => {
    const page = await openAs(EDITOR, path);
    await page.getByRole('link', { name: w.new }).click();
    await page.getByLabel(w.name, { exact: true }).fill(called);
    await page.getByText(w.isItThis).waitFor();
    await fits(page);
    await page.getByRole('button', { name: known, exact: true }).click();
    await page.waitForURL(address);
    await page.context().close();
  });

  test('namesakes are offered on the page of a person, and where people are merged', async () => {
    const page = await openAs(EDITOR, '/people/lars-hansen-billund');
    await page.getByRole('heading', { name: w.maybeSame }).waitFor();
    await fits(page);
    await page.getByRole('link', { name: `${w.merge}: Lars Hansen` }).click();
    await page.locator('.chosen', { hasText: 'Lars Hansen' }).waitFor();
    await page.goto(`${explorer.address}/edit?thing=person:lars-hansen-billund&nature=correction&form=merge&lang=${lang}`);
    await page.locator('main .past').getByText(w.maybeSame).waitFor();
    await fits(page);
    await page.locator('main .past').getByRole('button', { name: 'Lars Hansen', exact: true }).first().click();
    await page.locator('.chosen').waitFor();
    await page.context().close();
  });

  test('who may erase somebody is warned, and must write the whole name', async () => {
    const path = '/edit?thing=person:mads-skau&nature=correction';
    const other = await openAs(EDITOR, path);
    await other.getByLabel(w.merge).waitFor();
    expect(await other.getByLabel(w.erase).count()).toBe(0);
    await other.context().close();
    const page = await openAs(ADMIN, path);
    await page.getByLabel(w.erase).check();
    await page.getByText(w.forever).waitFor();
    await page.getByLabel(w.why, { exact: true }).fill('efter anmodning');
    const check = page.getByRole('button', { name: w.check });
    for (const [said, isReady] of [
      ['', false],
      ['Mads', false],
      ['Mads Skau', true],
    ] as const) {
      await page.getByLabel(w.confirm).fill(said);
      expect(await check.isEnabled()).toBe(isReady);
    }
    await fits(page);
    await page.context().close();
  });

  test.each([
    'thing=body:kkr-syddanmark&nature=change&form=allot',
    'thing=body:kkr-syddanmark&nature=change&form=decide',
    'thing=body:kkr-syddanmark&nature=change&form=succeed',
    'thing=body:kkr-syddanmark&nature=more&form=keep',
    'thing=person:mads-skau&nature=more&form=state',
    'thing=membership:kkr-syddanmark-member-mads-skau&nature=more&form=observe',
    'thing=party:venstre&nature=change&form=succeed',
    'thing=municipality:vejle&nature=change&form=liesIn',
    'form=foundParty',
    'form=addPlace',
  ])('the form of %s is accessible', async (what) => {
    const page = await openAs(EDITOR, `/edit?${what}`);
    await page.getByRole('button', { name: w.check }).waitFor();
    await fits(page);
    await page.context().close();
  });
});
