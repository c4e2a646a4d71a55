import * as queries from '../../generated/queries.js';
import type { Params, Query, Reader } from '../../graph/port.js';
import { nodeLoader } from '../../read/node-loader.js';
import { inBatches } from '../../record/batches.js';
import type { Dated } from '../../record/dated.js';
import type { TermInterval } from '../../time/terms.js';
import { isMembershipId } from '../appointments/ids.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import { isBody } from '../bodies/model.js';
import { isParty } from '../parties/model.js';
import { isRecorded } from '../principals/existence.js';
import type { BoundCause } from '../../time/interval.js';
import { turningWith } from '../calendars/rules.js';
import { stepsDown } from '../calendars/steps.js';
import { hasSeveralNames } from '../names/called.js';
import { turnOf } from '../memberships/bodies-around.js';
import type { Membership } from '../memberships/model.js';
import { readTerms } from '../terms/around.js';
import { isDependent } from './dependence.js';
import type { Link } from './folding.js';
import type { Lives } from './people.js';
import type { Thing, Things } from './things.js';

type By<P, R> = Query<'read', P & { ids: string[] } & Params, R>;

/** What is bounded by other things. */
type Bounded = Pick<Dated, 'id' | 'boundCauses' | 'boundBys'>;

/** What the events of people and things are read from, at a time of the record. */
export const readHappenings = (reader: Reader, knownAt: number) => {
  const { events } = queries;
  const inAll = async <R>(query: By<{ knownAt: number }, R>, ids: Iterable<string>): Promise<R[]> => {
    const rows: R[] = [];
    await inBatches([...new Set(ids)], async (some) => rows.push(...(await reader.read(query, { ids: some, knownAt }))));
    return rows;
  };
  const people = nodeLoader(reader, events.peopleByIds, 'p')(knownAt);
  const named = nodeLoader(reader, events.thingsByIds, 'x')(knownAt);
  const bodies = nodeLoader(reader, queries.bodies.boundingByIds, 'b')(knownAt);
  const existences = nodeLoader(reader, queries.bodies.existencesByIds, 'b')(knownAt);
  const principals = nodeLoader(reader, queries.principals.existencesByIds, 'x')(knownAt);

  const known = async <T>(found: Promise<(T | Error | null)[]>): Promise<T[]> =>
    (await found).filter((one): one is Exclude<typeof one, Error | null> => one !== null && !(one instanceof Error));

  const seatsById = async (ids: Iterable<string>): Promise<Membership[]> =>
    (await inAll(queries.memberships.byIds, [...ids].filter(isMembershipId))).map(({ m }) => m);

  /** Which seats people's seats replace or are replaced by, and what else replaces the same. */
  const linksOf = async (ids: readonly string[]): Promise<Link[]> => {
    const own = (await inAll(events.linksByPersonIds, ids)).map(({ t }) => t);
    const rivals = (await inAll(queries.appointments.replacing, new Set(own.map(({ toId }) => toId)))).map(({ t }) => t);
    const links = new Map([...own, ...rivals].map((tie: Tie) => [tie.id, tie]));
    return [...links.values()].map(({ fromId, toId }) => ({ seat: membershipId(fromId), replaces: membershipId(toId) }));
  };

  const termsOf = async (ids: Iterable<string>): Promise<Map<string, TermInterval[]>> => {
    const all = [...new Set(ids)];
    const terms = await readTerms(reader, all, knownAt);
    const around = await known(bodies.loadMany(all));
    return new Map(around.map((body) => [body.id, (terms.get(body.id) ?? []).map((one) => turnOf(body, one))]));
  };

  /** The seats on which seats depend, at however many removes, that are not among them. */
  const causesOf = async (seats: readonly Bounded[]): Promise<Membership[]> => {
    const found = new Map<string, Membership>();
    const known = new Set(seats.map(({ id }) => id));
    for (let frontier: readonly Bounded[] = seats; frontier.length > 0;) {
      const on = frontier.flatMap(({ boundCauses, boundBys }) =>
        boundBys.filter((by, at) => isDependent({ cause: boundCauses[at] as BoundCause }) && !known.has(by)),
      );
      const next = await seatsById(on);
      for (const seat of next) found.set(seat.id, seat);
      frontier = next;
      for (const id of on) known.add(id);
    }
    return [...found.values()];
  };

  /** Bodies that end seats, and that another succeeds. */
  const succeededAmong = async (rows: readonly Bounded[]): Promise<Set<string>> => {
    const bodies = rows.flatMap(({ boundCauses, boundBys }) => boundBys.filter((_, at) => boundCauses[at] === 'BODY_EXISTENCE'));
    return new Set((await inAll(events.successionsByIds, bodies)).map(({ r }) => r.toId));
  };

  return {
    linksOf,
    /** These bodies and calendars, and all that turns its terms with them. */
    turningWith: (ids: Iterable<string>) => turningWith(ids, stepsDown(reader, knownAt)),
    /** Ids of the seats that depend on seats. */
    dependentsOf: async (seats: Iterable<string>): Promise<string[]> =>
      (await inAll(queries.appointments.dependents, [...seats].map(appointmentId))).map(({ t }) => membershipId(t.fromId)),
    seatsById,
    holdersIn: async (bodies: Iterable<string>): Promise<string[]> => (await inAll(events.holdersByBodyIds, bodies)).map(({ person }) => person),
    livesOf: async (ids: readonly string[]): Promise<Lives> => {
      const [links, ownSeats, besides, mortals] = await Promise.all([
        linksOf(ids),
        inAll(events.seatsByPersonIds, ids),
        inAll(events.besideSeatsByPersonIds, ids),
        known(people.loadMany(ids)),
      ]);
      const own = ownSeats.map(({ m }) => m);
      const held = new Set(own.map(({ id }) => id));
      const others = await seatsById(links.flatMap(({ seat, replaces }) => [seat, replaces]).filter((id) => !held.has(id)));
      const seats = [...own, ...others];
      const terms = await termsOf(seats.map(({ body }) => body));
      const succeeded = await succeededAmong(seats);
      const standIns = besides.flatMap((one) => one.standIns.map(({ s }) => s));
      const leaves = besides.flatMap((one) => one.leaves.map(({ l }) => l));
      const renamed = mortals.filter(hasSeveralNames).map(({ id }) => id);
      return {
        people: mortals,
        seats,
        links,
        causes: await causesOf([...seats, ...standIns, ...leaves]),
        ties: besides.flatMap((one) => one.ties.map(({ a }) => a)),
        names: (await inAll(events.edgesByIds, renamed)).map(({ r }) => r),
        standIns,
        leaves,
        termsOf: (body) => terms.get(body) ?? [],
        isSucceeded: (body) => succeeded.has(body),
        exOfficio: new Set(besides.flatMap(({ exOfficio }) => exOfficio)),
      };
    },
    thingsOf: async (ids: readonly string[]): Promise<Things> => {
      const bodiesKnown = (await known(existences.loadMany(ids.filter(isBody)))) as unknown as Dated[];
      const partiesKnown = (await known(principals.loadMany(ids.filter(isParty)))).filter(isRecorded);
      const existing = new Map([...bodiesKnown, ...partiesKnown].map((row) => [row.id, row]));
      const things = (await known(named.loadMany(ids))).map(({ id, name, sortKey }): Thing => ({
        id,
        sortKey: sortKey ?? name,
        existence: existing.get(id) ?? null,
      }));
      const edges = [...(await inAll(events.edgesByIds, ids)), ...(await inAll(events.successionsByIds, ids))].map(({ r }) => r);
      return { things, edges };
    },
  };
};

export type Happenings = ReturnType<typeof readHappenings>;
