// The query editor for developers, in a real browser, without any other host.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type Page, chromium } from 'playwright-core';
import type { Graph } from '../../src/graph/port.js';
import { type RunningServer, startServer } from '../../src/http/server.js';
import { chromium as installed } from '../run/chromium.js';
import { seededGraph } from '../world.js';

const EXAMPLES = JSON.parse(readFileSync('explorer/graphiql/examples.json', 'utf8')) as { title: string; query: string[] }[];

let graph: Graph;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  graph = await seededGraph();
  server = await startServer(graph, { port: 0, log: 'silent' });
  browser = await chromium.launch({ executablePath: installed as string, args: ['--no-sandbox', '--disable-gpu'] });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  await graph.close();
});

/** Runs the example that is shown, once it is there, and again until it was heard. */
const runs = async (page: Page, example: number): Promise<string> => {
  const [name = ''] = /\w+(?= *[({])/.exec(EXAMPLES[example]?.query.join(' ') ?? '') ?? [];
  await page.locator('.graphiql-query-editor .view-lines').filter({ hasText: name }).waitFor();
  const answer = page.locator('.result-window').filter({ hasText: '"data"' });
  for (let turn = 0; turn < 10 && (await answer.count()) === 0; turn += 1) {
    await page.getByRole('button', { name: 'Execute query' }).click();
    await answer.waitFor({ timeout: 5_000 }).catch(() => undefined);
  }
  return answer.innerText();
};

test('it shows the examples and runs them, with workers and fonts of its own', async () => {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  // The editor calls off what it began for words that were changed since.
  page.on('pageerror', ({ message }) => message !== 'Canceled' && said.push(message));
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(server.address)) said.push(request.url());
  });
  await page.goto(`${server.address}/graphiql`);
  await page.locator('.query-editor, .graphiql-query-editor').first().waitFor();
  expect(await page.getByRole('combobox', { name: 'Ask' }).locator('option').allInnerTexts()).toEqual(EXAMPLES.map(({ title }) => title));
  expect(await runs(page, 0)).toContain('"name"');
  await page.getByRole('combobox', { name: 'Ask' }).selectOption('1');
  await page.locator('.result-window').filter({ hasNotText: '"data"' }).waitFor();
  expect(await runs(page, 1)).toContain('"name"');
  expect(page.workers().length).toBeGreaterThan(0);
  await page.close();
  expect(said).toEqual([]);
}, 120_000);
