import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import { seedFolders } from '../dist/exchange/seed.js';
import { openGraph } from '../dist/graph/open.js';
import { signedByFolder } from '../dist/http/identity/own-key.js';
import { elementsOfEntry, statementsOf } from './entry-elements.js';
import { emptyNeo4j, startServer } from './servers.js';

const HELP = `npm run bench -- entries [--engine neo4j | grafeo] [--seconds 20] [--port 7697] [--out file.json]

Entries a second, one act each, with 1 client and with 8, over HTTP; beside the driver alone, which writes the same nodes and edges as an entry does, in one
transaction each, on the same database in the same run, in turns. NEO4J_URI names a database, which must be empty.`;

const CLIENTS = [1, 8];
const TURNS = 3;
const WARM = 20;
const DAY_MS = 86_400_000;
const BODIES = 400;
const PEOPLE = 200;

const sources = ['source:bench'];
const WORLD = {
  dataset: { id: 'bench', title: 'Entries', date: '2022-01-01', terms: 'made up' },
  documents: [{ id: 'doc:bench', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:bench', document: 'doc:bench', quote: 'As registered.' }],
  people: Array.from({ length: PEOPLE }, (_, n) => ({ id: `person:p${n}`, name: `Person ${n}`, sources })),
  bodies: Array.from({ length: BODIES }, (_, n) => ({ id: `body:b${n}`, kind: 'BOARD', name: `Board ${n}`, sources })),
};

/** One of so many things: the first is for the entry that the driver alone writes again and again, in the same database on Neo4j. */
const oneOf = (count, n) => (n === 0 ? 0 : 1 + (n % (count - 1)));

/** An entry of one act: no two are about the same. */
const entryOf = (n) => ({
  key: `entry-${n}`,
  source: { recorded: 'source:bench' },
  acts: [
    {
      appoint: {
        id: `membership:m${n}`,
        person: { id: `person:p${oneOf(PEOPLE, n)}` },
        body: `body:b${oneOf(BODIES, n)}`,
        role: 'MEMBER',
        from: '2023-01-01',
      },
    },
  ],
});

const RECORD = 'mutation ($entry: EntryInput!) { record(entry: $entry) { status entry { id } } }';

const ACTOR = { id: 'bench', name: 'Bench', role: 'EDITOR', bodies: null };

/** Columns that say the how manieth something is. */
const COUNTED = ['number', 'position'];

/** The statements of one entry, as those of another: what they make has ids and numbers of its own. */
const numbering = (statements, ids) => {
  const json = JSON.stringify(statements);
  return (n) =>
    JSON.parse(json, (key, value) => {
      if (typeof value === 'string' && ids.has(value)) return `${value}-${n}`;
      return COUNTED.includes(key) && typeof value === 'number' ? value + 1_000_000 + 1_000 * n : value;
    });
};

const withIntegers = (value) => {
  if (Number.isInteger(value)) return neo4j.int(value);
  if (Array.isArray(value)) return value.map(withIntegers);
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIntegers(one)])) : value;
};

/** Writes statements in a transaction by the driver alone. */
const bareNeo4j = ({ NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE: database }) => {
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
  return {
    write: async (statements) => {
      const session = driver.session({ database });
      try {
        await session.executeWrite(async (tx) => {
          for (const { text, rows } of statements) await tx.run(text, { rows: withIntegers(rows) });
        });
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
};

/** The same by the embedded engine alone, which takes a write at a time. */
const bareGrafeo = (folder) => {
  const db = grafeo.GrafeoDB.create(join(folder, 'graph.grafeo'));
  let last = Promise.resolve();
  const write = async (statements) => {
    const tx = db.beginTransaction();
    for (const { text, rows } of statements) await tx.executeCypher(text, { rows });
    tx.commit();
  };
  return { write: (statements) => (last = last.then(() => write(statements))), close: async () => db.close() };
};

/** How many a second, where each client does its next when the one before is done. */
const rateOf = async (clients, seconds, one) => {
  const began = performance.now();
  const until = began + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await one();
        done += 1;
      }
    }),
  );
  return { done, seconds: (performance.now() - began) / 1_000 };
};

