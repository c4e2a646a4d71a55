import type { SeatCount, Turnover } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { dayAfter } from '../../time/civil.js';
import { bodyMembers, personSeats } from '../../words/memberships/loaders.js';
import { sits } from '../../words/memberships/rules.js';
import { isClosedOn } from '../composition/completeness.js';
import { seatsAnchoredAt } from '../representations/reads.js';
import { standing } from '../representations/rules.js';
import { waysOf } from '../representations/ways.js';
import { presenceOn, seatCountsOf, turnoverOf } from './rules.js';

export interface Between {
  from: string;
  until: string;
}

/** Both days included. @throws GraphQLError BAD_USER_INPUT where the period does not begin before it ends. */
const scopeBetween = (lens: Lens, { from, until }: Between) => {
  if (from >= until) throw inputError('from', 'a day before until', { from, until });
  return scopeOf(lens, { during: { from, until: dayAfter(until) } });
};

/** How the members of a body changed between two days. */
export const turnoverOfBody = async (context: Context, body: string, lens: Lens, between: Between): Promise<Turnover> => {
  const members = await context.use(bodyMembers)(scopeBetween(lens, between)).load(body);
  const seats = grouped(members.map(({ m }) => m).filter(sits), ({ person }) => person);
  const isOpenOn = async (asOf: string): Promise<boolean> => !(await isClosedOn(context, body, { ...lens, asOf }));
  return turnoverOf(
    [...seats.values()].map((all) => [presenceOn(all, between.from), presenceOn(all, between.until)] as const),
    { before: await isOpenOn(between.from), after: await isOpenOn(between.until) },
  );
};

/** How many seats a person has, over time. */
export const seatCountsOfPerson = async (context: Context, person: string, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = await context.use(personSeats)(scopeBetween(lens, between)).load(person);
  return seatCountsOf(
    seats.filter(({ m }) => sits(m)).map(({ m }) => [standing(m)]),
    between.from,
    between.until,
  );
};

/** How many seats stand for a principal, over time. */
export const seatCountsOfPrincipal = async (context: Context, principal: string, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = (await seatsAnchoredAt(context, principal, lens, scopeBetween(lens, between))).filter(sits);
  const ways = await Promise.all(seats.map((m) => waysOf(context, m, lens, { all: true })));
  return seatCountsOf(
    ways.map((all) => all.get(principal) ?? []),
    between.from,
    between.until,
  );
};
