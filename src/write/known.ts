import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { inBatches } from '../record/batches.js';
import { NEVER, NOW } from '../record/time.js';
import { isAffiliationId } from '../words/affiliations/model.js';
import { isMembershipId, nodeIdOf } from '../words/appointments/ids.js';
import type { ChangeSet, Stayed } from './change-set.js';
import { EDITOR } from './editors.js';
import { keptByAll } from './kept-rows.js';
import type { Plan } from './plan.js';
import type { RowProblem } from './problems.js';
import { type Reference, nodesReferredTo, referencesOf } from './references.js';
import { resolved } from './resolved.js';
import { type WordRow, wordOf } from './rows.js';
import { type Kept, type Saying, isSaid, unionOf } from './union.js';

const existing = async (reader: Reader, ids: Iterable<string>): Promise<Set<string>> => {
  const found = new Set<string>();
  await inBatches([...ids], async (some) => {
    for (const { id } of await reader.read(queries.record.existing, { ids: some, never: NEVER })) found.add(id);
  });
  return found;
};

const problem = ({ word, row }: WordRow, path: string, required: string, given: string): RowProblem => ({ word, id: row.id, path, required, given });

const bodyOf = ({ row }: WordRow): string => (row as unknown as { body: string }).body;

/** What a reference to a thing that nobody says asks for. */
export const KNOWN = 'the id of a thing that is known';

const idsOf = (sayings: readonly Saying[], isThere: boolean): Set<string> =>
  new Set(sayings.flatMap(({ id, after }) => (isSaid(after) === isThere ? [nodeIdOf(id)] : [])));

/** References to things that nobody says. */
const dangling = async (reader: Reader, put: readonly WordRow[], { sayings, was }: Plan): Promise<RowProblem[]> => {
  const said = idsOf(sayings, true);
  const gone = idsOf(sayings, false);
  const named = (await eachInTurn({}, put, (row) => nodesReferredTo(row).map(({ path, id }) => ({ row, path, id })))).flat();
  const known = await existing(reader, new Set(named.flatMap(({ id }) => (said.has(id) || gone.has(id) ? [] : [was.of(id)]))));
  return named.filter(({ id }) => !said.has(id) && !(known.has(was.of(id)) && !gone.has(id))).map(({ row, path, id }) => problem(row, path, KNOWN, id));
};

/** What a row names that has to be the person's own: the tie on which a seat depends, and the seat on which a tie does. */
const ownedIn = (one: WordRow): Reference[] => referencesOf(one).filter(({ id }) => isAffiliationId(id) || (one.word === 'affiliations' && isMembershipId(id)));

/** Seats and ties that depend on one which is not known, or is another person's; other rows cannot refer to a tie, which is no node. */
const notTheirs = async (reader: Reader, put: readonly WordRow[], { sayings, now }: Plan): Promise<RowProblem[]> => {
  const personOf = (row: WordRow | undefined): string | undefined => {
    const { person } = (row?.row ?? {}) as { person?: string };
    return person && now.of(person);
  };
  const holders = new Map<string, string | undefined>();
  for (const { id, after } of sayings) if (isAffiliationId(id) || isMembershipId(id)) holders.set(now.of(id), personOf(rowOf(after)));
  const named = put.flatMap((row) => ownedIn(row).map(({ path, id }) => ({ row, path, id: now.of(id) })));
  const recorded = [...new Set(named.map(({ id }) => id))].filter((id) => !holders.has(id));
  await inBatches(recorded.filter(isAffiliationId), async (ids) => {
    for (const { a } of await reader.read(queries.affiliations.byIds, { ids, knownAt: NOW })) holders.set(a.id, now.of(a.person));
  });
  await inBatches(recorded.filter(isMembershipId), async (ids) => {
    for (const { m } of await reader.read(queries.memberships.byIds, { ids, knownAt: NOW })) holders.set(m.id, now.of(m.person));
  });
  const after = new Map(sayings.map((one) => [one.id, one.after]));
  return named.flatMap(({ row, path, id }) => {
    const person = personOf(rowOf(after.get(row.row.id) ?? []));
    if (person === undefined) return [problem(row, path, 'a thing that is a node: of a tie to a party or municipality, its two ends', id)];
    const holder = holders.get(id);
    if (holder === person || (holder === undefined && isMembershipId(id))) return [];
    return [problem(row, path, `a ${isMembershipId(id) ? 'seat' : 'tie'} of ${person}${isMembershipId(id) ? '' : ' to a party or municipality'}`, id)];
  });
};

