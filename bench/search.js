import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { graphql } from 'graphql';
import { contextFor } from '../dist/api/context.js';
import { schema } from '../dist/mutations/schema.js';
import { openGraph } from '../dist/graph/open.js';
import { randomFrom } from './country.js';
import { compiled, writeElements } from './fill.js';
import { emptyNeo4j } from './servers.js';

const HELP = `npm run bench -- search [--people 100000] [--engine grafeo | neo4j] [--searches 100] [--port 7697] [--out file.json]

How long a search takes for a name with one and with two wrong letters, beside one for how the name begins, asked in turns and without caches: the middle of
all, and the slowest of twenty, in milliseconds. So many people with Danish names are written before. NEO4J_URI names a database, which must be empty.`;

const FIRST = (
  'Anne Kirsten Mette Hanne Helle Susanne Lene Maria Marianne Karen Camilla Louise Charlotte Birgit Åse Peter Michael Lars Jens Henrik Thomas Søren Christian ' +
  'Martin Niels Anders Morten Jesper Mads Jørgen Rasmus Erik Bjørn Freja Astrid Sofie Emma Nanna Signe Gudrun Magnus Emil Oliver Viggo Aksel Børge'
).split(' ');
const FATHERS = 'Jens Niels Hans Peders Anders Christens Lars Sørens Rasmus Jørgens Peters Mads Kristens Ols Thomas Christians Pouls Johans Knuds'.split(' ');
const STEMS = 'Nørre Sønder Vester Øster Lille Over Neder Gammel Kirke Møller Skov Bakke Dal Enge Mark Sø Høj Ager Lind Birke'.split(' ');
const ENDS = 'gaard by strup sen holm lund bæk skov dal borg høj toft vang mose kær rup lev sted feldt bjerg'.split(' ');
/** With a letter or none between stem and end there are as many family names as a country has often. */
const BETWEEN = ['', ...'abdefgiklmnoprstuvyz'];
const FATHERED_SHARE = 0.5;
const CHUNK = 10_000;
const SOURCES = ['source:bench'];
const AROUND = {
  documents: [{ id: 'doc:bench', title: 'Register', kind: 'register', date: '2022-01-01' }],
  sources: [{ id: 'source:bench', document: 'doc:bench', quote: 'As registered.' }],
};
const SEARCH = 'query ($text: String!) { search(text: $text, types: [PERSON], first: 20) { node { id } matched } }';

const one = (random, list) => list[Math.floor(random() * list.length)];

const familyName = (random) => (random() < FATHERED_SHARE ? `${one(random, FATHERS)}en` : `${one(random, STEMS)}${one(random, BETWEEN)}${one(random, ENDS)}`);

const fill = async (graph, count) => {
  const random = randomFrom(1);
  const at = Date.now();
  await writeElements(graph, compiled(AROUND), at);
  for (let from = 0; from < count; from += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, count - from) }, (_, n) => ({
      id: `person:p${from + n}`,
      name: `${one(random, FIRST)} ${familyName(random)}`,
      sources: SOURCES,
    }));
    await writeElements(graph, compiled({ people }), at);
    if ((from / CHUNK) % 10 === 9) console.error(`filling: ${from + CHUNK} of ${count} people`);
  }
};

const exchanged = (word, at) => `${word.slice(0, at)}${word[at] === 'w' ? 'x' : 'w'}${word.slice(at + 1)}`;

/** One name as it is asked: how it begins, as many do, so that nothing nearly so is looked for; and with wrong letters. Short words forgive one. */
const askedOf = (random) => {
  const [first, family] = [one(random, FIRST), familyName(random)];
  const begins = family.slice(0, Math.max(4, family.length - 5));
  const once = exchanged(family, 2 + Math.floor(random() * (family.length - 2)));
  return {
    'how a family name begins': begins,
    'one wrong letter': once,
    'two wrong letters': exchanged(once, 1),
    'how a full name begins': `${first} ${begins}`,
    'full, one wrong letter': `${first} ${once}`,
    'full, one wrong letter in each': `${exchanged(first, 1)} ${once}`,
  };
};

const answeredIn = async (graph, text) => {
  const began = performance.now();
  const { data, errors } = await graphql({ schema, source: SEARCH, variableValues: { text }, contextValue: contextFor(graph) });
  if (errors) throw errors[0];
  return { ms: performance.now() - began, hits: data.search.length };
};

const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];

const measure = async (graph, searches) => {
  const random = randomFrom(2);
  const took = new Map();
  const WARM = 5;
  for (let n = -WARM; n < searches; n += 1)
    for (const [kind, text] of Object.entries(askedOf(random))) {
      const { ms, hits } = await answeredIn(graph, text);
      if (n < 0) continue;
      const all = took.get(kind) ?? { times: [], found: 0 };
      took.set(kind, all);
      all.times.push(ms);
      all.found += Number(hits > 0);
    }
  return [...took].map(([kind, { times, found }]) => {
    const sorted = [...times].sort((a, b) => a - b);
    return { kind, middle: at(sorted, 0.5), slow: at(sorted, 0.95), found: found / times.length };
  });
};

const withRatios = (figures) => {
  const [family, , , full] = figures;
  return figures.map((one, n) => ({ ...one, ratio: one.middle / (n < 3 ? family : full).middle }));
};

export const benchSearch = async (args) => {
  const text = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      people: { ...text, default: '100000' },
      engine: { ...text, default: 'grafeo' },
      searches: { ...text, default: '100' },
      port: { ...text, default: '7697' },
      out: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'mandat-bench-'));
  const own = values.engine === 'neo4j' ? await emptyNeo4j(values.port) : null;
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = own?.env ?? {};
  const graph = await openGraph(own ? { neo4j: { uri, user, password, database } } : { folder });
  try {
    await fill(graph, Number(values.people));
    const figures = withRatios(await measure(graph, Number(values.searches)));
    console.log(`Searches on ${values.engine} among ${values.people} people, in milliseconds\n`);
    console.log('| search | middle | slowest of twenty | to how it begins | found |\n| --- | --- | --- | --- | --- |');
    for (const { kind, middle, slow, ratio, found } of figures)
      console.log(`| ${kind} | ${middle.toFixed(1)} | ${slow.toFixed(1)} | ${ratio.toFixed(2)} | ${Math.round(100 * found)} % |`);
    if (values.out) writeFileSync(values.out, `${JSON.stringify({ ...values, figures }, null, 2)}\n`);
  } finally {
    await graph.close();
    own?.stop();
    rmSync(folder, { recursive: true });
  }
};
