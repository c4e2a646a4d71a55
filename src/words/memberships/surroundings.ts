import type { Affiliation } from '../affiliations/model.js';
import { turningWith } from '../calendars/rules.js';
import { stepsDown } from '../calendars/steps.js';
import { readTerms } from '../terms/around.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import type { BoundingBody } from '../bodies/model.js';
import { type ListOfDay, listsOfDays } from '../documents/lists.js';
import type { Document } from '../documents/model.js';
import { edgeCreators } from '../../generated/creators.js';
import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { blankOf } from '../../graph/shape.js';
import { type NodeLoader, type StoredNode, asRecorded, nodeLoader } from '../../read/node-loader.js';
import type { Person } from '../people/model.js';
import { statedIn } from '../../record/dated-properties.js';
import type { Dated } from '../../record/dated.js';
import type { EdgeElement, EdgeEnds, Properties } from '../../record/elements.js';
import { NOW } from '../../record/time.js';
import { inBatches } from '../../record/batches.js';
import { grouped } from '../../record/grouped.js';
import type { RecordedExistence } from '../intervals/model.js';
import type { Relation } from '../relations/model.js';
import type { Office } from '../offices/model.js';
import type { Leave } from '../leaves/model.js';
import type { StandIn } from '../stand-ins/model.js';
import { type CivilDate, today } from '../../time/civil.js';
import { EVER } from '../../time/in-force.js';
import type { Membership } from './model.js';

/** What is bounded by what lies around it. */
export type BoundedType = 'MEMBER_OF' | 'AFFILIATED_WITH' | 'STOOD_IN' | 'ON_LEAVE';

/** Seats, personal ties, stand-ins and leaves that are about to be written, in the place of those that they follow. */
export interface Coming {
  has(id: string): boolean;
  /** Those of a type whose column holds one of the values. */
  of(type: BoundedType, column: string, values: ReadonlySet<string>): Properties[];
}

const NOTHING: Coming = { has: () => false, of: () => [] };

