// What those who keep the record do in the explorer, in a real browser, on the real data.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { inSeconds } from '../tokens.js';
import { seededGraph } from '../world.js';
import { accessible } from './accessible.js';
import { type Explorer, type Language, SPOKEN, pick } from './explorer.js';
import { openAs, servingSignedIn, tokenOf } from './signed-in.js';

const KKR = '/bodies/kkr-syddanmark?asOf=2022-06-21';

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), seededGraph);

const WORDS = {
  da: {
    signIn: 'Log ind',
    signOut: 'Log ud',
    token: 'Adgangsnøgle',
    expired: 'Nøglen er udløbet',
    notTaken: 'Serveren kender ikke den nøgle',
    edit: 'Ret',
    change: /^Ændring/,
    correction: /^Rettelse/,
    replace: 'En anden overtager pladsen',
    dates: 'Datoerne',
    appoint: 'Nogen udpeges',
    who: 'Hvem overtager?',
    person: 'Hvem?',
    from: 'Fra og med',
    ends: 'Sidste dag',
    role: 'Rolle',
    member: 'medlem',
    cause: 'Hvorfor slutter pladsen?',
    resigned: 'trak sig',
    new: 'Personen findes ikke: skriv et nyt navn',
    newName: 'Den nye persons navn',
    isItOneOf: 'Er det en af disse?',
    another: 'Det er en anden person med samme navn',
    document: 'Dokument',
    quote: 'Dokumentets egne ord',
    why: 'Hvorfor?',
    whyUndo: 'Hvorfor fortryder du?',
    check: 'Se, hvad der følger',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    write: 'Skriv i registret',
    propose: 'Foreslå',
    written: 'Det er skrevet. Se Indførsel ',
    proposed: 'Det er foreslået.',
    undo: 'Fortryd',
    undone: 'Det er fortrudt.',
    outside: 'uden for de organer, du må rette i',
  },
  en: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    token: 'Access key',
    expired: 'The key has expired',
    notTaken: 'The server does not know that key',
    edit: 'Edit',
    change: /^Change/,
    correction: /^Correction/,
    replace: 'Somebody else takes the seat',
    dates: 'The dates',
    appoint: 'Somebody is appointed',
    who: 'Who takes over?',
    person: 'Who?',
    from: 'From',
    ends: 'Last day',
    role: 'Role',
    member: 'member',
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    new: 'The person is not there: write a new name',
    newName: 'The name of the new person',
    isItOneOf: 'Is it one of these?',
    another: 'It is another person of the same name',
    document: 'Document',
    quote: 'The words of the document',
    why: 'Why?',
    whyUndo: 'Why do you undo it?',
    check: 'See what follows',
    can: 'It can be written. Nothing is written yet.',
    write: 'Write to the record',
    propose: 'Propose',
    written: 'It is written. See Entry ',
    proposed: 'It is proposed.',
    undo: 'Undo',
    undone: 'It is undone.',
    outside: 'outside the bodies that you may edit',
  },
} as const;

