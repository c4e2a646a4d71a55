import { hash } from 'node:crypto';
import type { EntryInput } from '../generated/api.js';
import type { Actor } from '../record/actor.js';
import { sortedBy } from '../record/order.js';

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, one]) => one != null);
  return Object.fromEntries(sortedBy(fields, ([key]) => [key]).map(([key, one]) => [key, canonical(one)]));
};

const digest = (...values: unknown[]): string => hash('sha256', JSON.stringify(values.map(canonical)), 'base64url');

/** What the same key must say again to be answered as before. */
export const fingerprintOf = ({ acts: all, source, note }: EntryInput): string => digest(all, source, note);

export const keyIdOf = (actor: Actor, { key }: EntryInput): string => `key:${digest(actor.id, key)}`;
