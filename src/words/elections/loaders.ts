import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, prime } from '../../read/node-loader.js';
import { recordedLoader } from '../../read/scope.js';
import { people } from '../people/loaders.js';
import type { Elected } from './model.js';

export const elections = ({ reader }: Loading) => nodeLoader(reader, queries.elections.byIds, 'x');

/** The seats that elections filled; their holders are kept. */
export const elected = ({ reader, use }: Loading) =>
  recordedLoader(
    reader,
    queries.elections.elected,
    (row, knownAt): Elected[] => {
      prime(
        use(people),
        knownAt,
        row.elected.map(({ p }) => p),
      );
      return row.elected;
    },
    [],
  );
