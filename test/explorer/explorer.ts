import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import type { Graph } from '../../src/graph/port.js';
import type { SignInProvider } from '../../src/http/identity/provider.js';
import type { IdentitySettings } from '../../src/http/identity/settings.js';
import { type RunningServer, startServer } from '../../src/http/server.js';
import { chromium as installed } from '../run/chromium.js';
import { denmarkGraph } from '../world.js';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/**
 * In which language a test asks what a page does rather than what it says. A word that one of them lacks does not compile: the other shows little more,
 * at twice the time, and only --long asks it. The views and journeys are in both. In Danish some are on a phone (edit, forms), some on a desk (saying, clerk).
 */
export const SPOKEN: readonly Language[] = process.env['MANDAT_TEST_LONG'] ? LANGUAGES : ['da'];
export const WIDTHS = [1280, 390] as const;

/** Beside a page and its tests nothing goes out: no updates, no lookups. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Explorer {
  address: string;
  /** Opens an address cold, in a window of its own, and waits until it is whole. */
  open: (path: string, width?: number) => Promise<Page>;
  /** A window of its own at an address of the server where there is nothing yet. */
  blank: (width?: number) => Promise<Page>;
  /** What the pages said to the console since it was asked, and which other hosts they asked. */
  said: () => string[];
  close: () => Promise<void>;
}

/** Until nothing is under way. */
export const whole = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting, [aria-busy="true"]').first().waitFor({ state: 'detached' });
};

/** Its icon is of no server. */
const BLANK = '<!doctype html><link rel="icon" href="data:," />';

let running: Promise<Browser> | null = null;
/** The browser of this worker, which its files share: to start one costs as much as some pages. It ends with the worker. */
const theBrowser = async (): Promise<Browser> => {
  const before = await running?.catch(() => null);
  if (!before?.isConnected()) running = chromium.launch({ executablePath: installed as string, args: ARGUMENTS });
  return running as Promise<Browser>;
};

/**
 * A graph on a server that answers nothing but what the explorer lists, and a browser.
 * @param identity whose tokens it takes; default: nobody's
 * @param provider where people sign in, the one other host that pages ask; default: nowhere
 * @param graphOf what it serves; default: all of Denmark
 */
export const startExplorer = async (
  identity?: IdentitySettings,
  provider: SignInProvider | null = null,
  graphOf: () => Promise<Graph> = denmarkGraph,
): Promise<Explorer> => {
  const graph = await graphOf();
  const safelist = new Map(Object.entries(JSON.parse(readFileSync('dist/explorer/operations.json', 'utf8')) as Record<string, string>));
  const server: RunningServer = await startServer(graph, { port: 0, log: 'silent', deadlineMs: 60_000, safelist, provider, ...(identity && { identity }) });
  const browser = await theBrowser();
  const windows: BrowserContext[] = [];
  const hosts = [server.address, ...(provider ? [provider.issuer] : [])];
  let lines: string[] = [];
  const window = async (width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: width > 600 ? 900 : 844 }, acceptDownloads: true });
    windows.push(context);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && !hosts.some((host) => request.url().startsWith(host))) lines.push(request.url());
    });
    return page;
  };
  return {
    address: server.address,
    open: async (path, width) => {
      const page = await window(width);
      await page.goto(server.address + path);
      await whole(page);
      return page;
    },
    blank: async (width) => {
      const page = await window(width);
      await page.route(`${server.address}/blank`, (route) => route.fulfill({ contentType: 'text/html', body: BLANK }));
      await page.goto(`${server.address}/blank`);
      await page.unrouteAll();
      return page;
    },
    said: () => {
      const said = lines;
      lines = [];
      return said;
    },
    close: async () => {
      for (const context of windows) await context.close();
      await server.close();
      await graph.close();
    },
  };
};

/** Picks the first that a search field offers by a text. */
export const pick = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
};

/** The rows of the table of a title, as their cells. */
export const rowsOf = (page: Page, title: string | RegExp): Promise<string[][]> =>
  page
    .getByRole('table', { name: title })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').trim())));
