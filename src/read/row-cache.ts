import { hash } from 'node:crypto';
import type { Reader } from '../graph/port.js';
import { type Revision, revisionId } from '../record/revision.js';
import { NOW } from '../record/time.js';
import type { Kept, Question } from './kept.js';
import type { OptimisticRead } from './optimistic-read.js';
import { sizedCache } from './sized-cache.js';

export interface RowCache {
  /** The reader of one request: rows of its revision come from the cache, others through `reader`; those are cached where what it read is valid. */
  through(reader: Reader, reads: OptimisticRead): Reader;
  /** Keeps the answers of one request, at once where what it read is valid. */
  keeping(reads: OptimisticRead): Kept;
  /** Bytes of all that is cached. */
  size(): number;
}

const keyOf = (revision: Revision, name: string, params: unknown): string =>
  `${revisionId(revision)} ${hash('sha256', `${name} ${JSON.stringify(params)}`, 'base64url')}`;

/** The state of the record that is asked: any since the newest revision is that of now. */
const stateOf = ({ knownAt }: Question, { at, writing }: Revision): number => (knownAt >= at && !writing ? NOW : knownAt);

/** Rows of queries, and answers made of many, by the graph's revision, in at most so many bytes. */
export const makeRowCache = (bytes: number): RowCache => {
  const kept = sizedCache<string>(bytes, (json) => 2 * json.length);
  return {
    through: (reader, reads) => ({
      read: async (query, params) => {
        const key = keyOf(await reads.start(), query.name, params);
        const cached = kept.get(key);
        if (cached) return JSON.parse(cached);
        const found = await reader.read(query, params);
        reads.whenValid(() => kept.set(key, JSON.stringify(found)));
        return found;
      },
    }),
    keeping: (reads) => async (question, make) => {
      const revision = await reads.start();
      const key = keyOf(revision, question.name, [question.params, stateOf(question, revision)]);
      const cached = kept.get(key);
      if (cached) return JSON.parse(cached);
      const made = await make();
      if ((await reads.validate()).isValid) kept.set(key, JSON.stringify(made));
      return made;
    },
    size: () => kept.calculatedSize,
  };
};
