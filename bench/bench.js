import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { drawFrom } from './country.js';
import { benchEntries } from './entries.js';
import { benchSearch } from './search.js';
import { makeClient } from './load.js';
import { operations } from './operations.js';
import { installOnce, prepareGrafeo, prepareNeo4j, startServer } from './servers.js';
import { figuresOf, ratiosOf, tableOf } from './table.js';

const HELP = `npm run bench -- entries …: how fast entries are written; entries --help says the rest
npm run bench -- search …: how long searches for misspelt names take; search --help says the rest
npm run bench -- [--memberships 10000 | 100000 | 1000000] [--seconds 6] [--engine neo4j | grafeo] [--only name,…] [--port 7697]
                 [--out file.json] [--keep]

Fills a database with a synthetic country and measures ten operations side by side, with 8 clients: Mandat without and
with its caches, @neo4j/graphql on the same database, and a bare route with one query by hand; two of them, searches, of Mandat alone. The local Neo4j needs
Java 17 and Maven; NEO4J_URI names another, which must be empty or hold a bench of this size. --engine grafeo measures
Mandat on the embedded engine alone. --keep leaves the local Neo4j running.

npm run bench -- explorer measures the pages instead.`;

const CLIENTS = 8;
/** Of each operation: as many different requests, each asked once before anything is measured. */
const REQUESTS = 200;
const CHECKED = 8;
/** The systems take turns, so that what else the machine does falls on all of them. */
const TURNS = 3;
const WARM_SECONDS = 1.5;
const CACHE_MB = '256';
const NOW = Number.MAX_SAFE_INTEGER - 1;

const dayAfter = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const folded = (name) => name.toLowerCase().replace(/å|aa/g, 'a').replace(/æ|ae/g, 'a').replace(/ø|oe/g, 'o').split(' ');

/** The variables of the others: the day as a period, words folded, the longest first. */
const plainVariables = ({ asOf, name, ...variables }) => {
  const [anchor, other] = name ? folded(name).sort((a, b) => b.length - a.length) : [];
  return { ...variables, ...(name && { anchor, other }), start: asOf, end: dayAfter(asOf) };
};

const SYSTEMS = {
  mandat: { title: 'Mandat', start: (env) => startServer('../dist/main.js', ['serve', '--no-seed'], { ...env, MANDAT_LOG: 'warn', MANDAT_MEMORY_MB: '0' }) },
  cached: {
    title: 'Mandat with caches',
    start: (env) => startServer('../dist/main.js', ['serve', '--no-seed'], { ...env, MANDAT_LOG: 'warn', MANDAT_MEMORY_MB: CACHE_MB }),
  },
  rival: { title: '@neo4j/graphql', start: (env) => startServer('rival.js', [], env) },
  bare: { title: 'bare route', start: (env) => startServer('bare.js', [], env) },
};

const OWN = ['mandat', 'cached'];

/** The systems that answer an operation. */
const systemsOf = ({ isOwn }, running) => Object.keys(running).filter((system) => !isOwn || OWN.includes(system));

const requestTo = (system, address, operation, variables) => {
  const { name, mandat, rival } = operation;
  const plain = plainVariables(variables);
  if (system === 'bare') return { url: `${address}/${name}`, body: JSON.stringify({ ...plain, now: NOW }) };
  const asked = system === 'rival' ? { query: rival, variables: { ...plain, never: String(NOW + 1) } } : { query: mandat, variables };
  return { url: `${address}/graphql`, body: JSON.stringify(asked) };
};

/** Lists of rows in one order, whatever order they came in. */
const canonical = (value) => {
  if (!Array.isArray(value)) return value;
  const all = value.map(canonical);
  return all.every(Array.isArray) ? all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : all;
};

const dataOf = (text, what) => {
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`${what}: ${JSON.stringify(errors).slice(0, 1_000)}`);
  return data;
};

