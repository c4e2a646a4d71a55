import { hash } from 'node:crypto';
import type { Reader } from '../graph/port.js';
import { revisionId } from '../record/revision.js';
import type { OptimisticRead } from './optimistic-read.js';
import { sizedCache } from './sized-cache.js';

export interface RowCache {
  /** The reader of one request: rows of its revision come from the cache, others through `reader`; those are cached where what it read is valid. */
  through(reader: Reader, reads: OptimisticRead): Reader;
  /** Bytes of all that is cached. */
  size(): number;
}

/** Rows of queries by the graph's revision, in at most so many bytes. */
export const makeRowCache = (bytes: number): RowCache => {
  const rows = sizedCache<string>(bytes, (json) => 2 * json.length);
  return {
    through: (reader, reads) => ({
      read: async (query, params) => {
        const key = `${revisionId(await reads.start())} ${hash('sha256', `${query.name} ${JSON.stringify(params)}`, 'base64url')}`;
        const cached = rows.get(key);
        if (cached) return JSON.parse(cached);
        const found = await reader.read(query, params);
        reads.whenValid(() => rows.set(key, JSON.stringify(found)));
        return found;
      },
    }),
    size: () => rows.calculatedSize,
  };
};
