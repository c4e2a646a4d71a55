import type { Params, Query, Reader } from '../graph/port.js';
import { NOW } from './time.js';

type Kind = 'read' | 'write';

/** What is recorded was recorded before now: of the present nobody need ask. */
const RECORDED_BEFORE = /\b\w+\.recordedAt <= \$knownAt\s+AND\s+/g;

const presentOf = new WeakMap<object, unknown>();

const withoutPast = (text: string): string => text.replace(RECORDED_BEFORE, '');

/** The variant of a query for the present record: it does not read when each version was recorded. */
const forPresent = <K extends Kind, P extends Params, R>(query: Query<K, P, R>): Query<K, P, R> => {
  const known = presentOf.get(query) as Query<K, P, R> | undefined;
  if (known) return known;
  const texts = query.texts && Object.fromEntries(Object.entries(query.texts).map(([engine, text]) => [engine, withoutPast(text)]));
  const variant = { ...query, text: withoutPast(query.text), ...(texts && { texts }) };
  presentOf.set(query, variant);
  return variant;
};

/** A reader that asks of the present record, where that is asked, by the variant of the query for it. */
export const presentReader = (reader: Reader): Reader => ({
  read: (query, params, withinMs) => reader.read(params['knownAt'] === NOW ? forPresent(query) : query, params, withinMs),
});
