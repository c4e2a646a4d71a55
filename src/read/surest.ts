import { type Certainty, certaintyRank } from '../time/in-force.js';
import { inputError } from './errors.js';

/** The one thing that bears something most surely; null where none does. @throws GraphQLError AMBIGUOUS where several do. */
export const surestOf = <T extends { id: string }>(
  rows: readonly (T | null)[],
  certaintyOf: (row: T) => Certainty | null,
  { argument, required, given }: { argument: string; required: string; given: string },
): T | null => {
  const held = rows.flatMap((row) => (row ? [{ row, rank: certaintyRank(certaintyOf(row)) }] : [])).filter(({ rank }) => rank < certaintyRank(null));
  const best = Math.min(...held.map(({ rank }) => rank));
  const holders = held.filter(({ rank }) => rank === best).map(({ row }) => row);
  if (holders.length > 1) throw inputError(argument, required, given, 'AMBIGUOUS', { ids: holders.map(({ id }) => id).sort() });
  return holders[0] ?? null;
};
