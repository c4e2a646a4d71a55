import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { type EdgeElement, type Elements, type NodeElement, allElements } from '../record/elements.js';
import { NOW, isVisible } from '../record/time.js';
import { OF, TO, substituteFor } from '../words/appointments/definition.js';
import { appointmentId } from '../words/appointments/ids.js';
import { memberships } from '../words/memberships/definition.js';
import { readSurroundings } from '../words/memberships/surroundings.js';
import { readCircumstances, ruledBodies } from '../words/rules/circumstances.js';
import { DERIVED_BY } from '../words/rules/definition.js';
import type { Rule } from '../words/rules/model.js';
import { type DerivedSeat, derivedSeats, statedAs } from '../words/rules/rules.js';
import { boundBy } from './bounds.js';
import type { Touched } from './touched.js';

const elementsOf = ({ id, rule, cause, body, interval, standsBehind }: DerivedSeat): Elements => {
  const how = { basis: 'DERIVED' as const, reason: rule.sentence, sources: [...new Set([...rule.sources, ...cause.sources])].sort() };
  const dates = statedAs(interval);
  const { nodes, edges } = memberships.compile({
    id,
    person: cause.person,
    body,
    role: rule.role,
    ...dates,
    ...how,
    ...(dates.from && { fromBasis: 'DERIVED' }),
    ...(dates.until && { untilBasis: 'DERIVED' }),
    appointment: { exOfficio: rule.sentence, ...how },
    dependsOn: [{ on: cause.id, ...how }],
  } as never);
  const behind = standsBehind.map((seat) => substituteFor(appointmentId(id), seat, how));
  return { nodes, edges: [...edges, DERIVED_BY.between(appointmentId(id), rule.id, {}), ...behind] };
};

/** What is recorded of the seats that rules give in bodies. */
const presentIn = async (reader: Reader, bodies: readonly string[]): Promise<Elements> => {
  const present: Elements = { nodes: [], edges: [] };
  await inBatches(bodies, async (ids) => {
    for (const { rule, m } of await reader.read(queries.rules.derivedSeats, { ids, knownAt: NOW })) {
      const id = appointmentId(m.id);
      const seat: EdgeElement = { type: 'MEMBER_OF', id: m.id, fromId: m.person, toId: m.body, properties: {} };
      present.nodes.push({ label: 'Appointment', id, properties: {} });
      present.edges.push(seat, OF.between(id, m.person, {}), TO.between(id, m.body, {}), DERIVED_BY.between(id, rule, {}));
    }
  });
  await inBatches(
    present.nodes.map(({ id }) => id),
    async (ids) => {
      for (const { ties } of await reader.read(queries.appointments.tiesByIds, { ids, knownAt: NOW }))
        present.edges.push(...ties.map(({ t }): EdgeElement => ({ type: t.tie, id: t.id, fromId: t.fromId, toId: t.toId, properties: {} })));
    },
  );
  return present;
};

/** Whether a rule may give other seats after a change than before. */
const concernsRules = ({ seats, bodies, councils, territory, rules }: Touched): boolean =>
  rules || [seats, bodies, councils, territory].some(({ size }) => size > 0);

/** The bodies in which rules may give other seats after a change: those around the councils, bodies and places that it touches. */
const bodiesConcerned = async (reader: Reader, rules: readonly Rule[], { seated, bodies, councils, territory, rules: changed }: Touched): Promise<string[]> => {
  const all = await ruledBodies(reader, rules);
  const touched = new Set([...seated, ...bodies, ...councils, ...territory]);
  if (changed || rules.some(({ council }) => council !== null && touched.has(council))) return all;
  const around = new Set(touched);
  await inBatches([...touched], async (ids) => {
    for (const row of await reader.read(queries.rules.bodiesAround, { ids, knownAt: NOW }))
      for (const id of [...row.governed, ...row.inRegions, ...row.inRegion, ...row.covering]) around.add(id);
  });
  return all.filter((id) => around.has(id));
};

/** Seats by virtue of an office, as recorded now: what is to be written, a list of edges for each, and what is to be retracted. */
export interface Derived {
  nodes: NodeElement[];
  seats: EdgeElement[][];
  gone: Elements;
}

/** The seats that rules give around what a change touches. */
export const deriveSeats = async (reader: Reader, touched: Touched): Promise<Derived> => {
  const none: Derived = { nodes: [], seats: [], gone: { nodes: [], edges: [] } };
  if (!concernsRules(touched)) return none;
  const stored = (await reader.read(queries.rules.all, {})).map(({ r }) => r);
  const rules = stored.filter((rule) => isVisible(rule, NOW));
  if (stored.length === 0) return none;
  const bodies = await bodiesConcerned(reader, touched.rules ? stored : rules, touched);
  const elements = (await readCircumstances(reader, rules, NOW, bodies)).flatMap((one) => derivedSeats(rules, one)).map(elementsOf);
  const now = allElements(elements);
  const kept = new Set([...now.nodes, ...now.edges].map(({ id }) => id));
  const present = await presentIn(reader, bodies);
  return {
    nodes: now.nodes,
    seats: elements.map(({ edges }) => edges),
    gone: { nodes: present.nodes.filter(({ id }) => !kept.has(id)), edges: present.edges.filter(({ id }) => !kept.has(id)) },
  };
};

/** Derived seats with their bounds, once all that they depend on is written. */
export const boundDerived = async (reader: Reader, seats: readonly EdgeElement[]): Promise<EdgeElement[]> => {
  const coming = new Map(seats.map((seat) => [seat.id, seat.properties]));
  const around = readSurroundings(reader, {
    has: (id) => coming.has(id),
    of: (type, column, values) => (type === 'MEMBER_OF' ? [...coming.values()].filter((properties) => values.has(properties[column] as string)) : []),
  });
  return boundBy(around, seats);
};
