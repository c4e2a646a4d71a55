import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import { inBatches } from '../../record/batches.js';
import { sortedBy } from '../../record/order.js';
import { stepsUp } from '../calendars/loaders.js';
import { followedBy } from '../calendars/rules.js';
import type { HasTerm } from './model.js';
import { type TermOf, termsOfBody } from './rules.js';

export const terms = ({ reader }: Loading) => nodeLoader(reader, queries.terms.byIds, 't');

/** The terms of a body or calendar, oldest first: the edges to them. */
export const edges = ({ reader }: Loading) =>
  recordedLoader(
    reader,
    queries.terms.of,
    (row): HasTerm[] =>
      sortedBy(
        row.terms.map(({ r }) => r),
        ({ fromMin, untilMax, id }) => [fromMin, untilMax, id],
      ),
    [],
  );

/** All terms that bodies have: their own, and those by which they turn. */
export const readTerms = async (reader: Reader, bodies: Iterable<string>, knownAt: number): Promise<Map<string, TermOf[]>> => {
  const followed = [...(await followedBy(bodies, stepsUp(reader, knownAt)))];
  const holders = new Set(followed.flatMap(([body, all]) => [body, ...all.flatMap(({ calendar, follower }) => [calendar, follower])]));
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
