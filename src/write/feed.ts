import * as queries from '../generated/queries.js';
import type { Reader, Transaction } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import type { FeedItem, FeedKind } from '../record/model.js';
import { EVER, isPossible, together, windowAround } from '../time/in-force.js';
import { type Interval, leavesNoDay } from '../time/interval.js';
import { isMembershipId } from '../words/appointments/ids.js';
import { sits } from '../words/memberships/rules.js';
import type { Told } from './feed-items.js';
import type { Noted } from './journal.js';

/** At which time of the record a feed is written of; who is at home where is asked as of then. */
interface Moment {
  revision: number;
  at: number;
  knownAt: number;
}

const readAll = async <R>(ids: Iterable<string>, read: (some: string[]) => Promise<R[]>): Promise<R[]> => {
  const rows: R[] = [];
  await inBatches([...new Set(ids)], async (some) => void rows.push(...(await read(some))));
  return rows;
};

type Home = Interval & { municipality: string };

/** Where people have their homes: by a tie, or by a seat in the council that governs a municipality. */
const readHomes = async (reader: Reader, people: Iterable<string>, knownAt: number): Promise<Map<string, Home[]>> => {
  const rows = await readAll(people, (ids) => reader.read(queries.places.homesByPersonIds, { ids, ...EVER, knownAt }));
  return new Map(
    rows.map(({ id, homes, governed }) => [
      id,
      [
        ...homes.map(({ a }): Home => ({ ...a, municipality: a.principal })),
        ...governed.filter(({ m }) => sits(m)).map(({ m, r }): Home => ({ ...together(m, r), municipality: r.toId })),
      ].filter((home) => !leavesNoDay(home)),
    ]),
  );
};

type Place = { person: string | null; body: string | null };

/** Whom and what it is about, which is about a seat, a meeting or an agenda item. */
const readThrough = async (reader: Reader, all: readonly Noted[], noted: ReadonlyMap<string, Noted>, knownAt: number): Promise<(of: Noted) => Place> => {
  const ids = all.flatMap(({ through, body }) => (through && !body && !noted.get(through)?.body ? [through] : []));
  const seats = await readAll(ids.filter(isMembershipId), (some) => reader.read(queries.memberships.byIds, { ids: some, knownAt }));
  const known = new Map<string, Place>(seats.map(({ m }) => [m.id, m]));
  const items = await readAll(
    ids.filter((id) => id.startsWith('item:')),
    (some) => reader.read(queries.record.nodes, { ids: some }),
  );
  const meetingOf = new Map(items.map(({ n }) => [n['id'] as string, n['meeting'] as string]));
  const meetings = await readAll([...meetingOf.values(), ...ids.filter((id) => id.startsWith('meeting:'))], (some) =>
    reader.read(queries.record.nodes, { ids: some }),
  );
  for (const { n } of meetings) known.set(n['id'] as string, { person: null, body: (n['body'] as string | null) ?? null });
  return ({ person, body, through }) => {
    const place = through ? (noted.get(through)?.body ? noted.get(through) : known.get(meetingOf.get(through) ?? through)) : undefined;
    return { person: person ?? place?.person ?? null, body: body ?? place?.body ?? null };
  };
};

type Row = (string | number | null | string[])[];

const rowOf = ({ position, revision, at, tells, thing, fromId, person, body, municipalities }: FeedItem): Row => [
  position,
  revision,
  at,
  tells,
  thing,
  fromId,
  person,
  body,
  municipalities,
  municipalities[0] ?? null,
];

/** Writes what became so in a revision, behind what the feed holds; returns the last position. */
export const writeFeed = async (
  tx: Transaction,
  kind: FeedKind,
  told: readonly Told[],
  noted: ReadonlyMap<string, Noted>,
  { revision, at, knownAt }: Moment,
  last: number,
): Promise<number> => {
  const placeOf = await readThrough(
    tx,
    told.map(({ of }) => of),
    noted,
    knownAt,
  );
  const placed = told.map(({ tells, of }) => ({ tells, of, ...placeOf(of) }));
  const homes = await readHomes(
    tx,
    placed.flatMap(({ person }) => person ?? []),
    knownAt,
  );
  const query = kind === 'EFFECTIVE' ? queries.feed.keepEffective : queries.feed.keepRecorded;
  const items = placed.map(({ tells, of: { id, fromId, municipalities, event }, person, body }, index): FeedItem => {
    const days = event ? windowAround(event.latest) : EVER;
    const own = (homes.get(person ?? '') ?? []).filter((home) => isPossible(home, days)).map(({ municipality }) => municipality);
    return {
      position: last + index + 1,
      revision,
      at,
      kind,
      tells,
      thing: id,
      fromId,
      person,
      body,
      municipalities: [...new Set([...municipalities, ...own])].sort(),
    };
  });
  await inBatches(items, (some) => tx.run(query, { rows: some.map(rowOf), items: last + items.length }));
  const others = items.flatMap(({ position, municipalities }) => municipalities.slice(1).map((municipality) => [position, municipality]));
  await inBatches(others, (rows) => tx.run(queries.feed.keepOthers, { rows }));
  return last + items.length;
};
