import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PASSWORD = 'mandat-test';
/** Where a Neo4j was fetched to before. */
const LIB = resolve(process.env['NEO4J_LIB'] ?? '.mandat/neo4j/lib');

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

export interface OwnNeo4j {
  settings: Record<string, string>;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** Ends it, and leaves nothing of it. */
  end: () => Promise<void>;
}

/** A Neo4j of a test's own, which it may kill. */
export const ownNeo4j = async (): Promise<OwnNeo4j> => {
  const home = mkdtempSync(join(tmpdir(), 'mandat-neo4j-'));
  if (existsSync(LIB)) symlinkSync(LIB, join(home, 'lib'));
  const port = await freePort();
  const local = async (verb: string): Promise<void> => {
    await promisify(execFile)(process.execPath, ['neo4j/local.js', verb, '--home', home, '--port', String(port)], {
      env: { ...process.env, NEO4J_PASSWORD: PASSWORD },
    });
  };
  const start = (): Promise<void> => local('start');
  const end = async (): Promise<void> => {
    await local('stop');
    rmSync(home, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return {
    settings: { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD },
    kill: async () => void process.kill(Number(readFileSync(join(home, 'neo4j.pid'), 'utf8')), 'SIGKILL'),
    start,
    end,
  };
};