/** Seats in an office that is another body's. */
const inOthersOffice = async (reader: Reader, put: readonly WordRow[], { sayings }: Plan): Promise<RowProblem[]> => {
  const bodies = new Map(sayings.flatMap(({ id, after: [first] }) => (first?.row.word === 'offices' ? [[id, bodyOf(first.row)]] : [])));
  const named = put.flatMap((row) => {
    const { office } = row.row as { office?: string };
    return row.word === 'memberships' && office !== undefined ? [{ row, office }] : [];
  });
  await inBatches(
    [...new Set(named.map(({ office }) => office))].filter((id) => !bodies.has(id)),
    async (ids) => {
      for (const { x } of await reader.read(queries.offices.byIds, { ids })) bodies.set(x.id, x.body);
    },
  );
  return named
    .filter(({ row, office }) => bodies.has(office) && bodies.get(office) !== bodyOf(row))
    .map(({ row, office }) => problem(row, '/office', `an office of ${bodyOf(row)}`, office));
};

const fieldsOf = (row: WordRow, { was }: Plan): Readonly<Record<string, unknown>> => resolved(row, was).row as unknown as Readonly<Record<string, unknown>>;

const rowOf = (kept: readonly Kept[]): WordRow | undefined => unionOf(kept)?.row;

/** Rows that are about other things than what has their id already. */
const exchanged = (put: readonly WordRow[], plan: Plan): RowProblem[] => {
  const before = new Map(plan.sayings.map((one) => [one.id, one.before]));
  return put.flatMap((one) => {
    const known = rowOf(before.get(one.row.id) ?? []);
    if (!known) return [];
    const [was, is] = [fieldsOf(known, plan), fieldsOf(one, plan)];
    const other = wordOf(one.word).fixed.filter((key) => key in is && was[key] !== is[key]);
    return other.map((key) => problem(one, `/${key}`, `${String(was[key])}, or a new id for another ${key}`, String(is[key])));
  });
};

/** What of a change set does not fit the graph. */
export const misfits = async (reader: Reader, { put }: ChangeSet, plan: Plan): Promise<RowProblem[]> => [
  ...exchanged(put, plan),
  ...(await dangling(reader, put, plan)),
  ...(await notTheirs(reader, put, plan)),
  ...(await inOthersOffice(reader, put, plan)),
  ...plan.problems,
];

/** What refers to rows that nobody would say any longer: those that stay for others, and the writer's own rows that may not. */
export interface Referring {
  stayed: Stayed[];
  problems: RowProblem[];
}

/** Finds, among those that nobody would say any longer, the rows to which kept rows refer, directly or through one another. */
export const referringTo = async (reader: Reader, source: string, sayings: readonly Saying[]): Promise<Referring> => {
  const gone = new Map(sayings.flatMap(({ id, before, after }) => (isSaid(before) && !isSaid(after) ? [[nodeIdOf(id), { id, row: rowOf(before) }]] : [])));
  if (gone.size === 0) return { stayed: [], problems: [] };
  const isComing = new Set(sayings.map(({ id }) => id));
  const by = new Map<string, string[]>();
  const problems: RowProblem[] = [];
  const refer = (row: WordRow): Reference[] => referencesOf(row).filter(({ id }) => gone.has(nodeIdOf(id)));
  const note = (row: WordRow): void => {
    for (const id of refer(row).map((one) => nodeIdOf(one.id))) if (nodeIdOf(row.row.id) !== id) by.set(id, [...(by.get(id) ?? []), row.row.id]);
  };
  const isEditors = source === EDITOR;
  for await (const { by: writer, row } of keptByAll(reader)) {
    if (isComing.has(row.row.id) && (isEditors || writer === source)) continue;
    if (isEditors || writer !== source) note(row);
    else problems.push(...refer(row).map(({ path, id }) => problem(row, path, KNOWN, id)));
  }
  // What editors say of a thing may take away that it refers to another.
  for (const { after } of isEditors ? sayings : []) {
    const row = rowOf(after);
    if (row) note(row);
  }
  const seen = new Set<string>();
  for (let frontier = [...by.keys()]; frontier.length > 0; frontier = [...by.keys()].filter((id) => !seen.has(id)))
    for (const id of frontier) {
      seen.add(id);
      const row = gone.get(id)?.row;
      if (row) note(row);
    }
  const stayed = [...by].flatMap(([node, referredToBy]) => {
    const { id, row } = gone.get(node) ?? {};
    return id && row ? [{ id, word: row.word, referredToBy: [...new Set(referredToBy)].sort() }] : [];
  });
  return { stayed, problems };
};
