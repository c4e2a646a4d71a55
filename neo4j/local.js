import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';

const HELP = `npm run neo4j [-- start | stop | status] [--port 7687] [--databases 1] [--home .mandat/neo4j] [--pagecache 512] [--keep-plans]

Fetches a Neo4j 5.26 once and runs it on loopback. Needs Java 17 or later and Maven. --pagecache is in MiB.
--databases runs so many, on ports that follow each other: tests ask as many at once.
--keep-plans plans no query again when the graph has grown: for tests, whose graphs are small and are filled a thousand times.
The password is NEO4J_PASSWORD, or mandat-local.`;

const here = dirname(fileURLToPath(import.meta.url));
const START_MS = 240_000;
const STOP_MS = 30_000;
const OPENS = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'].map((name) => `--add-opens=${name}=ALL-UNNAMED`);

/** A sentence for who ran the command, instead of a stack. */
class Refusal extends Error {}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const output = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return error.code === 'ENOENT' ? null : `${error.stdout ?? ''}${error.stderr ?? ''}`;
  }
};

const requireJava = () => {
  const found = output('java', '--version');
  const version = Number(/^\S+ (\d+)/.exec(found ?? '')?.[1] ?? 0);
  if (version < 17)
    throw new Refusal(
      `Java 17 or later is required, ${version ? `Java ${version}` : 'none'} was found: install a JDK, such as Debian's openjdk-17-jdk-headless.`,
    );
};

const requireMaven = () => {
  if (output('mvn', '--version') === null) throw new Refusal("Maven is required to fetch Neo4j, none was found: install it, such as Debian's maven.");
};

const fetchOnce = (home) => {
  const lib = join(home, 'lib');
  if (existsSync(lib)) return;
  requireMaven();
  console.log('fetching Neo4j, about 116 MB …');
  const partial = join(home, 'lib.partial');
  rmSync(partial, { recursive: true, force: true });
  execFileSync('mvn', ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`], { stdio: 'inherit' });
  renameSync(partial, lib);
};

const pidFile = (home) => join(home, 'neo4j.pid');

/** The process id of a Neo4j that runs from this folder; a recycled id is another's. */
const runningPid = (home) => {
  if (!existsSync(pidFile(home))) return null;
  const pid = Number(readFileSync(pidFile(home), 'utf8'));
  const command = output('ps', '-o', 'args=', '-p', String(pid)) ?? '';
  return command.includes('Neo4jLocal.java') ? pid : null;
};

const portsOf = ({ port, databases }) => Array.from({ length: databases }, (_, n) => port + n);

const answersOn = async (port, password) => {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('neo4j', password), { connectionTimeout: 2_000 });
  try {
    await driver.verifyConnectivity({ database: 'neo4j' });
    return 'yes';
  } catch (error) {
    return error.code === 'ServiceUnavailable' ? 'no' : 'refused';
  } finally {
    await driver.close();
  }
};

/** What all of them say, or the first that says something else than the others. */
const answers = async (options) => {
  const said = await Promise.all(portsOf(options).map((port) => answersOn(port, options.password)));
  return said.find((one) => one === 'refused') ?? (said.every((one) => one === 'yes') ? 'yes' : said.includes('yes') ? 'some' : 'no');
};

const usage = (options) =>
  `use it by: NEO4J_URI=${portsOf(options)
    .map((port) => `bolt://127.0.0.1:${port}`)
    .join(',')} NEO4J_USER=neo4j NEO4J_PASSWORD=${options.password} npm ${options.databases > 1 ? 'test' : 'start'}`;

const launch = ({ home, port, databases, password, pagecache, keepsPlans }) => {
  const log = openSync(join(home, 'neo4j.log'), 'w');
  const program = ['-cp', join(home, 'lib', '*'), join(here, 'Neo4jLocal.java')];
  const args = [...OPENS, `-Xmx${2 * databases}g`, ...program, home, String(port), String(databases), pagecache, String(keepsPlans)];
  // Every user of the machine reads the arguments of a process.
  const child = spawn('java', args, { detached: true, stdio: ['ignore', log, log], env: { ...process.env, NEO4J_PASSWORD: password } });
  child.unref();
  writeFileSync(pidFile(home), String(child.pid));
  return child;
};

const start = async (options) => {
  const { home, port } = options;
  const before = await answers(options);
  if (runningPid(home)) {
    if (before === 'yes') return console.log(`already running on port ${port}; ${usage(options)}`);
    throw new Refusal(`a Neo4j runs from ${home}, but not on port ${port} with this password: stop it first, by npm run neo4j -- stop.`);
  }
  if (before !== 'no') throw new Refusal(`port ${port} is taken by another server: give a free one, by --port.`);
  requireJava();
  mkdirSync(home, { recursive: true });
  fetchOnce(home);
  const child = launch(options);
  let ended = false;
  child.on('exit', () => (ended = true));
  for (const until = Date.now() + START_MS; Date.now() < until && !ended; await sleep(500))
    if ((await answers(options)) === 'yes') return console.log(`ready on port ${port}; ${usage(options)}`);
  await stop(options);
  const log = readFileSync(join(home, 'neo4j.log'), 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new Refusal(`Neo4j did not answer on port ${port} within ${START_MS / 1000} s; the end of its log:\n${log}`);
};

const stop = async ({ home }) => {
  const pid = runningPid(home);
  if (!pid) return console.log('none is running');
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + STOP_MS; runningPid(home) && Date.now() < until;) await sleep(200);
  if (runningPid(home)) process.kill(pid, 'SIGKILL');
  rmSync(pidFile(home), { force: true });
  console.log('stopped');
};

const status = async (options) => console.log(runningPid(options.home) ? `running on port ${options.port}: ${await answers(options)}` : 'none is running');

const verbs = { start, stop, status };

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '7687' },
      databases: { type: 'string', default: '1' },
      home: { type: 'string', default: join(here, '../.mandat/neo4j') },
      pagecache: { type: 'string', default: '512' },
      'keep-plans': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const [verb = 'start'] = positionals;
  if (!verbs[verb]) throw new Refusal(`required: start, stop or status; given: ${verb}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`--port: required: 1 to 65535; given: ${values.port}.`);
  const databases = Number(values.databases);
  if (!Number.isInteger(databases) || databases < 1 || databases > 8) throw new Refusal(`--databases: required: 1 to 8; given: ${values.databases}.`);
  const { home, pagecache } = values;
  if (!/^[1-9]\d*$/.test(pagecache)) throw new Refusal(`--pagecache: required: MiB; given: ${pagecache}.`);
  await verbs[verb]({ home, port, databases, pagecache, keepsPlans: values['keep-plans'], password: process.env.NEO4J_PASSWORD ?? 'mandat-local' });
};

main().catch((error) => {
  console.error(error instanceof Refusal || String(error.code).startsWith('ERR_PARSE_ARGS') ? error.message : error);
  process.exitCode = 1;
});
