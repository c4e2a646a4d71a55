import * as queries from '../../generated/queries.js';
import type { Query, Reader } from '../../graph/port.js';
import { countAsRecorded, listAsRecorded } from '../../read/lists.js';
import { type SortKey, compareKeys } from '../../record/order.js';
import { type CivilDate, addDays, dayBefore, earliest, latest } from '../../time/civil.js';
import type { Event } from '../../words/events/model.js';

/** What a list of events asks for. */
export interface Asked {
  /** Half-open at its start: what lies after `from`, up to `until`. */
  from: CivilDate;
  until: CivilDate;
  untold: boolean;
  kinds: string[] | null;
  certainty: string[] | null;
}

interface Keyed {
  key: SortKey;
  row: Event;
}

/** Events in the order of their sort keys: those after a key, and how many there are. */
export interface EventSource {
  read: (after: SortKey | null, limit: number) => Promise<Keyed[]>;
  count: () => Promise<number>;
}

type Params = { after: string; end: string; from: string; untold: boolean; kinds: string[] | null; certainty: string[] | null; knownAt: number };
type Listing<P> = Query<'read', P & Params & { limit: number }, { key: string; x: Event }>;
type Counting<P> = Query<'read', P & Params, { count: number }>;

interface Queries<P> {
  list: Listing<P>;
  listEarlier: Listing<P>;
  count: Counting<P>;
  countEarlier: Counting<P>;
}

/** The day with which a sort key begins. */
const dayOf = ([key]: SortKey): CivilDate => String(key).slice(0, 'YYYY-MM-DD'.length);

/** Behind every sort key that begins with a day, and before those of the next. */
const behind = (day: CivilDate): string => `${day}!`;

/** Those among events of the queries that lie in a part of what is asked for. */
const sourceOf = <P extends object>(
  reader: Reader,
  { list, listEarlier, count, countEarlier }: Queries<P>,
  anchor: P,
  asked: Asked,
  knownAt: number,
  [first, last]: readonly [CivilDate, CivilDate] = [asked.from, asked.until],
): EventSource => {
  const { from, untold, kinds, certainty } = asked;
  const params = { ...anchor, after: behind(first), end: behind(last), from, untold, kinds, certainty, knownAt };
  return {
    read: async (key, limit) => {
      const after = key ? latest(String(key[0]), params.after) : params.after;
      const rows = await listAsRecorded(reader, list, listEarlier, { ...params, after, limit });
      return rows.map(({ key: sortKey, x }) => ({ key: [sortKey], row: x }));
    },
    count: () => countAsRecorded(reader, count, countEarlier, params),
  };
};

/** How many days are read at first; each further reading is of four times as many. */
const FIRST_DAYS = 32;

/** Reads ever longer stretches of the period until a page is full: an engine that sorts what it reads sorts no more than that. */
const byStretches = (reader: Reader, asked: Asked, knownAt: number): EventSource => ({
  read: async (after, limit) => {
    const rows: Keyed[] = [];
    let start = after ? latest(dayBefore(dayOf(after)), asked.from) : asked.from;
    for (let days = FIRST_DAYS; start < asked.until && rows.length < limit; days *= 4) {
      const end = earliest(addDays(start, days), asked.until);
      rows.push(...(await sourceOf(reader, queries.events, {}, asked, knownAt, [start, end]).read(after, limit - rows.length)));
      start = end;
    }
    return rows;
  },
  count: sourceOf(reader, queries.events, {}, asked, knownAt).count,
});

/** Of whom or what events are asked for; none of them: of all. */
export interface Anchors {
  people?: readonly string[];
  bodies?: readonly string[];
  things?: readonly string[];
}

const joined = (sources: readonly EventSource[]): EventSource => ({
  read: async (after, limit) => {
    const all = (await Promise.all(sources.map((source) => source.read(after, limit)))).flat();
    const once = new Map(all.map((one) => [one.row.id, one]));
    return [...once.values()].sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit);
  },
  count: () => Promise.reject(new Error('required: one source, whose events are counted')),
});

/** The events of people, bodies and other things that a list asks for. */
export const eventsAt = (reader: Reader, { people, bodies, things }: Anchors, asked: Asked, knownAt: number): EventSource => {
  const of = (one: Queries<{ ids: string[] }>, ids: readonly string[] | undefined): EventSource[] =>
    ids ? [sourceOf(reader, one, { ids: [...ids] }, asked, knownAt)] : [];
  const sources = [...of(queries.eventsOfPeople, people), ...of(queries.eventsOfBodies, bodies), ...of(queries.eventsOfThings, things)];
  if (sources.length > 1) return joined(sources);
  return sources[0] ?? byStretches(reader, asked, knownAt);
};