const folderOf = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-bench-'));
  mkdirSync(join(folder, 'world'));
  for (const [name, rows] of Object.entries(WORLD)) writeFileSync(join(folder, 'world', `${name}.json`), JSON.stringify(rows));
  return folder;
};

const seeded = async (settings, folder) => {
  const graph = await openGraph(settings);
  await seedFolders(graph, [join(folder, 'world')]).finally(() => graph.close());
};

const rate = (all) => all.reduce((sum, { done }) => sum + done, 0) / all.reduce((sum, { seconds }) => sum + seconds, 0);

export const benchEntries = async (args) => {
  const text = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      engine: { ...text, default: 'neo4j' },
      seconds: { ...text, default: '20' },
      port: { ...text, default: '7697' },
      out: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const onNeo4j = values.engine === 'neo4j';
  const folder = folderOf();
  const own = onNeo4j ? await emptyNeo4j(values.port) : null;
  const env = { ...own?.env, MANDAT_DATA: join(folder, 'served') };
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  const now = Date.now();
  const token = await signedByFolder(env.MANDAT_DATA, { sub: ACTOR.id, mandat_role: 'editor' }, new Date(now), new Date(now + DAY_MS));
  await seeded(onNeo4j ? { neo4j: { uri, user, password, database } } : { folder: env.MANDAT_DATA }, folder);
  if (!onNeo4j) await seeded({ folder: join(folder, 'bare') }, folder);
  const elements = await elementsOfEntry(join(folder, 'world'), ACTOR, entryOf(0));
  const statements = statementsOf(elements);
  const numbered = numbering(statements, new Set(elements.nodes.map(({ properties }) => properties.id).filter(Boolean)));
  const bare = onNeo4j ? bareNeo4j(env) : bareGrafeo(join(folder, 'bare'));
  const server = await startServer('../dist/main.js', ['serve', '--no-seed'], { ...env, MANDAT_LOG: 'warn', MANDAT_DEADLINE_MS: '120000' });
  let entries = 0;
  let bares = 0;
  const record = async () => {
    const body = JSON.stringify({ query: RECORD, variables: { entry: entryOf((entries += 1)) } });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await (await fetch(`${server.address}/graphql`, { method: 'POST', headers, body })).json();
    if (answer.data?.record.status !== 'WRITTEN') throw new Error(JSON.stringify(answer));
  };
  const write = () => bare.write(numbered((bares += 1)));
  try {
    for (let n = 0; n < WARM; n += 1) {
      await record();
      await write();
    }
    const figures = [];
    for (const clients of CLIENTS) {
      const [ours, theirs] = [[], []];
      for (let turn = 0; turn < TURNS; turn += 1) {
        ours.push(await rateOf(clients, values.seconds / TURNS, record));
        theirs.push(await rateOf(clients, values.seconds / TURNS, write));
      }
      figures.push({ clients, entries: rate(ours), bare: rate(theirs), ratio: rate(ours) / rate(theirs) });
    }
    const parts = statements.reduce((sum, { rows }) => sum + rows.length, 0);
    console.log(`Entries a second on ${values.engine}, one act each, beside ${values.engine} alone with the same ${parts} nodes and edges\n`);
    console.log('| clients | entries | alone | ratio |\n| --- | --- | --- | --- |');
    for (const { clients, entries: a, bare: b, ratio } of figures) console.log(`| ${clients} | ${a.toFixed(1)}/s | ${b.toFixed(1)}/s | ${ratio.toFixed(3)} |`);
    if (values.out) writeFileSync(values.out, `${JSON.stringify({ engine: values.engine, seconds: Number(values.seconds), figures }, null, 2)}\n`);
  } finally {
    await server.stop();
    await bare.close();
    own?.stop();
    rmSync(folder, { recursive: true });
  }
};
