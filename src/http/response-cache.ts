import { type OptimisticRead, optimisticRead } from '../read/optimistic-read.js';
import { sizedCache } from '../read/sized-cache.js';
import { type Revision, revisionId } from '../record/revision.js';
import { type CivilDate, today } from '../time/civil.js';
import type { CachePolicy } from './cache-policy.js';

/** How long a response stays true. */
export interface Validity {
  /** At this one; what is of the past, until somebody is erased; null: always. */
  revision: string | null;
  /** null: on any day. */
  day: CivilDate | null;
}

/** A whole response without errors, ready to be sent. */
export interface CachedResponse extends Validity {
  body: Buffer;
  contentType: string;
  etag: string;
}

export interface Outcome {
  /** null: what was read may be of several revisions, or the response has errors. */
  validity: Validity | null;
  /** A write or midnight came in between: the query is worth another attempt. */
  hasChanged: boolean;
}

/** One attempt to answer a request. */
export interface Attempt {
  reads: OptimisticRead;
  /** The response to the request of a key, where it is cached and still true. */
  lookUp(key: string): Promise<CachedResponse | null>;
  /** It executed a query, whose response may be cached so; null: not at all. */
  executed(policy: CachePolicy | null): void;
  finish(): Promise<Outcome>;
}

export interface ResponseCache {
  attempt(): Attempt;
  set(key: string, response: CachedResponse): void;
  /** Bytes of all that is cached. */
  size(): number;
}

/** For how long something past stays true. */
const pastId = ({ erasures = 0 }: Revision): string => `past-${erasures}`;

const validityOf = ({ knownAt, today: isOfToday }: CachePolicy, seen: Revision | null, day: CivilDate): Validity => {
  const isPast = knownAt !== null && seen !== null && knownAt <= seen.at;
  return { revision: seen && (isPast ? pastId(seen) : revisionId(seen)), day: isOfToday ? day : null };
};

/**
 * Responses by the graph's revision, in at most so many bytes. True for one Neo4j server and the embedded engine; a follower
 * in a cluster may lag behind the one that gave the revision.
 */
export const makeResponseCache = (latest: () => Promise<Revision>, bytes: number, clock: () => Date = () => new Date()): ResponseCache => {
  const responses = sizedCache<CachedResponse>(bytes, ({ body }) => body.byteLength);

  const attempt = (): Attempt => {
    const day = today(clock());
    const reads = optimisticRead(latest);
    let policy: CachePolicy | null | undefined;

    return {
      reads,
      lookUp: async (key) => {
        const cached = responses.get(key);
        if (!cached || (cached.day !== null && cached.day !== day)) return null;
        if (cached.revision === null) return cached;
        const seen = await reads.start().catch(() => null);
        return seen && [revisionId(seen), pastId(seen)].includes(cached.revision) ? cached : null;
      },
      executed: (given) => {
        policy = given;
      },
      finish: async () => {
        const { isValid, revision, hasChanged: hasMoved } = await reads.validate();
        const hasChanged = hasMoved || today(clock()) !== day;
        const validity = isValid && !hasChanged && policy ? validityOf(policy, revision, day) : null;
        return { validity, hasChanged: hasChanged && policy !== undefined };
      },
    };
  };

  return { attempt, set: (key, response) => void responses.set(key, response), size: () => responses.calculatedSize };
};
