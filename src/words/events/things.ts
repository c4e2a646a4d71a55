import type { Dated } from '../../record/dated.js';
import type { NodeElement } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { type Days, type Edge, daysMeet, edgeOf, sharedDays } from './edges.js';
import { eventElement } from './elements.js';
import { eventId } from './ids.js';
import { isBody } from '../bodies/model.js';
import { isParty } from '../parties/model.js';
import type { EventKind } from './kinds.js';
import type { Tied } from './model.js';
import { about, renamings } from './renaming.js';

/** A body, place or party as events name it; `existence` is that of a body or party of which anybody says it. */
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

/** What the start and the end of a thing are called, and that another succeeds it; the other is named beside a body, which is named as such. */
interface Kinds {
  begins: EventKind;
  ends: EventKind;
  succeeded: EventKind;
}

const OF_BODIES: Kinds = { begins: 'BODY_ESTABLISHED', ends: 'BODY_DISSOLVED', succeeded: 'BODY_SUCCEEDED' };
const OF_PARTIES: Kinds = { begins: 'PARTY_FOUNDED', ends: 'PARTY_DISSOLVED', succeeded: 'PARTY_SUCCEEDED' };

/** Places have no such events. */
const kindsOf = (id: string): Kinds | null => (isBody(id) ? OF_BODIES : isParty(id) ? OF_PARTIES : null);

/** The end of a thing, and what succeeds it: that another succeeds it stands for the end of its day. */
const ends = (thing: Thing, kinds: Kinds, successors: readonly Succession[]): NodeElement[] => {
  const { id, sortKey, existence } = thing;
  const end = existence && edgeOf(existence, 'UNTIL');
  const known = successors.filter((one): one is Succession & { start: Edge } => one.start !== null);
  const folding = end && known.find(({ start }) => daysMeet(start, end));
  const succeeded = known.map(({ row, start }) => {
    const days: Days = end && daysMeet(start, end) ? sharedDays(start, end) : start;
    const told = start.told || (end !== null && daysMeet(start, end) && end.told);
    const said = { of: row.id, edge: 'FROM', kind: kinds.succeeded, name: sortKey, thing: row.fromId, ...about(id), provenance: row } as const;
    return eventElement(said, { ...start, ...days, told });
  });
  if (!end) return succeeded;
  const undated = folding ? undefined : successors.find(({ row, start }) => !start && row.fromMin <= end.latest);
  const said = { of: id, edge: 'UNTIL', name: sortKey, thing: undated?.row.fromId ?? null, ...about(id), provenance: existence } as const;
  const leadsTo = folding ? eventId(folding.row.id, 'FROM') : null;
  const kind = folding || undated ? kinds.succeeded : kinds.ends;
  return [...succeeded, eventElement({ ...said, kind, leadsTo }, end)];
};

const exists = (thing: Thing, successors: readonly Succession[]): NodeElement[] => {
  const { id, sortKey, existence } = thing;
  const kinds = kindsOf(id);
  if (!kinds) return [];
  const start = existence && edgeOf(existence, 'FROM');
  const begins = start ? [eventElement({ of: id, edge: 'FROM', kind: kinds.begins, name: sortKey, ...about(id), provenance: existence }, start)] : [];
  return [...begins, ...ends(thing, kinds, successors)];
};

/** The starts and ends of bodies and parties, of terms and territory, and the new names of things, as they are stored. */
export const eventsOfThings = ({ things, edges }: Things): NodeElement[] => {
  const from = grouped(edges, ({ fromId }) => fromId);
  const succeeding = grouped(
    edges.filter(({ relation }) => relation === 'SUCCEEDS'),
    ({ toId }) => toId,
  );
  return things.flatMap((thing) => {
    const { id, sortKey } = thing;
    const own = from.get(id) ?? [];
    const of = (...relations: readonly string[]): Tied[] => own.filter(({ relation }) => relations.includes(relation));
    const successors = sortedBy(succeeding.get(id) ?? [], (row) => [row.id]).map((row): Succession => ({ row, start: edgeOf(row, 'FROM') }));
    return [
      ...exists(thing, successors),
      ...renamings(own, sortKey),
      ...of('COVERS', 'LIES_IN').flatMap((row) => territoryChanged(row, sortKey)),
      ...of('HAS_TERM').flatMap((row) => termBegins(row, sortKey)),
    ];
  });
};
