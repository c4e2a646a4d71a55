import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openGraph } from '../dist/graph/open.js';
import { fill, heldBy } from './fill.js';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, '../.mandat/bench');
const PASSWORD = 'mandat-bench';
const PAGECACHE_MB = '2048';
const OPEN_TRIES = 10;

/** Installs what Mandat is measured against, once. */
export const installOnce = () => {
  if (!existsSync(join(here, 'node_modules'))) execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit' });
};

const neo4jLocal = (verb, port, home = 'neo4j') =>
  execFileSync(process.execPath, [join(here, '../neo4j/local.js'), verb, '--port', port, '--home', join(data, home), '--pagecache', PAGECACHE_MB], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEO4J_PASSWORD: PASSWORD },
  });

/** A graph and how a server is told of it. */
const openAt = async (env) => {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database, MANDAT_DATA: folder } = env;
  const settings = uri ? { neo4j: { uri, user, password, database } } : { folder };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openGraph(settings);
    } catch (error) {
      // Indexes of a million edges take longer than opening waits for them.
      if (attempt === OPEN_TRIES) throw error;
    }
  }
};

const fillOnce = async (env, memberships, empty) => {
  let graph = await openAt(env);
  try {
    let held = await heldBy(graph, memberships);
    if (held === 'this') return;
    if (held === 'else' && empty) {
      await graph.close();
      await empty();
      graph = await openAt(env);
      held = 'nothing';
    }
    if (held === 'else') throw new Error('required: an empty database, or one that holds a bench of this size; given: another graph, which stays as it is');
    await fill(graph, memberships, console.error);
  } finally {
    await graph.close();
  }
  await (await openAt(env)).close();
};

/** What a process is told of the Neo4j that NEO4J_URI names, or of a local one of the bench's own. */
const neo4jEnv = (port) => {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
  return NEO4J_URI
    ? { NEO4J_URI, NEO4J_USER: NEO4J_USER ?? 'neo4j', NEO4J_PASSWORD, NEO4J_DATABASE: NEO4J_DATABASE ?? 'neo4j' }
    : { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD, NEO4J_DATABASE: 'neo4j' };
};

/** A Neo4j that holds nothing: the one that NEO4J_URI names, or a local one. @throws Error where something is in it */
export const emptyNeo4j = async (port) => {
  const isOwn = !process.env.NEO4J_URI;
  if (isOwn) {
    rmSync(join(data, 'neo4j-entries/data'), { recursive: true, force: true });
    neo4jLocal('start', port, 'neo4j-entries');
  }
  const env = neo4jEnv(port);
  const graph = await openAt(env);
  const held = await heldBy(graph, 0).finally(() => graph.close());
  if (held !== 'nothing') throw new Error('required: an empty database; given: another graph, which stays as it is');
  return { env, stop: () => isOwn && neo4jLocal('stop', port, 'neo4j-entries') };
};

/** A Neo4j that holds the country: the one that NEO4J_URI names, or a local one of the bench's own. */
export const prepareNeo4j = async (memberships, port) => {
  const isOwn = !process.env.NEO4J_URI;
  if (isOwn) neo4jLocal('start', port);
  const env = neo4jEnv(port);
  const startAnew = () => {
    neo4jLocal('stop', port);
    rmSync(join(data, 'neo4j/data'), { recursive: true, force: true });
    neo4jLocal('start', port);
  };
  await fillOnce(env, memberships, isOwn ? startAnew : null);
  return { envOf: () => env, stop: () => isOwn && neo4jLocal('stop', port) };
};

/** The embedded engine's file that holds the country; each system has a copy, as one process at a time may open a file. */
export const prepareGrafeo = async (memberships) => {
  const folder = join(data, `grafeo-${memberships}`);
  await fillOnce({ MANDAT_DATA: folder }, memberships, () => rmSync(folder, { recursive: true, force: true }));
  const envOf = (system) => {
    const copy = `${folder}-${system}`;
    rmSync(copy, { recursive: true, force: true });
    cpSync(folder, copy, { recursive: true });
    return { MANDAT_DATA: copy };
  };
  return { envOf };
};

/** Starts a server in a process of its own; its first line with an address says where it listens. */
export const startServer = async (file, args, env) => {
  const { NEO4J_URI: _, NEO4J_USER: __, NEO4J_PASSWORD: ___, NEO4J_DATABASE: ____, ...others } = process.env;
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []), join(here, file), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...others, NODE_ENV: 'production', PORT: '0', ...env },
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (!address) continue;
    child.stdout.resume();
    return { address, pid: child.pid, stop: () => (child.kill('SIGTERM'), ended) };
  }
  throw new Error(`${file} ended before it listened`);
};
