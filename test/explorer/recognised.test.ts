// Whom pasted rows were recognised as without a question, and how one says that it is another; in a real browser, on a small world.
import { expect, test } from 'vitest';
import { accessible } from './accessible.js';
import { type Explorer } from './explorer.js';
import { oddGraph } from './odd-world.js';
import { openAs, servingSignedIn, tokenOf } from './signed-in.js';

let explorer: Explorer;
servingSignedIn((served) => (explorer = served), oddGraph);

const WORDS = {
  da: { rows: 'Rækkerne', partial: /^En liste over nogle/, not: 'Det er en anden', alone: 'kun på navnet', who: 'Hvem er det?', known: 'genkendt som' },
  en: { rows: 'The rows', partial: /^A list of some/, not: 'It is somebody else', alone: 'by the name alone', who: 'Who is it?', known: 'recognised as' },
} as const;

// Orla has sat in Kort Byråd and Kim in Vejrrådet, Sisse in neither; what ties Orla to Vejrrådet is the party that the row says.
test.each([
  ['da', 'kort', ['Orla Orlov', 'Kim Kort'], ['Kim Kort'], ['Orla Orlov']],
  ['en', 'vejr', ['Kim Kort', 'Orla Orlov\tBeta', 'Sisse Slut'], ['Sisse Slut'], ['Kim Kort', 'Orla Orlov']],
] as const)('in %s, on %s: those by the name alone come first', async (lang, body, rows, alone, more) => {
  const w = WORDS[lang];
  const page = await openAs(explorer, tokenOf(), `/paste?body=body:${body}&lang=${lang}`, 1280);
  await page.getByRole('textbox', { name: w.rows }).fill(`Navn\tParti\n${rows.map((row) => (row.includes('\t') ? row : `${row}\t`)).join('\n')}`);
  await page.getByLabel(w.partial).check();
  const list = page.locator('details').filter({ hasText: w.known });
  await list.waitFor();
  expect(await list.evaluate((details: { open?: boolean }) => details.open)).toBe(true);
  const items = await list.locator('li').allInnerTexts();
  expect(items.map((item) => item.includes(w.alone))).toEqual([...alone.map(() => true), ...more.map(() => false)]);
  [...alone, ...more].forEach((name, at) => expect(items[at]).toContain(name));
  await accessible(page);
  await list.getByRole('button', { name: `${w.not}: ${alone[0]}` }).click();
  await page.getByLabel(`${w.who} ${alone[0]}`).waitFor();
  expect(await list.locator('li').count()).toBe(items.length - 1);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});
