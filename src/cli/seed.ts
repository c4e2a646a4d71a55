import { parseArgs } from 'node:util';
import { basename, resolve } from 'node:path';
import { checkFolders } from '../exchange/check.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { type SeedReport, seedFolders } from '../exchange/seed.js';
import type { Committed } from '../write/change-set.js';
import { readWritten } from './kept.js';
import { doWork } from './where.js';
import type { Work } from './work.js';

const HELP = `mandat seed [folder …] [--check | --dry-run] [--retract]: writes data sets into the graph, those that come along or those given

  --check     validates them in a graph of their own, on what they build on, and writes nothing
  --dry-run   says what they would change in the graph, row by row, and writes nothing
  --retract   lets a data set retract more than a tenth of its rows

A data set is written in one transaction: all of it or nothing. The same files again write nothing. A row that it no longer has
is retracted; where rows of others refer to it, it stays, and is told. In one that is maintained continuously what lasted until
further notice and is gone is over on the data set's date. Where a server has the graph open, it writes them, and goes on answering.`;

interface Asked {
  /** Whole paths. */
  folders: string[];
  dryRun: boolean;
  retract: boolean;
}

const COUNTED = ['recorded', 'changed', 'learnt', 'corrected', 'retracted', 'derived'] as const;

const sentence = (report: SeedReport): string => {
  const said = COUNTED.filter((key) => report[key] > 0).map((key) => `${report[key]} ${key}`);
  return `${report.dataSet}: ${report.rows} rows, ${said.length ? said.join(', ') : 'nothing changed'}`;
};

const MOST = 200;

/** What stays though its data set has it no longer, and where writers differ. */
const told = ({ stayed, conflicts }: Committed): string[] => [
  ...stayed.map(
    ({ id, referredToBy }) => `  ${id} stays, as it is referred to by ${referredToBy.slice(0, 5).join(', ')}${referredToBy.length > 5 ? ' …' : ''}`,
  ),
  ...[...conflicts].flatMap(([id, all]) => all.map(({ field, value, by }) => `  ${id} differs: \`${field}\` is ${value ?? 'nothing'}, says ${by}`)),
];

const difference = ({ changes, retracted }: Committed): string[] => [
  ...changes.map(({ because, id }) => `  ${because.toLowerCase()} ${id}`),
  ...retracted.map(({ id }) => `  retracted ${id}`),
];

const shortened = (lines: readonly string[]): string[] => (lines.length > MOST ? [...lines.slice(0, MOST), `  and ${lines.length - MOST} more`] : [...lines]);

const linesOf = (report: SeedReport, withRows: boolean): string[] => {
  const { committed } = report;
  return [sentence(report), ...(committed ? [...shortened(withRows ? difference(committed) : []), ...shortened(told(committed))] : [])];
};

export const seeding: Work<Asked> = {
  name: 'seed',
  title: ({ folders }) => `seed ${folders.map((folder) => basename(folder)).join(' ')}`,
  writes: true,
  open: 'openOurs',
  run: async (graph, { folders, dryRun, retract }, { print, tell }) => {
    const reports = await seedFolders(graph, folders, { mode: dryRun ? 'CHECK' : 'WRITE', retract, onProgress: tell });
    for (const report of reports) print(linesOf(report, dryRun).join('\n'));
    return 0;
  },
};

export const seed = async (args: string[]): Promise<number> => {
  const flag = { type: 'boolean' } as const;
  const options = { check: flag, 'dry-run': flag, retract: flag, help: flag };
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folders = positionals.length ? positionals.map((folder) => resolve(folder)) : bundledFolders();
  if (!values.check) return doWork(seeding, { folders, dryRun: values['dry-run'] ?? false, retract: values.retract ?? false });
  for (const { dataSet, rows } of await checkFolders(folders, readWritten)) console.log(`${dataSet}: ${rows} rows, valid`);
  return 0;
};
