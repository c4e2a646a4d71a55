import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { inBatches } from '../../record/batches.js';
import { followedBy } from '../calendars/rules.js';
import { stepsUp } from '../calendars/steps.js';
import type { HasTerm } from './model.js';
import { type TermOf, holdersOf, termsOfBody } from './rules.js';

/** All terms that bodies have: their own, and those by which they turn. */
export const readTerms = async (reader: Reader, bodies: Iterable<string>, knownAt: number): Promise<Map<string, TermOf[]>> => {
  const followed = [...(await followedBy(bodies, stepsUp(reader, knownAt)))];
  const holders = new Set(followed.flatMap(([body, all]) => [body, ...holdersOf(all)]));
  const terms = new Map<string, HasTerm[]>();
  await inBatches([...holders], async (ids) => {
    for (const row of await reader.read(queries.terms.of, { ids, knownAt }))
      terms.set(
        row.id,
        row.terms.map(({ r }) => r),
      );
  });
  return new Map(followed.map(([body, all]) => [body, termsOfBody(body, all, (holder) => terms.get(holder) ?? [])]));
};
