import type { Context } from '../../read/context.js';
import { referred } from '../../read/nodes.js';
import { sortedBy } from '../../record/order.js';
import { certaintyOn, certaintyRank } from '../../time/in-force.js';
import { type Direction, farEnd, successionsOf } from '../relations/reads.js';
import { daysOfExistence } from './existence.js';
import type { PartyAt } from '../parties/model.js';
import type { PlaceAt } from '../places/model.js';

/** What a party or place succeeds, or what succeeds it, each once: certain first, then by name. */
const succession = async <T extends PartyAt | PlaceAt>(context: Context, { row, lens }: T, direction: Direction): Promise<T[]> => {
  const found = (await successionsOf(context, row.id, daysOfExistence(row), lens, direction)).map(async ({ row: relation }) => ({
    rank: certaintyRank(certaintyOn(relation, lens.asOf)),
    end: await referred<T>(context, farEnd(relation, direction), lens),
  }));
  const ends = sortedBy(await Promise.all(found), ({ rank, end }) => [rank, end.row.sortKey]).map(({ end }) => end);
  return [...new Map(ends.map((end) => [end.row.id, end])).values()];
};

/** What every place and party says of those before and after it. */
export const succeeding = <T extends PartyAt | PlaceAt>() => ({
  predecessors: (at: T, _: unknown, context: Context) => succession(context, at, 'from'),
  successors: (at: T, _: unknown, context: Context) => succession(context, at, 'to'),
});
