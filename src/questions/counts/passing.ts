import type { CountFilter } from '../../generated/api.js';
import { type MaybePromise, allOf, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { governedThrough } from '../../words/affiliations/reads.js';
import { appointmentId } from '../../words/appointments/model.js';
import { KIND_OF_TIE, tiesOf } from '../../words/appointments/reads.js';
import { isParty } from '../../words/parties/model.js';
import { isMunicipality } from '../../words/places/model.js';
import type { Occupant } from '../composition/model.js';
import { partyBelongings } from '../composition/reads.js';
import type { Belonging } from '../composition/shares.js';
import { homesOfHolder } from './homes.js';
import type { OfParty } from './loaders.js';
import type { CountedBody } from './model.js';

/** How surely a seat passes a filter; `isKnown`: somebody says that it may. */
export type Passing = Pick<Belonging, 'sure' | 'isLastKnown'> & { isKnown: boolean };

const SURELY: Passing = { sure: true, isLastKnown: true, isKnown: true };

const UNKNOWN: Passing = { sure: false, isLastKnown: false, isKnown: false };

/** How surely somebody belongs to what a filter names; null: they belong to others. */
const belonging = (all: readonly Belonging[], to: string): Passing | null => {
  const found = all.find((one) => one.to === to);
  if (found) return { ...found, isKnown: true };
  return all.some(({ status }) => status === 'UNKNOWN') ? UNKNOWN : null;
};

/** The homes from which somebody comes who holds a seat in a body: not what the body itself governs. */
const homesApart = async (context: Context, { m }: Occupant, homes: readonly Belonging[], lens: Lens): Promise<Belonging[]> => {
  const own = new Set((await governedThrough(context, m, lens)).map(({ toId }) => toId));
  return homes.filter(({ to }) => to === null || !own.has(to));
};

/** How surely a seat stands for a principal: by its appointment, or by what its holder belongs to. */
const standing = async (context: Context, occupant: Occupant, whom: string, parties: readonly Belonging[], homes: readonly Belonging[], lens: Lens) => {
  const ties = await tiesOf(context, appointmentId(occupant.m.id), lens);
  if (ties.some(({ tie, toId }) => toId === whom && KIND_OF_TIE[tie])) return SURELY;
  if (isMunicipality(whom)) return belonging(await homesApart(context, occupant, homes, lens), whom);
  return isParty(whom) ? belonging(parties, whom) : null;
};

/** How surely a seat stands for whom the filter names, and its holder belongs to what it names; null: not. */
export const passing = (
  context: Context,
  occupant: Occupant,
  { body, open }: CountedBody,
  { whom, ofParty, fromMunicipality }: CountFilter,
  mayBeOfParty: OfParty | null,
  lens: Lens,
): MaybePromise<Passing | null> => {
  if (whom == null && ofParty == null && fromMunicipality == null) return SURELY;
  const { person } = occupant.m;
  // Where more may sit anyway, only of who may be of the party on the day it is asked whether, and how surely: that looks at ties of all time.
  if (open && mayBeOfParty && !mayBeOfParty.people.has(person)) return null;
  const belongings = allOf([
    whom != null || ofParty != null ? partyBelongings(context, person, lens) : [],
    whom != null || fromMunicipality != null ? homesOfHolder(context, occupant, body, lens) : [],
  ]);
  return goOn(belongings, ([parties = [], homes = []]) =>
    goOn(whom == null ? SURELY : standing(context, occupant, whom, parties, homes, lens), (stands) => {
      const asked = [stands, ofParty == null ? SURELY : belonging(parties, ofParty), fromMunicipality == null ? SURELY : belonging(homes, fromMunicipality)];
      if (asked.includes(null)) return null;
      return { sure: asked.every((one) => one?.sure), isLastKnown: asked.every((one) => one?.isLastKnown), isKnown: asked.every((one) => one?.isKnown) };
    }),
  );
};
