import type { PartyStatus, RoleShare } from '../../generated/api.js';
import { computed } from '../../graph/turns.js';
import { type MaybePromise, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import { type Lens, windowOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { leavesNoDay } from '../../time/interval.js';
import { certaintyOn, isPossible, together } from '../../time/in-force.js';
import { EVERLASTING } from '../../time/interval.js';
import { homesOf, partyTies } from '../../words/affiliations/reads.js';
import { partyHistory } from '../../words/affiliations/loaders.js';
import { appointmentId } from '../../words/appointments/model.js';
import { tiesOf } from '../../words/appointments/reads.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { ROLES } from '../../words/memberships/model.js';
import { isParty } from '../../words/parties/model.js';
import { isMunicipality } from '../../words/places/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import { filledIn, roomIn } from './completeness.js';
import type { CountRange, Occupancy, Occupant, Room, ShareAt } from './model.js';
import { peopleIn } from './rules.js';
import { type Belonging, type CountedShare, type DatedTie, belongingsOn, sharesOf } from './shares.js';
import { sittingIn } from './sitting.js';

/** How many people sit in the body. */
export const filledSeats = async (context: Context, at: BodyAt): Promise<CountRange> => {
  const lens = belowBody(at);
  return filledIn(context, at.row.id, await sittingIn(context, at.row.id, lens), lens);
};

export const roleShares = async (context: Context, at: BodyAt): Promise<RoleShare[]> => {
  const lens = belowBody(at);
  const sitting = await sittingIn(context, at.row.id, lens);
  const { open, most } = await roomIn(context, at.row.id, sitting, lens);
  const byRole = grouped(sitting.places, ({ role }) => role);
  const sharesOfRoles = (): RoleShare[] => ROLES.map((role) => ({ role, people: peopleIn(sitting, byRole.get(role) ?? [], lens.asOf, open, most) }));
  return (await computed(context, 0, sharesOfRoles)).filter(({ people }) => people.max > 0);
};

/** The ties of a person to parties, and what says that there is none. Where a day is not enough to tell them apart: of all time. */
export const partyBelongings = (context: Context, person: string, lens: Lens): MaybePromise<Belonging[]> => {
  const isPlain = (ties: readonly DatedTie[]): boolean => ties.every(({ interval }) => certaintyOn(interval, lens.asOf) === 'CERTAIN');
  return goOn(partyTies(context, person, lens), (parties) => {
    if (parties.length && isPlain(parties)) return belongingsOn(parties, lens.asOf, true);
    return goOn(context.use(partyHistory)(lens.knownAt).find(person), (history) => {
      const ever = history.map((a): DatedTie => ({ to: isParty(a.principal) ? a.principal : null, interval: a }));
      const ties = ever.filter(({ interval }) => isPossible(interval, windowOf(lens)));
      return belongingsOn(isPlain(ties) ? ties : ever, lens.asOf, true);
    });
  });
};

type BelongingsOf = (person: string, places: readonly Occupant[], lens: Lens) => MaybePromise<Belonging[]>;

const sharesIn = async (context: Context, occupancy: Occupancy, lens: Lens, room: Room, belongingsOf: BelongingsOf): Promise<CountedShare[]> => {
  const held = [...grouped(occupancy.places, ({ m }) => m.person)];
  const belongings = await Promise.all(held.map(async ([person, places]) => [person, await belongingsOf(person, places, lens)] as const));
  return computed(context, 0, () => sharesOf(occupancy, new Map(belongings), lens.asOf, room));
};

const STATUSES = ['PARTY', 'SEVERAL', 'INDEPENDENT', 'UNKNOWN'] as const;

/** The most people first; those of no party, and those of whom it is not known, last. */
const shares = async (context: Context, at: BodyAt, belongingsOf: BelongingsOf): Promise<(ShareAt & { status: PartyStatus })[]> => {
  const lens = belowBody(at);
  const sitting = await sittingIn(context, at.row.id, lens);
  const room = await roomIn(context, at.row.id, sitting, lens);
  const parts = (await sharesIn(context, sitting, lens, room, belongingsOf)).map(async ({ to, ...share }) => ({
    principal: to === null ? null : await referred<PrincipalAt>(context, to, lens),
    ...share,
  }));
  return sortedBy(await Promise.all(parts), ({ principal, status, people }) => [
    STATUSES.indexOf(status),
    -people.max,
    -people.min,
    principal?.row.sortKey ?? '',
  ]);
};

/** The parties of those who hold some places of a body. */
export const partySharesIn = (context: Context, occupancy: Occupancy, lens: Lens, room: Room): Promise<CountedShare[]> =>
  sharesIn(context, occupancy, lens, room, (person, _, day) => partyBelongings(context, person, day));

export const partyShares = (context: Context, at: BodyAt): Promise<ShareAt[]> =>
  shares(context, at, (person, _, lens) => partyBelongings(context, person, lens));

/** The ties of a person to municipalities: homes, and those in whose councils the person sits. Who sits in `body` sits in the council that it is. */
const homesOn = (context: Context, person: string, body: string, lens: Lens): MaybePromise<DatedTie[]> =>
  goOn(homesOf(context, person, lens), ({ affiliations, governed }) => {
    const own = governed.map(({ m, r }) => ({ to: r.toId, interval: m.body === body ? r : together(m, r) }));
    return [...affiliations.map((a) => ({ to: a.principal, interval: a })), ...own].filter(({ interval }) => !leavesNoDay(interval));
  });

export const homeBelongings = (context: Context, person: string, body: string, lens: Lens): MaybePromise<Belonging[]> =>
  goOn(homesOn(context, person, body, lens), (ties) => belongingsOn(ties, lens.asOf, false));

/** A member's municipality is where the member comes from, or whom the seat represents. */
export const municipalityShares = async (context: Context, at: BodyAt): Promise<ShareAt[]> => {
  const found = await shares(context, at, async (person, places, lens) => {
    const [homes, represented] = await Promise.all([
      homesOn(context, person, at.row.id, lens),
      Promise.all(places.map(({ m }) => tiesOf(context, appointmentId(m.id), lens, 'REPRESENTING'))),
    ]);
    const municipalities = represented.flat().filter(({ toId }) => isMunicipality(toId));
    return belongingsOn([...homes, ...municipalities.map(({ toId }) => ({ to: toId, interval: EVERLASTING }))], lens.asOf, false);
  });
  return found.map((share) => ({ ...share, status: null }));
};
