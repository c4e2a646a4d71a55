import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn, prime } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import { people } from '../people/loaders.js';
import type { Appearance } from './model.js';

export const meetings = ({ reader }: Loading) => nodeLoader(reader, queries.meetings.byIds, 'x');

export const items = ({ reader }: Loading) => nodeLoader(reader, queries.meetings.itemsByIds, 'x');

export const itemsOfMeeting = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.meetings.itemsByMeetingIds, use(items), (row) => row.items.map(({ x }) => x));

/** Who appeared at an item, with the people. */
export const appearancesAt = ({ reader, use }: Loading) =>
  recordedLoader(
    reader,
    queries.meetings.appearancesByItemIds,
    ({ appearances }, knownAt): Appearance[] => {
      prime(
        use(people),
        knownAt,
        appearances.map(({ p }) => p),
      );
      return appearances.map(({ a }) => a);
    },
    [],
  );
