import { NOW } from '../record/time.js';
import type { EngineName, Params, Query } from './port.js';

type AnyQuery = Query<'read' | 'write', Params, unknown>;

/** What is recorded was recorded before now: of the present nobody need ask. */
const RECORDED_BEFORE = /\b\w+\.recordedAt <= \$knownAt\s+AND\s+/g;

const ofPresent = new WeakMap<AnyQuery, string>();

/** The text of a query for an engine; for the present record it does not read when each version was recorded. */
export const textOf = (query: AnyQuery, engine: EngineName, { knownAt }: Params): string => {
  const text = query.texts?.[engine] ?? query.text;
  if (knownAt !== NOW) return text;
  const kept = ofPresent.get(query);
  if (kept !== undefined) return kept;
  const shorter = text.replace(RECORDED_BEFORE, '');
  ofPresent.set(query, shorter);
  return shorter;
};
