import type { NodeElement } from '../../record/elements.js';
import type { Provenance } from '../../record/model.js';
import type { IntervalEdge } from '../../time/interval.js';
import { Event } from './definition.js';
import type { Edge } from './edges.js';
import { eventId } from './ids.js';
import { EVENT_KINDS, type EventKind } from './kinds.js';
import type { Event as Stored } from './model.js';

/** What an event says beside its days. */
export interface Told extends Partial<Pick<Stored, 'began' | 'ended' | 'person' | 'body' | 'thing' | 'membership' | 'before' | 'leadsTo'>> {
  /** The id of the row. */
  of: string;
  edge: IntervalEdge;
  kind: EventKind;
  /** The sort key of whom or what it is about. */
  name: string;
  provenance: Pick<Provenance, 'reason' | 'sources'>;
}

const UNKNOWN = '0000-00-00';

const sortKeyOf = ({ kind, name }: Told, { earliest, latest }: Edge, id: string): string =>
  [latest, earliest ?? UNKNOWN, String(EVENT_KINDS.indexOf(kind)).padStart(2, '0'), name, id].join(' ');

/** The event that the start or end of a row is, as it is stored. */
export const eventElement = (told: Told, edge: Edge): NodeElement => {
  const id = eventId(told.of, told.edge);
  const { earliest, latest, printed, basis } = edge;
  return Event.of(id, {
    kind: told.kind,
    edge: told.edge,
    earliest,
    latest,
    printed,
    told: edge.told,
    began: told.began ?? null,
    ended: told.ended ?? null,
    person: told.person ?? null,
    body: told.body ?? null,
    thing: told.thing ?? null,
    membership: told.membership ?? null,
    before: told.before ?? null,
    leadsTo: told.leadsTo ?? null,
    sortKey: told.leadsTo ? '' : sortKeyOf(told, edge, id),
    basis,
    reason: told.provenance.reason,
    sources: told.provenance.sources,
  });
};
