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

/** What rules are asked of, from nodes and from what edges join, but for what they are asked of already. */
const askedOf = (all: readonly Elements[], known?: Things): Things => {
  const asked: Things = { bodies: new Set(), people: new Set(), principals: new Set(), things: new Set() };
  const add = (id: string): void => {
    if (known?.things.has(id)) return;
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
export type Judge = (moved: readonly EdgeElement[], at: number) => Promise<Finding[]>;

/** Asks what rules say of the things that entries touch, before these are written. */
export const judging = async (reader: Reader, entries: readonly Entry[]): Promise<Judge> => {
  const asked = askedOf(entries.flatMap(({ before, after }) => [before, after].map(elementsOf)));
  const before = await checkThings(reader, asked);
  return async (edges, at) => {
    const moved = askedOf([{ nodes: [], edges: [...edges] }], asked);
    const known = new Set([...before, ...(await checkThings(reader, moved, at - 1))].map(keyOf));
    const found = [...(await checkThings(reader, asked)), ...(await checkThings(reader, moved))];
    return found.filter((finding) => !known.has(keyOf(finding)));
  };
};
