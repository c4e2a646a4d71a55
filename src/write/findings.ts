import type { Reader } from '../graph/port.js';
import { type Asked, checkThings } from '../integrity/check.js';
import type { Finding } from '../integrity/model.js';
import type { EdgeElement, Elements } from '../record/elements.js';
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

const keyOf = (finding: Finding): string => JSON.stringify([finding.rule, finding.verdict, finding.on, finding.things]);

/** What rules say once entries are written, and did not say before: of what these touch, and of what moved with it. */
export const newFindings = async (reader: Reader, entries: readonly Entry[], moved: readonly EdgeElement[], at: number): Promise<Finding[]> => {
  const asked = askedOf([...entries.flatMap(({ before, after }) => [before, after].map(elementsOf)), { nodes: [], edges: [...moved] }]);
  const found = await checkThings(reader, asked);
  if (found.length === 0) return found;
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const known = new Set((await checkThings(reader, asked, { rules, knownAt: at - 1 })).map(keyOf));
  return found.filter((finding) => !known.has(keyOf(finding)));
};
