import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { getOperationAST, graphql, parse } from 'graphql';
import { contextFor } from '../src/api/context.js';
import { schema } from '../src/mutations/schema.js';
import { defaultSettings } from '../src/http/settings.js';
import { openGrafeo } from '../src/graph/grafeo.js';
import { openGraph } from '../src/graph/open.js';
import type { Graph, Query } from '../src/graph/port.js';
import type { SeedReport } from '../src/exchange/report.js';
import { seedFolders } from '../src/exchange/seed.js';
import { readRevision } from '../src/record/revision.js';
import { estimateCost } from '../src/http/limits/cost.js';
import { requireSmall } from '../src/http/limits/document.js';
import { type Seeded, seededCopy, seededShared, watched } from './seeded.js';

/** The engine that this run of the tests is about. */
export const engine = process.env['MANDAT_TEST_ENGINE'] === 'neo4j' ? 'neo4j' : 'grafeo';

/** How often a law of random worlds is asked: by MANDAT_TEST_LONG as often as it is held to, else a sample, and on Neo4j, where each takes longer, a smaller one. */
export const sampleOf = (all: number, embedded: number, neo4j: number): number =>
  process.env['MANDAT_TEST_LONG'] ? all : engine === 'grafeo' ? embedded : neo4j;

/** Tests of what only one engine has; on the other they are not there. */
const only =
  (one: typeof engine) =>
  (name: string, tests: () => void): void => {
    if (engine === one) describe(name, tests);
  };
export const onEmbedded = only('grafeo');
export const onNeo4j = only('neo4j');

/** A reading query of a test's own. */
export const readingOf = <R>(text: string, columns: readonly string[]): Query<'read', Record<string, unknown>, R> => ({
  name: 'test',
  kind: 'read',
  text,
  columns,
  shape: columns.map(() => 'plain' as const),
});

/** A writing query of a test's own. */
export const writingOf = (text: string): Query<'write', Record<string, unknown>, Record<string, never>> => ({
  name: 'test',
  kind: 'write',
  text,
  columns: [],
  shape: [],
});

const run = async (graph: Graph, text: string): Promise<void> => {
  await graph.write((tx) => tx.run(writingOf(text), {}));
};

/** The graph, without anything in it. */
export const wipe = async (graph: Graph): Promise<Graph> => {
  await run(graph, 'MATCH (n) DETACH DELETE n');
  return graph;
};

const forgetPlans = (graph: Graph): Promise<void> => run(graph, 'CALL db.clearQueryCaches()');

/** Another opening of the engine of this run: on Neo4j of the same database, on the embedded engine of a graph of its own. */
export const anotherGraph = async (): Promise<Graph> => {
  if (engine === 'grafeo') return openGrafeo({ shuffleUnordered: true });
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env as Record<string, string>;
  return watched(await openGraph({ neo4j: { uri: NEO4J_URI as string, user: NEO4J_USER ?? 'neo4j', password: NEO4J_PASSWORD ?? '', database: 'neo4j' } }));
};

/** An empty graph on the engine of this run. */
export const emptyGraph = async (): Promise<Graph> => wipe(await anotherGraph());

const seeded = async (what: Seeded): Promise<Graph> =>
  engine === 'grafeo' ? seededCopy(what) : seededShared(await anotherGraph(), what, { wipe, forgetPlans });

/** A graph with the data sets of places, of KKR and of the health reform. */
export const seededGraph = (): Promise<Graph> => seeded('few');

/** A graph with all data sets that come along: all of Denmark. */
export const denmarkGraph = (): Promise<Graph> => seeded('all');

/** The rows of a small data set, by word. */
export type World = Readonly<Record<string, readonly object[]>>;

/** Writes a world as the files of a data set and seeds it. */
export const seedWorld = async (graph: Graph, world: World, head: object = {}): Promise<SeedReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-world-'));
  try {
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ id: 'world', title: 'A small world', date: '2022-06-21', terms: 'made up', ...head }));
    for (const [word, rows] of Object.entries(world)) writeFileSync(join(folder, `${word}.json`), JSON.stringify(rows));
    return (await seedFolders(graph, [folder], { retract: true }))[0] as SeedReport;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** A graph in which a world was written over another, and when that other was known. */
export const rewrittenGraph = async (first: World, then: World): Promise<{ graph: Graph; before: string }> => {
  const graph = await emptyGraph();
  await seedWorld(graph, first);
  const before = new Date((await readRevision(graph)).at).toISOString();
  await seedWorld(graph, then);
  return { graph, before };
};

/** JSON of any shape. */
type Answer = any;

const { limits } = defaultSettings();

const requireWithinLimits = (source: string, variables: Record<string, unknown>): void => {
  const document = parse(source, { maxTokens: limits.tokens });
  requireSmall(document, limits);
  const operation = getOperationAST(document);
  const cost = operation ? estimateCost(schema, document, operation, variables) : 0;
  if (cost > limits.cost) throw new Error(`required: a cost of at most ${limits.cost}; given: ${cost}`);
};

/** The data of an answer to many questions at once, more than a server takes. @throws Error where it has errors. */
export const askManyAtOnce = async (graph: Graph, source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> => {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: contextFor(graph) });
  if (errors) throw errors[0] as Error;
  return JSON.parse(JSON.stringify(data)) as Answer;
};

/** The data of an answer to a question within the usual limits of a server. @throws Error where it has errors. */
export const ask = async (graph: Graph, source: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
  requireWithinLimits(source, variables);
  return askManyAtOnce(graph, source, variables);
};

/** The codes of an answer's errors. */
export const errorsOf = async (graph: Graph, source: string): Promise<{ code: unknown; message: string }[]> => {
  const { errors } = await graphql({ schema, source, contextValue: contextFor(graph) });
  return (errors ?? []).map(({ extensions, message }) => ({ code: extensions['code'], message }));
};

/** The names of the queries that an operation runs, in the order of their names. */
export const queriesOf = async (graph: Graph, source: string): Promise<string[]> => {
  const contextValue = contextFor(graph);
  const { errors } = await graphql({ schema, source, contextValue });
  if (errors) throw errors[0] as Error;
  return [...contextValue.ran].sort();
};
