import { LRUCache } from 'lru-cache';

/** What an entry costs beside its value. */
const OVERHEAD = 512;
/** No entry takes more than this part of a cache. */
const LARGEST = 1 / 16;

/** A cache of at most so many bytes: what was used least recently goes first. */
export const sizedCache = <V extends object | string>(bytes: number, sizeOf: (value: V) => number): LRUCache<string, V> =>
  new LRUCache({ maxSize: bytes, maxEntrySize: Math.ceil(bytes * LARGEST), sizeCalculation: (value) => OVERHEAD + sizeOf(value) });
