import * as queries from '../generated/queries.js';
import type { Kinds } from '../graph/kinds.js';
import type { Reader } from '../graph/port.js';
import { type Asked, checkThings } from '../integrity/check.js';
import type { Finding } from '../integrity/model.js';
import type { EdgeElement, Elements } from '../record/elements.js';
import { NOW } from '../record/time.js';
import { isAppointmentId, membershipId } from '../words/appointments/ids.js';
import { isBody } from '../words/bodies/model.js';
import { isPerson } from '../words/people/model.js';
import { type Entry, elementsOf } from './plan.js';

const PRINCIPAL = /^(?:body|municipality|region|party):/;

interface Things extends Asked {
  bodies: Set<string>;
  people: Set<string>;
  principals: Set<string>;
  things: Set<string>;
}

/** What rules are asked of: nodes, and what edges join. */
const askedOf = (all: readonly Elements[]): Things => {
  const asked: Things = { bodies: new Set(), people: new Set(), principals: new Set(), things: new Set() };
  const add = (id: string): void => {
    asked.things.add(id);
    if (isBody(id)) asked.bodies.add(id);
    if (isPerson(id)) asked.people.add(id);
    if (PRINCIPAL.test(id)) asked.principals.add(id);
  };
  for (const { nodes, edges } of all) {
    for (const { id } of nodes) add(id);
    for (const { fromId, toId } of edges) [fromId, toId].forEach(add);
  }
  return asked;
};

/** What is said of a seat concerns its body and its holder, also where the seat itself is not said anew: who stands in for it, or is on leave. */
const withSeats = async (reader: Reader, asked: Things, said: readonly Elements[]): Promise<Things> => {
  const seats = new Set(said.flatMap(({ edges }) => edges.map(({ id }) => id)));
  const ids = [...asked.things]
    .filter(isAppointmentId)
    .map(membershipId)
    .filter((id) => !seats.has(id));
  if (ids.length === 0) return asked;
  for (const { m } of await reader.read(queries.memberships.byIds, { ids, knownAt: NOW })) {
    asked.bodies.add(m.body);
    asked.people.add(m.person);
  }
  return asked;
};

const keyOf = (finding: Finding): string => JSON.stringify([finding.rule, finding.verdict, finding.on, finding.things]);

/** What rules say once entries are written, and did not say before: of what these touch, and of what moved with it. `written`: the kinds of all that was. */
export const newFindings = async (reader: Reader, entries: readonly Entry[], moved: readonly EdgeElement[], at: number, written: Kinds): Promise<Finding[]> => {
  const said = [...entries.flatMap(({ before, after }) => [before, after].map(elementsOf)), { nodes: [], edges: [...moved] }];
  const asked = await withSeats(reader, askedOf(said), said);
  const found = await checkThings(reader, asked, { written });
  if (found.length === 0) return found;
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const known = new Set((await checkThings(reader, asked, { rules, knownAt: at - 1 })).map(keyOf));
  return found.filter((finding) => !known.has(keyOf(finding)));
};
