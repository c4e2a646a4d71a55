import type { EdgeElement } from '../record/elements.js';
import { grouped } from '../record/grouped.js';
import { storedBounds } from '../record/dated-properties.js';
import { type Stated, type Surroundings, type TermInterval, bounded } from '../time/bounds.js';
import { seatedTerms } from '../time/endings.js';
import type { Affiliation } from '../words/affiliations/model.js';
import type { Body } from '../words/bodies/model.js';
import { endOfHolder, endingsOf } from '../words/memberships/endings.js';
import type { Membership } from '../words/memberships/model.js';
import { type AllAround, allDependents } from '../words/memberships/surroundings.js';
import { isDerived } from '../words/rules/rules.js';
import type { Touched } from './touched.js';

type Type = 'MEMBER_OF' | 'AFFILIATED_WITH';

const elementOf = (type: Type, row: Membership | Affiliation): EdgeElement => ({
  type,
  id: row.id,
  fromId: row.person,
  toId: 'body' in row ? row.body : row.principal,
  properties: row as unknown as EdgeElement['properties'],
  stated: JSON.parse(row.stated) as Stated,
});

/** The recorded seats and personal ties whose bounds may move with what a change touches, those aside that it writes itself. */
export const movedBy = async (around: AllAround, touched: Touched, isWritten: (id: string) => boolean): Promise<EdgeElement[]> => {
  const bodies = new Set(touched.bodies);
  for (const [id, { holdsOver }] of await around.bodies(touched.seated)) if (holdsOver) bodies.add(id);
  const offices = await around.seatsIn(touched.councils);
  const dependents = await allDependents(around, [...touched.seats, ...offices.map(({ id }) => id)], touched.tied);
  const found = new Map<string, EdgeElement>();
  const add = (type: Type, rows: readonly (Membership | Affiliation)[]): void => {
    for (const row of rows) if (!isWritten(row.id) && !isDerived(row.id)) found.set(row.id, elementOf(type, row));
  };
  add('MEMBER_OF', await around.seatsIn(bodies));
  add('MEMBER_OF', await around.seatsOf(touched.dead));
  add('MEMBER_OF', await around.seats([...touched.replaced, ...dependents]));
  add('AFFILIATED_WITH', await around.tiesOf(touched.dead));
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

/** These seats and ties, bounded by what lies around them. */
export const boundBy = async (around: AllAround, edges: readonly EdgeElement[]): Promise<EdgeElement[]> => {
  const of = await surroundingsOf(around, edges);
  return edges.map((edge) => (edge.stated ? { ...edge, properties: { ...edge.properties, ...storedBounds(bounded(edge.stated, of(edge))) } } : edge));
};
