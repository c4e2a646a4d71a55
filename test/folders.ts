import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { SeedError } from '../src/exchange/problems.js';

/** Files of a data set by name without `.json`: rows, or a text as it stands in the file. */
export type Files = Readonly<Record<string, unknown>>;

export const HEAD = { id: 'world', title: 'A small world', date: '2022-06-21', terms: 'made up' };

const parent = mkdtempSync(join(tmpdir(), 'mandat-folders-'));
process.on('exit', () => rmSync(parent, { recursive: true, force: true }));
let count = 0;

/** A folder with these files; `dataset` is that of a small world unless it is given. */
export const folderOf = (files: Files): string => {
  const folder = mkdtempSync(join(parent, `set-${(count += 1)}-`));
  for (const [name, content] of Object.entries({ dataset: HEAD, ...files }))
    if (content !== undefined) writeFileSync(join(folder, `${name}.json`), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
};

/** The lines with which something is refused, with the names of folders cut off. */
export const refusalOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SeedError);
  return (error as Error).message.split('\n').map((line) => line.replaceAll(/(\/\S*\/)?set-\d+-\w+(\/(?=\w+\.json))?/g, ''));
};
