import type { SeatCount, Turnover } from '../../generated/api.js';
import { eachInParts, eachInTurn } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { dayAfter } from '../../time/civil.js';
import type { ExistenceBounds } from '../../words/intervals/model.js';
import { personSeats } from '../../words/memberships/loaders.js';
import { sits } from '../../words/memberships/rules.js';
import { whileThere } from '../../words/principals/existence.js';
import { roomIn } from '../composition/completeness.js';
import { asHeld } from '../composition/rules.js';
import { sittingIn } from '../composition/sitting.js';
import { seatsAnchoredAt } from '../representations/reads.js';
import { type Standing, standing } from '../representations/rules.js';
import { waysOf } from '../representations/ways.js';
import { type Held, movesOf, seatCountsOf, turnoverOf } from './rules.js';

export interface Between {
  from: string;
  until: string;
}

/** @throws GraphQLError BAD_USER_INPUT where the period does not begin before it ends. */
const requireOrder = ({ from, until }: Between): void => {
  if (from >= until) throw inputError('from', 'a day before until', { from, until });
};

/** Both days included. */
const scopeBetween = (lens: Lens, { from, until }: Between) => {
  requireOrder({ from, until });
  return scopeOf(lens, { during: { from, until: dayAfter(until) } });
};

const heldOn = async (context: Context, body: string, lens: Lens): Promise<Held> => {
  const sitting = await sittingIn(context, body, lens);
  return { occupancy: asHeld(sitting), day: lens.asOf, open: (await roomIn(context, body, sitting, lens)).open };
};

/** How the members of a body changed between two days. */
export const turnoverOfBody = async (context: Context, body: string, lens: Lens, { from, until }: Between): Promise<Turnover> => {
  requireOrder({ from, until });
  return turnoverOf(await heldOn(context, body, { ...lens, asOf: from }), await heldOn(context, body, { ...lens, asOf: until }));
};

const countedBetween = async (context: Context, seats: readonly (readonly Standing[])[], { from, until }: Between): Promise<SeatCount[]> =>
  seatCountsOf((await eachInTurn(context, seats, (ways) => movesOf(ways, from, until))).flat(), from);

/** How many seats a person has, over time. */
export const seatCountsOfPerson = async (context: Context, person: string, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = await context.use(personSeats)(scopeBetween(lens, between)).load(person);
  const standings = seats.filter(({ m }) => sits(m)).map(({ m }) => [standing(m)]);
  return countedBetween(context, standings, between);
};

/** How many seats stand for a place or party, over time, while that is there. */
export const seatCountsOfPrincipal = async (context: Context, row: ExistenceBounds & { id: string }, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = (await seatsAnchoredAt(context, row.id, lens, scopeBetween(lens, between))).filter(sits);
  const ways = await eachInParts(context, seats, (m) => waysOf(context, m, lens, { all: true }));
  const standings = ways.map((all) => (all.get(row.id) ?? []).map((way) => ({ ...way, interval: whileThere(way.interval, row) })));
  return countedBetween(context, standings, between);
};
