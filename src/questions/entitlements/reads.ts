import type { CompositionEntitlementsArgs } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { nodeById } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { type PartyAt, isParty } from '../../words/parties/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import { partyShares } from '../composition/reads.js';
import type { EntitlementAt, PartyResult, SupplementRule } from './model.js';
import { entitlementsOf } from './rules.js';

/** A KKR takes in the parties with 2 % of the votes, and has at most twice as many members as municipalities. */
const KKR: SupplementRule = { leastPercent: 2, mostPerMunicipality: 2, method: 'D_HONDT' };

const MOST = { results: 100, leastPercent: 100, mostPerMunicipality: 10, municipalities: 100 } as const;

const atMost = (argument: keyof typeof MOST, value: number): number => {
  if (value < 0 || value > MOST[argument]) throw inputError(argument, `a number from 0 to ${MOST[argument]}`, value);
  return value;
};

const checkResults = (results: readonly PartyResult[]): void => {
  atMost('results', results.length);
  for (const [at, one] of results.entries()) {
    if (results.findIndex(({ party }) => party === one.party) < at) throw inputError(`results.${at}.party`, 'each party once', one.party);
    for (const key of ['votes', 'seats', 'mayors'] as const) if (one[key] < 0) throw inputError(`results.${at}.${key}`, 'a number from 0', one[key]);
  }
};

/** What each party is entitled to in a body, beside what it has; in the order given. @throws GraphQLError BAD_USER_INPUT */
export const entitlements = async (context: Context, at: BodyAt, args: CompositionEntitlementsArgs): Promise<EntitlementAt[]> => {
  const lens = belowBody(at);
  const { results } = args;
  checkResults(results);
  const rule: SupplementRule = {
    leastPercent: atMost('leastPercent', args.leastPercent ?? KKR.leastPercent),
    mostPerMunicipality: atMost('mostPerMunicipality', args.mostPerMunicipality ?? KKR.mostPerMunicipality),
    method: args.method ?? KKR.method,
  };
  const covered = args.municipalities ?? new Set((await relationsOf(context, at.row.id, lens, 'COVERS', 'from')).map(({ toId }) => toId)).size;
  const votes = results.reduce((sum, one) => sum + one.votes, 0);
  if (args.votesCast != null && args.votesCast < votes) throw inputError('votesCast', `at least the votes of the results, ${votes}`, args.votesCast);
  const held = new Map((await partyShares(context, at)).map(({ principal, people }) => [principal?.row.id, people]));
  const rows = entitlementsOf(rule, atMost('municipalities', covered), args.votesCast ?? votes, results);
  return Promise.all(
    rows.map(async (row) => ({
      row,
      party: isParty(row.party) ? ((await nodeById(context, row.party, lens)) as PartyAt | null) : null,
      actual: held.get(row.party) ?? { min: 0, max: 0 },
    })),
  );
};
