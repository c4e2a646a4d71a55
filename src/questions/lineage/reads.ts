import type { Context } from '../../read/context.js';
import { type Lens, inItsTime } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { EVER } from '../../time/in-force.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { Relation } from '../../words/relations/model.js';
import { type Direction, farEnd, relationsOf } from '../../words/relations/reads.js';
import { oldestFirst } from './rules.js';

/** Every succession that leads on from a body in one direction, generation by generation. */
const successionsFrom = async (context: Context, body: string, direction: Direction, lens: Lens): Promise<Relation[]> => {
  const successions: Relation[] = [];
  const reached = new Set([body]);
  for (let generation = [body]; generation.length > 0;) {
    const found = (await Promise.all(generation.map((id) => relationsOf(context, id, lens, 'SUCCEEDS', direction, EVER)))).flat();
    successions.push(...found);
    generation = [...new Set(found.map((row) => farEnd(row, direction)))].filter((id) => !reached.has(id));
    for (const id of generation) reached.add(id);
  }
  return successions;
};

/** A body, all that came before it and all that came after it, of any date. */
export const lineageOf = async (context: Context, { row, lens }: BodyAt): Promise<BodyAt[]> => {
  const directions = await Promise.all((['from', 'to'] as const).map((direction) => successionsFrom(context, row.id, direction, lens)));
  const steps = directions.flat().map(({ fromId, toId }) => ({ before: toId, after: fromId }));
  const ids = new Set([row.id, ...steps.flatMap(({ before, after }) => [before, after])]);
  const bodies = await Promise.all([...ids].map((id) => referred<BodyAt>(context, id, lens)));
  return oldestFirst(
    bodies.map((body) => body.row),
    steps,
  ).map((body) => inItsTime(body, lens));
};