/** @throws Error where the answers to a request differ, or nothing is ever answered. */
const check = async (client, running, operation, requests) => {
  let rows = 0;
  for (const variables of requests.slice(0, CHECKED)) {
    const ask = async (system) => {
      const { url, body } = requestTo(system, running[system].address, operation, variables);
      return dataOf(await client.ask(url, body), `${operation.name} of ${system}`);
    };
    const differ = (system, given, required) => {
      throw new Error(
        `${operation.name} of ${system} for ${JSON.stringify(variables)}: required: ${JSON.stringify(required).slice(0, 1_500)}; given: ${JSON.stringify(given).slice(0, 1_500)}`,
      );
    };
    const answer = await ask('mandat');
    rows += JSON.stringify(answer).length;
    for (const system of ['cached', 'bare'].filter((one) => systemsOf(operation, running).includes(one))) {
      const same = await ask(system);
      if (JSON.stringify(same) !== JSON.stringify(answer)) differ(system, same, answer);
    }
    if (!systemsOf(operation, running).includes('rival')) continue;
    const said = canonical(operation.rivalRows(await ask('rival')));
    const required = canonical(operation.rows(answer));
    if (!isDeepStrictEqual(said, required)) differ('rival', said, required);
  }
  if (rows < CHECKED * 60) throw new Error(`${operation.name}: required: answers with something in them; given: ${rows} characters in ${CHECKED} answers`);
};

/** Where a system is asked for an operation, and the bodies of the requests. */
const askedOf = (running, system, { operation, requests }) => {
  const asked = requests.map((variables) => requestTo(system, running[system].address, operation, variables));
  return [asked[0].url, asked.map(({ body }) => body)];
};

/** Asks every system everything once: none is measured on its first requests, whichever operation comes first. */
const warm = async (client, running, drawn) => {
  for (const one of drawn) for (const system of systemsOf(one.operation, running)) await client.each(...askedOf(running, system, one));
};

const measure = async (client, running, one, seconds) => {
  const systems = systemsOf(one.operation, running);
  const slices = Object.fromEntries(systems.map((system) => [system, []]));
  const load = (system, time) => client.load(...askedOf(running, system, one), time);
  for (const system of systems) await load(system, WARM_SECONDS);
  for (let turn = 0; turn < TURNS; turn += 1) for (const system of systems) slices[system].push(await load(system, seconds / TURNS));
  return Object.fromEntries(Object.entries(slices).map(([system, all]) => [system, figuresOf(all)]));
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      memberships: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '6' },
      engine: { type: 'string', default: 'neo4j' },
      only: { type: 'string' },
      port: { type: 'string', default: '7697' },
      out: { type: 'string' },
      keep: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const memberships = Number(values.memberships);
  const seconds = Number(values.seconds);
  const onNeo4j = values.engine === 'neo4j';
  if (onNeo4j) installOnce();
  const { envOf, stop } = onNeo4j ? await prepareNeo4j(memberships, values.port) : await prepareGrafeo(memberships);
  const names = onNeo4j ? Object.keys(SYSTEMS) : ['mandat', 'cached'];
  const running = {};
  const client = makeClient(CLIENTS);
  try {
    for (const name of names) running[name] = await SYSTEMS[name].start(envOf(name));
    const chosen = operations.filter(({ name }) => !values.only || values.only.split(',').includes(name));
    const drawn = chosen.map((operation) => {
      const from = drawFrom(memberships, 1);
      return { operation, requests: Array.from({ length: REQUESTS }, () => operation.draw(from)) };
    });
    for (const { operation, requests } of drawn) await check(client, running, operation, requests);
    console.error('the answers agree');
    const figures = {};
    await warm(client, running, drawn);
    for (const one of drawn) {
      const { name } = one.operation;
      figures[name] = await measure(client, running, one, seconds);
      console.error(
        `${name}: ${Object.entries(figures[name])
          .map(([system, { rps }]) => `${system} ${rps.toFixed(0)}/s`)
          .join(', ')}`,
      );
    }
    const ratios = ratiosOf(figures);
    const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
    console.log(`${memberships} memberships on ${values.engine}, ${CLIENTS} clients, ${machine.cores} cores: requests a second · p50 · p95 in ms\n`);
    console.log(
      tableOf(
        chosen,
        names.map((name) => ({ name, title: SYSTEMS[name].title })),
        figures,
        ratios,
      ),
    );
    if (values.out)
      writeFileSync(values.out, `${JSON.stringify({ memberships, engine: values.engine, clients: CLIENTS, seconds, machine, figures, ratios }, null, 2)}\n`);
  } finally {
    client.close();
    for (const server of Object.values(running)) await server.stop();
    if (!values.keep) stop?.();
  }
};

const [, , what, ...args] = process.argv;
if (what === 'explorer') await (await import('./explorer.js')).main(args);
else if (what === 'entries') await benchEntries(args);
else if (what === 'search') await benchSearch(args);
else await main();
