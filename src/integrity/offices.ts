import { isDeepStrictEqual } from 'node:util';
import type { Reader } from '../graph/port.js';
import { rules as queries } from '../generated/queries.js';
import { NOW } from '../record/time.js';
import type { Membership } from '../words/memberships/model.js';
import type { Rule } from '../words/rules/model.js';
import { type Circumstances, derivedSeats, isDerived, statedAs } from '../words/rules/rules.js';
import { readCircumstances, ruledBodies } from '../words/rules/circumstances.js';
import { firstDay } from './days.js';
import type { Judgement } from './model.js';
import { presentRows } from './recorded.js';

/** A body, what its rules are about, and the seats that rules are recorded to give in it. */
interface DerivedRow {
  id: string;
  rules: readonly Rule[];
  around: Circumstances | null;
  derived: readonly Membership[];
}

/** Of what kind a body was at an earlier time is looked at body by body. */
const ruledThen = async (reader: Reader, rules: readonly Rule[], ids: readonly string[], knownAt: number): Promise<readonly string[]> => {
  if (rules.length === 0) return [];
  return knownAt === NOW ? ruledBodies(reader, rules) : ids;
};

export const readDerivedRows = async (reader: Reader, ids: string[], knownAt: number): Promise<DerivedRow[]> => {
  const stored = await reader.read(queries.all, {});
  // Where there never was a rule, nobody has a seat by one.
  if (stored.length === 0) return [];
  const rules = (await presentRows(reader, stored, knownAt)).map(({ r }) => r);
  const ruled = new Set(await ruledThen(reader, rules, ids, knownAt));
  const asked = ids.filter((id) => ruled.has(id));
  const around = new Map((await readCircumstances(reader, rules, knownAt, asked)).map((one) => [one.id, one]));
  const derived = (await reader.read(queries.derivedSeats, { ids, knownAt })).map(({ m }) => m);
  const bodies = [...new Set([...around.keys(), ...derived.map(({ body }) => body)])];
  return bodies.map((id) => ({ id, rules, around: around.get(id) ?? null, derived: derived.filter(({ body }) => body === id) }));
};

export const heldByOffice = ({ id, rules, around, derived }: DerivedRow): Judgement[] => {
  const broken = (m: Membership, says: string, ...things: string[]): Judgement => ({ verdict: 'BROKEN', on: firstDay(m), things: [m.id, ...things], says });
  const expected = new Map((around ? derivedSeats(rules, around) : []).map((seat) => [seat.id, seat]));
  const present = new Map([...derived, ...(around?.seats ?? []).map(({ m }) => m).filter((m) => isDerived(m.id))].map((m) => [m.id, m]));
  return [
    ...[...expected.values()]
      .filter((seat) => !present.has(seat.id))
      .map(({ rule, cause }) => broken(cause, `${cause.person} has no seat in ${id} by ${rule.id}`, id)),
    ...[...present.values()].flatMap((m) => {
      const seat = expected.get(m.id);
      if (!seat) return [broken(m, `${m.person} sits in ${id} by virtue of an office that gives no such seat`)];
      const stated = statedAs(seat.interval);
      return isDeepStrictEqual(JSON.parse(m.stated), stated)
        ? []
        : [broken(m, `${m.id} states ${m.stated}, and by its office ${JSON.stringify(stated)}`, seat.cause.id)];
    }),
  ];
};
