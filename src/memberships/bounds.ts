import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import type { EdgeElement, NodeElement } from '../record/elements.js';
import { NEVER } from '../record/time.js';
import { inBatches } from '../record/transaction.js';
import { type Stated, type Surroundings, type TermInterval, bounded } from '../time/bounds.js';
import { storedBounds } from '../time/dated.js';
import type { Interval } from '../time/interval.js';
import type { Membership } from './model.js';

type SurroundingsOf = (body: string) => Surroundings;

/**
 * What lies around the seats of each body: its existence and its terms, as recorded, with the nodes and edges about to be
 * written in the place of what they follow and without those about to be retracted.
 */
export const readSurroundings = async (
  reader: Reader,
  bodies: readonly string[],
  coming: { nodes: readonly NodeElement[]; edges: readonly EdgeElement[]; gone: ReadonlySet<string> },
): Promise<SurroundingsOf> => {
  const existence = new Map<string, Interval & { id: string }>();
  const terms = new Map<string, Map<string, TermInterval>>();
  const addTerm = (body: string, id: string, interval: Interval): void => {
    terms.set(body, (terms.get(body) ?? new Map<string, TermInterval>()).set(id, { ...interval, id }));
  };
  await inBatches(bodies, async (ids) => {
    for (const { n } of await reader.read(queries.record.nodes, { ids })) existence.set(n['id'] as string, n as never);
    for (const { r } of await reader.read(queries.terms.present, { ids, never: NEVER }))
      if (!coming.gone.has(r.id)) addTerm(r.fromId, r.toId, r);
  });
  for (const { label, id, properties } of coming.nodes) if (label === 'Body') existence.set(id, properties as never);
  for (const { type, fromId, toId, properties } of coming.edges)
    if (type === 'HAS_TERM') addTerm(fromId, toId, properties as unknown as Interval);
  return (body) => ({ body: existence.get(body), terms: [...(terms.get(body)?.values() ?? [])] });
};

/** The seat with the bounds that its surroundings give it. */
export const withBounds = (seat: EdgeElement, around: SurroundingsOf): EdgeElement => {
  if (!seat.stated) return seat;
  const bounds = bounded(seat.stated, { ...around(seat.toId), term: seat.properties['term'] as string | null });
  return { ...seat, properties: { ...seat.properties, ...storedBounds(bounds) } };
};

/** The recorded seats of bodies as elements, to be bounded anew. */
export const presentSeats = async (reader: Reader, bodies: readonly string[]): Promise<EdgeElement[]> => {
  const seats: EdgeElement[] = [];
  await inBatches(bodies, async (ids) => {
    for (const { m } of await reader.read(queries.memberships.present, { ids, never: NEVER })) seats.push(elementOf(m));
  });
  return seats;
};

const elementOf = (m: Membership): EdgeElement => ({
  type: 'MEMBER_OF',
  id: m.id,
  fromId: m.person,
  toId: m.body,
  properties: m as unknown as EdgeElement['properties'],
  stated: JSON.parse(m.stated) as Stated,
});
