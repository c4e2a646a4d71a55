import { nodeCreators } from '../generated/creators.js';
import * as queries from '../generated/queries.js';
import { ANY_EDGE, type AnyQuery, type Kinds, meet, readAloneBy, readBy, stepsOf, writtenBy } from '../graph/kinds.js';
import type { Params, Query, Transaction } from '../graph/port.js';
import { NOW } from '../record/time.js';
import { type Together, togetherBy } from './together.js';

/** As many rows are worth keeping: what is asked again is asked of few things. */
const FEW = 100;

interface Answer {
  query: AnyQuery;
  rows: Promise<unknown[]>;
}

/** Where the id stands in the rows by which nodes are made. */
const idAt = new Map(Object.values(nodeCreators).map(({ query, columns }) => [query as unknown as AnyQuery, columns.indexOf('id')]));

/** Queries that find things by their ids, each by itself, and the id in a row. */
const idOf = new Map<AnyQuery, (row: never) => string>([
  [queries.write.keptRows as unknown as AnyQuery, ({ k }: { k: { id: string } }) => k.id],
  [queries.record.nodes as unknown as AnyQuery, ({ n }: { n: { id: string } }) => n.id],
]);

/** Queries that find what names things, by the kinds of that: nothing that was recorded before names what was made here. */
const NAMING = new Map<AnyQuery, readonly string[]>([[queries.affiliations.depending as unknown as AnyQuery, ['AFFILIATED_WITH']]]);

const makesNodesAlone = (written: Kinds): boolean => written !== 'EVERYTHING' && !written.has(ANY_EDGE);

/** Whether a query is asked of nothing. */
const isOfNothing = ({ text }: AnyQuery, { ids }: Params): boolean => Array.isArray(ids) && ids.length === 0 && text.startsWith('UNWIND $ids AS id');

/** What a transaction has written: which things it made, and of what kinds all of it is. */
const written = () => {
  const made = new Set<unknown>();
  let kinds: Kinds = new Set();
  return {
    note: (query: AnyQuery, { rows }: Params): void => {
      const also = writtenBy(query);
      kinds = kinds === 'EVERYTHING' || also === 'EVERYTHING' ? 'EVERYTHING' : new Set([...kinds, ...also]);
      const at = idAt.get(query);
      if (at !== undefined) for (const row of rows as unknown[][]) made.add(row[at]);
    },
    /** Whether a query finds nothing: on what was made here hangs only what was written here. */
    leavesOut: (query: AnyQuery, { ids }: Params): boolean => {
      const steps = Array.isArray(ids) && ids.every((id) => made.has(id)) ? (NAMING.get(query) ?? stepsOf(query)) : null;
      return steps !== null && !meet(new Set(steps), kinds);
    },
  };
};

/** A transaction that asks nothing twice: a query is answered as it was until something is written of a kind that it looks at. */
export const remembering = <T extends Transaction>(tx: T): T => {
  const answers = new Map<string, Answer>();
  const found = new Map<AnyQuery, Map<unknown, unknown[]>>();
  const { note, leavesOut } = written();
  const ask = (key: string, query: Query<'read', Params, unknown>, params: Params): Promise<unknown[]> => {
    const rows = tx.read(query, params).then((all) => {
      if (all.length > FEW) answers.delete(key);
      return all;
    });
    rows.catch(() => answers.delete(key));
    answers.set(key, { query, rows });
    return rows;
  };
  const askOnce = <P extends Params, R>(query: Query<'read', P, R>, params: P): Promise<R[]> => {
    const key = `${query.name} ${JSON.stringify(params)}`;
    return (answers.get(key)?.rows ?? ask(key, query, params)) as Promise<R[]>;
  };
  const askById = async (query: Query<'read', Params, unknown>, params: Params, of: (row: never) => string): Promise<unknown[]> => {
    const ids = [...new Set(params['ids'] as string[])];
    const known = found.get(query) ?? new Map<unknown, unknown[]>();
    found.set(query, known);
    const asked = ids.filter((id) => !known.has(id));
    if (asked.length > FEW) return tx.read(query, params);
    const rows = asked.length > 0 ? await tx.read(query, { ...params, ids: asked }) : [];
    for (const id of asked) known.set(id, []);
    for (const row of rows) known.get(of(row as never))?.push(row);
    return ids.flatMap((id) => known.get(id) ?? []);
  };
  /** Of each thing by itself what one query finds of all of them; null: where it is not asked of all that are not known. */
  const askTogether = async (query: AnyQuery, ids: readonly string[], { query: whole, isOf, parts }: Together): Promise<unknown[] | null> => {
    const knownBy = (part: AnyQuery): Map<unknown, unknown[]> => found.get(part) ?? new Map<unknown, unknown[]>();
    const asked = ids.filter((id) => !knownBy(query).has(id));
    const isAsked = asked.length <= FEW && asked.every((id) => isOf(id) && [...parts.keys()].every((part) => !knownBy(part).has(id)));
    if (!isAsked) return null;
    const rows = asked.length > 0 ? await askOnce(whole, { ids: asked, knownAt: NOW }) : [];
    for (const [part, rowsOf] of asked.length > 0 ? parts : []) {
      const known = knownBy(part);
      found.set(part, known);
      for (const row of rows) known.set(row.id, rowsOf(row as never));
    }
    return ids.flatMap((id) => knownBy(query).get(id) ?? []);
  };
  return {
    ...tx,
    read: async (query, params) => {
      if (isOfNothing(query, params) || leavesOut(query, params)) return [];
      const of = idOf.get(query);
      if (of) return (await askById(query as never, params, of)) as never[];
      const whole = (params['knownAt'] ?? NOW) === NOW ? togetherBy.get(query) : undefined;
      const rows = whole && (await askTogether(query, [...new Set(params['ids'] as string[])], whole));
      if (rows) return rows as never[];
      return [...((await askOnce(query, params)) as never[])];
    },
    run: (query, params) => {
      note(query, params);
      const kinds = writtenBy(query);
      const isChanged = (one: AnyQuery): boolean => meet(makesNodesAlone(kinds) ? readAloneBy(one) : readBy(one), kinds);
      for (const [key, answer] of answers) if (isChanged(answer.query)) answers.delete(key);
      for (const known of found.keys()) if (isChanged(known)) found.delete(known);
      return tx.run(query, params);
    },
  };
};
