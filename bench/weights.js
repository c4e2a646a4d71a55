import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getNamedType, getNullableType, graphql, isCompositeType, isListType, isNonNullType } from 'graphql';
import { contextFor } from '../dist/api/context.js';
import { schema } from '../dist/mutations/schema.js';
import { openGraph } from '../dist/graph/open.js';
import { defaultSettings } from '../dist/http/settings.js';
import { weightOf } from '../dist/http/limits/weights.js';
import { prepareGrafeo } from './servers.js';

const HELP = `node bench/weights.js [--memberships 100000] [--only Query.changes,…]

Measures what each field of the API costs that reads lists or counts, on the embedded engine with a synthetic country, and
prints it beside the weight that \`@cost\` in schema/ gives it: a unit is what the limit of cost lets a core compute within the deadline.
Exits with 1 where a field costs more than twice what its weight says.`;

const TRIES = 3;
/** What takes longer is asked once. */
const SLOW_MS = 300;
/** What costs less needs no weight: a root field may stand in an operation as often as aliases are allowed, others once for every row. */
const WORTH_MS = { root: 100, row: 2 };

const DAY = '2022-01-01';
const BODY = 'body:kommunalbestyrelse-aarhus';
/** What reads the whole graph by nature takes a minute, and may be asked once in an operation whatever it takes. */
const WHOLE_GRAPH = 'integrity';

/** Things of which each field is asked: of a kind the largest. */
const THINGS = {
  body: `(id: "${BODY}", asOf: "2024-05-01")`,
  person: '(id: "person:aarhus-1", asOf: "2024-05-01")',
  municipality: '(id: "municipality:aarhus", asOf: "2024-05-01")',
  region: '(id: "region:1", asOf: "2024-05-01")',
  party: '(id: "party:a", asOf: "2024-05-01")',
};
/** The dearest arguments of root fields that need some. */
const ARGUMENTS = {
  ...Object.fromEntries(Object.entries(THINGS).map(([name, args]) => [name, [args]])),
  changes: [`(from: "2021-12-31", until: "${DAY}")`, '(from: "0001-01-01", until: "9999-12-31")'],
  events: [`(from: "2021-12-31", until: "${DAY}")`, '(from: "0001-01-01", until: "9999-12-31")'],
  corrections: ['(since: "2020-01-01T00:00:00Z")'],
  expiring: ['(before: "2030-01-01", asOf: "2024-05-01")'],
  counts: ['(filter: {}, by: [PARTY], asOf: "2024-05-01")'],
  search: ['(text: "a")'],
  representations: ['(filter: { whom: "party:a" }, asOf: "2024-05-01")', '(filter: { fromMunicipality: "municipality:aarhus" }, asOf: "2024-05-01")'],
  path: ['(from: "person:aarhus-1", to: "person:skive-1", asOf: "2024-05-01")'],
  interlocks: [`(bodies: ["${BODY}", "body:aarhus-0"], asOf: "2024-05-01")`],
};

const PERIOD = '(from: "2000-01-01", until: "2100-01-01")';
/** The same of fields of things. */
const ARGUMENTS_OF_FIELDS = { seatCounts: PERIOD, turnover: PERIOD };

const needsNothing = ({ args }) => !args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

/** How many of something there are, and that they are there. */
const selectionOf = ({ type }) => {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  const fields = named.getFields?.() ?? {};
  return fields.nodes ? `{ ${fields.totalCount ? 'totalCount ' : ''}nodes { __typename } }` : '{ __typename }';
};

const isWorthAsking = (field) =>
  (needsNothing(field) || ARGUMENTS_OF_FIELDS[field.name]) && (isCompositeType(getNamedType(field.type)) || isListType(getNullableType(field.type)));

/** Each coordinate with the operations that ask for it. */
const questions = () => {
  const root = schema.getQueryType().getFields();
  const ofRoot = Object.values(root).flatMap((field) => {
    if (field.name === WHOLE_GRAPH) return [];
    const given = ARGUMENTS[field.name] ?? (isWorthAsking(field) ? [''] : []);
    return given.map((args) => [`Query.${field.name}`, `{ ${field.name}${args} ${selectionOf(field)} }`, '{ __typename }']);
  });
  const ofThings = Object.entries(THINGS).flatMap(([name, args]) => {
    const type = getNamedType(root[name].type);
    const fields = Object.values(type.getFields()).filter(isWorthAsking);
    return fields.map((field) => [
      `${type.name}.${field.name}`,
      `{ ${name}${args} { ${field.name}${ARGUMENTS_OF_FIELDS[field.name] ?? ''} ${selectionOf(field)} } }`,
      `{ ${name}${args} { id } }`,
    ]);
  });
  return [...ofRoot, ...ofThings];
};

/** The least CPU time of several tries, in milliseconds. */
const cpuOf = async (graph, source) => {
  const all = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = process.cpuUsage();
    const { errors } = await graphql({ schema, source, contextValue: contextFor(graph) });
    const { user, system } = process.cpuUsage(before);
    if (errors) throw new Error(`${source}: ${errors[0].message}`);
    const ms = (user + system) / 1_000;
    all.push(ms);
    if (ms > SLOW_MS) break;
  }
  return Math.min(...all);
};

const main = async () => {
  const { values } = parseArgs({
    options: { memberships: { type: 'string', default: '100000' }, folder: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'mandat-weights-'));
  const { limits, deadlineMs } = defaultSettings();
  const perMs = limits.cost / deadlineMs;
  try {
    const source = values.folder ?? (await prepareGrafeo(Number(values.memberships))).envOf('weights').MANDAT_DATA;
    cpSync(source, folder, { recursive: true });
    const graph = await openGraph({ folder });
    const dearest = new Map();
    for (const [coordinate, operation, beside] of questions()) {
      if (values.only && !values.only.split(',').includes(coordinate)) continue;
      const ms = (await cpuOf(graph, operation)) - (await cpuOf(graph, beside));
      dearest.set(coordinate, Math.max(dearest.get(coordinate) ?? 0, ms));
      console.error(coordinate, ms.toFixed(1));
    }
    await graph.close();
    let isTooLow = false;
    for (const [coordinate, ms] of [...dearest].sort(([, a], [, b]) => b - a)) {
      const [type, name] = coordinate.split('.');
      const weight = weightOf(schema.getType(type).getFields()[name], schema.getType(type));
      const worth = type === 'Query' ? WORTH_MS.root : WORTH_MS.row;
      if (ms < worth && weight === 0) continue;
      const isLow = ms >= worth && ms * perMs > 2 * weight;
      isTooLow ||= isLow;
      console.log(
        `${coordinate.padEnd(36)} ${ms.toFixed(1).padStart(9)} ms  ${Math.ceil(ms * perMs)
          .toString()
          .padStart(9)} units, weight ${weight}${isLow ? '  too low' : ''}`,
      );
    }
    if (isTooLow) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

await main();
