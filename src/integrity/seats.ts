import type { AlternativeSeat, Membership, Role } from '../words/memberships/model.js';
import { sequencesOf } from '../words/memberships/alternatives.js';
import { integrity } from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { readNeighbours } from '../words/memberships/neighbours.js';
import { readSurroundings } from '../words/memberships/surroundings.js';
import { type Bounded, type Surroundings, bounded } from '../time/bounds.js';
import type { NotApplied } from '../time/own-dates.js';
import { inSequences } from '../time/headcount.js';
import { leavesNoDay } from '../time/interval.js';
import { Sequenced } from '../time/sequences.js';
import type { Office } from '../words/offices/model.js';
import { byPost, officeOf } from '../words/offices/rules.js';
import { statedIn, storedBounds } from '../record/dated-properties.js';
import { type CivilDate, dayBefore, earliest } from '../time/civil.js';
import { spanOf } from '../time/partial.js';
import { type Offence, clashesOf, firstDay, firstOf, isCertainOn, known, outside, overlapsOf, peopleOf, turnsOf } from './days.js';
import type { BoundedMembership, DatedTie, Designated, HeldMembership, Judgement, MortalPerson, OnLeave, RuledBody, SeatInOffice } from './model.js';
import { presentRows } from './recorded.js';

/** A person may be the substitute of several, and lead several committees. */
const HELD_MORE_THAN_ONCE: readonly Role[] = ['SUBSTITUTE', 'COMMITTEE_CHAIR'];

/** Seats of which the one goes on where another ends, as at the turn of a term, are held one after the other, whichever day that is. */
export const heldOnce = ({ groups }: { groups: readonly { seats: readonly { m: AlternativeSeat }[] }[] }): Judgement[] =>
  groups.flatMap(({ seats }) => {
    const held = seats.map(({ m }) => m).filter(({ role }) => !HELD_MORE_THAN_ONCE.includes(role));
    const order = inSequences(new Sequenced(held), sequencesOf(held, []));
    const areApart = (a: AlternativeSeat, b: AlternativeSeat): boolean => order.follows(a.id, b.id) || order.follows(b.id, a.id);
    return overlapsOf(held, (a, b) => !areApart(a, b)).map(({ verdict, on, pair }) => {
      const [{ person, role, body }] = pair;
      return { verdict, on, things: pair.map(({ id }) => id), says: `${person} holds the role ${role} in ${body} twice at a time` };
    });
  });

/** A seat without the day of its holder's death, on which the next may begin. */
const beforeDeath = (m: SeatInOffice, { diedOn }: MortalPerson): SeatInOffice =>
  diedOn === null ? m : { ...m, untilMin: earliest(m.untilMin, spanOf(diedOn).first) };

interface SingleRow {
  b: RuledBody;
  offices: readonly { x: Office }[];
  seats: readonly { m: SeatInOffice; p: MortalPerson }[];
}

/** More people certainly share an office on a day than may. */
const sharedByMore = ({ id, holders }: Office, held: readonly SeatInOffice[]): Judgement[] => {
  const certainOn = (day: CivilDate): SeatInOffice[] => held.filter((m) => isCertainOn(m, day));
  const on = firstOf(turnsOf(held), (day) => peopleOf(certainOn(day)).length > holders);
  if (!on) return [];
  const seats = certainOn(on);
  return [{ verdict: 'BROKEN', on, things: [id, ...seats.map((m) => m.id)], says: `${peopleOf(seats).join(' and ')} hold ${id}, which ${holders} may hold` }];
};

export const heldByOne = ({ b, offices, seats }: SingleRow): Judgement[] => {
  const posts = { offices: offices.map(({ x }) => x), several: b.several };
  const held = seats.map(({ m, p }) => beforeDeath(m, p));
  const single = [...byPost(held, posts).values()].flatMap((own) =>
    clashesOf(own, (one, other) => one.person !== other.person).map(({ verdict, on, pair: [first, second] }) => ({
      verdict,
      on,
      things: [first.id, second.id],
      says: `${first.person} and ${second.person} both hold the role ${first.role} in ${b.id}`,
    })),
  );
  const shared = posts.offices.filter(({ holders }) => holders > 1);
  return [
    ...single,
    ...shared.flatMap((office) =>
      sharedByMore(
        office,
        held.filter((m) => officeOf(m, posts.offices) === office),
      ),
    ),
  ];
};

/** By its own dates it is over before the body exists, or begins after that: it is in force on no day. */
const beyond = (m: BoundedMembership, b: RuledBody): Offence | null => {
  if (!leavesNoDay(m)) return null;
  const { fromMin, untilMax } = bounded(statedIn(m));
  if (fromMin >= b.untilMax) return { verdict: 'BROKEN', on: fromMin };
  return untilMax <= b.fromMin ? { verdict: 'BROKEN', on: dayBefore(untilMax) } : null;
};

export const withinBody = ({ b, seats }: { b: RuledBody; seats: readonly { m: BoundedMembership }[] }): Judgement[] =>
  seats.flatMap(({ m }) => {
    const found = outside(m, b) ?? beyond(m, b);
    return found ? [{ ...found, things: [m.id, b.id], says: `${m.id} lies outside the existence of ${b.id}` }] : [];
  });

