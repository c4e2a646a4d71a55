import { computed } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { scopeOf } from '../../read/scope.js';
import { weakest } from '../../record/basis.js';
import type { Basis } from '../../record/model.js';
import { together } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import { type PersonalTie, governedThrough, homeTies, partyTies } from '../../words/affiliations/reads.js';
import { type Tie, appointmentId } from '../../words/appointments/model.js';
import { KIND_OF_TIE, tiesOf } from '../../words/appointments/reads.js';
import type { MembershipSummary } from '../../words/memberships/model.js';
import type { Governing } from '../../words/relations/model.js';
import { withinRegion } from '../../words/relations/region.js';
import type { RepresentationFilter, RepresentationKind, Way } from './model.js';
import { standsEver, standsOn } from './rules.js';

export const isOf = <T>(list: readonly T[] | null | undefined, one: T): boolean => !list || list.includes(one);

const TIED: readonly RepresentationKind[] = Object.values(KIND_OF_TIE);

/** What a filter asks of seats and their holders. */
const asksForTies = ({ how }: RepresentationFilter): boolean => TIED.some((one) => isOf(how, one));
export const asksForHomes = ({ how, fromMunicipality }: RepresentationFilter): boolean => isOf(how, 'COMES_FROM') || fromMunicipality != null;
export const asksForParties = ({ how, ofParty }: RepresentationFilter): boolean => isOf(how, 'BELONGS_TO') || ofParty != null;

interface Held {
  m: MembershipSummary;
  ties: readonly Tie[];
  homes: readonly PersonalTie[];
  parties: readonly PersonalTie[];
  /** What its body governs. */
  governed: readonly Governing[];
}

/** A seat with what the filter asks of its appointment and its holder: on the lens's date, or ever. */
const held = async (context: Context, m: MembershipSummary, lens: Lens, filter: RepresentationFilter): Promise<Held> => {
  const [ties, homes, parties, governed] = await Promise.all([
    asksForTies(filter) ? tiesOf(context, appointmentId(m.id), lens) : [],
    asksForHomes(filter) ? homeTies(context, m.person, lens, filter) : [],
    asksForParties(filter) ? partyTies(context, m.person, lens, filter) : [],
    isOf(filter.how, 'COMES_FROM') ? governedThrough(context, m, lens, filter) : [],
  ]);
  return { m, ties, homes, parties, governed };
};

/** Every principal that a seat stands for, in the ways that are asked for. A seat in the council that governs a municipality does not come from it. */
const allWaysOf = ({ m, ties, homes, parties, governed }: Held, { how: asked }: RepresentationFilter): Map<string, Way[]> => {
  const ways = new Map<string, Way[]>();
  const add = (how: RepresentationKind, principal: string, interval: Interval, basis: Basis, unless: Way['unless'] = []): void => {
    const way = { how, interval, unless, basis: weakest(m.basis, basis) };
    const others = ways.get(principal);
    if (others) others.push(way);
    else ways.set(principal, [way]);
  };
  for (const { tie, toId, basis } of ties) {
    const how = KIND_OF_TIE[tie];
    if (how && isOf(asked, how)) add(how, toId, m, basis);
  }
  const own = (to: string): Interval[] => governed.filter(({ toId }) => toId === to);
  if (isOf(asked, 'COMES_FROM')) for (const { to, interval, basis } of homes) add('COMES_FROM', to, together(m, interval), basis, own(to));
  if (isOf(asked, 'BELONGS_TO')) for (const { to, interval, basis } of parties) add('BELONGS_TO', to, together(m, interval), basis);
  return ways;
};

/** The holder's tie to what the filter asks for narrows every way: the answer is as sure as all it depends on. */
const throughTie = (ways: Way[], ties: readonly PersonalTie[], to: string | null | undefined): Way[] => {
  if (to == null) return ways;
  return ties
    .filter((tie) => tie.to === to)
    .flatMap((tie) => ways.map((way) => ({ ...way, interval: together(way.interval, tie.interval), basis: weakest(way.basis, tie.basis) })));
};

/** When the seat's body is within the region that the filter asks for; null: it asks for none. */
const daysAsked = async (context: Context, m: MembershipSummary, lens: Lens, filter: RepresentationFilter): Promise<readonly Interval[] | null> => {
  if (filter.region == null) return null;
  return (await withinRegion(context, filter.region, scopeOf(lens, filter))).get(m.body) ?? [];
};

/** By principal, the ways in which a seat stands for it, of those that the filter asks for. */
const waysOfSeat = (seat: Held, days: readonly Interval[] | null, lens: Lens, filter: RepresentationFilter): Map<string, Way[]> => {
  const during = (ways: Way[]): Way[] => (days ? ways.flatMap((way) => days.map((one) => ({ ...way, interval: together(way.interval, one) }))) : ways);
  const stands = (way: Way): boolean => (filter.all ? standsEver(way) : standsOn(way, lens.asOf) !== null);
  const through = (ways: Way[]): Way[] =>
    throughTie(throughTie(during(ways), seat.homes, filter.fromMunicipality), seat.parties, filter.ofParty).filter(stands);
  return new Map([...allWaysOf(seat, filter)].map(([principal, ways]) => [principal, through(ways)]));
};

/** By principal, the ways in which a seat stands for it, as asked: on the lens's date, or on some day. */
export const waysOf = async (context: Context, m: MembershipSummary, lens: Lens, filter: RepresentationFilter): Promise<Map<string, Way[]>> => {
  const days = await daysAsked(context, m, lens, filter);
  if (days?.length === 0) return new Map();
  const seat = await held(context, m, lens, filter);
  return computed(context, 1, () => waysOfSeat(seat, days, lens, filter));
};
