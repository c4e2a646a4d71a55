import type { Dated } from '../../record/dated.js';
import type { NodeElement } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { type Days, type Edge, daysMeet, edgeOf, sharedDays } from './edges.js';
import { eventElement } from './elements.js';
import { eventId } from './ids.js';
import { isBody } from '../bodies/model.js';
import type { Tied } from './model.js';

/** A body, place or party as events name it; `existence` is that of a body. */
export interface Thing {
  id: string;
  sortKey: string;
  existence: Dated | null;
}

/** What the events of bodies, places and parties are read from: the edges that begin at them, and what succeeds them. */
export interface Things {
  things: readonly Thing[];
  edges: readonly Tied[];
}

const about = (id: string): { body?: string; thing?: string } => (isBody(id) ? { body: id } : { thing: id });

/** A name is a new one where the thing had another before it. */
const renamed = (name: Tied, all: readonly Tied[], sortKey: string): NodeElement[] => {
  const start = edgeOf(name, 'FROM');
  if (!start || !all.some(({ fromMin }) => fromMin < name.fromMin)) return [];
  return [eventElement({ of: name.id, edge: 'FROM', kind: 'RENAMED', name: sortKey, ...about(name.fromId), provenance: name }, start)];
};

const territoryChanged = (row: Tied, sortKey: string): NodeElement[] =>
  (['FROM', 'UNTIL'] as const).flatMap((edge) => {
    const days = edgeOf(row, edge);
    const of = isBody(row.fromId) ? { body: row.fromId, thing: row.toId } : { thing: row.fromId };
    return days ? [eventElement({ of: row.id, edge, kind: 'TERRITORY_CHANGED', name: sortKey, ...of, provenance: row }, days)] : [];
  });

/** A term is a row of its own; the edge that leads to it has its dates. */
const termBegins = (row: Tied, sortKey: string): NodeElement[] => {
  const start = edgeOf(row, 'FROM');
  return start ? [eventElement({ of: row.toId, edge: 'FROM', kind: 'TERM_BEGAN', name: sortKey, ...about(row.fromId), provenance: row }, start)] : [];
};

interface Succession {
  row: Tied;
  start: Edge | null;
}

/** The end of a body, and what succeeds it: that a body succeeds stands for the end of its day. */
const ends = (thing: Thing, existence: Dated, successors: readonly Succession[]): NodeElement[] => {
  const end = edgeOf(existence, 'UNTIL');
  const known = successors.filter((one): one is Succession & { start: Edge } => one.start !== null);
  const folding = end && known.find(({ start }) => daysMeet(start, end));
  const succeeded = known.map(({ row, start }) => {
    const days: Days = end && daysMeet(start, end) ? sharedDays(start, end) : start;
    const told = start.told || (end !== null && daysMeet(start, end) && end.told);
    const said = { of: row.id, edge: 'FROM', kind: 'BODY_SUCCEEDED', name: thing.sortKey, body: thing.id, thing: row.fromId, provenance: row } as const;
    return eventElement(said, { ...start, ...days, told });
  });
  if (!end) return succeeded;
  const undated = folding ? undefined : successors.find(({ row, start }) => !start && row.fromMin <= end.latest);
  const said = { of: thing.id, edge: 'UNTIL', name: thing.sortKey, body: thing.id, provenance: existence } as const;
  const leadsTo = folding ? eventId(folding.row.id, 'FROM') : null;
  const kind = folding || undated ? 'BODY_SUCCEEDED' : 'BODY_DISSOLVED';
  return [...succeeded, eventElement({ ...said, kind, thing: undated?.row.fromId ?? null, leadsTo }, end)];
};

const exists = (thing: Thing, existence: Dated, successors: readonly Succession[]): NodeElement[] => {
  const start = edgeOf(existence, 'FROM');
  const said = { of: thing.id, edge: 'FROM', kind: 'BODY_ESTABLISHED', name: thing.sortKey, body: thing.id, provenance: existence } as const;
  return [...(start ? [eventElement(said, start)] : []), ...ends(thing, existence, successors)];
};

/** The starts and ends of bodies, of their terms and territory, and the new names of things, as they are stored. */
export const eventsOfThings = ({ things, edges }: Things): NodeElement[] => {
  const from = grouped(edges, ({ fromId }) => fromId);
  const succeeding = grouped(
    edges.filter(({ relation }) => relation === 'SUCCEEDS'),
    ({ toId }) => toId,
  );
  return things.flatMap((thing) => {
    const { id, sortKey, existence } = thing;
    const own = from.get(id) ?? [];
    const of = (...relations: readonly string[]): Tied[] => own.filter(({ relation }) => relations.includes(relation));
    const names = of('CALLED').filter(({ kind }) => kind === 'NAME');
    const successors = sortedBy(succeeding.get(id) ?? [], (row) => [row.id]).map((row): Succession => ({ row, start: edgeOf(row, 'FROM') }));
    return [
      ...(existence ? exists(thing, existence, successors) : []),
      ...names.flatMap((name) => renamed(name, names, sortKey)),
      ...of('COVERS', 'LIES_IN').flatMap((row) => territoryChanged(row, sortKey)),
      ...of('HAS_TERM').flatMap((row) => termBegins(row, sortKey)),
    ];
  });
};
