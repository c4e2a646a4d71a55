import type { edgeTypes, nodeTypes } from '../generated/words.js';
import { type AnyQuery, type Kinds, readBy } from '../graph/kinds.js';
import type { Query, Reader } from '../graph/port.js';
import { eachInTurn } from '../graph/turns.js';
import { sortedBy } from '../record/order.js';
import type { Mark } from './marks.js';
import type { Coded, Judgement, MortalPerson, RuledBody } from './model.js';
import { presentRows } from './recorded.js';

/** What a rule is asked of, a page of ids at a time. */
export const ANCHORS = ['bodies', 'people', 'principals', 'things'] as const;
export type Anchor = (typeof ANCHORS)[number];

type EdgeType = keyof typeof edgeTypes;
type NodeType = keyof typeof nodeTypes;
type Column = keyof RuledBody | keyof MortalPerson | keyof Coded;

interface Definition<P extends { ids: string[]; knownAt: number }, Row extends { id: string }> {
  /** As in `cypher/integrity/<id>.cypher`. */
  id: string;
  /** The rule as a sentence. */
  title: string;
  of: Anchor;
  query?: Query<'read', P, Row>;
  /** What it looks at, where that is more than one query. */
  read?: (reader: Reader, ids: string[], knownAt: number) => Promise<Row[]>;
  /** All other queries that `read` and `beside` ask; without them, what these look at is not known. */
  queries?: readonly AnyQuery[];
  /** Types of edges, and columns: it finds nothing of what has none of these, and in or of which no seat has such an edge, nor where nothing of such a kind is written. */
  about?: readonly (EdgeType | Column | Mark | NodeType)[];
  /** The kinds of which something must be written for it to find what it did not find before; none: Mandat alone could break it. Default: those at which it looks. */
  news?: readonly (EdgeType | Mark | NodeType)[];
  /** Parameters of the query beside the ids and the time of the record. */
  given?: Omit<P, 'ids' | 'knownAt'>;
  /** Decides on a row; with `whole`, on all rows of the graph together. */
  judge?: (row: Row) => Judgement[];
  whole?: (rows: readonly Row[]) => Judgement[];
  /** The ids that `whole` must see beside those of some rows, where it is asked of a part of the graph. */
  beside?: (reader: Reader, rows: readonly Row[], knownAt: number) => Promise<string[]>;
  /** What data must say for the rule to apply, and the sentence where none does. */
  needs?: { in: (row: Row) => boolean; missing: string };
}

/** A rule that is being checked: pages of ids, then the end. */
export interface Check {
  page: (reader: Reader, ids: string[], knownAt: number) => Promise<Judgement[]>;
  end: () => Judgement[];
  /** What is found of the pages together with all that stands beside them, instead of the end. */
  around: (reader: Reader, ids: readonly string[], knownAt: number) => Promise<Judgement[]>;
}

export interface IntegrityRule {
  id: string;
  title: string;
  of: Anchor;
  /** What it looks at. */
  kinds: Kinds;
  /** Of what kinds something must be written for it to find anything new. */
  news: Kinds;
  /** Without these columns of something, edges of these types around it, or such kinds written, it finds nothing of that; null: it may. */
  about: readonly string[] | null;
  begin: () => Check;
}

const kindsOf = <P extends { ids: string[]; knownAt: number }, Row extends { id: string }>({ query, read, beside, queries }: Definition<P, Row>): Kinds => {
  if (!queries && (read || beside)) return 'EVERYTHING';
  const kinds = [...(query ? [query] : []), ...(queries ?? [])].map((one) => readBy(one as AnyQuery));
  return kinds.includes('EVERYTHING') ? 'EVERYTHING' : new Set(kinds.flatMap((one) => [...one]));
};

/** A rule of the catalogue, from its query and its pure decision. */
export const rule = <P extends { ids: string[]; knownAt: number }, Row extends { id: string }>(definition: Definition<P, Row>): IntegrityRule => {
  const { id, title, of, query, read, given, judge, whole, beside, needs, news } = definition;
  const readRows = async (reader: Reader, ids: string[], knownAt: number): Promise<Row[]> => {
    const found = query
      ? await presentRows(reader, await reader.read(query, { ...given, ids, knownAt } as P), knownAt)
      : ((await read?.(reader, ids, knownAt)) ?? []);
    return sortedBy(found, ({ id }) => [id]);
  };
  const begin = (): Check => {
    const kept: Row[] = [];
    let applies = !needs;
    return {
      page: async (reader, ids, knownAt) => {
        const rows = await readRows(reader, ids, knownAt);
        applies ||= rows.some((row) => needs?.in(row));
        if (whole) kept.push(...rows);
        return judge ? (await eachInTurn({}, rows, judge)).flat() : [];
      },
      end: () => [...(whole?.(kept) ?? []), ...(applies ? [] : [{ verdict: 'UNDECIDED' as const, on: null, things: [], says: needs?.missing ?? '' }])],
      around: async (reader, asked, knownAt) => {
        if (!whole || !beside) return [];
        const known = new Set(asked);
        for (let rows: readonly Row[] = [...kept]; rows.length > 0;) {
          const ids = [...new Set(await beside(reader, rows, knownAt))].filter((one) => !known.has(one));
          for (const one of ids) known.add(one);
          rows = ids.length > 0 ? await readRows(reader, ids, knownAt) : [];
          kept.push(...rows);
        }
        return whole(sortedBy(kept, ({ id }) => [id]));
      },
    };
  };
  const kinds = kindsOf(definition);
  return { id, title, of, kinds, news: news ? new Set(news) : kinds, about: definition.about ?? null, begin };
};
