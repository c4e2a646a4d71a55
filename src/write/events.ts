import * as queries from '../generated/queries.js';
import { inBatches } from '../record/batches.js';
import type { EdgeElement, Elements, NodeElement } from '../record/elements.js';
import type { Because } from '../record/model.js';
import { NEVER } from '../record/time.js';
import { EDGES } from '../time/interval.js';
import { isMembershipId, membershipId } from '../words/appointments/ids.js';
import { eventId } from '../words/events/ids.js';
import { eventsOfPeople } from '../words/events/people.js';
import { type Happenings, readHappenings } from '../words/events/surroundings.js';
import { eventsOfThings } from '../words/events/things.js';
import type { Recording } from './transaction.js';
import type { WrittenEvent } from './change-set.js';
import { type WrittenNode, retractNodes, writeNodes } from './versions.js';

/** What a change touches that starts and ends are told of. */
export interface Happened {
  people: Set<string>;
  /** Ids of seats of which only that is known. */
  seats: Set<string>;
  /** Bodies and calendars whose terms changed, or that follow others. */
  turned: Set<string>;
  /** Bodies that others succeed. */
  bodies: Set<string>;
  /** Bodies, places, parties and calendars. */
  things: Set<string>;
  /** Rows, and why each is written. */
  rows: Map<string, Because>;
}

export const nothingHappened = (): Happened => ({
  people: new Set(),
  seats: new Set(),
  turned: new Set(),
  bodies: new Set(),
  things: new Set(),
  rows: new Map(),
});

const PEOPLE = /^person:/;
const THINGS = /^(?:body|municipality|region|party|calendar):/;

/** Adds what an edge tells of. */
export const edgeHappened = ({ people, seats, turned, bodies, things, rows }: Happened, { type, id, fromId, toId }: EdgeElement, because: Because): void => {
  switch (type) {
    case 'MEMBER_OF':
    case 'AFFILIATED_WITH':
      people.add(fromId);
      break;
    case 'STOOD_IN':
    case 'ON_LEAVE':
      seats.add(membershipId(fromId));
      break;
    case 'REPLACES':
      seats.add(membershipId(fromId)).add(membershipId(toId));
      return;
    case 'HAS_TERM':
      turned.add(fromId);
      things.add(fromId);
      return;
    case 'FOLLOWS':
    case 'PART_OF':
      turned.add(fromId);
      return;
    case 'SUCCEEDS':
      bodies.add(toId);
      things.add(toId);
      break;
    case 'COVERS':
    case 'LIES_IN':
      things.add(fromId);
      break;
    case 'CALLED':
      if (PEOPLE.test(fromId)) people.add(fromId);
      else if (THINGS.test(fromId)) things.add(fromId);
      else return;
      break;
    default:
      return;
  }
  rows.set(id, because);
};

/** Adds that a thing exists otherwise. */
export const thingHappened = ({ things, rows }: Happened, id: string, because: Because): void => {
  things.add(id);
  if (!rows.has(id)) rows.set(id, because);
};

/** Adds what a row tells of that said one thing and says another. */
export const happened = (all: Happened, row: string, was: Elements, now: Elements, because: Because): void => {
  all.rows.set(row, because);
  for (const { id } of [...was.nodes, ...now.nodes]) {
    if (PEOPLE.test(id)) all.people.add(id);
    if (THINGS.test(id)) all.things.add(id);
  }
  for (const edge of [...was.edges, ...now.edges]) edgeHappened(all, edge, because);
};

/** Everybody whose starts and ends may be told otherwise: also those who replace, are replaced by, or depend on whom a change touches. */
const peopleConcerned = async (around: Happenings, { people, seats, turned, bodies, rows }: Happened): Promise<Set<string>> => {
  const found = new Set(people);
  const dependents = await around.dependentsOf([...rows.keys()].filter(isMembershipId));
  for (const { person } of await around.seatsById([...seats, ...dependents])) found.add(person);
  for (const person of await around.holdersIn([...bodies, ...(await around.turningWith(turned))])) found.add(person);
  const links = await around.linksOf([...found]);
  for (const { person } of await around.seatsById(links.flatMap(({ seat, replaces }) => [seat, replaces]))) found.add(person);
  return found;
};

type Said = Omit<WrittenEvent, 'id' | 'because' | 'isNew'>;

interface State {
  /** Nothing was recorded before. */
  isFresh: boolean;
  /** The time of the record that is told of. */
  knownAt: number;
  /** Whether those that are told otherwise are asked for. */
  isAsked?: boolean;
}

const eventOf = ({ element: { id, properties }, because, isNew }: WrittenNode): WrittenEvent => ({ ...(properties as unknown as Said), id, because, isNew });

/** Writes, as events, the starts and ends of what a change touches, and takes away those that are no more. Returns those that are told otherwise. */
export const writeEvents = async (tx: Recording, at: number, told: Happened, { isFresh, knownAt, isAsked = false }: State): Promise<WrittenEvent[]> => {
  const around = readHappenings(tx, knownAt);
  const rows = new Set(told.rows.keys());
  const written = new Set<string>();
  const anew = new Map<string, WrittenEvent>();
  const write = async (elements: readonly NodeElement[]): Promise<void> => {
    const becauseOf = ({ id }: NodeElement): Because => told.rows.get(id.slice('event:'.length, id.lastIndexOf('@'))) ?? 'DERIVED';
    const changed = await writeNodes(
      tx,
      elements.map((element) => ({ element, because: becauseOf(element) })),
      at,
      isFresh,
    );
    for (const one of isAsked ? changed : []) anew.set(one.element.id, eventOf(one));
    for (const { id } of elements) written.add(id);
  };
  const people = isFresh ? told.people : await peopleConcerned(around, told);
  await inBatches([...people], async (some) => {
    const lives = await around.livesOf(some);
    const own = new Set(some);
    for (const { id } of [
      ...lives.seats.filter(({ person }) => own.has(person)),
      ...lives.ties,
      ...lives.names,
      ...lives.standIns,
      ...lives.leaves,
      ...lives.people,
    ])
      rows.add(id);
    await write(eventsOfPeople(lives));
  });
  await inBatches([...told.things], async (some) => {
    const things = await around.thingsOf(some);
    for (const { id, relation, toId } of things.edges) rows.add(relation === 'HAS_TERM' ? toId : id);
    for (const { id } of things.things) rows.add(id);
    await write(eventsOfThings(things));
  });
  if (!isFresh) await retractGone(tx, at, rows, written);
  return [...anew.values()];
};

const retractGone = (tx: Recording, at: number, rows: ReadonlySet<string>, written: ReadonlySet<string>): Promise<void> =>
  inBatches(
    [...rows].flatMap((row) => EDGES.map((edge) => eventId(row, edge))).filter((id) => !written.has(id)),
    async (ids) => {
      const existing = await tx.read(queries.record.existing, { ids, never: NEVER });
      await retractNodes(
        tx,
        existing.map(({ id }) => ({ label: 'Event', id, properties: {} })),
        at,
      );
    },
  );
