import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Reader } from '../graph/port.js';
import { type Revision, readRevision, revisionId } from '../record/revision.js';
import { type CivilDate, today } from '../time/civil.js';
import { sharedCheck } from '../read/shared-check.js';
import type { Reach } from './reach.js';

/** What an answer was computed from. */
export interface Moment {
  /** null: it is the same at any later one. */
  revision: string | null;
  /** null: it is the same on any day. */
  day: CivilDate | null;
  /** Its lenses say so: a day, and a time of the record that is past. */
  lasting: boolean;
}

/** A whole answer without errors, ready to be sent. */
export interface Answer extends Moment {
  body: Buffer;
  type: string;
  tag: string;
}

export interface Ending {
  /** null: it may be of several, or its answer has errors. */
  moment: Moment | null;
  /** A write or midnight came in between: the query is worth asking again. */
  moved: boolean;
}

/** One request's use of the memory. It asks for the revision when it first needs it. */
export interface Visit {
  /** The answer to a request, where it is kept and still true. */
  recall(request: string): Promise<Answer | null>;
  /** Reads what is kept; what is not, through `reader`. */
  through(reader: Reader): Reader;
  /** It asks a query, whose answer depends on this; null: not known, or the answer has errors. */
  asked(reach: Reach | null): void;
  /** What was read is kept only where one revision, with no write under way, was seen before the first read and after the last. */
  end(): Promise<Ending>;
}

export interface Memory {
  visit(): Visit;
  keep(request: string, answer: Answer): void;
  /** Bytes of all that is kept. */
  size(): number;
}

/** What an entry costs beside its text. */
const OVERHEAD = 512;
/** No entry takes more than this part of the memory. */
const LARGEST = 1 / 16;

const lru = <V extends object | string>(bytes: number, sizeOf: (value: V) => number): LRUCache<string, V> =>
  new LRUCache({ maxSize: bytes, maxEntrySize: Math.ceil(bytes * LARGEST), sizeCalculation: (value) => OVERHEAD + sizeOf(value) });

const momentOf = ({ knownAt, today: isOfToday }: Reach, seen: Revision | null, day: CivilDate): Moment => {
  const isPast = knownAt !== null && seen !== null && knownAt <= seen.at;
  return { revision: seen && !isPast ? revisionId(seen) : null, day: isOfToday ? day : null, lasting: isPast && !isOfToday };
};

/**
 * Rows and answers by the graph's revision, in at most so many bytes. True for one Neo4j server and the embedded engine; a
 * follower in a cluster may lag behind the one that gave the revision.
 */
export const makeMemory = (graph: Reader, bytes: number, clock: () => Date = () => new Date()): Memory => {
  const answers = lru<Answer>(Math.ceil(bytes / 2), ({ body }) => body.byteLength);
  const rows = lru<string>(Math.ceil(bytes / 2), (json) => 2 * json.length);
  const check = sharedCheck(() => readRevision(graph));

  const visit = (): Visit => {
    const day = today(clock());
    const fresh = new Map<string, unknown>();
    let query: { reach: Reach | null } | null = null;
    let first: Promise<Revision> | null = null;
    const begun = (): Promise<Revision> => (first ??= check());

    return {
      recall: async (request) => {
        const answer = answers.get(request);
        if (!answer || (answer.day !== null && answer.day !== day)) return null;
        if (answer.revision === null) return answer;
        const seen = await begun().catch(() => null);
        return seen && answer.revision === revisionId(seen) ? answer : null;
      },
      through: (reader) => ({
        read: async (query, params) => {
          const key = `${revisionId(await begun())} ${hash('sha256', `${query.name} ${JSON.stringify(params)}`, 'base64url')}`;
          const kept = rows.get(key);
          if (kept) return JSON.parse(kept);
          const found = await reader.read(query, params);
          fresh.set(key, found);
          return found;
        },
      }),
      asked: (reach) => {
        query = { reach };
      },
      end: async () => {
        const read = [...fresh];
        const seen = first ? await Promise.all([first, check()]).catch(() => null) : [];
        const moved = today(clock()) !== day || (seen !== null && new Set(seen.map(revisionId)).size > 1);
        if (!seen || moved || seen.some(({ writing }) => writing)) return { moment: null, moved: moved && query !== null };
        for (const [key, found] of read) rows.set(key, JSON.stringify(found));
        return { moment: query?.reach ? momentOf(query.reach, seen[0] ?? null, day) : null, moved };
      },
    };
  };

  return { visit, keep: (request, answer) => void answers.set(request, answer), size: () => answers.calculatedSize + rows.calculatedSize };
};
