import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import type { Elements } from '../record/elements.js';
import { grouped } from '../record/grouped.js';
import { NEVER } from '../record/time.js';
import type { Interval } from '../time/interval.js';
import type { Membership } from '../words/memberships/model.js';
import { readSurroundings } from '../words/memberships/surroundings.js';
import { boundBy, seatElement, tieElement } from '../write/bounds.js';
import { comingSeats } from '../write/coming.js';
import type { Entry } from '../write/plan.js';
import type { WordName } from '../write/rows.js';
import { problemsOf } from '../write/validate.js';

type Row = Readonly<Record<string, unknown>>;
type Anew = (rows: readonly Row[], ids: readonly string[]) => Row[];

/** Fields of rows that say how long others last; null: any does. */
const MOVING: Readonly<Partial<Record<WordName, string | null>>> = { people: 'diedOn', bodies: 'existence', terms: null, lists: null };

/** Whether what is said of a thing says how long others last; null: it is said for the first time, or is no more. */
export const movesOthers = (word: WordName, said: Row | null): boolean => {
  const field = MOVING[word];
  return field === null || (field !== undefined && said?.[field] !== undefined);
};

/** The nodes and edges of what all say of a thing. */
type ElementsOf = (union: Entry['after']) => Elements;

/** The recorded time of what is not recorded yet. */
const SAID = { recordedAt: 0, retractedAt: NEVER };

/** What is recorded of lives, existences, terms and complete lists, with what entries say in the place of it. */
const asSaid = (reader: Reader, entries: readonly Entry[], elementsOf: ElementsOf): Reader => {
  const all = entries.map(({ after }) => elementsOf(after));
  const nodes = new Map(all.flatMap((one) => one.nodes).map((node) => [node.id, node.properties]));
  const edges = all.flatMap((one) => one.edges);
  const ids = new Set(entries.map(({ id }) => id));
  const terms = grouped(
    edges.filter(({ type }) => type === 'HAS_TERM'),
    ({ fromId }) => fromId,
  );
  const lists = grouped(
    edges.filter(({ type, properties }) => type === 'LISTS' && properties['complete']),
    ({ toId }) => toId,
  );
  const nodesAs =
    (column: string): Anew =>
    (rows, asked) => {
      const recorded = new Map(rows.map((row) => [(row[column] as { id: string }).id, row[column] as Row]));
      return asked.flatMap((id) => (recorded.has(id) || nodes.has(id) ? [{ [column]: { ...SAID, ...recorded.get(id), ...nodes.get(id) } }] : []));
    };
  const withTerms: Anew = (rows) =>
    rows.map((row) => {
      const others = (row['terms'] as { r: { toId: string } }[]).filter(({ r }) => !ids.has(r.toId));
      return { ...row, terms: [...others, ...(terms.get(row['id'] as string) ?? []).map(({ properties }) => ({ r: properties }))] };
    });
  const withLists: Anew = (rows) =>
    rows.map((row) => {
      const said = (lists.get(row['id'] as string) ?? []).map(({ fromId, properties }) => ({
        d: { ...SAID, id: fromId, date: null, ...nodes.get(fromId) },
        on: properties['on'] ?? null,
      }));
      return { ...row, lists: [...(row['lists'] as Row[]), ...said] };
    });
  const anew = new Map<unknown, Anew>([
    [queries.people.byIds, nodesAs('p')],
    [queries.bodies.boundingByIds, nodesAs('b')],
    [queries.terms.of, withTerms],
    [queries.documents.completeByBodyIds, withLists],
  ]);
  return {
    read: async (query, params, withinMs) => {
      const rows = await reader.read(query, params, withinMs);
      return (anew.get(query)?.(rows as Row[], params['ids'] as string[]) as typeof rows | undefined) ?? rows;
    },
  };
};

/** When a seat or tie is in force, and why then. */
export type Days = Interval & Pick<Membership, 'boundCauses' | 'boundEdges'>;

/** When seats and ties are in force once entries are written, by their ids; of other things nothing. */
export const daysAsSaid = async (reader: Reader, all: readonly Entry[], ids: readonly string[], elementsOf: ElementsOf): Promise<Map<string, Days>> => {
  const entries = all.filter(({ after }) => after === null || problemsOf(after.row).length === 0);
  const around = readSurroundings(asSaid(reader, entries, elementsOf), comingSeats(entries));
  const edges = [...(await around.seats(ids)).map(seatElement), ...(await around.ties(ids)).map(tieElement)];
  return new Map((await boundBy(around, edges)).map(({ id, properties }) => [id, properties as unknown as Days]));
};
