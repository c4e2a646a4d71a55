// A person who asks to be forgotten, seen through to the end in a real browser, on the real data.
import { expect, test } from 'vitest';
import { seededGraph } from '../world.js';
import { type Explorer, SPOKEN, type Language, rowsOf, whole } from './explorer.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

const EDITOR = tokenOf();
const ADMIN = tokenOf({ sub: 'root', name: 'Root', mandat_role: 'admin' });

const WORDS = {
  da: {
    erase: 'Slet personen for altid',
    why: 'Hvorfor?',
    confirm: /^Skriv hele navnet/,
    check: 'Se, hvad der følger',
    write: 'Skriv i registret',
    written: /Det er skrevet/,
    beforeAfter: 'Før og efter',
    erased: 'slettet person',
    members: 'Medlemmer',
    back: 'Tilbage',
    title: 'En person, der er slettet',
  },
  en: {
    erase: 'Erase the person for ever',
    why: 'Why?',
    confirm: /^Write the whole name/,
    check: 'See what follows',
    write: 'Write to the record',
    written: /It is written/,
    beforeAfter: 'Before and after',
    erased: 'erased person',
    members: 'Members',
    back: 'Back',
    title: 'A person who was erased',
  },
} as const;
const PEOPLE = { da: ['tonni-hansen', 'Tonni Hansen'], en: ['kenneth-muhs', 'Kenneth Muhs'] } as const;

/** To erase somebody all that is recorded is looked through. */
const PATIENCE = 120_000;

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), seededGraph);

test.each(SPOKEN)(
  'who is erased is named nowhere: on no page, in no table, log or address that was kept; in %s',
  async (lang: Language) => {
    const w = WORDS[lang];
    const [slug, name] = PEOPLE[lang];
    const at = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
    const kept = [`/people/${slug}?asOf=2022-06-21`, '/bodies/kkr-syddanmark?asOf=2022-06-21'];
    const end = { thing: `membership:kkr-syddanmark-member-${slug}`, ends: { lastDay: '2022-06-30' }, cause: 'RESIGNED' };
    const entry = { key: `end-${slug}`, mode: 'WRITE', note: 'På mødet', acts: [{ end }] };
    expect(await sendAs(explorer, EDITOR, 'Record', { entry })).toMatchObject({ status: 'WRITTEN' });
    const page = await openAs(explorer, ADMIN, at(kept[1] as string), 1280);
    expect(await page.locator('main').innerText()).toContain(name);
    await page.goto(explorer.address + at('/entries'));
    await page.locator('main table').getByText(name).first().waitFor();

    await page.goto(explorer.address + at(`/edit?thing=person:${slug}&nature=correction&form=erase`));
    await whole(page);
    await page.getByLabel(w.why, { exact: true }).fill('efter anmodning');
    await page.getByLabel(w.confirm).fill(name);
    await page.getByRole('button', { name: w.check }).click();
    const write = page.getByRole('button', { name: w.write });
    await write.waitFor({ timeout: PATIENCE });
    const told = await rowsOf(page, w.beforeAfter);
    expect(told.map(([, old, next]) => [old?.includes(name), next?.includes(w.erased), next?.includes(name)])).toEqual(told.map(() => [true, true, false]));
    expect(told.length).toBeGreaterThan(1);
    await write.click({ timeout: PATIENCE });
    await page.getByText(w.written).waitFor({ timeout: PATIENCE });
    await page.waitForURL(/thing=person:erased-\d+/);
    expect(await page.locator('body').innerText()).not.toContain(name);
    expect((await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).filter((to) => to?.includes(slug))).toEqual([]);
    await page.getByRole('link', { name: w.back }).click();
    await page.getByRole('heading', { name: w.title }).waitFor();

    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/graphql?')) answers.push(response.text());
    });
    /** What was answered so far names nobody; read before the page is left, which takes its answers with it. */
    const unnamed = async (): Promise<void> => {
      await whole(page);
      await page.waitForLoadState('networkidle');
      for (const answer of await Promise.all(answers)) expect(answer).not.toContain(name);
    };
    for (const path of [
      ...kept,
      `/people?name=${name.replace(' ', '+')}`,
      '/entries',
      '/bodies/kkr-syddanmark',
      '/changes?bodies=body:kkr-syddanmark&from=2021-12-31&until=2022-12-31',
    ]) {
      await page.goto(explorer.address + at(path));
      await unnamed();
      expect([path, (await page.locator('main table, main svg').allTextContents()).join(' ')]).toEqual([path, expect.not.stringContaining(name)]);
      expect([path, await page.locator('main').innerText()]).toEqual([path, expect.not.stringContaining(name)]);
    }
    await page.goto(explorer.address + at(kept[1] as string));
    await whole(page);
    const members = (await rowsOf(page, w.members)).map(([who]) => who);
    expect(members).toContain(w.erased);
    expect(members).not.toContain('erased');
    await page.goto(explorer.address + at('/'));
    await unnamed();
    await page.getByRole('combobox').first().fill(name);
    await page.waitForResponse((response) => response.url().includes(encodeURIComponent(name.split(' ')[0] as string)));
    expect(await page.locator('main').innerText()).not.toContain(name);
    await unnamed();
    expect(answers.length).toBeGreaterThan(6);
    await page.context().close();
  },
  300_000,
);
