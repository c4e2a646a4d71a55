import type { FindingResolvers, QueryResolvers } from '../../generated/api.js';
import { checkGraph, ruleIds, unknownRules } from '../../integrity/check.js';
import { inputError } from '../../read/errors.js';
import { lensOf } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';

export const Query: Pick<QueryResolvers, 'integrity'> = {
  integrity: async (_, { rules, knownAt }, { reader }) => {
    const unknown = unknownRules(rules ?? []);
    if (unknown.length) throw inputError('rules', ruleIds().join(', '), unknown);
    const lens = lensOf({ knownAt });
    const findings = await checkGraph(reader, { rules, knownAt: lens.knownAt });
    return findings.map((row) => ({ row, lens: row.on ? { ...lens, asOf: row.on } : lens }));
  },
};

export const Finding: FindingResolvers = {
  rule: ({ row }) => row.rule,
  title: ({ row }) => row.title,
  on: ({ row }) => row.on,
  things: async ({ row, lens }, _, context) => (await Promise.all(row.things.map((id) => nodeById(context, id, lens)))).filter((node) => node !== null),
  message: ({ row }) => row.message,
};
