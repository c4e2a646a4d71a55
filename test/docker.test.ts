import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copiedProject } from './copied.js';
import { ask, get } from './http.js';
import { serving, startBy } from './processes.js';
import { SEEDED } from './seeded.js';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
const instruction = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(lastStage)?.[1] ?? '';
/** A JSON list at the end of an instruction. */
const commandOf = (name: string): string[] => JSON.parse(/\[.*\]$/.exec(new RegExp(`^${name} .*$`, 'm').exec(lastStage)?.[0] ?? '')?.[0] ?? '[]') as string[];
const environment = Object.fromEntries(
  instruction('ENV')
    .split(' ')
    .map((pair) => pair.split('=')),
) as Record<string, string>;
const packing = /^RUN (npm pack .*)$/m.exec(dockerfile)?.[1] ?? '';
const PACKING_MS = 240_000;

let project: string;
let folder: string;
beforeAll(() => {
  project = copiedProject(SEEDED.few());
  execFileSync('sh', ['-c', packing], { cwd: project, env: { ...process.env, npm_config_prefer_offline: 'true' }, stdio: 'pipe' });
  folder = join(project, 'package');
}, PACKING_MS);
afterAll(() => rmSync(project, { recursive: true }));

/** Ends with its exit code; what it prints first is given to `onLine`. */
const run = (
  [command, ...args]: string[],
  env: Record<string, string>,
  onLine: (line: string, end: () => void) => Promise<void> = () => Promise.resolve(),
): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(command === 'node' ? process.execPath : (command as string), args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.once('error', reject);
    child.stdout.once('data', (text: Buffer) => {
      onLine(text.toString(), () => child.kill(instruction('STOPSIGNAL') as NodeJS.Signals)).catch(reject);
    });
    child.once('exit', resolve);
  });

describe('the package', () => {
  test('holds what was built and its data, and neither sources nor a package that is for development', () => {
    expect(readdirSync(folder).sort()).toEqual(['dist', 'neo4j', 'node_modules', 'npm-shrinkwrap.json', 'package.json', 'seeds', 'tools']);
    const installed = readdirSync(join(folder, 'node_modules'));
    expect(installed.filter((name) => ['vitest', 'vite', 'graphiql', 'preact', 'react', 'typescript'].includes(name))).toEqual([]);
  });

  test('answers by npm start, and its explorer is there', async () => {
    const { child, address, end } = await serving({ MANDAT_LOG: 'silent' }, (env) => startBy('npm', ['start', '--silent'], env, folder));
    try {
      expect((await ask(address, '{ municipality(code: "0540") { name } }')).json.data).toEqual({ municipality: { name: 'Sønderborg' } });
      expect((await get(`${address}/bodies/kkr-syddanmark`)).text).toContain('/explorer/assets/');
    } finally {
      child.kill('SIGTERM');
    }
    await end;
  });
});

// No Docker is needed to see that what the image would run does run.
describe('the image', () => {
  test('serves with its files, its environment and its command, is healthy, and ends on its stop signal', async () => {
    let health: number | null = null;
    const env = { ...environment, MANDAT_DATA: join(folder, 'data'), PORT: '0', HOST: '127.0.0.1' };
    const code = await run(commandOf('CMD'), env, async (line, end) => {
      const port = /:(\d+)\/graphql/.exec(line)?.[1] ?? '';
      health = await run(commandOf('HEALTHCHECK'), { ...env, PORT: port });
      end();
    });
    expect([code, health]).toEqual([0, 0]);
  });

  test('is not healthy where nothing answers', async () => {
    expect(await run(commandOf('HEALTHCHECK'), { ...environment, PORT: '1' })).toBe(1);
  });

  test('does not run as root', () => expect(instruction('USER')).toBe('node'));

  test('holds every package that the code imports, without those for development', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    const imported = readdirSync('dist', { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.js') && !path.startsWith('explorer/'))
      .flatMap((path) => [...readFileSync(join('dist', path), 'utf8').matchAll(/(?:from |import\()'([^'.][^']*)'/g)].map((match) => match[1] as string))
      .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('is composed with the Neo4j that the tests ask, by the same user and password', () => {
    const { services } = parse(readFileSync('compose.yaml', 'utf8')) as {
      services: Record<'neo4j' | 'mandat', { image: string; environment: Record<string, string> }>;
    };
    const version = /<version>(5[\d.]+)<\/version>/.exec(readFileSync('neo4j/pom.xml', 'utf8'))?.[1];
    expect(services.neo4j.image).toBe(`neo4j:${version}-community`);
    const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = services.mandat.environment;
    expect([NEO4J_URI, services.neo4j.environment['NEO4J_AUTH']]).toEqual(['bolt://neo4j:7687', `${NEO4J_USER}/${NEO4J_PASSWORD}`]);
  });
});
