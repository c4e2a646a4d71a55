// The days that one comes by in a timeline, and the way back; in a real browser, on a small world.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Explorer, startExplorer, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer(undefined, null, oddGraph);
}, 120_000);
afterAll(() => explorer.close());

/** Longer than the slider waits for rest. */
const REST_MS = 600;
const FROM = '2022-01-01';

const opened = async (): Promise<Page> => {
  const page = await explorer.open('/bodies?lang=en');
  await page.goto(`${explorer.address}/bodies/kort?asOf=${FROM}&lang=en`);
  await whole(page);
  return page;
};

const dayOf = (page: Page): string | null => new URL(page.url()).searchParams.get('asOf');

const rested = async (page: Page): Promise<string | null> => {
  await page.waitForTimeout(REST_MS);
  await whole(page);
  return dayOf(page);
};

test('each day on which the slider rests by keyboard is one to go back to', async () => {
  const page = await opened();
  const slider = page.getByRole('slider');
  await slider.focus();
  await slider.press('ArrowRight');
  const first = await rested(page);
  await slider.press('ArrowRight');
  const second = await rested(page);
  expect(new Set([FROM, first, second]).size).toBe(3);
  await page.goBack();
  await whole(page);
  expect(dayOf(page)).toBe(first);
  await page.goBack();
  await whole(page);
  expect(dayOf(page)).toBe(FROM);
  expect(await page.locator('h1').innerText()).toContain('1 January 2022');
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test('while the slider is held, all that it rests on is one step', async () => {
  const page = await opened();
  const slider = page.getByRole('slider');
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox()) as { x: number; y: number; width: number; height: number };
  const to = (part: number): [number, number] => [box.x + box.width * part, box.y + box.height / 2];
  await page.mouse.move(...to(0.02));
  await page.mouse.down();
  const seen = new Set<string | null>();
  for (const part of [0.5, 0.75, 0.98]) {
    await page.mouse.move(...to(part), { steps: 3 });
    seen.add(await rested(page));
  }
  await page.mouse.up();
  const last = await rested(page);
  expect(seen.size).toBeGreaterThan(1);
  expect(last).not.toBe(FROM);
  await page.goBack();
  await whole(page);
  expect(dayOf(page)).toBe(FROM);
  await page.goForward();
  await whole(page);
  expect(dayOf(page)).toBe(last);
  await page.context().close();
  expect(explorer.said()).toEqual([]);
});

test.each([
  ['da', 'Orla Orlov var ikke kendt endnu', 'Vis Orla Orlov, som registret er nu'],
  ['en', 'Orla Orlov was not known yet', 'Show Orla Orlov as the record is now'],
] as const)('who was not known yet at a moment is told so, with the way to what is known now, in %s', async (lang, title, now) => {
  for (const path of ['/people/orla', '/network?around=person:orla']) {
    const page = await explorer.open(`${path}${path.includes('?') ? '&' : '?'}knownAt=2020-01-01&lang=${lang}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('main').getByRole('link', { name: now }).click();
    await page.waitForURL((url) => !url.searchParams.has('knownAt'));
    await whole(page);
    expect(await page.getByRole('main').innerText()).toContain('Orla Orlov');
    expect(await page.getByRole('heading', { name: title }).count()).toBe(0);
    await page.context().close();
  }
  // The page comes with the status of what is not there.
  expect(explorer.said().filter((line) => !line.includes('404'))).toEqual([]);
});
