// What addresses say that cannot be read, or that lead to nothing: told in the words of the page, and nothing else answered in their stead.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import routes from '../../explorer/routes.json' with { type: 'json' };
import { accessible } from './accessible.js';
import { type Explorer, startExplorer, whole } from './explorer.js';
import { oddGraph } from './odd-world.js';

let explorer: Explorer;
beforeAll(async () => {
  explorer = await startExplorer(undefined, null, oddGraph);
}, 120_000);
afterAll(() => explorer.close());

const soon = (): string => new Date(Date.now() + 86_400_000).toISOString();

describe('what cannot be read', () => {
  test.each([
    ['a day that there is not', '/bodies/kort?asOf=2022-02-30', 'asOf=2022-02-30', 'en dag, der findes'],
    ['a month', '/people?asOf=2022-06', 'asOf=2022-06', 'en dag, der findes'],
    ['no day at all', '/?asOf=xyz', 'asOf=xyz', 'en dag, der findes'],
    ['a first day that there is not', '/changes?from=2022-02-30&until=2022-12-31', 'from=2022-02-30', 'en dag, der findes'],
    ['a last day of the log', '/entries?show=log&until=snart', 'until=snart', 'en dag, der findes'],
    ['no moment', '/people/orla?knownAt=hest', 'knownAt=hest', 'et tidspunkt, der har været'],
    ['a moment on a day that there is not', '/people/orla?knownAt=2022-02-30', 'knownAt=2022-02-30', 'et tidspunkt, der har været'],
    ['a moment that has not been', `/people/orla?knownAt=${soon()}`, 'knownAt=', 'et tidspunkt, der har været'],
    ['a word that is none of those that there are', '/changes?kinds=HEST', 'kinds=HEST', 'STOOD_IN'],
    ['a role that there is not', '/people?roles=MAYOR,constructor', 'roles=constructor', 'MAYOR'],
  ])('is told where an address says %s, and nothing is asked in its stead', async (_, path, given, required) => {
    const page = await explorer.open(path);
    const alert = await page.getByRole('alert').first().innerText();
    expect(alert).toContain(given);
    expect(alert).toContain(required);
    expect(await page.getByRole('table').count()).toBe(0);
    await accessible(page);
    const hrefs = await page.locator('header nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => /hest|xyz|2022-0[26](?!-\d\d?-)|knownAt/.test(href))).toEqual([]);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('is mended in the field that is marked, in both languages', async () => {
    for (const [lang, day, shown] of [
      ['da', 'Dag', '1. marts 2022'],
      ['en', 'Day', '1 March 2022'],
    ] as const) {
      const page = await explorer.open(`/bodies/kort?asOf=2022-02-30&lang=${lang}`);
      const field = page.getByRole('textbox', { name: day });
      expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['2022-02-30', 'true']);
      await field.fill('1.3.2022');
      await field.press('Enter');
      await page.waitForURL(/asOf=2022-03-01/);
      await whole(page);
      expect(await page.locator('h1').innerText()).toContain(shown);
      await page.context().close();
    }
  });

  test.each(['/changes?', '/compare?body=body:kort&'])('%s compares no day with one before it', async (path) => {
    for (const [from, until, isBad] of [
      ['2026-03-01', '2022-03-01', true],
      ['2022-03-01', '2022-03-01', true],
      ['2021-03-01', '2026-03-01', false],
    ] as const) {
      const page = await explorer.open(`${path}from=${from}&until=${until}`);
      const says = (await page.locator('main').innerText()).includes('Den første dag skal ligge før den anden.');
      expect([says, await page.getByRole('table').count()]).toEqual(isBad ? [true, 0] : [false, 1]);
      await page.context().close();
    }
    expect(explorer.said()).toEqual([]);
  });

  test('the day after which the calendar here has none is told in the field', async () => {
    const page = await explorer.open('/bodies/kort');
    const field = page.getByRole('textbox', { name: 'Dag' });
    for (const [written, told] of [
      ['31.12.9999', 'kalenderen går til og med 30. december 9999'],
      ['32.12.9999', 'kan ikke læses som én dag'],
    ] as const) {
      await field.fill(written);
      await field.press('Enter');
      await page.getByRole('alert').filter({ hasText: told }).waitFor();
    }
    await field.fill('30.12.9999');
    await field.press('Enter');
    await page.waitForURL(/asOf=9999-12-30/);
    await whole(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
    expect(explorer.said()).toEqual([]);
  });

  test('a moment with a zone is read as it is', async () => {
    const page = await explorer.open('/people/orla?knownAt=2020-01-01T01:00:00+01:00');
    expect(await page.locator('header nav a').first().getAttribute('href')).toContain('knownAt=2020-01-01T00:00:00.000Z');
    await page.context().close();
    explorer.said();
  });
});

test.each([
  ['EN', 'en', 'en'],
  ['en', 'en', 'en'],
  ['klingon', 'da', 'da'],
])('the language %s is %s, and links say so', async (given, used, said) => {
  const page = await explorer.open(`/bodies?lang=${given}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(used);
  expect(await page.locator('header nav a').first().getAttribute('href')).toBe(`/bodies?lang=${said}`);
  await page.context().close();
});

test('an address of bytes that are no text gets the page, which says so', async () => {
  const response = await fetch(`${explorer.address}/people/%E0%A4%A`, { headers: { accept: 'text/html' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
  const page = await explorer.open('/people/%E0%A4%A');
  expect(await page.locator('main').innerText()).toContain('Adressen /people/%E0%A4%A fører ikke til noget her.');
  await page.context().close();
  explorer.said();
  const json = await fetch(`${explorer.address}/people/%E0%A4%A`, { headers: { accept: 'application/json' } });
  expect(json.headers.get('content-type')).toContain('application/json');
});

describe('what leads to nothing', () => {
  test.each([
    ['/network?around=person:nope', 'Intet i registret hedder person:nope.', null, null],
    ['/compare?body=body:nope&from=2022-01-01', 'Intet i registret hedder body:nope.', null, null],
    ['/changes?bodies=body:nope', 'Det kendes ikke i registret: body:nope', null, null],
    ['/people/orla-orlos', 'Adressen /people/orla-orlos fører ikke til noget her.', 'Orla Orlov', '/people/orla'],
    ['/people/ida-inho', 'Adressen /people/ida-inho fører ikke til noget her.', 'Ida Ingenting', '/people/ida'],
    ['/municipalities/9902', 'Adressen /municipalities/9902 fører ikke til noget her.', 'Kort', '/municipalities/kort'],
    ['/meetings/kort', 'Adressen /meetings/kort fører ikke til noget her.', null, null],
  ])('%s is told with its name, and what is nearest of its kind is offered', async (path, says, text, to) => {
    const page = await explorer.open(path);
    const main = page.getByRole('main');
    await main.getByText(says).waitFor();
    if (text) {
      const link = main.getByRole('link', { name: text, exact: true }).first();
      await link.waitFor();
      expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe(to);
    } else expect(await main.locator('li a[href^="/people/"], li a[href^="/bodies/"]').count()).toBe(0);
    await page.context().close();
    explorer.said();
  });

  test.each([
    ['/maap', 'Kort over kommunerne', '/map'],
    ['/peopel/orla', 'Orla Orlov', '/people/orla'],
    ['/peopel/nobody-at-all', 'Personer', '/people'],
    ['/municipalitys/kort', 'Kort', '/municipalities/kort'],
    ['/municipalitys/kort?lang=en&asOf=2022-02-01', 'Kort', '/municipalities/kort?asOf=2022-02-01&lang=en'],
    ['/partys?lang=en', 'Parties', '/parties?lang=en'],
  ])('%s is no page, and what it may have meant is offered by its name: %s', async (path, name, to) => {
    const page = await explorer.open(path);
    const links = page.getByRole('main').locator('li a');
    await links.first().waitFor();
    expect(await links.first().innerText()).toBe(name);
    expect(await links.first().getAttribute('href')).toBe(to);
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(hrefs).size).toBe(hrefs.length);
    await page.context().close();
    explorer.said();
  });

  test('every view that is about no one thing has a name by which it is offered', async () => {
    const page = await explorer.open('/');
    const paths = routes.map(({ path }) => path).filter((path) => path !== '/' && !path.includes(':'));
    for (const path of paths) {
      await page.goto(`${explorer.address}${path}x`);
      const link = page.locator(`main li a[href="${path}"]`);
      await link.waitFor();
      expect(await link.innerText()).not.toContain('/');
    }
    await page.context().close();
    explorer.said();
  });
});
