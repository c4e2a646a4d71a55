import type { QueryIntegrityArgs } from '../../generated/api.js';
import { checkGraph, ruleIds, unknownRules } from '../../integrity/check.js';
import type { Finding } from '../../integrity/model.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { type Lens, lensOf } from '../../read/lens.js';
import { ofWholeGraph } from '../../read/whole-graph.js';
import type { FindingAt } from './model.js';

/** Findings, each seen on the day that offends. */
export const findingsAt = (findings: readonly Finding[], lens: Lens): FindingAt[] =>
  findings.map((row) => ({ row, lens: row.on ? { ...lens, asOf: row.on } : lens }));

/** What the rules find in the graph. */
export const findingsOf = async (context: Context, { rules, knownAt }: Partial<QueryIntegrityArgs>): Promise<FindingAt[]> => {
  const unknown = unknownRules(rules ?? []);
  if (unknown.length) throw inputError('rules', ruleIds().join(', '), unknown);
  const lens = lensOf({ knownAt });
  const question = { name: 'integrity', params: rules ? [...new Set(rules)].sort() : null, knownAt: lens.knownAt };
  const findings = await ofWholeGraph(context, question, () => checkGraph(context.passing, { rules, knownAt: lens.knownAt }));
  return findingsAt(findings, lens);
};
