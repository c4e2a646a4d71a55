import { grouped } from '../record/grouped.js';
import { EVERLASTING } from '../time/interval.js';
import { type Offence, known, spokenOf } from './days.js';
import { together } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import type { DatedTie, Judgement } from './model.js';

interface EdgesRow {
  edges: readonly { kind: string; r: DatedTie }[];
}

/** The edges that can lie on a circle: what leads nowhere, or comes from nowhere, is taken away until nothing does. */
const knotted = (edges: readonly DatedTie[]): DatedTie[] => {
  const starts = new Set(edges.map(({ fromId }) => fromId));
  const ends = new Set(edges.map(({ toId }) => toId));
  const kept = edges.filter(({ fromId, toId }) => ends.has(fromId) && starts.has(toId));
  return kept.length === edges.length ? kept : knotted(kept);
};

const offenceOf = (x: Interval): Offence | null => {
  if (x.fromMax < x.untilMin) return { verdict: 'BROKEN', on: known(x.fromMax) };
  const { start, end } = spokenOf(x);
  return start < end ? { verdict: 'PERHAPS', on: known(start) } : null;
};

export interface Circle extends Offence {
  ids: string[];
}

/** Each circle of edges that are in force together, once, from its first id. */
export const circlesOf = (edges: readonly DatedTie[]): Circle[] => {
  const from = grouped(knotted(edges), ({ fromId }) => fromId);
  const circles: Circle[] = [];
  const walk = (path: string[], at: string, interval: Interval): void => {
    for (const edge of from.get(at) ?? []) {
      const [first] = path as [string];
      const next = together(interval, edge);
      const offence = offenceOf(next);
      if (!offence || edge.toId < first) continue;
      if (edge.toId === first) circles.push({ ...offence, ids: path });
      else if (!path.includes(edge.toId)) walk([...path, edge.toId], edge.toId, next);
    }
  };
  for (const id of [...from.keys()].sort()) walk([id], id, EVERLASTING);
  return circles;
};

/** Being part of is a matter of days; succeeding is one of order, whatever its days. */
/** Where the edges of some bodies lead: a circle comes back to them. */
export const furtherOn = async (_: unknown, rows: readonly EdgesRow[]): Promise<string[]> => rows.flatMap(({ edges }) => edges.map(({ r }) => r.toId));

export const bodiesInCircles = (rows: readonly EdgesRow[]): Judgement[] => {
  const edges = rows.flatMap((row) => row.edges);
  const of = (wanted: string): DatedTie[] => edges.filter(({ kind }) => kind === wanted).map(({ r }) => r);
  const judged = (circles: readonly Circle[], says: string): Judgement[] =>
    circles.map(({ ids, verdict, on }) => ({ verdict, on, things: ids, says: `${[...ids, ids[0]].join(` ${says} `)}` }));
  return [
    ...judged(circlesOf(of('PART_OF')), 'is part of'),
    ...judged(
      circlesOf(of('SUCCEEDS').map((r) => ({ ...r, ...EVERLASTING }))).map((one) => ({ ...one, on: null })),
      'succeeds',
    ),
  ];
};
