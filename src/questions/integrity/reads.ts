import type { QueryIntegrityArgs } from '../../generated/api.js';
import { fairQueue } from '../../graph/queued.js';
import { checkGraph, ruleIds, unknownRules } from '../../integrity/check.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { lensOf } from '../../read/lens.js';
import type { FindingAt } from './model.js';

/** The rules look at all of the graph: one check at a time, operations in turns. */
const checks = fairQueue({ each: 1, all: 1 });

/** Does a check in its turn, which is over when the operation is: what the check waits for may never come then. */
const inItsTurn = <T>(context: Context, check: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    void checks(context, async () => {
      const done = check().then(resolve, reject);
      await (context.budget ? Promise.race([done, context.budget.ended]) : done);
    });
  });

/** What the rules find in the graph. */
export const findingsOf = async (context: Context, { rules, knownAt }: Partial<QueryIntegrityArgs>): Promise<FindingAt[]> => {
  const unknown = unknownRules(rules ?? []);
  if (unknown.length) throw inputError('rules', ruleIds().join(', '), unknown);
  const lens = lensOf({ knownAt });
  const findings = await inItsTurn(context, () => checkGraph(context.passing, { rules, knownAt: lens.knownAt }));
  return findings.map((row) => ({ row, lens: row.on ? { ...lens, asOf: row.on } : lens }));
};
