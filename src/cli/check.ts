import { parseArgs } from 'node:util';
import { type Finding } from '../integrity/model.js';
import { checkGraph, ruleIds, unknownRules } from '../integrity/check.js';
import { CATALOGUE } from '../integrity/catalogue.js';
import { toldIn } from '../integrity/told.js';
import { presentReader } from '../record/present.js';
import { Refusal } from './refusal.js';
import { doWork } from './where.js';
import type { Caller, Work } from './work.js';

const HELP = `mandat check [rule …] [--json]: says what in the graph contradicts itself, by the rules of integrity or those given

  --json   prints the findings as JSON

broken: whatever the unknown dates are; perhaps: for some of them; not applied: a bound or sighting that contradicts the
stated dates; cannot be decided: no data say it. A graph that is empty is seeded first. Where a server has the graph open, it does it.
What a statement tells of all that a finding is about, and another contradicts, is told with that: the record has it from its sources.
Exit code 1 where anything else is found, 2 for an unknown rule.

${CATALOGUE.map(({ id, title }) => `  ${id.padEnd(22)}${title}`).join('\n')}`;

const QUIET_MS = 2_000;

interface Asked {
  rules: string[];
  json: boolean;
}

/** Says where it is, every two seconds. */
const progress = ({ tell }: Caller): ((line: string) => void) => {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    tell(line);
  };
};

const isFound = ({ verdict }: Finding): boolean => verdict !== 'UNDECIDED';

const linesOf = (rules: readonly string[], findings: readonly Finding[], told: ReadonlyMap<Finding, string>): string[] => {
  const count = findings.filter(isFound).length;
  const said = (finding: Finding): string => (told.has(finding) ? `; the sources disagree: ${told.get(finding)}` : '');
  return [
    ...rules.flatMap((rule) => {
      const own = findings.filter((finding) => finding.rule === rule);
      return own[0] ? [`${rule}: ${own[0].title}`, ...own.map((finding) => `  ${finding.on ?? '          '}  ${finding.message}${said(finding)}`)] : [];
    }),
    `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}, ${count} ${count === 1 ? 'finding' : 'findings'}${told.size > 0 ? `, of which the record tells ${told.size} itself` : ''}`,
  ];
};

export const checking: Work<Asked> = {
  name: 'check',
  title: () => 'check',
  writes: false,
  open: 'openSeeded',
  run: async (graph, { rules, json }, caller) => {
    const reader = presentReader(graph);
    const findings = await checkGraph(reader, { rules, onProgress: progress(caller) });
    const told = await toldIn(reader, findings.filter(isFound));
    const asJson = (): string => JSON.stringify({ rules, findings: findings.map((finding) => ({ ...finding, told: told.get(finding) ?? null })) }, null, 2);
    caller.print(json ? asJson() : linesOf(rules, findings, told).join('\n'));
    return findings.some((finding) => isFound(finding) && !told.has(finding)) ? 1 : 0;
  },
};

export const check = async (args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [unknown] = unknownRules(positionals);
  if (unknown !== undefined) throw new Refusal(`rule: required: ${ruleIds().join(', ')}; given: ${unknown}`, 2);
  const rules = ruleIds().filter((id) => positionals.length === 0 || positionals.includes(id));
  return doWork(checking, { rules, json: values.json ?? false });
};
