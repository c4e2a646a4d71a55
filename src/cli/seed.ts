import { parseArgs } from 'node:util';
import { basename, resolve } from 'node:path';
import { checkFolders, checkInGraph } from '../exchange/check.js';
import { bundledFolders } from '../exchange/data-sets.js';
import { SeedError } from '../exchange/problems.js';
import type { SeedReport } from '../exchange/report.js';
import { seedFolders } from '../exchange/seed.js';
import type { Committed } from '../write/change-set.js';
import { readWritten } from './kept.js';
import { Refusal } from './refusal.js';
import { doWork } from './where.js';
import type { Work } from './work.js';

const HELP = `mandat seed [folder …] [--check | --dry-run] [--retract]: writes data sets into the graph, those that come along or those given

  --check     validates them in a graph of their own, on what they build on, and where the graph is written, in it; writes nothing
  --dry-run   says what they would change in the graph, row by row, and writes nothing; kept: what another writer says counts
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

const COUNTED = ['recorded', 'changed', 'learnt', 'corrected', 'retracted', 'derived', 'kept'] as const;

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
  ...changes.map(({ because, id, isOnlyKept }) => `  ${isOnlyKept ? 'kept' : because.toLowerCase()} ${id}`),
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
    const say = (reports: readonly SeedReport[]): void => {
      for (const report of reports) print(linesOf(report, dryRun).join('\n'));
    };
    try {
      say(await seedFolders(graph, folders, { mode: dryRun ? 'CHECK' : 'WRITE', retract, onProgress: tell }));
      return 0;
    } catch (error) {
      if (dryRun && error instanceof SeedError) say(error.reports);
      throw error;
    }
  },
};

/** Says what seeding would refuse in the graph: no command of its own, but what `seed --check` asks for. */
export const checkingSeeds: Work<Pick<Asked, 'folders' | 'retract'>> = {
  name: 'seed-check',
  title: ({ folders }) => `seed --check ${folders.map((folder) => basename(folder)).join(' ')}`,
  writes: true,
  open: 'openAsItIs',
  run: async (graph, { folders, retract }) => {
    await checkInGraph(graph, folders, retract);
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
  const retract = values.retract ?? false;
  if (values.check && values['dry-run']) throw new Refusal('--dry-run: required: one of --check and --dry-run; given: both', 2);
  if (!values.check) return doWork(seeding, { folders, dryRun: values['dry-run'] ?? false, retract });
  const reports = await checkFolders(folders, readWritten);
  const code = await doWork(checkingSeeds, { folders, retract });
  if (code !== 0) return code;
  for (const { dataSet, rows } of reports) console.log(`${dataSet}: ${rows} rows, valid`);
  return 0;
};
