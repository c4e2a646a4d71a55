// What happens to a clerk at work, in a real browser: a click too many, somebody else's entry in between, and no mouse.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { seededGraph } from '../world.js';
import { type Explorer, SPOKEN, type Language, whole } from './explorer.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

const ANNA = tokenOf();
const BENT = tokenOf({ sub: 'bent', name: 'Bent' });

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), seededGraph);

const WORDS = {
  da: {
    search: /^Søg efter/,
    edit: (name: string) => `Ret: ${name}`,
    change: /^Ændring/,
    replace: 'En anden overtager pladsen',
    end: 'Pladsen slutter',
    who: 'Hvem overtager?',
    from: 'Fra og med',
    lastDay: 'Sidste dag',
    cause: 'Hvorfor slutter pladsen?',
    resigned: 'trak sig',
    check: 'Se, hvad der følger',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    asks: 'Der er noget, du skal tage stilling til først.',
    changed: 'En anden har ændret det, siden du åbnede siden.',
    refused: 'Det kan ikke skrives sådan.',
    ended: 'Det slutter allerede, og på en anden måde.',
    lookAgain: 'Se det, som det står nu',
    accept: 'Jeg har læst det og skriver alligevel',
    write: 'Skriv i registret',
    written: /Det er skrevet\. Se Indførsel \d+/,
    undo: 'Fortryd',
    whyUndo: 'Hvorfor fortryder du?',
    undone: /Det er fortrudt/,
    beforeAfter: 'Før og efter',
  },
  en: {
    search: /^Search for/,
    edit: (name: string) => `Edit: ${name}`,
    change: /^Change/,
    replace: 'Somebody else takes the seat',
    end: 'The seat ends',
    who: 'Who takes over?',
    from: 'From',
    lastDay: 'Last day',
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    check: 'See what follows',
    can: 'It can be written. Nothing is written yet.',
    asks: 'There is something to decide first.',
    changed: 'Somebody else has changed it since you opened the page.',
    refused: 'It cannot be written so.',
    ended: 'It ends already, and otherwise.',
    lookAgain: 'See it as it stands now',
    accept: 'I have read it and write it all the same',
    write: 'Write to the record',
    written: /It is written\. See Entry \d+/,
    undo: 'Undo',
    whyUndo: 'Why do you undo it?',
    undone: /It is undone/,
    beforeAfter: 'Before and after',
  },
} as const;

const numberIn = (text: string): number => Number(/(?:Indførsel|Entry) (\d+)/.exec(text)?.[1]);

let keys = 0;
const endOf = (name: string, lastDay: string, mode = 'WRITE') => ({
  entry: {
    key: `beside-${(keys += 1)}`,
    mode,
    note: 'På mødet',
    acts: [{ end: { thing: `membership:kkr-syddanmark-member-${name}`, ends: { lastDay }, cause: 'RESIGNED' } }],
  },
});
const beginningOf = (name: string, from: string) => ({
  entry: {
    key: `beside-${(keys += 1)}`,
    mode: 'WRITE',
    acts: [{ correct: { thing: `membership:kkr-syddanmark-member-${name}`, set: { from }, why: 'skrevet forkert af' } }],
  },
});
const undoing = (entry: string) => ({ entry, key: `beside-${(keys += 1)}`, why: 'en prøve', mode: 'WRITE' });
/** Entries are numbered one by one: the number of the next. */
const nextEntry = async (): Promise<number> => {
  const { entry } = await sendAs(explorer, BENT, 'Record', endOf('tonni-hansen', '2022-06-30'));
  await sendAs(explorer, BENT, 'Undo', undoing(entry?.id ?? ''));
  return (entry?.number ?? 0) + 2;
};

