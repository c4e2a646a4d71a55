import type { Affiliation } from '../affiliations/model.js';
import { type Tie, appointmentId, membershipId } from '../appointments/model.js';
import type { Body } from '../bodies/model.js';
import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { type NodeLoader, type StoredNode, nodeLoader } from '../../read/node-loader.js';
import type { Person } from '../people/model.js';
import type { EdgeElement, EdgeType, Label, NodeElement } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { NEVER, NOW } from '../../record/time.js';
import { inBatches } from '../../record/batches.js';
import type { Relation } from '../relations/model.js';
import { EVER } from '../../time/in-force.js';
import type { Membership } from './model.js';

/** What is about to be written, in the place of what it follows, and the ids of what is about to be retracted. */
export interface Coming {
  nodes: readonly NodeElement[];
  edges: readonly EdgeElement[];
  gone: ReadonlySet<string>;
}

const NOTHING: Coming = { nodes: [], edges: [], gone: new Set() };

/** What the bounds of seats and personal ties depend on: as recorded, or as it will be after a write. */
export const readSurroundings = (reader: Reader, { nodes, edges, gone }: Coming = NOTHING, knownAt = NOW) => {
  const written = grouped(edges, ({ type }) => type);
  const ids = new Set(edges.map(({ id }) => id));

  const edgesBy = async <R extends { id: string }>(
    type: EdgeType,
    keys: Iterable<string>,
    keyOf: (row: R) => string,
    read: (some: string[]) => Promise<R[]>,
  ): Promise<R[]> => {
    const asked = new Set(keys);
    const rows: R[] = [];
    await inBatches([...asked], async (some) => rows.push(...(await read(some)).filter(({ id }) => !gone.has(id) && !ids.has(id))));
    const coming = (written.get(type) ?? []).map(({ properties }) => properties as unknown as R);
    return [...rows, ...coming.filter((row) => asked.has(keyOf(row)))];
  };
  const nodesBy = async <T extends StoredNode>(label: Label, keys: Iterable<string>, loader: NodeLoader<T>): Promise<Map<string, T>> => {
    const coming = new Map(nodes.filter((one) => one.label === label).map(({ id, properties }) => [id, properties as unknown as T]));
    const asked = new Set(keys);
    const found = new Map<string, T>();
    await inBatches(
      [...asked].filter((id) => !coming.has(id) && !gone.has(id)),
      async (some) => {
        for (const row of await Promise.all(some.map((id) => loader(knownAt).load(id)))) if (row) found.set(row.id, row);
      },
    );
    for (const id of asked) if (coming.has(id)) found.set(id, coming.get(id) as T);
    return found;
  };

  const { appointments, memberships, affiliations } = queries;
  return {
    people: (keys: Iterable<string>) => nodesBy<Person>('Person', keys, nodeLoader(reader, queries.people.byIds, 'p')),
    bodies: (keys: Iterable<string>) => nodesBy<Body>('Body', keys, nodeLoader(reader, queries.bodies.byIds, 'b')),
    terms: (bodies: Iterable<string>) =>
      edgesBy<Relation>(
        'HAS_TERM',
        bodies,
        ({ fromId }) => fromId,
        async (some) => (await reader.read(queries.terms.present, { ids: some, never: NEVER })).map(({ r }) => r),
      ),
    seats: (keys: Iterable<string>) =>
      edgesBy<Membership>(
        'MEMBER_OF',
        keys,
        ({ id }) => id,
        async (some) => (await reader.read(memberships.byIds, { ids: some, knownAt })).map(({ m }) => m),
      ),
    seatsIn: (bodies: Iterable<string>) =>
      edgesBy<Membership>(
        'MEMBER_OF',
        bodies,
        ({ body }) => body,
        async (some) => (await reader.read(memberships.present, { ids: some, never: NEVER })).map(({ m }) => m),
      ),
    seatsOf: (people: Iterable<string>) =>
      edgesBy<Membership>(
        'MEMBER_OF',
        people,
        ({ person }) => person,
        async (some) => {
          const ids = (await reader.read(memberships.byPersonIds, { ids: some, ...EVER, knownAt })).flatMap(({ seats }) => seats.map(({ m }) => m.id));
          return (await reader.read(memberships.byIds, { ids, knownAt })).map(({ m }) => m);
        },
      ),
    ties: (keys: Iterable<string>) =>
      edgesBy<Affiliation>(
        'AFFILIATED_WITH',
        keys,
        ({ id }) => id,
        async (some) => (await reader.read(affiliations.byIds, { ids: some, knownAt })).map(({ a }) => a),
      ),
    tiesOf: (people: Iterable<string>) =>
      edgesBy<Affiliation>(
        'AFFILIATED_WITH',
        people,
        ({ person }) => person,
        async (some) => (await reader.read(affiliations.byPersonIds, { ids: some, ...EVER, knownAt })).flatMap((row) => row.affiliations.map(({ a }) => a)),
      ),
    /** What seats rest on. */
    grounds: (seats: Iterable<string>) =>
      edgesBy<Tie>(
        'RESTS_ON',
        [...seats].map(appointmentId),
        ({ fromId }) => fromId,
        async (some) => (await reader.read(appointments.grounds, { ids: some, knownAt })).map(({ t }) => t),
      ),
    /** What rests on seats, by their appointments, or on the ties of people. */
    resting: (keys: Iterable<string>) =>
      edgesBy<Tie>(
        'RESTS_ON',
        keys,
        ({ toId }) => toId,
        async (some) => (await reader.read(appointments.resting, { ids: some, knownAt })).map(({ t }) => t),
      ),
    /** What replaces seats. */
    replacing: (seats: Iterable<string>) =>
      edgesBy<Tie>(
        'REPLACES',
        [...seats].map(appointmentId),
        ({ toId }) => toId,
        async (some) => (await reader.read(appointments.replacing, { ids: some, knownAt })).map(({ t }) => t),
      ),
    governing: async (bodies: Iterable<string>): Promise<Set<string>> => {
      const asked = new Set(bodies);
      const rows = await edgesBy<Relation>(
        'GOVERNS',
        asked,
        ({ fromId }) => fromId,
        async (some) => (await reader.read(queries.places.governing, { ids: some, knownAt })).map(({ r }) => r),
      );
      return new Set(rows.map(({ fromId }) => fromId));
    },
  };
};

export type AllAround = ReturnType<typeof readSurroundings>;

/** The ids of the seats that rest, at however many removes, on these seats or ties of these people. */
export const allResting = async (around: AllAround, seats: Iterable<string>, people: Iterable<string> = []): Promise<Set<string>> => {
  const found = new Set<string>();
  for (let frontier = [...[...seats].map(appointmentId), ...people]; frontier.length > 0;) {
    const next = (await around.resting(frontier)).map(({ fromId }) => membershipId(fromId)).filter((id) => !found.has(id));
    for (const id of next) found.add(id);
    frontier = [...new Set(next)].map(appointmentId);
  }
  return found;
};
