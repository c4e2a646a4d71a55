import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { grouped } from '../record/grouped.js';
import { leadingIn, ledBy } from '../record/leading.js';
import { NEVER } from '../record/time.js';
import { membershipId, nodeIdOf } from '../words/appointments/ids.js';
import { type Pair, isHeld, leadingOf } from '../words/merges/rules.js';
import { EACH_ITSELF, Leads, type Sameness } from './leads.js';
import { problemsOfMerges } from './merge-problems.js';
import type { RowProblem } from './problems.js';
import { referencesOf } from './references.js';
import { type WordRow, wordOfId } from './rows.js';
import { type Said, fieldsOf, sameThings } from './same-things.js';
import type { Kept, Saying } from './union.js';

/** What stands for what before a change set and after it; `moved`: ids of rows that are of another thing, or name one, though they say what they said. */
export interface Identities {
  was: Sameness;
  now: Sameness;
  moved: ReadonlySet<string>;
  problems: RowProblem[];
  /** Reads to what other ids lead. */
  follow: (ids: Iterable<string>) => Promise<void>;
}

export type ReadKept = (ids: Iterable<string>) => Promise<Map<string, Kept[]>>;

const NOTHING_LEADS: Identities = { was: EACH_ITSELF, now: EACH_ITSELF, moved: new Set(), problems: [], follow: async () => undefined };

/** Whom a row is about: who holds it, or who is merged in it. */
const peopleIn = (one: WordRow): string[] => {
  const { person, keep, gone, different = [] } = fieldsOf(one) as Record<string, string> & { different?: string[] };
  if (one.word === 'merges') return [...different, ...[keep, gone].filter((id) => id !== undefined)];
  return isHeld(one.word) && person !== undefined ? [person] : [];
};

/** Ids of the rows whose edges lead from nodes, or to them. */
const rowsAround = async (reader: Reader, nodes: readonly string[]): Promise<Set<string>> => {
  const found = new Set<string>();
  const add = ({ id, other }: { id: string; other: string }): void => {
    for (const one of [id, other, membershipId(other)]) if (wordOfId(one)) found.add(one);
  };
  await inBatches(nodes, async (ids) => {
    for (const row of await reader.read(queries.record.edgesFrom, { ids, never: NEVER })) add(row);
    for (const row of await reader.read(queries.record.edgesTo, { ids, never: NEVER })) add(row);
  });
  return found;
};

const pairsIn = (rows: readonly WordRow[]): Pair[] =>
  rows.flatMap((one) => {
    const { id, keep, gone } = fieldsOf(one) as unknown as Pair;
    return one.word === 'merges' && gone !== undefined ? [{ id, keep, gone }] : [];
  });

/** Reads around people whom a change set merges, or takes apart, or whose things it changes, what leads where before it and after it. */
export const readIdentities = async (reader: Reader, sayings: readonly Saying[], readKept: ReadKept): Promise<Identities> => {
  const coming = new Map(sayings.map((one) => [one.id, one]));
  const rows = sayings.flatMap(({ before, after }) => [...before, ...after].map(({ row }) => row));
  const merging = rows.filter(({ word }) => word === 'merges');
  if (merging.length === 0 && !((await reader.read(queries.merges.count, {}))[0]?.count ?? 0)) return NOTHING_LEADS;

  const was = new Leads(reader);
  await was.follow([...coming.keys(), ...rows.flatMap((row) => referencesOf(row).map(({ id }) => id))]);
  const merged = new Set(merging.flatMap(peopleIn).map(was.of));
  const named = new Set(rows.flatMap(peopleIn).map(was.of));
  await was.gather([...named, ...[...coming.keys()].map(was.of)]);
  const people = [...named].filter((id) => merged.has(id) || was.all(id).length > 1);

  const around = [...(await rowsAround(reader, people))];
  await was.gather(around);
  const ids = [...new Set([...around.flatMap(was.all), ...coming.keys()])];
  const kept = await readKept(ids.filter((id) => !coming.has(id)));
  const said: Said = (id) => coming.get(id)?.after ?? kept.get(id) ?? [];

  const present = ids.flatMap((id) => said(id).map(({ row }) => row));
  const leading = leadingOf(pairsIn(present));
  const all = new Set([...people.flatMap(was.all), ...merging.flatMap(peopleIn)]);
  const now = new Map([...all].map((id) => [id, leading.of(id)]));
  const isTheirs = (id: string): boolean => said(id).some(({ row }) => peopleIn(row).some((person) => all.has(person)));
  for (const [id, thing] of sameThings(ids.filter(isTheirs), said, leading.of)) now.set(id, thing);
  for (const id of ids) if (was.of(id) !== id && !now.has(id)) now.set(id, said(id).length > 0 ? was.of(id) : id);

  const moved = new Set([...now].filter(([id, thing]) => was.of(id) !== thing).map(([id]) => id));
  const referring = await rowsAround(reader, [...new Set([...moved].map((id) => nodeIdOf(was.of(id))))]);
  const others = await readKept([...referring].filter((id) => !coming.has(id) && !kept.has(id)));
  const namesMoved = (row: WordRow): boolean => referencesOf(row).some(({ id }) => moved.has(leadingIn(id)?.leading ?? id));
  const naming = [...kept, ...others].filter(([, some]) => some.some(({ row }) => namesMoved(row)));

  return {
    was,
    now: samenessNow(was, now),
    moved: new Set([...moved, ...naming.map(([id]) => id)]),
    problems: problemsOfMerges(sayings, present, leading),
    follow: (others) => was.follow(others),
  };
};

/** What leads where once some things lead elsewhere. */
const samenessNow = (was: Leads, now: ReadonlyMap<string, string>): Sameness => {
  const under = grouped(now.keys(), (id) => now.get(id));
  const of = ledBy((id) => now.get(id) ?? was.of(id));
  const others = (id: string): Set<string> => new Set([...was.all(id), ...(under.get(id) ?? [])].filter((other) => other !== id && of(other) === id));
  return { of, all: (id) => [id, ...[...others(id)].sort()] };
};