export const inOrder = ({ id, edges }: { id: string; edges: readonly { toId: string; r: DatedTie }[] }): Judgement[] =>
  edges.map(({ toId, r }) => ({
    verdict: 'BROKEN',
    on: known(r.untilMax),
    things: [r.id, id, toId],
    says: `${r.id} has from in [${r.fromMin}, ${r.fromMax}] and until in [${r.untilMin}, ${r.untilMax}]`,
  }));

export interface BoundsRow {
  id: string;
  seats: readonly { m: Membership }[];
  announced: readonly { a: Designated }[];
  leaves: readonly { l: OnLeave }[];
  /** By seat. */
  around: (seat: Membership) => Surroundings;
}

/** The seats of bodies, with what lies around them. */
export const readBounded = async (reader: Reader, ids: string[], knownAt: number): Promise<BoundsRow[]> => {
  const rows = await presentRows(reader, await reader.read(integrity.seatBounds, { ids, knownAt }), knownAt);
  const near = await readNeighbours(
    readSurroundings(reader, undefined, knownAt),
    rows.flatMap(({ seats }) => seats.map(({ m }) => m)),
  );
  return rows.map((row) => ({ ...row, around: near.ofSeat }));
};

const BOUNDS = ['fromMin', 'fromMax', 'untilMin', 'untilMax'] as const;

const storedOtherwise = (m: Membership, bounds: Bounded): Judgement[] => {
  const derived = storedBounds(bounds);
  const wrong = BOUNDS.find((bound) => m[bound] !== derived[bound]);
  if (wrong)
    return [
      {
        verdict: 'BROKEN',
        on: known(m[wrong]) ?? known(derived[wrong]),
        things: [m.id],
        says: `${m.id} has ${wrong} ${m[wrong]}, and the rules of time give ${derived[wrong]}`,
      },
    ];
  const causes = ({ boundEdges, boundDates, boundCauses, boundBys }: Omit<typeof derived, keyof Bounded>): string =>
    JSON.stringify([boundEdges, boundDates, boundCauses, boundBys]);
  return causes(m) === causes(derived)
    ? []
    : [{ verdict: 'BROKEN', on: firstDay(m), things: [m.id], says: `${m.id} names other causes of its bounds than the rules of time give` }];
};

const leftOut = (m: Membership, { edge, date, cause, by }: NotApplied): Judgement => ({
  verdict: 'NOT_APPLIED',
  on: date,
  things: [m.id, by],
  says:
    cause === 'OBSERVED'
      ? `${by} speaks of ${m.id} on ${date}, which contradicts its dates`
      : `${by} (${cause}) bounds ${edge.toLowerCase()} by ${date}, which would leave no day of ${m.id}`,
});

/** Leaves of which, by their own dates, nothing lies in their seats: these could not bound them. */
const besideTheirSeats = ({ seats, leaves }: BoundsRow): Judgement[] =>
  leaves.flatMap(({ l }): Judgement[] => {
    const own = bounded(statedIn(l));
    const seat = seats.find(({ m }) => m.id === l.membership)?.m;
    if (!seat || (own.fromMin < seat.untilMax && own.untilMax > seat.fromMin)) return [];
    return [{ verdict: 'BROKEN', on: firstDay(own), things: [l.id, seat.id], says: `${l.id} lies outside ${seat.id}, the seat that it is a leave from` }];
  });

/** Stored bounds, against those computed anew; and what the computation could not apply. */
const boundsOfSeats = ({ seats, announced, around }: BoundsRow): Judgement[] =>
  seats.flatMap(({ m }) => {
    try {
      const bounds = bounded(statedIn(m), around(m));
      const isAnnounced = ({ edge, cause }: NotApplied): boolean =>
        edge === 'FROM' && cause === 'OBSERVED' && announced.some(({ a }) => a.membership === m.id && a.designatedOn !== null);
      return [...storedOtherwise(m, bounds), ...bounds.notApplied.filter((one) => !isAnnounced(one)).map((one) => leftOut(m, one))];
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
      return [{ verdict: 'BROKEN', on: null, things: [m.id], says: `${m.id} states dates that cannot be read: ${error.message}` }];
    }
  });

export const boundedAsDerived = (row: BoundsRow): Judgement[] => [...boundsOfSeats(row), ...besideTheirSeats(row)];

interface SubstituteRow {
  substitutes: readonly { m: HeldMembership }[];
  ties: readonly { substitute: string; seat: string; holder: string; body: string }[];
}

/** Who stands behind no seat, and in no pool that anybody names, is in that of the body. */
export const substitutesAnother = ({ substitutes, ties }: SubstituteRow): Judgement[] =>
  substitutes.flatMap(({ m }) => {
    const broken = (says: string, ...things: string[]): Judgement => ({ verdict: 'BROKEN', on: firstDay(m), things: [m.id, ...things], says });
    return ties
      .filter(({ substitute }) => substitute === m.id)
      .flatMap(({ seat, holder, body }) => [
        ...(body === m.body ? [] : [broken(`${m.id} steps in for ${seat}, a seat in ${body}`, seat)]),
        ...(holder === m.person ? [broken(`${m.id} steps in for ${seat}, which is held by the same person`, seat)] : []),
      ]);
  });
