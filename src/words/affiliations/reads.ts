import * as queries from '../../generated/queries.js';
import { type MaybePromise, allOf, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { type ScopeArguments, scopeOf } from '../../read/scope.js';
import { strongest, weakest } from '../../record/basis.js';
import type { Basis } from '../../record/model.js';
import { type Certainty, type Window, certaintyIn, certaintyOn, certaintyRank, isPossible, strongestCertainty, together } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import type { Interval } from '../../time/interval.js';
import type { MembershipSummary } from '../memberships/model.js';
import { sits } from '../memberships/rules.js';
import { type PartyAt, isParty } from '../parties/model.js';
import { type Homes, homes, municipalities } from '../places/loaders.js';
import type { PlaceAt } from '../places/model.js';
import { whileThere } from '../principals/existence.js';
import type { PrincipalAt } from '../principals/model.js';
import type { Governing } from '../relations/model.js';
import * as loaders from './loaders.js';
import type { AffiliationAt, Belonging, PartyStatus } from './model.js';

/** A tie of a person to a place or party, by whatever edges. */
export interface PersonalTie {
  to: string;
  interval: Interval;
  basis: Basis;
  /** The council that the tie depends on; null: an affiliation. */
  council: string | null;
}

export const affiliationsOf = async (context: Context, person: string, lens: Lens, args: ScopeArguments): Promise<AffiliationAt[]> => {
  const rows = await context.use(loaders.personTies)(scopeOf(lens, args)).load(person);
  return [...rows]
    .sort((a, b) => certaintyRank(certaintyOn(a, lens.asOf)) - certaintyRank(certaintyOn(b, lens.asOf)) || (a.id < b.id ? -1 : 1))
    .map((row) => ({ row, lens }));
};

const tieOf = (a: Belonging): PersonalTie => ({ to: a.principal, interval: a, basis: a.basis, council: null });

/** What says to which party a person belongs in the scope, or that it is to none. */
const sidesOf = (context: Context, person: string, lens: Lens, args: ScopeArguments = {}): MaybePromise<PersonalTie[]> =>
  goOn(context.use(loaders.personSides)(scopeOf(lens, args)).find(person), (sides) => sides.map(tieOf));

/** The parties of a person that are possible in the scope. */
export const partyTies = (context: Context, person: string, lens: Lens, args: ScopeArguments = {}): MaybePromise<PersonalTie[]> =>
  goOn(sidesOf(context, person, lens, args), (sides) => sides.filter(({ to }) => isParty(to)));

/** The ties of a person to municipalities, and the seats in their councils, each with what its council governs while that is there. */
export const homesOf = (context: Context, person: string, lens: Lens, args: ScopeArguments = {}): MaybePromise<Homes> => {
  const scope = scopeOf(lens, args);
  return goOn(context.use(homes)(scope).find(person), ({ affiliations, governed }) => {
    const places = context.use(municipalities)(lens.knownAt);
    const held = governed
      .filter(({ m }) => sits(m))
      .map((one) =>
        goOn(places.find(one.r.toId), (place) => {
          const r = whileThere(one.r, place);
          return r === one.r ? one : { m: one.m, r };
        }),
      );
    return goOn(allOf(held), (all) => ({ affiliations, governed: all.filter(({ r }) => certaintyIn(r, scope.window) !== null) }));
  });
};

/** The homes of a person: by affiliation, or by a seat in the council that governs a municipality. */
export const homeTies = async (context: Context, person: string, lens: Lens, args: ScopeArguments = {}): Promise<PersonalTie[]> => {
  const { affiliations, governed } = await homesOf(context, person, lens, args);
  return [
    ...affiliations.map(tieOf),
    ...governed
      .map(({ m, r }): PersonalTie => ({ to: r.toId, interval: together(m, r), basis: weakest(m.basis, r.basis), council: m.body }))
      .filter(({ interval }) => !leavesNoDay(interval)),
  ];
};

/** The parties of a person, or the homes. */
export type TiesOf = (context: Context, person: string, lens: Lens, args?: ScopeArguments) => MaybePromise<PersonalTie[]>;

/** Whether somebody may have belonged to a party or municipality in a window. */
export const mayBelong = async (context: Context, person: string, to: string, lens: Lens, window: Window, tiesOf: TiesOf): Promise<boolean> =>
  (await tiesOf(context, person, lens, { all: true })).some((tie) => tie.to === to && isPossible(tie.interval, window));

/** What concerns so many people is found among all that there is, not person by person. */
const MANY = 2_000;

/** Whether a party or municipality has had many people. */
export const hasMany = async ({ passing }: Context, principal: string, { knownAt }: Lens): Promise<boolean> =>
  (await passing.read(queries.affiliations.countOfPrincipal, { id: principal, most: MANY, knownAt })).some(({ count }) => count === MANY);

/** What the body of a person's seat governs, and when. */
export const governedThrough = async (
  context: Context,
  { id, person }: Pick<MembershipSummary, 'id' | 'person'>,
  lens: Lens,
  args: ScopeArguments = {},
): Promise<Governing[]> => (await context.use(homes)(scopeOf(lens, args)).load(person)).governed.filter(({ m }) => m.id === id).map(({ r }) => r);

/** What ties lead to, each once, the surest first. */
export const strongestTies = (ties: readonly PersonalTie[], lens: Lens): { to: string; certainty: Certainty | null; basis: Basis }[] =>
  [...new Set(ties.map(({ to }) => to))]
    .map((to) => {
      const all = ties.filter((tie) => tie.to === to);
      return {
        to,
        certainty: strongestCertainty(all.map(({ interval }) => certaintyOn(interval, lens.asOf))),
        basis: strongest(...all.map(({ basis }) => basis)),
      };
    })
    .filter(({ certainty }) => certainty !== null);

/** The only one that is surest; null where there is none, or several. */
export const onlyStrongest = <T extends { certainty: Certainty | null }>(all: readonly T[]): T | null => {
  const best = Math.min(...all.map(({ certainty }) => certaintyRank(certainty)));
  const surest = all.filter(({ certainty }) => certaintyRank(certainty) === best);
  return surest.length === 1 ? (surest[0] as T) : null;
};

/** The side of a person that is surest on the day, and whether any is possible. */
const surestSide = async (context: Context, person: string, lens: Lens): Promise<{ surest: { to: string } | null; areKnown: boolean }> => {
  const all = strongestTies(await sidesOf(context, person, lens), lens);
  return { surest: onlyStrongest(all), areKnown: all.length > 0 };
};

/** The only party that is surest; null where there is none, or several, or it is as sure that there is none. */
export const partyOf = async (context: Context, person: string, lens: Lens): Promise<PartyAt | null> => {
  const { surest } = await surestSide(context, person, lens);
  return surest && surest.to !== person ? ((await referred<PrincipalAt>(context, surest.to, lens)) as PartyAt) : null;
};

/** Whether a person has a party: by the surest of what says so, and of what says that there is none. */
export const partyStatusOf = async (context: Context, person: string, lens: Lens): Promise<PartyStatus> => {
  const { surest, areKnown } = await surestSide(context, person, lens);
  if (!surest) return areKnown ? 'SEVERAL' : 'UNKNOWN';
  return surest.to === person ? 'INDEPENDENT' : 'PARTY';
};

export const municipalitiesOf = async (context: Context, person: string, lens: Lens): Promise<PlaceAt[]> => {
  const homes = strongestTies(await homeTies(context, person, lens), lens);
  const places = await Promise.all(homes.map(async ({ to, certainty }) => ({ certainty, place: await referred<PlaceAt>(context, to, lens) })));
  return places
    .sort((a, b) => certaintyRank(a.certainty) - certaintyRank(b.certainty) || (a.place.row.sortKey < b.place.row.sortKey ? -1 : 1))
    .map(({ place }) => place);
};