/** What the bounds of seats and personal ties depend on: as recorded, or as it will be after a write on the day `recordedOn`. */
export const readSurroundings = (reader: Reader, coming: Coming = NOTHING, knownAt = NOW, recordedOn = today()) => {
  const inAll = async <R, K = string>(keys: Iterable<K>, read: (some: K[]) => Promise<R[]>): Promise<R[]> => {
    const rows: R[] = [];
    await inBatches([...new Set(keys)], async (some) => rows.push(...(await read(some))));
    return rows;
  };
  const comingAnd = async <R extends { id: string }>(
    type: BoundedType,
    column: keyof R & string,
    keys: Iterable<string>,
    read: (some: string[]) => Promise<R[]>,
  ): Promise<R[]> => {
    const asked = new Set(keys);
    const recorded = (await inAll(asked, read)).filter(({ id }) => !coming.has(id));
    return [...recorded, ...coming.of(type, column, asked).map((row) => row as unknown as R)];
  };
  const nodesBy = async <T extends StoredNode>(keys: Iterable<string>, loader: NodeLoader<T>): Promise<Map<string, T>> => {
    const found = new Map<string, T>();
    for (const row of await inAll(keys, (some) => Promise.all(some.map((id) => loader(knownAt).load(id))))) if (row) found.set(row.id, row);
    return found;
  };

  const daysRecorded = (all: readonly { id: string; at: number }[]): ((id: string) => CivilDate) => {
    const days = new Map(all.map(({ id, at }) => [id, today(new Date(at))]));
    return (id) => days.get(id) ?? recordedOn;
  };

  /** Documents that rows name, with what they said of their date at the time of the record; without those of none. */
  const dated = async <R>(rows: readonly { row: R; d: Document }[]): Promise<{ row: R; document: string; date: string }[]> => {
    const then = await asRecorded(
      nodeLoader(reader, queries.documents.byIds, 'd'),
      knownAt,
      rows.map(({ d }) => d),
    );
    return rows.flatMap(({ row }, at) => {
      const d = then[at];
      return d?.date ? [{ row, document: d.id, date: d.date }] : [];
    });
  };

  const { appointments, memberships, affiliations } = queries;
  const standInsFor = (seats: Iterable<string>): Promise<StandIn[]> =>
    comingAnd<StandIn>('STOOD_IN', 'holder', seats, async (some) =>
      (await reader.read(queries.standIns.byHolderIds, { ids: some.map(appointmentId), knownAt })).map(({ s }) => s),
    );
  const leavesFrom = (seats: Iterable<string>): Promise<Leave[]> =>
    comingAnd<Leave>('ON_LEAVE', 'membership', seats, async (some) =>
      (await reader.read(queries.leaves.bySeatIds, { ids: some.map(appointmentId), knownAt })).map(({ l }) => l),
    );
  return {
    people: (keys: Iterable<string>) => nodesBy<Person>(keys, nodeLoader(reader, queries.people.byIds, 'p')),
    bodies: (keys: Iterable<string>) => nodesBy<BoundingBody>(keys, nodeLoader(reader, queries.bodies.boundingByIds, 'b')),
    /** The offices of bodies. */
    offices: async (bodies: Iterable<string>): Promise<Office[]> => {
      const rows = await inAll(bodies, (some) => reader.read(queries.offices.byBodyIds, { ids: some, knownAt }));
      const ids = rows.flatMap(({ offices }) => offices.map(({ x }) => x.id));
      return [...(await nodesBy<Office>(ids, nodeLoader(reader, queries.offices.byIds, 'x'))).values()];
    },
    officesById: (ids: Iterable<string>) => nodesBy<Office>(ids, nodeLoader(reader, queries.offices.byIds, 'x')),
    /** When somebody acted in the offices of bodies. */
    actingIn: (bodies: Iterable<string>) =>
      inAll<StandIn>(bodies, async (some) => {
        const ids = (await reader.read(queries.offices.byBodyIds, { ids: some, knownAt })).flatMap(({ id, offices }) => (offices.length > 0 ? [id] : []));
        return (await reader.read(queries.standIns.actingByBodyIds, { ids, knownAt })).map(({ s }) => s);
      }),
    /** When places and parties exist. */
    principals: (keys: Iterable<string>) => nodesBy<RecordedExistence>(keys, nodeLoader(reader, queries.principals.existencesByIds, 'x')),
    /** The terms that bodies have, of their own and by which they turn. */
    terms: (bodies: Iterable<string>) => readTerms(reader, bodies, knownAt),
    /** These bodies and calendars, and all that turns with them. */
    turningWith: (ids: Iterable<string>) => turningWith(ids, stepsDown(reader, knownAt)),
    /** The complete lists of bodies of which the day is known. */
    completeLists: (bodies: Iterable<string>) =>
      inAll<ListOfDay & { body: string }>(bodies, async (some) => {
        const rows = await reader.read(queries.documents.completeByBodyIds, { ids: some, knownAt });
        const all = rows.flatMap(({ id: body, lists }) => lists.map(({ d, on }) => ({ body, d, on })));
        const ofDocuments = await dated(all.flatMap(({ body, d, on }) => (on === null ? [{ row: body, d }] : [])));
        const listings = [
          ...all.map(({ body, d, on }) => ({ body, document: d.id, date: null, on })),
          ...ofDocuments.map(({ row: body, document, date }) => ({ body, document, date, on: null })),
        ];
        return listings.flatMap(({ body, ...one }) => listsOfDays([one]).map((list) => ({ body, ...list })));
      }),
    /** The bodies all of whose members documents list. */
    listedBy: (documents: Iterable<string>) =>
      inAll<string>(documents, async (some) => (await reader.read(queries.documents.listedBodies, { ids: some, knownAt })).map(({ body }) => body)),
    /** The passages of documents. */
    passagesOf: (documents: Iterable<string>) =>
      inAll<string>(documents, async (some) =>
        (await reader.read(queries.documents.sourcesByDocumentIds, { ids: some, knownAt })).flatMap(({ sources }) => sources.map(({ s }) => s.id)),
      ),
    /** The recorded seats and ties that name passages. */
    seatsNaming: (passages: Iterable<string>) =>
      inAll<Membership>(passages, async (some) => (await reader.read(memberships.naming, { sources: some, knownAt })).map(({ m }) => m)),
    tiesNaming: (passages: Iterable<string>) =>
      inAll<Affiliation>(passages, async (some) => (await reader.read(affiliations.naming, { sources: some, knownAt })).map(({ a }) => a)),
    /** The days on which seats were first recorded. */
    recordedOn: async (seats: Iterable<string>): Promise<(seat: string) => CivilDate> => {
      const versions = await inAll(seats, (some) => reader.read(memberships.versions, { ids: some, knownAt }));
      return daysRecorded(versions.flatMap(({ id, versions: [first] }) => (first ? [{ id, at: first.m.recordedAt }] : [])));
    },
    /** The days on which ties of people were first recorded. */
    tiesRecordedOn: async (people: Iterable<string>): Promise<(tie: string) => CivilDate> =>
      daysRecorded(await inAll(people, (some) => reader.read(affiliations.versions, { ids: some, knownAt }))),
    /** The days on which other edges were first recorded. */
    edgesRecordedOn: async (edges: Iterable<EdgeEnds>): Promise<(id: string) => CivilDate> =>
      daysRecorded(await inAll<{ id: string; at: number }, EdgeEnds>(edges, (some) => reader.read(queries.record.firstRecorded, { edges: some, knownAt }))),
    /** The recorded leaves, stand-ins, relations, terms and rights to seats that name passages. */
    edgesNaming: (passages: Iterable<string>) =>
      inAll<EdgeElement>(passages, async (some) =>
        (await reader.read(queries.record.naming, { sources: some, knownAt })).map(({ r, ...edge }) => {
          // A row whose type the query leaves open comes without what is null.
          const properties = { ...blankOf(edgeCreators[edge.type]?.columns ?? []), ...r };
          return { ...edge, id: r['id'] as string, properties, stated: statedIn(properties as unknown as Dated) };
        }),
      ),
    /** The documents that sources lie in, where these are dated. */
    documentDates: (sources: Iterable<string>) =>
      inAll<{ id: string; document: string; date: string }>(sources, async (some) => {
        const rows = await reader.read(queries.documents.bySourceIds, { ids: some, knownAt });
        return (await dated(rows.map(({ id, d }) => ({ row: id, d })))).map(({ row: id, ...one }) => ({ id, ...one }));
      }),
    /** When others stood in for the holders of seats. */
    standInsFor,
    /** When the holders of seats were on leave. */
    leavesFrom,
    /** When the holders of seats were on leave, or others stood in for them, by their seats. */
    absencesFrom: async (seats: readonly string[]): Promise<Map<string, (StandIn | Leave)[]>> =>
      grouped([...(await standInsFor(seats)), ...(await leavesFrom(seats))], (one) => ('membership' in one ? one.membership : (one.holder ?? ''))),
    seats: (keys: Iterable<string>) =>
      comingAnd<Membership>('MEMBER_OF', 'id', keys, async (some) => (await reader.read(memberships.byIds, { ids: some, knownAt })).map(({ m }) => m)),
    seatsIn: (bodies: Iterable<string>) =>
      comingAnd<Membership>('MEMBER_OF', 'body', bodies, async (some) => (await reader.read(memberships.inBodies, { ids: some, knownAt })).map(({ m }) => m)),
    seatsOf: (people: Iterable<string>) =>
      comingAnd<Membership>('MEMBER_OF', 'person', people, async (some) =>
        (await reader.read(queries.events.seatsByPersonIds, { ids: some, knownAt })).map(({ m }) => m),
      ),
    ties: (keys: Iterable<string>) =>
      comingAnd<Affiliation>('AFFILIATED_WITH', 'id', keys, async (some) => (await reader.read(affiliations.byIds, { ids: some, knownAt })).map(({ a }) => a)),
    tiesOf: (people: Iterable<string>) =>
      comingAnd<Affiliation>('AFFILIATED_WITH', 'person', people, async (some) =>
        (await reader.read(affiliations.byPersonIds, { ids: some, ...EVER, knownAt })).flatMap((row) => row.affiliations.map(({ a }) => a)),
      ),
    /** What seats depend on. */
    dependencies: (seats: Iterable<string>) =>
      inAll<Tie>([...seats].map(appointmentId), async (some) => (await reader.read(appointments.dependencies, { ids: some, knownAt })).map(({ t }) => t)),
    /** The recorded ties of people that depend on their seats. */
    tiesDepending: (seats: Iterable<string>) =>
      inAll<Affiliation>([...seats].map(appointmentId), async (some) => (await reader.read(affiliations.depending, { ids: some, knownAt })).map(({ a }) => a)),
    /** What depends on seats, by their appointments, or on the ties of people. */
    dependents: (keys: Iterable<string>) =>
      inAll<Tie>(keys, async (some) => (await reader.read(appointments.dependents, { ids: some, knownAt })).map(({ t }) => t)),
    /** What replaces seats. */
    replacing: (seats: Iterable<string>) =>
      inAll<Tie>([...seats].map(appointmentId), async (some) => (await reader.read(appointments.replacing, { ids: some, knownAt })).map(({ t }) => t)),
    /** The stand-ins of substitutes, and for holders. */
    standInsOf: (seats: Iterable<string>) =>
      inAll<StandIn>([...seats].map(appointmentId), async (some) => (await reader.read(queries.standIns.bySeatIds, { ids: some, knownAt })).map(({ s }) => s)),
    tiesTo: (principals: Iterable<string>) =>
      inAll<Affiliation>(principals, async (some) => {
        const ids = (await reader.read(affiliations.byPrincipalIds, { ids: some, ...EVER, knownAt })).flatMap((row) => row.affiliations.map(({ a }) => a.id));
        return (await reader.read(affiliations.byIds, { ids, knownAt })).map(({ a }) => a);
      }),
    governedBy: (places: Iterable<string>) =>
      inAll<Relation>(places, async (some) => (await reader.read(queries.places.governedBy, { ids: some, knownAt })).map(({ r }) => r)),
    /** What seats replace. */
    replaced: (seats: Iterable<string>) =>
      inAll<Tie>([...seats].map(appointmentId), async (some) => (await reader.read(appointments.replaced, { ids: some, knownAt })).map(({ t }) => t)),
    governing: (bodies: Iterable<string>) =>
      inAll<Relation>(bodies, async (some) => (await reader.read(queries.places.governing, { ids: some, knownAt })).map(({ r }) => r)),
  };
};

