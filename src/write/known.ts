import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { NEVER, NOW } from '../record/time.js';
import { nodeIdOf } from '../words/appointments/ids.js';
import type { ChangeSet, Stayed } from './change-set.js';
import { rowsOfOthers } from './kept-rows.js';
import type { Entry } from './plan.js';
import type { RowProblem } from './problems.js';
import { isTie, nodesReferredTo, referencesOf } from './references.js';
import { type WordRow, wordOf, wordOfId } from './rows.js';

const existing = async (reader: Reader, ids: Iterable<string>): Promise<Set<string>> => {
  const found = new Set<string>();
  await inBatches([...ids], async (some) => {
    for (const { id } of await reader.read(queries.record.existing, { ids: some, never: NEVER })) found.add(id);
  });
  return found;
};

const problem = ({ word, row }: WordRow, path: string, required: string, given: string): RowProblem => ({ word, id: row.id, path, required, given });

/** References to things that nobody says. */
const dangling = async (reader: Reader, put: readonly WordRow[], entries: readonly Entry[]): Promise<RowProblem[]> => {
  const said = new Set(entries.flatMap(({ id, after }) => (after ? [nodeIdOf(id)] : [])));
  const gone = new Set(entries.flatMap(({ id, after }) => (after ? [] : [nodeIdOf(id)])));
  const asked = new Set(put.flatMap((row) => nodesReferredTo(row).flatMap(({ id }) => (said.has(id) || gone.has(id) ? [] : [id]))));
  const known = await existing(reader, asked);
  return put.flatMap((row) =>
    nodesReferredTo(row)
      .filter(({ id }) => !said.has(id) && !known.has(id))
      .map(({ path, id }) => problem(row, path, 'the id of a thing that is known', id)),
  );
};

/** Seats that depend on a tie which is not known, or is not their holder's. */
const notTheirs = async (reader: Reader, put: readonly WordRow[], entries: readonly Entry[]): Promise<RowProblem[]> => {
  const holders = new Map<string, string | null>();
  for (const { id, after } of entries) if (isTie(id)) holders.set(id, (after?.row.row as { person?: string } | undefined)?.person ?? null);
  const named = put.flatMap((row) => referencesOf(row).flatMap(({ path, id }) => (isTie(id) ? [{ row, path, id }] : [])));
  await inBatches(
    [...new Set(named.map(({ id }) => id))].filter((id) => !holders.has(id)),
    async (ids) => {
      for (const { a } of await reader.read(queries.affiliations.byIds, { ids, knownAt: NOW })) holders.set(a.id, a.person);
    },
  );
  return named.flatMap(({ row, path, id }) => {
    const { person } = row.row as { person?: string };
    return holders.get(id) === person ? [] : [problem(row, path, `a tie of ${person ?? 'the holder'} to a party or municipality`, id)];
  });
};

/** Rows that became another thing under the same id. */
const exchanged = (entries: readonly Entry[]): RowProblem[] =>
  entries.flatMap(({ own, after }) => {
    if (!own || !after) return [];
    const [was, is] = [own.row, after.row.row] as unknown as Record<string, unknown>[];
    const fixed = wordOf(own.word).fixed.filter((key) => was?.[key] !== is?.[key]);
    return fixed.length > 0 ? [problem(own, '', `a new id for another ${fixed.join(' and ')}`, own.row.id)] : [];
  });

/** What of a change set does not fit the graph. */
export const misfits = async (reader: Reader, { put }: ChangeSet, entries: readonly Entry[]): Promise<RowProblem[]> => [
  ...exchanged(entries),
  ...(await dangling(reader, put, entries)),
  ...(await notTheirs(reader, put, entries)),
];

/** The rows among those that nobody would say any longer to which rows of other writers refer, directly or through one another. */
export const stillReferredTo = async (reader: Reader, source: string, entries: readonly Entry[]): Promise<Stayed[]> => {
  const gone = new Map(entries.flatMap((entry) => (entry.before && !entry.after ? [[nodeIdOf(entry.id), entry]] : [])));
  const by = new Map<string, string[]>();
  if (gone.size === 0) return [];
  const refer = (row: WordRow): string[] =>
    referencesOf(row)
      .map(({ id }) => nodeIdOf(id))
      .filter((id) => gone.has(id));
  const note = (from: string, ids: readonly string[]): void => ids.forEach((id) => by.set(id, [...(by.get(id) ?? []), from]));
  for await (const { row } of rowsOfOthers(reader, source)) note(row.row.id, refer(row));
  for (let frontier = [...by.keys()]; frontier.length > 0;) {
    const next = new Set<string>();
    for (const id of frontier) {
      const row = gone.get(id)?.before?.row;
      if (!row) continue;
      for (const other of refer(row)) if (!by.has(other)) next.add(other);
      note(
        row.row.id,
        refer(row).filter((other) => other !== id),
      );
    }
    frontier = [...next];
  }
  return [...by].flatMap(([node, referredToBy]) => {
    const id = gone.get(node)?.id ?? node;
    const word = wordOfId(id);
    return word ? [{ id, word, referredToBy: [...new Set(referredToBy)].sort() }] : [];
  });
};
