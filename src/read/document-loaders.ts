import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import type { Appearance } from '../words/meetings/model.js';
import type { Person } from '../words/people/model.js';
import { type NodeLoader, nodeLoader, nodesOn, prime } from './node-loader.js';
import { batched, inOrder, perScope } from './scope.js';

/** Documents and what they report: meetings, what was recommended and decided at them, and what is said. */
export const documentLoaders = (reader: Reader, people: NodeLoader<Person>) => {
  const documents = nodeLoader(reader, queries.documents.byIds, 'd');
  const sources = nodeLoader(reader, queries.documents.sourcesByIds, 's');
  const meetings = nodeLoader(reader, queries.meetings.byIds, 'x');
  const items = nodeLoader(reader, queries.meetings.itemsByIds, 'x');
  const recommendations = nodeLoader(reader, queries.meetings.recommendationsByIds, 'x');
  const decisions = nodeLoader(reader, queries.decisions.byIds, 'x');
  const agreements = nodeLoader(reader, queries.agreements.byIds, 'x');
  const allocations = nodeLoader(reader, queries.allocations.byIds, 'x');
  const statements = nodeLoader(reader, queries.statements.byIds, 'x');

  return {
    documents,
    sources,
    meetings,
    items,
    decisions,
    agreements,
    allocations,
    statements,
    sourcesOfDocument: nodesOn(reader, queries.documents.sourcesByDocumentIds, sources, (row) => row.sources.map(({ s }) => s)),
    documentsOfMeeting: nodesOn(reader, queries.documents.byMeetingIds, documents, (row) => row.documents.map(({ d }) => d)),
    completeListsOf: nodesOn(reader, queries.documents.completeByBodyIds, documents, (row) => row.documents.map(({ d }) => d)),
    itemsOfMeeting: nodesOn(reader, queries.meetings.itemsByMeetingIds, items, (row) => row.items.map(({ x }) => x)),
    recommendationsAt: nodesOn(reader, queries.meetings.recommendationsByItemIds, recommendations, (row) => row.recommendations.map(({ x }) => x)),
    /** Who appeared at an item, with the people. */
    appearancesAt: perScope((knownAt: number) =>
      batched<Appearance[]>(async (ids) => {
        const rows = await reader.read(queries.meetings.appearancesByItemIds, { ids, knownAt });
        prime(
          people,
          knownAt,
          rows.flatMap(({ appearances }) => appearances.map(({ p }) => p)),
        );
        return inOrder(ids, rows, ({ appearances }) => appearances.map(({ a }) => a), []);
      }),
    ),
    decisionsAt: nodesOn(reader, queries.decisions.byItemIds, decisions, (row) => row.decisions.map(({ x }) => x)),
    allocationsAt: nodesOn(reader, queries.allocations.byItemIds, allocations, (row) => row.allocations.map(({ x }) => x)),
    conflictsOf: nodesOn(reader, queries.statements.conflictsByIds, statements, (row) => row.conflicts.map(({ x }) => x)),
  };
};
