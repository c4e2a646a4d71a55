import { homeTies, partyTies } from '../affiliations/reads.js';
import { appointmentId } from '../appointments/model.js';
import { KIND_OF_TIE, tiesOf } from '../appointments/reads.js';
import type { Context } from '../context.js';
import { inputError } from '../errors.js';
import type { SeatCount, Turnover } from '../generated/api.js';
import type { Lens } from '../lens/lens.js';
import { scopeOf } from '../loaders/scope.js';
import type { Membership } from '../memberships/model.js';
import { sits } from '../memberships/rules.js';
import { seatsAnchoredAt } from '../representations/reads.js';
import { dayAfter } from '../time/civil.js';
import { together } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import { certaintyOfAny, seatCountsOf, turnoverOf } from './rules.js';

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
  const members = await context.loaders.members(scopeBetween(lens, between)).load(body);
  const seats = new Map<string, Interval[]>();
  for (const { m } of members.filter(({ m }) => sits(m))) seats.set(m.person, [...(seats.get(m.person) ?? []), m]);
  return turnoverOf([...seats.values()].map((all) => [certaintyOfAny(all, between.from), certaintyOfAny(all, between.until)] as const));
};

/** How many seats a person has, over time. */
export const seatCountsOfPerson = async (context: Context, person: string, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = await context.loaders.seats(scopeBetween(lens, between)).load(person);
  return seatCountsOf(seats.filter(({ m }) => sits(m)).map(({ m }) => [m]), between.from, between.until);
};

/** When a seat stands for a principal: through its appointment, or while its holder belongs to it. */
const intervalsFor = async (context: Context, m: Membership, principal: string, lens: Lens): Promise<Interval[]> => {
  const [ties, homes, parties] = await Promise.all([
    tiesOf(context, appointmentId(m.id), lens),
    homeTies(context, m.person, lens, { all: true }),
    partyTies(context, m.person, lens, { all: true }),
  ]);
  const personal = [...homes, ...parties].filter(({ to, council }) => to === principal && council !== m.body);
  return [...(ties.some(({ tie, toId }) => toId === principal && KIND_OF_TIE[tie]) ? [m] : []), ...personal.map(({ interval }) => together(m, interval))];
};

/** How many seats stand for a principal, over time. */
export const seatCountsOfPrincipal = async (context: Context, principal: string, lens: Lens, between: Between): Promise<SeatCount[]> => {
  const seats = (await seatsAnchoredAt(context, principal, lens, scopeBetween(lens, between))).filter(sits);
  const intervals = await Promise.all(seats.map((m) => intervalsFor(context, m, principal, lens)));
  return seatCountsOf(intervals, between.from, between.until);
};
