import { appendFileSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = [
  ...['schema', 'cypher', 'src', 'explorer', 'neo4j', 'tools', 'dist'],
  ...['codegen.yml', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'],
];

const copied = (parts: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mandat-copy-'));
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'seeds/more'), { recursive: true });
  // A package holds no folder that is empty.
  writeFileSync(join(folder, 'seeds/more/none'), '');
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** A folder with what a build and a server need, as it is built now, with data sets that come along; a country takes some seconds at each start. */
export const copiedProject = (dataSets: readonly string[]): string => copied([...PARTS, ...dataSets]);

/** A folder from which a server runs, as it is built now. */
export const copiedServer = (dataSets: readonly string[]): string => copied(['dist', 'package.json', ...dataSets]);

/** Adds a type of a test to the schema of a copied project. */
export const addType = (folder: string, name: string): void =>
  appendFileSync(join(folder, 'schema/base.graphql'), `\n"Of a test."\nenum ${name} {\n  "It waves."\n  WAVES\n}\n`);
