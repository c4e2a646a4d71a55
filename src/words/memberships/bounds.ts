import type { Affiliation } from '../affiliations/model.js';
import { membershipId } from '../appointments/model.js';
import type { Body } from '../bodies/model.js';
import type { Reader } from '../../graph/port.js';
import type { EdgeElement, EdgeType, Elements, Label } from '../../record/elements.js';
import { grouped } from '../../record/grouped.js';
import { isGiven } from '../rules/rules.js';
import { type Stated, type Surroundings, type TermInterval, bounded } from '../../time/bounds.js';
import { storedBounds } from '../../record/dated-properties.js';
import { seatedTerms } from '../../time/endings.js';
import { endOfHolder, endingsOf } from './endings.js';
import type { Membership } from './model.js';
import { type AllAround, allResting, readSurroundings } from './surroundings.js';

/** What a transaction writes; what the same things said before, those that go included; the ids of those that go. */
export interface Writing {
  now: Elements;
  was: Elements;
  gone: ReadonlySet<string>;
}

const elementOf = (type: 'MEMBER_OF' | 'AFFILIATED_WITH', row: Membership | Affiliation): EdgeElement => ({
  type,
  id: row.id,
  fromId: row.person,
  toId: 'body' in row ? row.body : row.principal,
  properties: row as unknown as EdgeElement['properties'],
  stated: JSON.parse(row.stated) as Stated,
});

/** The recorded seats and personal ties whose bounds may move with what is written. */
const moved = async (around: AllAround, { now, was, gone }: Writing): Promise<EdgeElement[]> => {
  const nodes = (label: Label) => [...now.nodes, ...was.nodes].filter((node) => node.label === label);
  const edges = (type: EdgeType) => [...now.edges, ...was.edges].filter((edge) => edge.type === type);
  const seats = edges('MEMBER_OF');
  const bodies = new Set([...nodes('Body').map(({ id }) => id), ...edges('HAS_TERM').map(({ fromId }) => fromId)]);
  for (const [id, { holdsOver }] of await around.bodies(seats.map(({ toId }) => toId))) if (holdsOver) bodies.add(id);
  const dead = nodes('Person')
    .filter(({ properties }) => properties['diedOn'] != null)
    .map(({ id }) => id);
  const offices = await around.seatsIn(edges('GOVERNS').map(({ fromId }) => fromId));
  const resting = await allResting(
    around,
    [...seats, ...offices].map(({ id }) => id),
    edges('AFFILIATED_WITH').map(({ fromId }) => fromId),
  );
  const replaced = edges('REPLACES').map(({ toId }) => membershipId(toId));

  const written = new Set(now.edges.map(({ id }) => id));
  const found = new Map<string, EdgeElement>();
  const add = (type: 'MEMBER_OF' | 'AFFILIATED_WITH', rows: readonly (Membership | Affiliation)[]): void => {
    for (const row of rows) if (!written.has(row.id) && !gone.has(row.id) && !isGiven(row.id)) found.set(row.id, elementOf(type, row));
  };
  add('MEMBER_OF', await around.seatsIn(bodies));
  add('MEMBER_OF', await around.seatsOf(dead));
  add('MEMBER_OF', await around.seats([...replaced, ...resting]));
  add('AFFILIATED_WITH', await around.tiesOf(dead));
  return [...found.values()];
};

/** The terms of bodies, in those that hold over with where their first seats begin. */
const termsIn = async (around: AllAround, bodies: ReadonlyMap<string, Body>): Promise<Map<string, TermInterval[]>> => {
  const held = grouped(await around.seatsIn([...bodies.values()].filter(({ holdsOver }) => holdsOver).map(({ id }) => id)), ({ body }) => body);
  const terms = grouped(await around.terms(bodies.keys()), ({ fromId }) => fromId);
  return new Map(
    [...terms].map(([body, rows]) => {
      const own = rows.map((term): TermInterval => ({ ...term, id: term.toId }));
      const seats = held.get(body)?.map(({ term, stated }) => ({ term, stated: JSON.parse(stated) as Stated }));
      return [body, seats ? seatedTerms(own, seats) : own];
    }),
  );
};

/** What lies around each seat and tie. */
const surroundingsOf = async (around: AllAround, edges: readonly EdgeElement[]): Promise<(edge: EdgeElement) => Surroundings> => {
  const seats = edges.filter(({ type }) => type === 'MEMBER_OF');
  const bodies = await around.bodies(seats.map(({ toId }) => toId));
  const terms = await termsIn(around, bodies);
  const endings = await endingsOf(
    around,
    seats.map(({ id, fromId }) => ({ id, person: fromId })),
  );
  const people = await around.people(edges.filter(({ type }) => type === 'AFFILIATED_WITH').map(({ fromId }) => fromId));
  return ({ type, id, fromId, toId, properties }) => {
    if (type === 'AFFILIATED_WITH') return { endings: endOfHolder(people.get(fromId)) };
    const body = bodies.get(toId);
    return { ...(body && { body }), terms: terms.get(toId) ?? [], term: properties['term'] as string | null, endings: endings({ id, person: fromId }) };
  };
};

/** The seat or tie with the bounds that its surroundings give it; any other edge as it is. */
type WithBounds = (edge: EdgeElement) => EdgeElement;

/** Bounds seats and ties, of these edges, by what lies around them. */
export const boundBy = async (around: AllAround, edges: readonly EdgeElement[]): Promise<WithBounds> => {
  const of = await surroundingsOf(
    around,
    edges.filter(({ stated }) => stated),
  );
  return (edge) => (edge.stated ? { ...edge, properties: { ...edge.properties, ...storedBounds(bounded(edge.stated, of(edge))) } } : edge);
};

/** Bounds what a transaction writes; `derived`: what is recorded, depends on it, and is not written itself, with its bounds. */
export const boundAnew = async (reader: Reader, writing: Writing): Promise<{ withBounds: WithBounds; derived: EdgeElement[] }> => {
  const { now, gone } = writing;
  const around = readSurroundings(reader, { ...now, gone });
  const others = await moved(around, writing);
  const withBounds = await boundBy(around, [...now.edges, ...others]);
  return { withBounds, derived: others.map(withBounds) };
};
