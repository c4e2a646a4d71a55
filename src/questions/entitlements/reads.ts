import type { CompositionEntitlementsArgs, PartyResultInput } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { type PartyAt, isParty } from '../../words/parties/model.js';
import { relationsOf } from '../../words/relations/reads.js';
import type { Occupant } from '../composition/model.js';
import { filledSeats, partyShares, partySharesIn } from '../composition/reads.js';
import { sittingIn } from '../composition/sitting.js';
import type { EntitlementAt, PartyResult, SupplementRule } from './model.js';
import { entitlementsOf } from './rules.js';

/** A KKR takes in the parties with 2 % of the votes, and has at most twice as many members as municipalities. */
const KKR: SupplementRule = { leastPercent: 2, mostPerMunicipality: 2, method: 'D_HONDT' };

const checkResults = (results: readonly PartyResultInput[]): void => {
  const twice = results.findIndex((one, at) => results.findIndex(({ party }) => party === one.party) < at);
  if (twice >= 0) throw inputError(`results.${twice}.party`, 'each party once', results[twice]?.party);
};

/** The councils of the municipalities that a body covers. */
const councilsOf = async (context: Context, covered: readonly string[], lens: Lens): Promise<string[]> => {
  const governing = await Promise.all(covered.map((id) => relationsOf(context, id, lens, 'GOVERNS', 'to')));
  return [...new Set(governing.flat().map(({ fromId }) => fromId))];
};

/** How many people of each party hold some of the places in councils, as last known. */
const lastKnownByParty = async (context: Context, councils: readonly string[], lens: Lens, isCounted: (place: Occupant) => boolean) => {
  const counted = await Promise.all(
    councils.map(async (council) => {
      const sitting = await sittingIn(context, council, lens);
      return partySharesIn(context, { ...sitting, places: sitting.places.filter(isCounted) }, lens, { open: true, most: Number.POSITIVE_INFINITY });
    }),
  );
  const found = new Map<string, number>();
  for (const { to, people } of counted.flat()) if (to !== null) found.set(to, (found.get(to) ?? 0) + people.lastKnown);
  return found;
};

/** The results with the seats and mayors that the graph knows, where they are not given. */
const completed = async (context: Context, results: readonly PartyResultInput[], covered: readonly string[], lens: Lens): Promise<PartyResult[]> => {
  const lacks = (key: 'seats' | 'mayors'): boolean => results.some((one) => one[key] == null);
  const councils = lacks('seats') || lacks('mayors') ? await councilsOf(context, covered, lens) : [];
  const seats = lacks('seats') ? await lastKnownByParty(context, councils, lens, () => true) : null;
  const mayors = lacks('mayors') ? await lastKnownByParty(context, councils, lens, ({ role }) => role === 'MAYOR') : null;
  return results.map(({ party, votes, ...one }) => ({
    party,
    votes,
    seats: one.seats ?? seats?.get(party) ?? 0,
    mayors: one.mayors ?? mayors?.get(party) ?? 0,
  }));
};

/** What each party is entitled to in a body, beside what it has; in the order given. @throws GraphQLError BAD_USER_INPUT */
export const entitlements = async (context: Context, at: BodyAt, args: CompositionEntitlementsArgs): Promise<EntitlementAt[]> => {
  const lens = belowBody(at);
  const { results } = args;
  checkResults(results);
  const rule: SupplementRule = {
    leastPercent: args.leastPercent ?? KKR.leastPercent,
    mostPerMunicipality: args.mostPerMunicipality ?? KKR.mostPerMunicipality,
    method: args.method ?? KKR.method,
  };
  const covered = [...new Set((await relationsOf(context, at.row.id, lens, 'COVERS', 'from')).map(({ toId }) => toId))];
  const votes = results.reduce((sum, one) => sum + one.votes, 0);
  if (args.votesCast != null && args.votesCast < votes) throw inputError('votesCast', `at least the votes of the results, ${votes}`, args.votesCast);
  const [shares, filled] = await Promise.all([partyShares(context, at), filledSeats(context, at)]);
  const held = new Map(shares.map(({ principal, people }) => [principal?.row.id, people]));
  const open = filled.open || shares.some(({ people }) => people.open);
  const municipalities = args.municipalities ?? covered.length;
  const rows = entitlementsOf(rule, municipalities, args.votesCast ?? votes, await completed(context, results, covered, lens));
  return Promise.all(
    rows.map(async (row) => ({
      row,
      party: isParty(row.party) ? ((await nodeById(context, row.party, lens)) as PartyAt | null) : null,
      actual: held.get(row.party) ?? { min: 0, max: 0, open, lastKnown: 0 },
    })),
  );
};
