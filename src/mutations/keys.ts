import { hash } from 'node:crypto';
import * as queries from '../generated/queries.js';
import type { Reader, Transaction } from '../graph/port.js';
import { sortedBy } from '../record/order.js';
import { Answered, nothing } from './answers.js';
import type { Deed } from './deed.js';
import type { Result } from './model.js';
import { problemOf } from './problems.js';

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, one]) => one != null);
  return Object.fromEntries(sortedBy(fields, ([key]) => [key]).map(([key, one]) => [key, canonical(one)]));
};

/** The same for what says the same, whatever the order of its fields. */
export const digest = (...values: unknown[]): string => hash('sha256', JSON.stringify(values.map(canonical)), 'base64url');

type Keyed = Pick<Deed, 'actor' | 'key' | 'fingerprint'>;

const keyIdOf = ({ actor, key }: Keyed): string | null => (key === null ? null : `key:${digest(actor.id, key)}`);

/** What was told under a key. @throws Answered where anything was */
export const requireNew = async (reader: Reader, deed: Keyed): Promise<void> => {
  const id = keyIdOf(deed);
  const [known] = id === null ? [] : await reader.read(queries.entries.key, { id });
  if (!known) return;
  if (known.k.fingerprint === deed.fingerprint) throw new Answered(JSON.parse(known.k.result) as Result, true);
  const required = 'a key of its own for other acts, another source or another note';
  throw new Answered(nothing('REFUSED', [problemOf({ code: 'KEY_REUSED', path: ['key'], required, given: deed.key })]));
};

/** Keeps what is told under a key from now on. */
export const keepKey = async (tx: Transaction, deed: Keyed, result: Result): Promise<void> => {
  const id = keyIdOf(deed);
  if (id !== null) await tx.run(queries.entries.keepKey, { id, row: { id, fingerprint: deed.fingerprint, result: JSON.stringify(result), at: result.at } });
};
