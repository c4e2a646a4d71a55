import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { nodeLoader, nodesOn } from './nodes.js';

/** Documents and what they report. */
export const documentLoaders = (reader: Reader) => {
  const documents = nodeLoader(reader, queries.documents.byIds, 'd');
  const sources = nodeLoader(reader, queries.documents.sourcesByIds, 's');
  const meetings = nodeLoader(reader, queries.meetings.byIds, 'x');
  const items = nodeLoader(reader, queries.meetings.itemsByIds, 'x');

  return {
    documents,
    sources,
    meetings,
    items,
    sourcesOfDocument: nodesOn(reader, queries.documents.sourcesByDocumentIds, sources, (row) => row.sources.map(({ s }) => s)),
    documentsOfMeeting: nodesOn(reader, queries.documents.byMeetingIds, documents, (row) => row.documents.map(({ d }) => d)),
    meetingsOfBody: nodesOn(reader, queries.meetings.byBodyIds, meetings, (row) => row.meetings.map(({ x }) => x)),
    itemsOfMeeting: nodesOn(reader, queries.meetings.itemsByMeetingIds, items, (row) => row.items.map(({ x }) => x)),
  };
};
