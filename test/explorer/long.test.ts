// Lists that are longer than a page of them: what is downloaded and printed is all of it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { EDITOR, clerkOf } from '../clerk.js';
import { emptyGraph } from '../world.js';
import { type Explorer, rowsOf, startExplorer } from './explorer.js';
import { readSpreadsheet } from './spreadsheet.js';

const MANY = 159;

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer(undefined, null, async () => {
    const graph = await emptyGraph();
    const board = { establish: { id: 'body:stor', name: 'Stort Råd', kind: 'BOARD', from: '2010-01-01' } };
    const people = Array.from({ length: MANY }, (_, at) => ({ new: { id: `person:p${at}`, name: `Ane${at} Nummer${at}` } }));
    const seats = people.map((person) => ({ appoint: { person, body: 'body:stor', role: 'MEMBER', from: '2024-01-01' } }));
    const { problems } = await clerkOf(graph, EDITOR).record([board, ...seats], { mode: 'CHECK' });
    expect((await clerkOf(graph, EDITOR).record([board, ...seats], { accept: problems.map(({ id }) => id) })).status).toBe('WRITTEN');
    return graph;
  });
}, 300_000);
afterAll(() => explorer.close());

const saved = async (page: Page, button: RegExp): Promise<[name: string, path: string]> => {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('button', { name: button }).first().click()]);
  return [download.suggestedFilename(), await download.path()];
};

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\r\n');

test.each([
  ['/people?asOf=2026-02-01', 'personer-2026-02-01.csv'],
  ['/changes?from=2023-12-31&until=2024-12-31', 'hvad-er-ændret-2023-12-31-2024-12-31.csv'],
])('%s downloads all that was found, under its own days', async (path, name) => {
  const page = await explorer.open(path);
  expect((await rowsOf(page, /.*/)).length).toBe(100);
  const [called, file] = await saved(page, /^Hent CSV/);
  expect(called).toBe(name);
  const lines = linesOf(file);
  expect([lines.length - 1, new Set(lines).size]).toEqual([MANY, MANY + 1]);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test.each([
  ['/people?asOf=2026-02-01', [['Dag', '2026-02-01']]],
  [
    '/changes?from=2023-12-31&until=2024-12-31',
    [
      ['fra', '2023-12-31'],
      ['til', '2024-12-31'],
    ],
  ],
])('a spreadsheet of %s says its own days, and no other', async (path, days) => {
  const page = await explorer.open(path);
  const [, file] = await saved(page, /^Hent Excel/);
  expect(readSpreadsheet(file).length).toBe(MANY + 1);
  expect(readSpreadsheet(file, 2).slice(1, -1)).toEqual(days);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test('all members of a body are printed', async () => {
  const page = await explorer.open('/bodies/stor?asOf=2026-02-01');
  const count = async (): Promise<number> => (await rowsOf(page, 'Medlemmer')).length;
  expect(await count()).toBe(120);
  await page.pdf();
  expect([await count(), await page.locator('.timeline li').count()]).toEqual([MANY, MANY]);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});
