import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { batched, perScope, scopedLoader } from '../../read/scope.js';
import { inBatches } from '../../record/batches.js';
import type { Followed, Following, Step } from './model.js';
import { type Steps, followedBy } from './rules.js';

const stepsBy =
  (query: typeof queries.calendars.stepsUp) =>
  (reader: Reader, knownAt: number): Steps =>
  async (ids) => {
    const found: Step[] = [];
    await inBatches(ids, async (some) => {
      for (const { steps } of await reader.read(query, { ids: some, knownAt })) for (const { r } of steps) found.push(r);
    });
    return found;
  };

export const stepsUp = stepsBy(queries.calendars.stepsUp);
export const stepsDown = stepsBy(queries.calendars.stepsDown);

export const calendars = ({ reader }: Loading) => nodeLoader(reader, queries.calendars.byIds, 'c');

export const followers = ({ reader }: Loading) => scopedLoader(reader, queries.calendars.followers, (row): Following[] => row.followers.map(({ r }) => r), []);

/** The calendars by which bodies turn their terms, on whatever day. */
export const followed = ({ reader }: Loading) =>
  perScope((knownAt: number) =>
    batched<Followed[]>(async (ids) => {
      const found = await followedBy(ids, stepsUp(reader, knownAt));
      return ids.map((id) => found.get(id) ?? []);
    }),
  );
