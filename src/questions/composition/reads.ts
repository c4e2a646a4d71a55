import type { RoleShare } from '../../generated/api.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { type Certainty, certaintyOn, strongestCertainty } from '../../time/in-force.js';
import { homeTies, partyTies, strongestTies } from '../../words/affiliations/reads.js';
import { appointmentId } from '../../words/appointments/model.js';
import { tiesOf } from '../../words/appointments/reads.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { belowBody } from '../../words/bodies/reads.js';
import { ROLES, type MembershipSummary } from '../../words/memberships/model.js';
import { isMunicipality } from '../../words/places/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';
import type { CountRange, ShareAt } from './model.js';
import { type Belonging, type Counted, countOf, sharesOf } from './rules.js';
import { type Sitting, sittingOn } from './sitting.js';

export const countedOn = (seats: readonly MembershipSummary[], lens: Lens): Counted[] =>
  seats.map((m) => ({ person: m.person, certainty: certaintyOn(m, lens.asOf) }));

const counted = (sitting: readonly Sitting[]): Counted[] => sitting.map(({ m, certainty }) => ({ person: m.person, certainty }));

/** How many people sit in the body. */
export const filledSeats = async (context: Context, at: BodyAt): Promise<CountRange> => countOf(counted(await sittingOn(context, at)));

export const roleShares = async (context: Context, at: BodyAt): Promise<RoleShare[]> => {
  const sitting = await sittingOn(context, at);
  return ROLES.map((role) => ({ role, people: countOf(counted(sitting.filter((one) => one.role === role))) })).filter(({ people }) => people.max > 0);
};

type Ties = Belonging['ties'];

/** The most people first; those who may belong to none last. */
const shares = async (
  context: Context,
  at: BodyAt,
  tiesTo: (person: string, seats: readonly MembershipSummary[], lens: Lens) => Promise<Ties>,
): Promise<ShareAt[]> => {
  const lens = belowBody(at);
  const held = grouped(await sittingOn(context, at), ({ m }) => m.person);
  const members = await Promise.all(
    [...held].map(async ([person, sitting]): Promise<Belonging> => ({
      person,
      certainty: strongestCertainty(sitting.map(({ certainty }) => certainty)),
      ties: await tiesTo(
        person,
        sitting.map(({ m }) => m),
        lens,
      ),
    })),
  );
  const parts = sharesOf(members).map(async ({ to, people }) => ({ principal: to === null ? null : await referred<PrincipalAt>(context, to, lens), people }));
  return sortedBy(await Promise.all(parts), ({ principal, people }) => [principal ? 0 : 1, -people.max, -people.min, principal?.row.sortKey ?? '']);
};

export const partyShares = (context: Context, at: BodyAt): Promise<ShareAt[]> =>
  shares(context, at, async (person, _, lens) => strongestTies(await partyTies(context, person, lens), lens));

const CERTAIN: Certainty = 'CERTAIN';

/** A member's municipality is where the member comes from, or whom the seat represents. */
export const municipalityShares = (context: Context, at: BodyAt): Promise<ShareAt[]> =>
  shares(context, at, async (person, seats, lens) => {
    const [homes, represented] = await Promise.all([
      homeTies(context, person, lens),
      Promise.all(seats.map((m) => tiesOf(context, appointmentId(m.id), lens, 'REPRESENTING'))),
    ]);
    const municipalities = represented
      .flat()
      .map(({ toId }) => toId)
      .filter(isMunicipality);
    return [...strongestTies(homes, lens), ...municipalities.map((to) => ({ to, certainty: CERTAIN }))];
  });
