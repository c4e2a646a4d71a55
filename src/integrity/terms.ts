import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { together } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import { turnOf } from '../words/memberships/bodies-around.js';
import { readTerms } from '../words/terms/around.js';
import type { TermOf } from '../words/terms/rules.js';
import { firstOverlap } from './days.js';
import type { Judgement } from './model.js';
import { presentRows } from './recorded.js';

/** Seats that are recorded in a term, with all terms of their bodies as these turn with them. */
export const readTermed = async (reader: Reader, ids: string[], knownAt: number) => {
  const found = (await reader.read(queries.integrity.seatInTerm, { ids, knownAt })).filter(({ seats }) => seats.length > 0);
  const rows = await presentRows(reader, found, knownAt);
  const terms = await readTerms(
    reader,
    rows.map(({ id }) => id),
    knownAt,
  );
  return rows.map((row) => ({ ...row, terms: (terms.get(row.id) ?? []).map((one) => turnOf(row.b, one)) }));
};

/** A body or calendar that has terms of its own, with those by which it turns, and when each is in force there. */
interface HolderRow {
  id: string;
  terms: readonly (TermOf & { turns: Interval })[];
}

export const readHolders = async (reader: Reader, ids: string[], knownAt: number): Promise<HolderRow[]> => {
  const holders = (await reader.read(queries.terms.of, { ids, knownAt })).filter(({ terms }) => terms.length > 0);
  const own = holders.map(({ id }) => id);
  const terms = await readTerms(reader, own, knownAt);
  const bodies = await presentRows(reader, await reader.read(queries.bodies.boundingByIds, { ids: own }), knownAt);
  const kinds = new Map(bodies.map(({ b }) => [b.id, b.kind]));
  const turnsIn = (id: string, one: TermOf): Interval => {
    const kind = kinds.get(id);
    return kind ? turnOf({ id, kind }, one) : one.term;
  };
  return holders.map(({ id }) => ({ id, terms: (terms.get(id) ?? []).map((one) => ({ ...one, turns: turnsIn(id, one) })) }));
};

/** Terms of its own that certainly overlap another, and one that stands in the place of a term that it does not follow. */
export const termsApart = ({ id, terms }: HolderRow): Judgement[] => {
  const held = terms.map(({ term, days, turns }) => ({ ...together(turns, days), term: term.toId, isOwn: term.fromId === id }));
  const found = firstOverlap(held, (a, b) => (a.isOwn || b.isOwn) && a.term !== b.term);
  const overlaps: Judgement[] =
    found?.verdict === 'BROKEN'
      ? [{ verdict: 'BROKEN', on: found.on, things: [id, ...found.pair.map(({ term }) => term)], says: `${id} has two terms at a time` }]
      : [];
  const misplaced = terms.filter(({ term, calendar }) => term.insteadOf !== null && calendar === null);
  return [
    ...overlaps,
    ...misplaced.map(({ term: { toId, insteadOf } }): Judgement => ({
      ...{ verdict: 'BROKEN', on: null, things: [id, toId, insteadOf as string] },
      says: `${toId} stands in the place of ${insteadOf}, which is no term of a calendar that ${id} follows`,
    })),
  ];
};
