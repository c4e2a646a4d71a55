import { parseArgs } from 'node:util';
import { readConfig } from './config.js';
import { type Finding } from '../integrity/model.js';
import { checkGraph, ruleIds, unknownRules } from '../integrity/check.js';
import { CATALOGUE } from '../integrity/catalogue.js';
import { presentReader } from '../record/present.js';
import { onGraph, seedIfEmpty } from './graph.js';
import { Refusal } from './refusal.js';

const HELP = `mandat check [rule …] [--json]: says what in the graph contradicts itself, by the rules of integrity or those given

  --json   prints the findings as JSON

broken: whatever the unknown dates are; perhaps: for some of them; not applied: a bound or sighting that contradicts the
stated dates; cannot be decided: no data say it. A graph that is empty is seeded first.
Exit code 1 where something is found, 2 for an unknown rule.

${CATALOGUE.map(({ id, title }) => `  ${id.padEnd(22)}${title}`).join('\n')}`;

const QUIET_MS = 2_000;

/** Says where it is, every two seconds. */
const progress = (): ((line: string) => void) => {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    console.error(line);
  };
};

const isFound = ({ verdict }: Finding): boolean => verdict !== 'UNDECIDED';

const print = (rules: readonly string[], findings: readonly Finding[]): void => {
  for (const rule of rules) {
    const own = findings.filter((finding) => finding.rule === rule);
    if (own[0]) console.log(`${rule}: ${own[0].title}`);
    for (const { on, message } of own) console.log(`  ${on ?? '          '}  ${message}`);
  }
  const count = findings.filter(isFound).length;
  console.log(`${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}, ${count} ${count === 1 ? 'finding' : 'findings'}`);
};

export const check = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [unknown] = unknownRules(positionals);
  if (unknown !== undefined) throw new Refusal(`rule: required: ${ruleIds().join(', ')}; given: ${unknown}`, 2);
  const rules = ruleIds().filter((id) => positionals.length === 0 || positionals.includes(id));
  await onGraph(readConfig().graph, async (graph) => {
    await seedIfEmpty(graph);
    const findings = await checkGraph(presentReader(graph), { rules, onProgress: progress() });
    if (values.json) console.log(JSON.stringify({ rules, findings }, null, 2));
    else print(rules, findings);
    if (findings.some(isFound)) process.exitCode = 1;
  });
};
