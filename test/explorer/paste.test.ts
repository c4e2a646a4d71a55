// Rows that a clerk copies out of a spreadsheet and pastes on a body, in a real browser, on the real data.
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { get } from '../http.js';
import { accessible } from './accessible.js';
import { type Explorer, SPOKEN, type Language, rowsOf } from './explorer.js';
import { LISTED, openAs as openSignedIn, sendAs, servingSignedIn, tokenOf } from './signed-in.js';

const ANNA = tokenOf();
const COUNCIL = 'body:kommunalbestyrelse-haderslev';
const KKR = 'body:kkr-syddanmark';

const WORDS = {
  da: {
    door: 'Indsæt rækker fra et regneark',
    rows: 'Rækkerne',
    complete: /^En fuldstændig liste/,
    partial: /^En liste over nogle/,
    appoint: /^Udpegninger/,
    onList: 'Listens dag',
    looking: /^Slår navne op/,
    onAppoint: /^Fra og med/,
    left: (n: number) => `${n} spørgsmål mangler svar.`,
    answered: 'Alt er besvaret.',
    who: 'Hvem er det?',
    whichRole: 'Hvilken rolle er det?',
    whichDay: 'Hvilken dag er det? (fra og med)',
    otherRole: 'Hvilken rolle har personen den dag?',
    member: 'medlem',
    new: 'En ny person, der ikke findes endnu',
    allNew: /nye personer$/,
    skip: 'Tag ikke rækken med',
    recorded: 'rådsmedlem, som registret siger',
    ends: 'pladsen slutter 1. februar 2026',
    read: 'Sådan er rækkerne læst',
    missing: 'Medlemmer, der ikke står på listen',
    another: 'Det er en anden person med samme navn',
    column: (n: number) => `Kolonne ${n}`,
    name: 'navn',
    unused: 'bruges ikke',
    check: 'Se, hvad der følger',
    can: 'Det kan skrives. Intet er skrevet endnu.',
    write: 'Skriv i registret',
    written: 'Det er skrevet. Se Indførsel ',
    propose: 'Foreslå',
    proposed: 'Det er foreslået.',
    undo: 'Fortryd',
    whyUndo: 'Hvorfor fortryder du?',
    undone: 'Det er fortrudt.',
    sameNew: 'Er det den samme nye person?',
    same: 'Ja, den samme som i række 1',
    changed: 'En anden har ændret det, siden du åbnede siden.',
    lookAgain: 'Se det, som det står nu',
    rule: /Reglen: En rolle, som kun én kan have/,
  },
  en: {
    door: 'Paste rows from a spreadsheet',
    rows: 'The rows',
    complete: /^A complete list/,
    partial: /^A list of some/,
    appoint: /^Appointments/,
    onList: 'The day of the list',
    looking: /^Looking names up/,
    onAppoint: /^From \(for/,
    left: (n: number) => `${n} questions have no answer yet.`,
    answered: 'All is answered.',
    who: 'Who is it?',
    whichRole: 'Which role is it?',
    whichDay: 'Which day is it? (from)',
    otherRole: 'Which role does the person have on that day?',
    member: 'member',
    new: 'Somebody new, who is not recorded yet',
    allNew: /all new people$/,
    skip: 'Leave the row out',
    recorded: 'councillor, as the record says',
    ends: 'the seat ends 1 February 2026',
    read: 'How the rows are read',
    missing: 'Members who are not on the list',
    another: 'It is another person of the same name',
    column: (n: number) => `Column ${n}`,
    name: 'name',
    unused: 'not used',
    check: 'See what follows',
    can: 'It can be written. Nothing is written yet.',
    write: 'Write to the record',
    written: 'It is written. See Entry ',
    propose: 'Propose',
    proposed: 'It is proposed.',
    undo: 'Undo',
    whyUndo: 'Why do you undo it?',
    undone: 'It is undone.',
    sameNew: 'Is it the same new person?',
    same: 'Yes, the same as in row 1',
    changed: 'Somebody else has changed it since you opened the page.',
    lookAgain: 'See it as it stands now',
    rule: /The rule: a role for one person/,
  },
} as const;

let explorer: Explorer;

interface Asked {
  graph: { revision: number };
  body: { members: { nodes: { role: string; person: { id: string; name: string } }[] } };
}

/** By which id the page asks an operation. */
const extensionsOf = (operation: string): object => ({
  persistedQuery: { version: 1, sha256Hash: LISTED.find(([, text]) => text.includes(operation))?.[0] },
});

/** Names of people, each of one alone, in their order. */
const namesOf = async (count: number): Promise<string[]> => {
  const names = new Set<string>();
  for (let after: string | null = null; names.size < count;) {
    const said = new URLSearchParams({ extensions: JSON.stringify(extensionsOf('query People(')), variables: JSON.stringify({ after }) });
    const { json } = await get(`${explorer.address}/graphql?${said.toString()}`, { accept: 'application/json' });
    const { nodes, pageInfo } = json.data.people as { nodes: { name: string }[]; pageInfo: { endCursor: string } };
    for (const { name } of nodes) names.add(name);
    after = pageInfo.endCursor;
  }
  return [...names].slice(0, count);
};

/** A body as the page asks for it. */
const bodyOf = async (id: string, asOf: string): Promise<Asked> => {
  const said = new URLSearchParams({ extensions: JSON.stringify(extensionsOf('query PasteBody(')), variables: JSON.stringify({ id, asOf }) });
  const { json } = await get(`${explorer.address}/graphql?${said.toString()}`, { accept: 'application/json' });
  return json.data as Asked;
};

servingSignedIn((served) => (explorer = served));

const fits = async (page: Page): Promise<void> => {
  await accessible(page);
  expect(explorer.said()).toEqual([]);
};

const tsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\r\n');

describe.each(SPOKEN)('in %s', (lang: Language) => {
  const w = WORDS[lang];
  const width = lang === 'en' ? 1280 : 390;

  const openAs = (token: string, path: string): Promise<Page> => openSignedIn(explorer, token, `${path}&lang=${lang}`, width);

  /** Pastes rows, and says what they are and of which day. */
  const paste = async (page: Page, text: string, purpose: RegExp, day: string): Promise<void> => {
    await page.getByLabel(w.rows, { exact: true }).fill(text);
    await page.getByLabel(purpose).check();
    await page.getByLabel(purpose === w.appoint ? w.onAppoint : w.onList).fill(day);
  };

  const asking = (page: Page, ask: string, what: string) => page.getByLabel(`${ask} ${what}`);
  const checkButton = (page: Page) => page.getByRole('button', { name: w.check });

  test('thirty appointments are written once every doubt is answered, and taken back', async () => {
    const { body } = await bodyOf(COUNCIL, '2026-01-01');
    const names = [...new Set(body.members.nodes.map(({ person }) => person.name))].filter((name) => name !== 'Mads Skau').slice(0, 26);
    const rows = [
      ['Navn', 'Rolle', 'Hjemkommune', 'Fra og med', 'Bemærkning'],
      ...names.map((name, at) => [
        name,
        at === 0 ? 'gruppeformand' : 'medlem',
        'Haderslev',
        ['21-06-2026', '21.6.2026', '21. juni 2026', '2026-06-21'][at % 4] ?? '',
        '',
      ]),
      ['Lars Hansen', 'medlem', '', '31-02-2026', ''],
      [`Ida Nyfund ${lang}`, 'medlem', 'Haderslev Kommune', '21-06-2026', '=HYPERLINK("https://a.example")'],
      ['<img src=x onerror=alert(1)>', 'medlem', '', '21-06-2026', ''],
      [`"${names[0]}\nSkrevet igen"`, 'medlem', '', '21-06-2026', ''],
    ];
    expect(rows).toHaveLength(31);
    const page = await openAs(ANNA, `/bodies/kkr-syddanmark?asOf=2026-06-21`);
    await page.getByRole('link', { name: w.door }).click();
    const { graph } = await bodyOf(KKR, '2026-06-21');
    await paste(page, tsv(rows), w.appoint, '');
    await page.getByText(w.left(6)).first().waitFor();
    await fits(page);
    await asking(page, w.whichRole, 'gruppeformand').selectOption({ label: w.member });
    await asking(page, w.whichDay, '31-02-2026').fill('28.2.2026');
    const namesakes = asking(page, w.who, 'Lars Hansen, medlem');
    expect(await namesakes.locator('option').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('Billund'), expect.stringContaining('Silkeborg')]),
    );
    await namesakes.selectOption('person:lars-hansen-billund');
    await asking(page, w.who, `Ida Nyfund ${lang}`).selectOption({ label: w.new });
    await asking(page, w.who, '<img src=x').selectOption({ label: w.skip });
    expect(await checkButton(page).isDisabled()).toBe(true);
    await asking(page, w.who, `${names[0]} Skrevet igen`).selectOption({ label: w.skip });
    await page.getByText(w.answered).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    const read = await rowsOf(page, w.read);
    expect(read).toHaveLength(30);
    expect(read[26]?.join(' ')).toContain('Lars Hansen');
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    await fits(page);
    expect((await bodyOf(KKR, '2026-06-21')).graph.revision).toBe(graph.revision);
    await page.getByRole('button', { name: w.write }).dblclick();
    await page.getByText(w.written).waitFor();
    await fits(page);
    const after = await bodyOf(KKR, '2026-06-21');
    expect(after.graph.revision).toBe(graph.revision + 1);
    expect(after.body.members.nodes.map(({ person }) => person.name)).toEqual(expect.arrayContaining([...names, 'Lars Hansen', `Ida Nyfund ${lang}`]));
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByLabel(w.whyUndo).fill('en prøve');
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByText(w.undone).waitFor();
    expect((await bodyOf(KKR, '2026-06-21')).body.members.nodes.map(({ person }) => person.name)).not.toContain(`Ida Nyfund ${lang}`);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a complete list tells whose seat is not on it and what becomes of it, and is proposed', async () => {
    const guest = lang === 'da' ? 'person:lars-hansen-billund' : 'person:lars-hansen';
    const appoint = { person: { id: guest }, body: COUNCIL, role: 'COUNCILLOR', from: '2026-01-15' };
    const entry = { key: `guest-${lang}`, mode: 'WRITE', acts: [{ appoint }], accept: [] };
    expect(await sendAs(explorer, ANNA, 'Record', { entry })).toMatchObject({ status: 'WRITTEN' });
    const { graph, body } = await bodyOf(COUNCIL, '2026-02-01');
    const seats = body.members.nodes.filter(({ person }) => person.name !== 'Lars Hansen');
    const [first = '', second = '', third = ''] = seats.filter(({ role }) => role === 'COUNCILLOR').map(({ person }) => person.name);
    const said = { MAYOR: 'borgmester', COUNCILLOR: 'byrådsmedlem' } as Readonly<Record<string, string>>;
    const listed = seats
      .filter(({ person }) => person.name !== first && person.name !== second)
      .map(({ person: { name }, role }) => [name, name === third ? 'formand' : (said[role] ?? '')]);
    const page = await openAs(tokenOf({ sub: 'bo', mandat_role: 'proposer' }), `/paste?body=${COUNCIL}`);
    await paste(page, tsv(listed), w.complete, '1.2.2026');
    await asking(page, w.otherRole, third).selectOption({ label: w.recorded });
    await page.getByText(w.answered).waitFor();
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    const missing = (await rowsOf(page, w.missing)).map((cells) => [cells[0], cells.at(-1)]);
    expect(missing).toEqual(
      expect.arrayContaining([
        [first, w.ends],
        [second, w.ends],
        ['Lars Hansen', w.ends],
      ]),
    );
    await fits(page);
    await page.getByRole('button', { name: w.propose }).click();
    await page.getByText(w.proposed).waitFor();
    expect((await bodyOf(COUNCIL, '2026-02-01')).graph.revision).toBe(graph.revision);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('somebody new who stands in two rows is one person, once that is said', async () => {
    const page = await openAs(ANNA, `/paste?body=${KKR}`);
    const name = `Asta Toradfolk ${lang}`;
    await paste(
      page,
      tsv([
        [name, 'medlem', '21-06-2026'],
        [name, 'observatør', '22-06-2026'],
      ]),
      w.appoint,
      '',
    );
    await page.getByRole('button', { name: w.allNew }).click();
    const same = asking(page, w.sameNew, `${name}, observatør`);
    await same.waitFor();
    await fits(page);
    expect(await checkButton(page).isDisabled()).toBe(true);
    await same.selectOption({ label: w.same });
    await page.getByText(w.answered).waitFor();
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    await page.getByRole('button', { name: w.write }).click();
    await page.getByText(w.written).waitFor();
    const { body } = await bodyOf(KKR, '2026-06-25');
    const held = body.members.nodes.filter(({ person }) => person.name === name);
    expect(held.map(({ role }) => role).sort()).toEqual(['MEMBER', 'OBSERVER']);
    expect(new Set(held.map(({ person }) => person.id)).size).toBe(1);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('what somebody else wrote since the page was opened can be looked at anew, and the rows stay', async () => {
    const page = await openAs(ANNA, `/paste?body=${KKR}`);
    await paste(
      page,
      tsv([
        ['Navn', 'Rolle'],
        ['Mads Skau', 'medlem'],
      ]),
      w.partial,
      '21.6.2022',
    );
    await page.getByRole('table', { name: w.read }).waitFor();
    const correct = {
      thing: 'membership:kkr-syddanmark-member-mads-skau',
      set: { from: lang === 'da' ? '2022-02-01' : '2022-02-02' },
      why: 'skrevet forkert af',
    };
    const beside = { key: `beside-${lang}`, mode: 'WRITE', acts: [{ correct }], accept: [] };
    expect(await sendAs(explorer, tokenOf({ sub: 'bent', name: 'Bent' }), 'Record', { entry: beside })).toMatchObject({ status: 'WRITTEN' });
    await checkButton(page).click();
    await page.getByRole('listitem').filter({ hasText: w.changed }).waitFor();
    await fits(page);
    await page.getByRole('button', { name: w.lookAgain }).click();
    await page.getByText(w.changed).first().waitFor({ state: 'detached' });
    expect(await page.getByLabel(w.rows, { exact: true }).inputValue()).toContain('Mads Skau');
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a rule that would be broken is said in the words of the page, and the sentence of the record only beside', async () => {
    const { body } = await bodyOf(KKR, '2022-06-21');
    const chair = body.members.nodes.find(({ role }) => role === 'CHAIR');
    const other = body.members.nodes.find(({ role, person }) => role === 'MEMBER' && person.id !== chair?.person.id);
    const page = await openAs(ANNA, `/paste?body=${KKR}`);
    await paste(page, tsv([[other?.person.name ?? '', 'formand']]), w.appoint, '21.6.2022');
    await checkButton(page).click();
    const told = page.getByRole('listitem').filter({ hasText: w.rule }).first();
    await told.waitFor();
    if (lang === 'da') expect(await told.innerText()).not.toMatch(/required|certain holder/);
    await fits(page);
    await page.context().close();
  });

  test('a column means what is chosen, and rows that semicolons part are read too', async () => {
    const page = await openAs(ANNA, `/paste?body=${COUNCIL}`);
    await paste(page, 'Mads Skau;borgmester\nSkau, Mads;borgmester\n', w.partial, '1.2.2026');
    await page
      .getByText(w.left(1).replace(/^1 .*/, lang === 'da' ? '1 spørgsmål mangler svar.' : '1 question has no answer yet.'))
      .first()
      .waitFor();
    await page.getByRole('cell', { name: /: Venstre · Haderslev · / }).waitFor();
    expect((await rowsOf(page, w.read)).map((cells) => cells[1])).toEqual(['Mads Skau', 'Mads Skau']);
    await page.getByLabel(w.column(1)).selectOption({ label: w.unused });
    await page.getByLabel(w.column(2)).selectOption({ label: w.name });
    await page.getByText(w.who).first().waitFor();
    expect((await rowsOf(page, w.read)).map((cells) => cells[1])).toEqual(['borgmester', 'borgmester']);
    await fits(page);
    await page.context().close();
  });

  test('five hundred rows of the clipboard are read, asked and checked', async () => {
    const page = await openAs(ANNA, '/paste?body=body:kkr-syddanmark');
    const known = await namesOf(450);
    const fresh = Array.from({ length: 50 }, (_, at) => `Xenib${'abcdefghij'[at % 10]} Zzyx${'klmno'[Math.floor(at / 10)]}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(tsv([...known, ...fresh].map((name) => [name, 'observatør'])))})`);
    await page.getByLabel(w.rows, { exact: true }).focus();
    await page.keyboard.press('Control+V');
    await page.getByLabel(w.partial).check();
    await page.getByLabel(w.onList).fill('1.2.2026');
    await page.getByRole('button', { name: w.allNew }).click();
    await page.getByText(w.looking).waitFor({ state: 'detached' });
    expect(await checkButton(page).isDisabled()).toBe(true);
    const open = page.locator('.answer.past select');
    while ((await open.count()) > 0) await open.first().selectOption({ label: w.skip });
    await page.getByText(w.answered).waitFor();
    await checkButton(page).click();
    await page.getByText(w.can).waitFor();
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  }, 300_000);
});
