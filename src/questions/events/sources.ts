import * as queries from '../../generated/queries.js';
import type { Query, Reader } from '../../graph/port.js';
import { countAsRecorded, listAsRecorded } from '../../read/lists.js';
import { type SortKey, compareKeys } from '../../record/order.js';
import type { CivilDate } from '../../time/civil.js';
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

/** Behind every sort key that begins with a day, and before those of the next. */
const behind = (day: CivilDate): string => `${day}!`;

const sourceOf = <P extends object>(
  reader: Reader,
  { list, listEarlier, count, countEarlier }: Queries<P>,
  anchor: P,
  asked: Asked,
  knownAt: number,
): EventSource => {
  const { from, until, untold, kinds, certainty } = asked;
  const params = { ...anchor, after: behind(from), end: behind(until), from, untold, kinds, certainty, knownAt };
  return {
    read: async (after, limit) =>
      (await listAsRecorded(reader, list, listEarlier, { ...params, after: String(after?.[0] ?? params.after), limit })).map(({ key, x }) => ({
        key: [key],
        row: x,
      })),
    count: () => countAsRecorded(reader, count, countEarlier, params),
  };
};

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
  return sources[0] ?? sourceOf(reader, queries.events, {}, asked, knownAt);
};
