// What the forms let a clerk say, and what they tell before it is written; in a real browser, on a small world.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible } from './accessible.js';
import { type Explorer, type Language, SPOKEN, pick, rowsOf, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

const CLERK = tokenOf();

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

const WORDS = {
  da: {
    ends: 'Sidste dag',
    cause: 'Hvorfor slutter pladsen?',
    resigned: 'trak sig',
    unknownDay: 'Det er forbi, men dagen er ukendt',
    isUnknown: 'ikke oplyst',
    june: 'juni 2026',
    partial: 'så kun måneden',
    check: 'Se, hvad der følger',
    checking: 'Undersøger …',
    writing: 'Skriver …',
    follows: 'Det følger af det',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    write: 'Skriv i registret',
    written: 'Det er skrevet.',
    undo: 'Fortryd',
    whyUndo: 'Hvorfor fortryder du?',
    undone: 'Det er fortrudt.',
    who: 'Hvem?',
    role: 'Rolle',
    member: 'medlem',
    substitute: 'suppleant',
    substituteFor: 'Suppleant for hvem?',
    from: 'Fra og med',
    more: 'Hvem pladsen er for, og hvem der udpegede',
    add: 'Tilføj',
    by: 'Hvem udpegede?',
    nominatedBy: 'Hvem indstillede?',
    title: 'Titel, som den står',
    seatsAndTies: 'Pladser og tilknytninger',
    becomes: 'bliver Bo Gængers (bo-2)',
    isThere: 'er der i forvejen',
    ownWord: /eget udsagn, indførsel \d+/,
    beforeAfter: 'Før og efter',
    members: 'Medlemmer',
    why: /^Hvorfor\?/,
    whyField: 'Hvorfor?',
    missing: 'Mangler: hvorfor',
    nothing: 'Det tog for lang tid. Intet er skrevet. Prøv igen om lidt',
    unknown: 'Om det er skrevet, vides ikke.',
    leaveEnded: 'orlov slut',
  },
  en: {
    ends: 'Last day',
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    unknownDay: 'It is over, but the day is unknown',
    isUnknown: 'not stated',
    june: 'June 2026',
    partial: 'the month',
    check: 'See what follows',
    checking: 'Checking …',
    writing: 'Writing …',
    follows: 'What follows',
    can: 'It can be written. Nothing is written yet.',
    write: 'Write to the record',
    written: 'It is written.',
    undo: 'Undo',
    whyUndo: 'Why do you undo it?',
    undone: 'It is undone.',
    who: 'Who?',
    role: 'Role',
    member: 'member',
    substitute: 'substitute',
    substituteFor: 'Substitute for whom?',
    from: 'From',
    more: 'Whom the seat is for, and who appointed',
    add: 'Add',
    by: 'Who appointed?',
    nominatedBy: 'Who nominated?',
    title: 'Title, as it stands',
    seatsAndTies: 'Seats and ties',
    becomes: 'becomes that of Bo Gænger (bo-2)',
    isThere: 'is there already',
    ownWord: /the author’s own word, entry \d+/,
    beforeAfter: 'Before and after',
    members: 'Members',
    why: /^Why\?/,
    whyField: 'Why?',
    missing: 'Missing: why',
    nothing: 'It took too long. Nothing is written. Try again in a moment',
    unknown: 'Whether it is written is not known.',
    leaveEnded: 'leave ended',
  },
} as const;

/** Where the focus comes to be. */
const active = (page: Page) =>
  expect.poll(() => page.evaluate<string>(`document.activeElement.tagName + ' ' + document.activeElement.textContent`), { timeout: 10_000 });

const closing = async (page: Page): Promise<void> => {
  await page.context().close();
  expect(explorer.said()).toEqual([]);
};

describe.each(SPOKEN)('in %s', (lang: Language) => {
  const w = WORDS[lang];
  const width = lang === 'en' ? 390 : 1280;

  const opened = (path: string): Promise<Page> => openAs(explorer, CLERK, `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, width);
  const checked = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    await active(page).toBe(`H2 ${w.follows}`);
    await accessible(page);
  };
  const written = async (page: Page): Promise<number> => {
    await page.getByRole('button', { name: w.write }).click();
    const done = page.getByText(w.written);
    await done.waitFor();
    await active(page).toContain(w.written);
    return Number(/(?:Indførsel|Entry) (\d+)/.exec(await done.innerText())?.[1]);
  };
  const undone = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: w.undo }).click();
    await active(page).toBe(`H2 ${w.undo}`);
    await page.getByLabel(w.whyUndo).fill('en prøve');
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    await active(page).toContain(w.can);
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByText(w.undone).waitFor();
    await active(page).toContain(w.undone);
  };

  test.each([
    ['juni 2026', { until: '2026-06' }],
    ['6/2026', { until: '2026-06' }],
    ['2026', { until: '2026' }],
    ['30.6.2026', { lastDay: '2026-06-30' }],
    [null, { unknown: true }],
  ])('a seat ends as far as the clerk knows: %s', async (said, ends) => {
    const page = await opened('/edit?thing=membership:uffe&nature=change&form=end');
    await page.getByText(w.partial).first().waitFor();
    if (said) await page.getByLabel(w.ends, { exact: true }).fill(said);
    else await page.getByLabel(w.unknownDay).check();
    await page.getByLabel(w.cause).selectOption({ label: w.resigned });
    const [asked] = await Promise.all([
      page.waitForRequest((request) => (request.postData() ?? '').includes('"CHECK"')),
      page.getByRole('button', { name: w.check }).click(),
    ]);
    expect((JSON.parse(asked.postData() ?? '') as { variables: { entry: { acts: object[] } } }).variables.entry.acts).toEqual([
      { end: { thing: 'membership:uffe', ends, cause: 'RESIGNED' } },
    ]);
    await page.getByText(w.can).waitFor();
    await accessible(page);
    await closing(page);
  });

  test('who is appointed is said to represent somebody, and by whom', async () => {
    const page = await opened('/edit?thing=body:stor&nature=change&form=appoint');
    await pick(page, w.who, 'Ida Ingenting');
    await page.getByLabel(w.role, { exact: true }).selectOption({ label: w.member });
    await page.getByLabel(w.from, { exact: true }).fill('1.3.2026');
    expect(await page.getByLabel(w.title).isVisible()).toBe(false);
    await page.getByText(w.more).click();
    await pick(page, w.add, 'Kort');
    await pick(page, w.by, 'Kort Byråd');
    await pick(page, w.nominatedBy, 'Beta');
    await page.getByLabel(w.title).fill('Kortets repræsentant');
    await checked(page);
    const entry = await written(page);
    const { made } = { made: await page.getByRole('table', { name: w.beforeAfter }).innerText() };
    expect(made).toContain('Ida Ingenting');
    expect(made).not.toMatch(/Entry \d/);
    await page.goto(`${explorer.address}/bodies/stor?asOf=2026-04-01&lang=${lang}`);
    await whole(page);
    const row = (await rowsOf(page, w.members)).find(([name]) => name === 'Ida Ingenting')?.join(' | ');
    expect(row).toContain('Kort');
    expect(row).toContain('Kortets repræsentant');
    await page.getByRole('row', { name: 'Ida Ingenting' }).getByText(w.why).click();
    const reasons = page.getByRole('row', { name: 'Ida Ingenting' }).locator('.reasons');
    expect(await reasons.innerText()).toMatch(w.ownWord);
    expect([await reasons.innerText(), await reasons.locator('blockquote').count()]).toEqual([expect.not.stringMatching(/Entry \d+ |Entry \d+$/), 0]);
    await page.goto(`${explorer.address}/edit?undo=entry:${entry}&lang=${lang}`);
    await whole(page);
    await page.getByLabel(w.whyUndo).fill('en prøve');
    await page.getByRole('button', { name: w.check }).click();
    await page.getByText(w.can).waitFor();
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByText(w.undone).waitFor();
    await closing(page);
  });

  test('a substitute is said to step in for somebody, and the one undo after it keeps the focus', async () => {
    const page = await opened('/edit?thing=body:kort&nature=change&form=appoint');
    expect(await page.getByLabel(w.substituteFor).count()).toBe(0);
    await pick(page, w.who, 'Kim Kort');
    await page.getByLabel(w.role, { exact: true }).selectOption({ label: w.substitute });
    await page.getByLabel(w.substituteFor).selectOption({ label: await page.getByLabel(w.substituteFor).locator('option', { hasText: 'Uffe' }).innerText() });
    await page.getByLabel(w.from, { exact: true }).fill('1.3.2026');
    await checked(page);
    await written(page);
    await undone(page);
    await closing(page);
  });

  test('who merges two sees what moves before it is checked', async () => {
    const page = await opened('/edit?thing=person:bo-2&nature=correction&form=merge&gone=person:bo');
    await whole(page);
    const moves = await rowsOf(page, w.seatsAndTies);
    expect(moves.map(([what, , of]) => [what, of])).toEqual([
      [w.becomes, 'bo'],
      [w.isThere, 'bo-2'],
    ]);
    expect(moves[0]?.[1]).toContain('Vejrrådet');
    await page.getByText(w.missing).waitFor();
    await page.getByLabel(w.whyField, { exact: true }).fill('samme person');
    await checked(page);
    expect((await rowsOf(page, w.seatsAndTies)).length).toBe(2);
    await closing(page);
  });

  test('while it is checked and written, that is said, and where it fails what became of it', async () => {
    const page = await opened('/edit?thing=membership:ida&nature=change&form=end');
    await page.getByLabel(w.ends, { exact: true }).fill('30.6.2026');
    await page.getByLabel(w.cause).selectOption({ label: w.resigned });
    const held: Array<() => void> = [];
    const go = async () => {
      await expect.poll(() => held.length).toBe(1);
      held.pop()?.();
    };
    let how: 'on' | 'late' | 'lost' = 'on';
    await page.route('**/graphql', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      if (how === 'lost') return route.abort();
      const late = { message: 'deadline. Nothing is written.', extensions: { code: 'DEADLINE_EXCEEDED', outcome: 'NOTHING' } };
      return how === 'late' ? route.fulfill({ json: { data: null, errors: [late] } }) : route.continue();
    });
    await page.getByRole('button', { name: w.check }).click();
    await page.getByRole('status').filter({ hasText: w.checking }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await active(page).toBe(`BUTTON ${w.checking}`);
    await go();
    await page.getByText(w.can).waitFor();
    for (const [next, said] of [
      ['late', w.nothing],
      ['lost', w.unknown],
    ] as const) {
      how = next;
      await page.getByRole('button', { name: w.write }).click();
      await page.getByRole('button', { name: w.writing }).waitFor();
      await go();
      await page.getByRole('alert').filter({ hasText: said }).waitFor();
      await active(page).toBe(`BUTTON ${w.write}`);
    }
    await page.context().close();
    expect(explorer.said().filter((line) => !line.includes('ERR_FAILED'))).toEqual([]);
  });

  test('a leave that ends is told as no more than that', async () => {
    const page = await explorer.open(`/changes?from=2027-01-01&until=2027-12-31&lang=${lang}`);
    expect((await rowsOf(page, /.*/)).map((cells) => cells.slice(1, 3))).toContainEqual(['Orla Orlov', expect.stringContaining(w.leaveEnded)]);
    await closing(page);
  });
});

test('the front page of what was known before counts what was known before', async () => {
  const before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const acts = [{ addPerson: { id: 'person:ny', name: 'Nina Nytilkommen' } }];
  expect(await sendAs(explorer, CLERK, 'Record', { entry: { key: 'nina', mode: 'WRITE', acts } })).toMatchObject({ status: 'WRITTEN' });
  const page = await explorer.open(`/?knownAt=${before}`);
  expect((await page.locator('main').innerText()).split('\n')).toContain('8 personer og 4 organer var kendt.');
  await page.getByRole('link', { name: 'Vis, hvad der er kendt nu' }).click();
  await page.getByText(/^9 personer, 4 organer og \d+ pladser\.$/).waitFor();
  await closing(page);
});
