import { appendFileSync, cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = [
  ...['schema', 'cypher', 'src', 'seeds', 'explorer', 'neo4j', 'tools', 'dist'],
  ...['codegen.yml', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'],
];

/** A folder with what a build and a server need, as it is built now. */
export const copiedProject = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-copy-'));
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** Adds a type of a test to the schema of a copied project. */
export const addType = (folder: string, name: string): void =>
  appendFileSync(join(folder, 'schema/base.graphql'), `\n"Of a test."\nenum ${name} {\n  "It waves."\n  WAVES\n}\n`);
