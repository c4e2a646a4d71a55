import type { Query, Reader } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { sortedBy } from '../record/order.js';
import type { Judgement } from './model.js';
import { presentRows } from './recorded.js';

/** What a rule is asked of, a page of ids at a time. */
export const ANCHORS = ['bodies', 'people', 'principals', 'things'] as const;
export type Anchor = (typeof ANCHORS)[number];

interface Definition<P extends { ids: string[]; knownAt: number }, Row extends { id: string }> {
  /** As in `cypher/integrity/<id>.cypher`. */
  id: string;
  /** The rule as a sentence. */
  title: string;
  of: Anchor;
  query?: Query<'read', P, Row>;
  /** What it looks at, where that is more than one query. */
  read?: (reader: Reader, ids: string[], knownAt: number) => Promise<Row[]>;
  /** Parameters of the query beside the ids and the time of the record. */
  given?: Omit<P, 'ids' | 'knownAt'>;
  /** Decides on a row; with `whole`, on all rows of the graph together. */
  judge?: (row: Row) => Judgement[];
  whole?: (rows: readonly Row[]) => Judgement[];
  /** What data must say for the rule to apply, and the sentence where none does. */
  needs?: { in: (row: Row) => boolean; missing: string };
}

/** A rule that is being checked: pages of ids, then the end. */
export interface Check {
  page: (reader: Reader, ids: string[], knownAt: number) => Promise<Judgement[]>;
  end: () => Judgement[];
}

export interface IntegrityRule {
  id: string;
  title: string;
  of: Anchor;
  begin: () => Check;
}

/** A rule of the catalogue, from its query and its pure decision. */
export const rule = <P extends { ids: string[]; knownAt: number }, Row extends { id: string }>(definition: Definition<P, Row>): IntegrityRule => {
  const { id, title, of, query, read, given, judge, whole, needs } = definition;
  const begin = (): Check => {
    const kept: Row[] = [];
    let applies = !needs;
    return {
      page: async (reader, ids, knownAt) => {
        const found = query
          ? await presentRows(reader, await reader.read(query, { ...given, ids, knownAt } as P), knownAt)
          : ((await read?.(reader, ids, knownAt)) ?? []);
        const rows = sortedBy(found, ({ id }) => [id]);
        applies ||= rows.some((row) => needs?.in(row));
        if (whole) kept.push(...rows);
        return judge ? (await eachInTurn({}, rows, judge)).flat() : [];
      },
      end: () => [...(whole?.(kept) ?? []), ...(applies ? [] : [{ verdict: 'UNDECIDED' as const, on: null, things: [], says: needs?.missing ?? '' }])],
    };
  };
  return { id, title, of, begin };
};
