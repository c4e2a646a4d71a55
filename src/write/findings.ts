import type { Reader } from '../graph/port.js';
import { type Asked, checkThings } from '../integrity/check.js';
import type { Finding } from '../integrity/model.js';
import type { Elements } from '../record/elements.js';
import { isBody } from '../words/bodies/model.js';
import { isPerson } from '../words/people/model.js';
import { type Entry, elementsOf } from './plan.js';

const PRINCIPAL = /^(?:body|municipality|region|party):/;

/** What rules are asked of, from the nodes of entries and what their edges join. */
const askedOf = (entries: readonly Entry[]): Asked => {
  const asked = { bodies: new Set<string>(), people: new Set<string>(), principals: new Set<string>(), things: new Set<string>() };
  const add = (id: string): void => {
    asked.things.add(id);
    if (isBody(id)) asked.bodies.add(id);
    if (isPerson(id)) asked.people.add(id);
    if (PRINCIPAL.test(id)) asked.principals.add(id);
  };
  const addAll = ({ nodes, edges }: Elements): void => {
    for (const { id } of nodes) add(id);
    for (const { fromId, toId } of edges) [fromId, toId].forEach(add);
  };
  for (const { before, after } of entries) [before, after].map(elementsOf).forEach(addAll);
  return asked;
};

const keyOf = (finding: Finding): string => JSON.stringify([finding.rule, finding.verdict, finding.on, finding.things]);

/** What rules say of the things that entries touch; called again once these are written, what they say then and did not say before. */
export const judging = async (reader: Reader, entries: readonly Entry[]): Promise<() => Promise<Finding[]>> => {
  const asked = askedOf(entries);
  const before = new Set((await checkThings(reader, asked)).map(keyOf));
  return async () => (await checkThings(reader, asked)).filter((finding) => !before.has(keyOf(finding)));
};
