import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { asRecorded, nodeLoader, nodesOn } from '../../read/node-loader.js';
import { batched, inOrder, perScope } from '../../read/scope.js';
import { type Listing } from './lists.js';

export const documents = ({ reader }: Loading) => nodeLoader(reader, queries.documents.byIds, 'd');

export const sources = ({ reader }: Loading) => nodeLoader(reader, queries.documents.sourcesByIds, 's');

/** Which sources nodes name, beside what lists hold of them. */
export const sourced = ({ reader }: Loading) => nodeLoader(reader, queries.record.sources, 'n');

export const sourcesOfDocument = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.documents.sourcesByDocumentIds, use(sources), (row) => row.sources.map(({ s }) => s));

export const documentsOfMeeting = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.documents.byMeetingIds, use(documents), (row) => row.documents.map(({ d }) => d));

/** The lists of every member of a body. */
export const completeLists = ({ reader, use }: Loading) =>
  perScope((knownAt: number) =>
    batched<Listing[]>(async (ids) => {
      const rows = await reader.read(queries.documents.completeByBodyIds, { ids, knownAt });
      return Promise.all(
        inOrder(ids, rows, ({ lists }) => lists, []).map(async (lists): Promise<Listing[]> => {
          const then = await asRecorded(
            use(documents),
            knownAt,
            lists.map(({ d }) => d),
          );
          return lists.map(({ d, on }, at) => ({ document: d.id, date: then[at]?.date ?? null, on }));
        }),
      );
    }),
  );
