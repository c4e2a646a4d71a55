import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader } from '../../read/node-loader.js';
import { batched, perScope, scopedLoader } from '../../read/scope.js';
import type { Followed, Following } from './model.js';
import { followedBy } from './rules.js';
import { stepsUp } from './steps.js';

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