describe.each(SPOKEN)('in %s', (lang: Language) => {
  const w = WORDS[lang];
  // One language is seen on a desk, the other on a phone.
  const width = lang === 'en' ? 1280 : 390;

  const paste = async (page: Page, token: string): Promise<void> => {
    await page.getByLabel(w.token).fill(token);
    await page.getByRole('button', { name: w.signIn }).click();
  };

  /** Somebody with a token, at an address. */
  const signedIn = async (more: object, path: string): Promise<Page> => {
    const page = await openAs(explorer, tokenOf(more), `${path}&lang=${lang}`, width);
    await page.getByRole('link', { name: 'Anna' }).waitFor();
    return page;
  };

  /** Opens the form of the first member of KKR Syddanmark whose name is given. */
  const seatForm = async (page: Page, name: string, nature: RegExp, form: string): Promise<void> => {
    await page
      .getByRole('link', { name: `${w.edit}: ${name}` })
      .first()
      .click();
    await page.getByLabel(nature).check();
    await page.getByLabel(form, { exact: true }).check();
  };

  const checked = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
  };

  const undo = async (page: Page): Promise<void> => {
    await page.getByText(w.written).waitFor();
    expect(await page.getByRole('status').getByRole('link').getAttribute('href')).toMatch(/^\/entries\?(?:.*&)?entry=entry:\d+/);
    await accessible(page);
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByLabel(w.whyUndo).fill('en prøve');
    await checked(page);
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByText(w.undone).waitFor();
    await accessible(page);
  };

  const replaceFirst = async (page: Page): Promise<void> => {
    await seatForm(page, 'Mads Skau', w.change, w.replace);
    await pick(page, w.who, 'Stephanie Lose');
    await page.getByLabel(w.from, { exact: true }).fill('1.7.2022');
    await page.getByLabel(w.cause).selectOption({ label: w.resigned });
  };

  test('who is not signed in sees nothing of it but where to sign in', async () => {
    const page = await explorer.open(`${KKR}&lang=${lang}`, width);
    expect(await page.getByRole('link', { name: new RegExp(`^${w.edit}\\b`) }).count()).toBe(0);
    await page.getByRole('link', { name: w.signIn }).click();
    await paste(page, tokenOf({ exp: inSeconds(-7_200) }));
    await page.getByText(w.expired).waitFor();
    await paste(page, 'abc');
    await page.getByText(w.notTaken).waitFor();
    await accessible(page);
    await paste(page, tokenOf());
    await page.getByRole('button', { name: w.signOut }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: w.signOut }).click();
    await page.getByLabel(w.token).waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a clerk replaces a member, sees what follows, and takes it back', async () => {
    const page = await signedIn({}, KKR);
    await replaceFirst(page);
    await page.getByLabel(w.document, { exact: true }).fill('Referat af KKR Syddanmark');
    await page.getByLabel(w.quote).fill('Stephanie Lose afløser Mads Skau.');
    await checked(page);
    await accessible(page);
    expect(await page.getByRole('table').last().innerText()).toContain('Stephanie Lose');
    await page.getByRole('button', { name: w.write }).dblclick();
    await undo(page);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('somebody new is asked for where a namesake is recorded', async () => {
    const page = await signedIn({}, '/edit?thing=body:kkr-syddanmark&nature=change&form=appoint');
    await page.getByRole('button', { name: w.new }).click();
    await page.getByLabel(w.newName).fill('Mads Skau');
    await page.getByText(w.isItOneOf).waitFor();
    await page.getByLabel(w.role, { exact: true }).selectOption({ label: w.member });
    await page.getByLabel(w.from, { exact: true }).fill('1.7.2022');
    await page.getByRole('button', { name: w.check }).click();
    await page.getByLabel(w.another).check();
    const told = page.getByRole('listitem').filter({ hasText: w.another });
    expect(await told.getByRole('link').allInnerTexts()).toEqual(['Haderslev']);
    expect(await told.innerText()).not.toContain('mads-skau');
    await accessible(page);
    await checked(page);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a date that is wrong is corrected, and that is taken back', async () => {
    const page = await signedIn({}, KKR);
    await seatForm(page, 'Mads Skau', w.correction, w.dates);
    await page.getByLabel(w.from, { exact: true }).fill('1.2.2022');
    await page.getByLabel(w.why, { exact: true }).fill('skrevet forkert af');
    await checked(page);
    await page.getByRole('button', { name: w.write }).click();
    await undo(page);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test.each([
    'body:kkr-syddanmark&nature=change&form=list',
    'body:kkr-syddanmark&nature=change&form=establish',
    'person:mads-skau&nature=correction&form=merge',
    'person:mads-skau&nature=change&form=affiliate',
    'membership:kkr-syddanmark-member-mads-skau&nature=change&form=standIn',
    'membership:kkr-syddanmark-member-mads-skau&nature=change&form=leave',
    'membership:kkr-syddanmark-member-mads-skau&nature=correction&form=retract',
  ])('the form of %s is accessible', async (thing) => {
    const page = await signedIn({}, `/edit?thing=${thing}`);
    await page.getByRole('button', { name: w.check }).waitFor();
    await accessible(page);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a proposer proposes', async () => {
    const page = await signedIn({ mandat_role: 'proposer' }, KKR);
    await replaceFirst(page);
    await checked(page);
    await page.getByRole('button', { name: w.propose }).click();
    await page.getByText(w.proposed).waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a key of another body is told so in words', async () => {
    const page = await signedIn({ mandat_bodies: ['body:kkr-sjaelland'] }, KKR);
    await replaceFirst(page);
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.outside).first().waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });
});
