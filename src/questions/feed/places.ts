import * as queries from '../../generated/queries.js';
import type { Query, Reader } from '../../graph/port.js';
import type { FeedItem } from '../../record/model.js';

/** What items must satisfy; null: anything. */
export interface Narrowed {
  people: string[] | null;
  bodies: string[] | null;
  municipality: string | null;
  kinds: string[] | null;
}

/** Items behind a place, up to another, in their order: at most so many. */
type Read = (after: number, last: number, limit: number) => Promise<FeedItem[]>;

interface Stretch extends Record<string, unknown> {
  after: number;
  last: number;
  limit: number;
}

const reading =
  <P extends object>(reader: Reader, query: Query<'read', P & Stretch, { key: number; i: FeedItem }>, params: P): Read =>
  async (after, last, limit) =>
    (await reader.read(query, { ...params, after, last, limit })).map(({ i }) => i);

const merged =
  (...reads: readonly Read[]): Read =>
  async (after, last, limit) => {
    const parts = await Promise.all(reads.map((read) => read(after, last, limit)));
    return parts
      .flat()
      .sort((a, b) => a.position - b.position)
      .slice(0, limit);
  };

/** How much longer each stretch of the feed is than the one before it, in which too little passed. */
const GROWTH = 4;

/** Reads ever longer stretches, each no longer than it need be: an engine that sorts what it reads sorts no more than that. */
const byStretches =
  (read: Read): Read =>
  async (after, last, limit) => {
    const found: FeedItem[] = [];
    for (let [from, length] = [after, limit]; from < last && found.length < limit; length *= GROWTH) {
      const end = Math.min(from + length, last);
      found.push(...(await read(from, end, limit - found.length)));
      from = end;
    }
    return found;
  };

/** Where items that pass a filter are looked for: among those of whom or what it names, or of days that have come, or among all. */
export const placesOf = (reader: Reader, { people, bodies, municipality, kinds }: Narrowed): Read => {
  const { feed } = queries;
  if (people) return reading(reader, feed.ofPeople, { people, bodies, municipality, kinds });
  if (bodies) return reading(reader, feed.ofBodies, { bodies, municipality, kinds });
  if (municipality)
    return merged(reading(reader, feed.ofMunicipality, { municipality, kinds }), reading(reader, feed.ofOtherMunicipality, { municipality, kinds }));
  if (kinds?.length === 1 && kinds[0] === 'EFFECTIVE') return reading(reader, feed.effective, {});
  return byStretches(reading(reader, feed.list, { kinds }));
};
