import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawFrom } from './country.js';
import { askedOnce } from './load.js';
import { prepareGrafeo, prepareNeo4j, startServer } from './servers.js';

const HELP = `npm run attacks -- [--memberships 10000] [--engine grafeo | neo4j] [--clients 1] [--seconds 0] [--only name,…] [--heap MB] [--port 7697]
               [--graph folder] [--out file.json]

Asks a server, filled as by the bench, operations that cost it much, one kind after another: once by each client, or again and again for so
many seconds. Says of each the server's CPU time, how long the answers took, its peak memory and what was answered; and meanwhile the
longest stretch without giving way and how long a simple query and /health/live took. --graph takes a copy of a folder as it is.`;

const PROBE_MS = 100;
const SIMPLE = '{ person(id: "person:nobody") { name } }';
const SETTINGS = { MANDAT_LOG: 'silent', MANDAT_MEMORY_MB: '0', MANDAT_MAX_ANSWER: '30000' };

const fields = (count, field) => `{ ${Array.from({ length: count }, (_, at) => `f${at}: ${field(at)}`).join(' ')} }`;

/** A year of those that the country is about. */
const year = (at) => `${2000 + (at % 50)}-05-01`;
/** A moment of the record after it was filled, and no other's. */
const moment = (at) => new Date(Date.now() - at).toISOString();

/** Operations that ask for much by little, of things that are in the country. */
const attacksOn = (memberships) => {
  const from = drawFrom(memberships, 1);
  const ids = Array.from({ length: 200 }, () => `"${from.body()}"`);
  const party = `party(id: "${from.party()}"`;
  const ever = '(from: "0001-01-01", until: "9999-12-31", first: 500)';
  return {
    changes: fields(5, () => `changes${ever} { totalCount nodes { id } }`),
    'changes of a day': '{ changes(from: "2021-12-31", until: "2022-01-01") { totalCount nodes { id } } }',
    events: fields(5, () => `events${ever} { totalCount nodes { id } }`),
    colleagues: fields(10, (at) => `people(first: 50, asOf: "${year(at)}") { nodes { colleagues(all: true, first: 1) { totalCount } } }`),
    representatives: fields(10, (at) => `${party}, asOf: "${year(at)}") { representatives(all: true, first: 1) { totalCount } }`),
    seatCounts: fields(10, (at) => `${party}) { seatCounts(from: "${year(at)}", until: "2100-01-01") { on certain } }`),
    members: fields(30, (at) => `${party}, asOf: "${year(at)}") { members(first: 500, all: true) { totalCount nodes { name } } }`),
    integrity: fields(30, (at) => `integrity(knownAt: "${moment(at)}") { rule }`),
    corrections: fields(30, () => 'corrections(since: "2020-01-01T00:00:00Z", first: 0) { totalCount }'),
    nodes: `{ nodes(ids: [${ids.join(' ')}]) { ... on Body { members(all: true, first: 500) { nodes { person { colleagues { totalCount } } } } } } }`,
    'nodes within the limit': `{ nodes(ids: [${ids.join(' ')}]) { ... on Body { members(all: true, first: 12) { nodes { person { colleagues { totalCount } } } } } } }`,
    search: `{ search(text: "${'a '.repeat(100_000)}") { score } }`,
    people: fields(30, (at) => `people(first: 500, asOf: "${year(at)}") { nodes { memberships(all: true) { nodes { body { name } } } } }`),
    counts: fields(20, (at) => `counts(filter: {} by: [BODY PARTY], asOf: "${year(at)}") { people { min max } }`),
    composition: fields(20, (at) => `bodies(first: 500, asOf: "${year(at)}") { nodes { composition { byParty { people { min } } } } }`),
  };
};

const sorted = (took) => [...took].sort((a, b) => a - b);
const p95 = (took) => Math.round(sorted(took)[Math.floor(took.length * 0.95)] ?? NaN);

/** Asks again and again, a while apart, until it is told to stop; how long each took, in ms. */
const probing = (ask) => {
  const took = [];
  let goesOn = true;
  const done = (async () => {
    while (goesOn) {
      const began = performance.now();
      await ask();
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  })();
  // A server that dies ends it early: who stops it is told.
  done.catch(() => undefined);
  return async () => {
    goesOn = false;
    await done;
    return took;
  };
};

const metricsOf = async (address) => {
  const text = await askedOnce(`${address}/metrics`);
  const number = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return { cpu: number('process_cpu_seconds_total'), longest: number('nodejs_eventloop_lag_max_seconds') };
};

/** The most that a process held since it was last asked to forget. */
const peakMb = (pid) => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

const codesIn = (text) => [...new Set(Array.from(text.matchAll(/"code":"(\w+)"/g), ([, code]) => code))].join(' ') || 'data';

const attack = async ({ address, pid }, query, { clients, seconds }) => {
  const body = JSON.stringify({ query });
  const answers = {};
  const took = [];
  forgetPeak(pid);
  const before = await metricsOf(address);
  const probes = [probing(() => askedOnce(`${address}/graphql`, JSON.stringify({ query: SIMPLE }))), probing(() => askedOnce(`${address}/health/live`))];
  const until = performance.now() + seconds * 1_000;
  const client = async () => {
    do {
      const began = performance.now();
      const codes = codesIn(await askedOnce(`${address}/graphql`, body));
      took.push(performance.now() - began);
      answers[codes] = (answers[codes] ?? 0) + 1;
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const [simple, live] = await Promise.all(probes.map((stop) => stop()));
  const after = await metricsOf(address);
  return {
    cpuS: Number((after.cpu - before.cpu).toFixed(1)),
    longestAnswerMs: Math.round(Math.max(...took)),
    peakMb: peakMb(pid),
    longestStretchMs: Math.round(after.longest * 1_000),
    simpleP95: p95(simple),
    liveP95: p95(live),
    answers,
  };
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      memberships: { type: 'string', default: '10000' },
      engine: { type: 'string', default: 'grafeo' },
      clients: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '0' },
      only: { type: 'string' },
      heap: { type: 'string' },
      port: { type: 'string', default: '7697' },
      graph: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const memberships = Number(values.memberships);
  const prepare = async () => {
    if (values.graph) return { envOf: () => ({ MANDAT_DATA: values.graph }) };
    return values.engine === 'neo4j' ? prepareNeo4j(memberships, values.port) : prepareGrafeo(memberships);
  };
  const { envOf, stop } = await prepare();
  const heap = values.heap && { NODE_OPTIONS: `--max-old-space-size=${values.heap}` };
  const start = () => startServer('../dist/main.js', ['serve', '--no-seed'], { ...envOf('attacks'), ...SETTINGS, ...heap });
  const figures = {};
  let server = await start();
  try {
    for (const [name, query] of Object.entries(attacksOn(memberships))) {
      if (values.only && !values.only.split(',').includes(name)) continue;
      figures[name] = await attack(server, query, { clients: Number(values.clients), seconds: Number(values.seconds) }).catch((error) => ({
        died: String(error),
      }));
      console.log(name.padEnd(22), JSON.stringify(figures[name]));
      if (!figures[name].died) continue;
      await server.stop();
      server = await start();
    }
    if (values.out) writeFileSync(values.out, `${JSON.stringify({ memberships, ...values, figures }, null, 2)}\n`);
  } finally {
    await server.stop();
    stop?.();
  }
};

await main();
