import * as queries from '../../generated/queries.js';
import type { Loading } from '../../read/loading.js';
import { nodeLoader, nodesOn } from '../../read/node-loader.js';

export const documents = ({ reader }: Loading) => nodeLoader(reader, queries.documents.byIds, 'd');

export const sources = ({ reader }: Loading) => nodeLoader(reader, queries.documents.sourcesByIds, 's');

/** Which sources nodes name, beside what lists hold of them. */
export const sourced = ({ reader }: Loading) => nodeLoader(reader, queries.record.sources, 'n');

export const sourcesOfDocument = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.documents.sourcesByDocumentIds, use(sources), (row) => row.sources.map(({ s }) => s));

export const documentsOfMeeting = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.documents.byMeetingIds, use(documents), (row) => row.documents.map(({ d }) => d));

/** The documents that list every member of a body. */
export const completeLists = ({ reader, use }: Loading) =>
  nodesOn(reader, queries.documents.completeByBodyIds, use(documents), (row) => row.documents.map(({ d }) => d));
