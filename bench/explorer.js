import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromium as installed } from '../test/run/chromium.js';
import { startServer } from './servers.js';
import { percentile, row } from './table.js';

const HELP = `npm run bench -- explorer [--clicks 20] [--out file.json]

Opens the explorer in a browser on all of Denmark's data, kept under .mandat/bench, and measures for ten views how long it takes
from a click on a link until the answer is drawn: without the caches of the server, and with them. What the page has fetched of
itself is in the browser's cache, and of the answers it keeps none: each click is the first one on its page.`;

const data = join(dirname(fileURLToPath(import.meta.url)), '../.mandat/bench/denmark');
const TARGETS = { median: 100, p95: 300 };
const KKR = '/bodies/kkr-syddanmark?asOf=2022-06-21';

/** Each view: where the click is, on what, and a word of the answer. */
const VIEWS = [
  { name: 'a body', from: '/bodies?kinds=FORUM&asOf=2022-06-21', link: 'KKR Syddanmark', shows: 'Jonas René Jensen' },
  { name: 'a council', from: '/municipalities/koebenhavn?asOf=2026-02-01', link: 'Kommunalbestyrelsen i København', shows: 'Sisse Marie Welling' },
  { name: 'a person', from: KKR, link: 'Mads Skau', shows: 'Erhvervshus Sydjylland' },
  { name: 'a municipality', from: '/people/mads-skau?asOf=2026-02-01', link: 'Haderslev', shows: 'Signe Knappe' },
  { name: 'a party', from: '/parties?asOf=2026-02-01', link: 'Venstre', shows: 'Kommunalbestyrelsen i Allerød' },
  { name: 'what changed', from: KKR, link: 'Hvad er ændret her?', shows: 'Andreas Møller' },
  { name: 'two days compared', from: KKR, link: 'Sammenlign to dage', shows: 'KKR Syddanmark' },
  { name: 'the map', from: '/?asOf=2026-02-01', link: 'Kort', shows: 'Aabenraa' },
  { name: 'the network', from: KKR, link: 'Netværk', shows: 'Erik Lauritzen' },
  { name: 'vacancies', from: '/?asOf=2022-07-01', link: 'Ledige pladser', shows: 'Fynklyngen' },
];

/** In the page: clicks a link, and says after how many ms the answer is drawn. */
const clickAndWait = ({ link, shows }) =>
  new Promise((resolve, reject) => {
    const found = [...document.querySelectorAll('a')].find(({ textContent }) => textContent.trim() === link);
    if (!found) return reject(new Error(`required: a link ${link}; given: none at ${location.href}`));
    const before = location.pathname;
    const isDrawn = () => {
      const main = document.querySelector('main');
      return location.pathname !== before && main.querySelector('h1') && !main.querySelector('.waiting, [aria-busy="true"]') && main.innerText.includes(shows);
    };
    const began = performance.now();
    const look = () => (isDrawn() ? resolve(performance.now() - began) : requestAnimationFrame(look));
    found.click();
    requestAnimationFrame(look);
  });

const whole = async (page) => {
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting, [aria-busy="true"]').first().waitFor({ state: 'detached' });
};

const measured = async (page, address, view, clicks) => {
  const took = [];
  // The first click fetches what the view is made of.
  for (let click = 0; click <= clicks; click += 1) {
    await page.goto(address + view.from);
    await whole(page);
    const ms = await page.evaluate(clickAndWait, view);
    if (click > 0) took.push(ms);
  }
  const sorted = took.sort((a, b) => a - b);
  return { median: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
};

const measureAll = async (browser, memory, clicks) => {
  const server = await startServer('../dist/main.js', ['serve'], { MANDAT_DATA: data, MANDAT_LOG: 'warn', MANDAT_MEMORY_MB: memory });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    const figures = {};
    for (const view of VIEWS) {
      figures[view.name] = await measured(page, server.address, view, clicks);
      console.error(`${view.name}, ${memory} MB: ${figures[view.name].median.toFixed(0)} ms`);
    }
    return figures;
  } finally {
    await page.close();
    await server.stop();
  }
};

/** Measures the pages. */
export const main = async (args) => {
  const { values } = parseArgs({ args, options: { clicks: { type: 'string', default: '20' }, out: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  const browser = await chromium.launch({ executablePath: installed, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const without = await measureAll(browser, '0', Number(values.clicks));
    const cached = await measureAll(browser, '128', Number(values.clicks));
    const cell = ({ median, p95 }) => `${median.toFixed(0)} · ${p95.toFixed(0)}`;
    console.log(
      `${values.clicks} clicks on each view, ${availableParallelism()} cores: median · p95 in ms (targets ${TARGETS.median} · ${TARGETS.p95})\n\n${[
        row(['view', 'without caches', 'with caches']),
        row(['---', '---', '---']),
        ...VIEWS.map(({ name }) => row([name, cell(without[name]), cell(cached[name])])),
      ].join('\n')}`,
    );
    if (values.out) writeFileSync(values.out, `${JSON.stringify({ clicks: Number(values.clicks), targets: TARGETS, without, cached }, null, 2)}\n`);
  } finally {
    await browser.close();
  }
};