describe.each(SPOKEN)('in %s', (lang: Language) => {
  const w = WORDS[lang];
  const width = lang === 'en' ? 390 : 1280;

  const ending = async (name: string, lastDay: string): Promise<Page> => {
    const page = await openAs(explorer, ANNA, `/edit?thing=membership:kkr-syddanmark-member-${name}&nature=change&form=end&lang=${lang}`, width);
    await page.getByLabel(w.lastDay, { exact: true }).fill(lastDay);
    await page.getByLabel(w.cause).selectOption({ label: w.resigned });
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    return page;
  };

  test('who clicks twice at once has written one entry', async () => {
    const next = await nextEntry();
    const page = await ending('mads-skau', '30.6.2022');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.postData() ?? '');
    });
    // Both clicks come before the page has heard of the first.
    await page.getByRole('button', { name: w.write }).evaluate((button: { click: () => void }) => {
      button.click();
      button.click();
    });
    const written = page.getByText(w.written);
    await written.waitFor();
    expect(numberIn((await written.textContent()) ?? '')).toBe(next);
    const sent = asked
      .filter((text) => text.includes('"mode":"WRITE"'))
      .map((text) => (JSON.parse(text) as { variables: { entry: { key: string } } }).variables.entry.key);
    expect(new Set(sent).size).toBe(1);
    await sendAs(explorer, BENT, 'Undo', undoing(`entry:${next}`));
    expect(await nextEntry()).toBe(next + 4);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test.each([
    ['accepting it', (page: Page) => page.getByLabel(w.accept).check()],
    ['looking at it anew', (page: Page) => page.getByRole('button', { name: w.lookAgain }).click()],
  ])('what somebody else wrote between looking and writing is told, and can be gone on from by %s', async (_, goOn) => {
    const page = await ending('kenneth-muhs', '30.6.2022');
    const { entry } = await sendAs(explorer, BENT, 'Record', beginningOf('kenneth-muhs', '2022-02-01'));
    await page.getByRole('button', { name: w.write }).click();
    await page.getByText(w.asks).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: w.changed }).innerText()).toContain('Kenneth Muhs');
    await goOn(page);
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    await page.getByRole('button', { name: w.write }).click();
    const written = page.getByText(w.written);
    await written.waitFor();
    await sendAs(explorer, BENT, 'Undo', undoing(`entry:${numberIn((await written.textContent()) ?? '')}`));
    await sendAs(explorer, BENT, 'Undo', undoing(entry?.id ?? ''));
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('who comes too late sees that it is done already, and what was filled in stays', async () => {
    const page = await ending('kenneth-muhs', '30.6.2022');
    const { entry } = await sendAs(explorer, BENT, 'Record', endOf('kenneth-muhs', '2022-08-31'));
    await page.getByRole('button', { name: w.write }).click();
    await page.getByText(w.refused).waitFor();
    await page.getByText(w.ended).waitFor();
    const changed = page.getByRole('listitem').filter({ hasText: w.changed });
    expect(await changed.getByRole('link', { name: new RegExp(` ${entry?.number}$`) }).getAttribute('href')).toMatch(
      new RegExp(`^/entries\\?.*entry=${entry?.id}$`),
    );
    expect(await changed.innerText()).toMatch(/ \d+, Bent$/m);
    // To accept that would lead nowhere: it is refused all the same.
    expect(await page.getByLabel(w.accept).count()).toBe(0);
    await page.getByRole('button', { name: w.lookAgain }).click();
    await page.locator('.says').filter({ hasText: '31' }).waitFor();
    expect(await page.getByLabel(w.lastDay, { exact: true }).inputValue()).toBe(lang === 'da' ? '30. juni 2022' : '30 June 2022');
    await sendAs(explorer, BENT, 'Undo', undoing(entry?.id ?? ''));
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a clerk finds a body, replaces a member, sees what follows, writes and takes it back, by keyboard alone', async () => {
    const page = await openAs(explorer, ANNA, `/?asOf=2022-06-21&lang=${lang}`, width);
    const { keyboard } = page;
    const isAt = (control: ReturnType<Page['locator']>): Promise<boolean> => control.evaluate((one) => one === one.ownerDocument.activeElement);
    /** Goes on by Tab until it is there, and sees where it is. */
    const tabTo = async (control: ReturnType<Page['locator']>): Promise<void> => {
      await control.waitFor();
      for (let steps = 0; steps < 150; steps += 1) {
        if (await isAt(control)) {
          const outline = await control.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).outlineStyle);
          expect(outline).not.toBe('none');
          return;
        }
        await keyboard.press('Tab');
      }
      throw new Error(`not reached by Tab: ${String(control)}`);
    };
    const press = async (name: string): Promise<void> => {
      await tabTo(page.getByRole('button', { name, exact: true }).last());
      await keyboard.press('Enter');
    };

    await tabTo(page.getByRole('combobox', { name: w.search }));
    await keyboard.type('kkr sydd');
    await page.getByRole('option', { name: /^KKR Syddanmark(?!s)/ }).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(/\/bodies\/kkr-syddanmark/);
    await whole(page);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
    await tabTo(page.getByRole('link', { name: w.edit('Mads Skau') }).first());
    await keyboard.press('Enter');
    await tabTo(page.getByLabel(w.change));
    await keyboard.press('Space');
    await tabTo(page.getByLabel(w.replace, { exact: true }));
    await keyboard.press('Space');
    await tabTo(page.getByRole('combobox', { name: w.who, exact: true }));
    await keyboard.type('stephanie lose');
    await page.getByRole('option', { name: /^Stephanie Lose/ }).waitFor();
    await keyboard.press('Enter');
    await tabTo(page.getByLabel(w.from, { exact: true }));
    await keyboard.type('1.7.2022');
    await tabTo(page.getByLabel(w.cause));
    await keyboard.type(w.resigned);
    await press(w.check);
    await page.getByText(w.can).waitFor();
    expect(await page.getByRole('table', { name: w.beforeAfter }).innerText()).toContain('Stephanie Lose');
    await press(w.write);
    await page.getByText(w.written).waitFor();
    await press(w.undo);
    await tabTo(page.getByLabel(w.whyUndo));
    await keyboard.type('en prøve');
    await press(w.check);
    await page.getByText(w.can).waitFor();
    await press(w.undo);
    await page.getByText(w.undone).waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });
});
