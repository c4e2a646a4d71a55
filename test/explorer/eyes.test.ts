// The pages for who sees them otherwise: enlarged, on any width between, in colours of their own, without motion.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Explorer, startExplorer, whole } from './explorer.js';

const VIEWS = [
  '/',
  '/bodies/kkr-syddanmark?asOf=2022-06-21',
  '/bodies/kommunalbestyrelse-koebenhavn?asOf=2026-02-01',
  '/people/mads-skau',
  '/municipalities/haderslev?asOf=2026-02-01',
  '/regions/syddanmark?asOf=2026-04-28',
  '/meetings/kkr-syddanmark-2022-06-21',
  '/changes?bodies=body:kkr-syddanmark&from=2021-12-31&until=2022-12-31',
  '/compare?body=body:kkr-syddanmark&from=2022-01-25&until=2022-06-21',
  '/map?asOf=2026-02-01&kinds=FORUM',
  '/network?around=body:kkr-syddanmark&asOf=2022-06-21',
  '/vacancies?asOf=2022-07-01',
  '/entries?since=2020-01-01',
  '/sign-in',
];
/** A desk at 400 and at 200 percent, what lies about the turn from a list to a table, and a tablet both ways. */
const WIDTHS = [320, 640, 705, 768, 1024, 1088, 1089, 1200];

/** In the page: the dates in its tables that are drawn on several lines, but for those in sentences. */
const BROKEN_DATES = `[...document.querySelectorAll('td > div, th')].flatMap((cell) => {
  const pieces = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement.closest('p, details')) continue;
    for (const date of texts.currentNode.data.matchAll(/\\d{1,2}\\. [a-z]+ \\d{4}|\\b(?:januar|februar|marts|april|maj|ju[nl]i|august|(?:septem|okto|novem|decem)ber) \\d{4}/g)) {
      const range = new Range();
      range.setStart(texts.currentNode, date.index);
      range.setEnd(texts.currentNode, date.index + date[0].length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) pieces.push(date[0]);
    }
  }
  return pieces;
})`;

let explorer: Explorer;
let page: Page;
beforeAll(async () => {
  explorer = await startExplorer();
  page = await explorer.open('/');
}, 300_000);
afterAll(() => explorer.close());

const see = async (path: string): Promise<void> => {
  await page.goto(explorer.address + path);
  await whole(page);
};

describe.each(VIEWS)('%s', (path) => {
  test('fits at every width, so that nobody scrolls both ways to read', async () => {
    await see(path);
    const beyond: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (over > 0) beyond.push(`${over} more than ${width}`);
    }
    expect(beyond).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('breaks no date of its tables over two lines, on a desk and on a phone', async () => {
    await see(path);
    const broken: string[] = [];
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      broken.push(...(await page.evaluate<string[]>(BROKEN_DATES)));
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(broken).toEqual([]);
  });

  test('moves nothing for who asks for that', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await see(path);
    const moving = await page.evaluate<string[]>(
      `[...document.querySelectorAll('*')].filter((one) => {
         const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
         return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
       }).map(({ outerHTML }) => outerHTML.slice(0, 60))`,
    );
    await page.emulateMedia({ reducedMotion: null });
    expect(moving).toEqual([]);
  });
});

test('in the colours of the reader bars, marks and people are seen, and so is where the focus is', async () => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await see('/bodies/kkr-syddanmark?asOf=2022-06-21');
  const styleOf = (selector: string, property: string): Promise<string> =>
    page.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue('${property}')`);
  const paper = await styleOf('html', 'background-color');
  expect(paper).toBe('rgb(0, 0, 0)');
  for (const mark of ['.track .certain', '.sighting', '.cursor > div']) expect([mark, await styleOf(mark, 'background-color')]).not.toEqual([mark, paper]);
  expect(await styleOf('.track .maybe', 'border-top-style')).not.toBe('none');
  expect(await styleOf('.composition circle', 'fill')).not.toBe(paper);
  await page.getByRole('link', { name: 'Mads Skau' }).first().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  expect(explorer.said()).toEqual([]);
});
