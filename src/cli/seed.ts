import { parseArgs } from 'node:util';
import { readConfig } from './config.js';
import { type SeedReport, bundledFolders, checkFolders, seedFolders } from '../exchange/seed.js';
import { onGraph } from './graph.js';

const HELP = `mandat seed [folder …] [--check]: writes data sets into the graph, those that come along or those given

  --check   validates them and writes nothing

A data set is written in one transaction: all of it or nothing. The same files again write nothing.`;

const COUNTED = ['recorded', 'learnt', 'corrected', 'retracted', 'derived'] as const;

const sentence = (report: SeedReport): string => {
  const said = COUNTED.filter((key) => report[key] > 0).map((key) => `${report[key]} ${key}`);
  return `${report.dataSet}: ${report.rows} rows, ${said.length ? said.join(', ') : 'nothing changed'}`;
};

export const seed = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const folders = positionals.length ? positionals : bundledFolders();
  if (values.check) {
    for (const { dataSet, rows } of checkFolders(folders)) console.log(`${dataSet}: ${rows} rows, valid`);
    return;
  }
  await onGraph(readConfig().graph, async (graph) => {
    for (const report of await seedFolders(graph, folders, { onProgress: (line) => console.error(line) })) console.log(sentence(report));
  });
};