export type AllAround = ReturnType<typeof readSurroundings>;

/** Other rows in which those who hold seats may go on in the same bodies. */
export const besideSeats = async (around: AllAround, seats: readonly Membership[]): Promise<Membership[]> => {
  const places = new Set(seats.map(({ person, body }) => `${person} ${body}`));
  return (await around.seatsOf(seats.map(({ person }) => person))).filter(({ person, body }) => places.has(`${person} ${body}`));
};

/** The ids of the seats, and the ties, that depend at however many removes on these seats or on ties of these people: also through another row of who holds one that depends. */
export const allDependents = async (
  around: AllAround,
  seats: Iterable<string>,
  people: Iterable<string> = [],
): Promise<{ seats: Set<string>; ties: Affiliation[] }> => {
  const found = new Set<string>();
  const ties = new Map<string, Affiliation>();
  for (let [next, holders] = [[...seats], [...people]]; next.length + holders.length > 0;) {
    const dependents = (await around.dependents([...next.map(appointmentId), ...holders])).map(({ fromId }) => membershipId(fromId));
    const beside = await besideSeats(around, await around.seats(dependents));
    const tied = (await around.tiesDepending(next)).filter(({ id }) => !ties.has(id));
    for (const tie of tied) ties.set(tie.id, tie);
    const reached = new Set([...dependents, ...beside.map(({ id }) => id)]);
    [next, holders] = [[...reached].filter((id) => !found.has(id)), [...new Set(tied.map(({ person }) => person))]];
    for (const id of next) found.add(id);
  }
  return { seats: found, ties: [...ties.values()] };
};
