import type { Graph } from '../../src/graph/port.js';
import { NEVER } from '../../src/record/time.js';
import { type World, readingOf } from '../world.js';

/** What a world says that bounds of seats, ties and councils take their days from, though it is said of another thing. */
export interface Said {
  /** The dates of two documents; null: undated. */
  documents: readonly (string | null)[];
  /** In which of them each of three passages lies. */
  passages: readonly number[];
  /** Whether the second document lists all members of the board. */
  complete: boolean;
  died: string | null;
  party: string | null;
  place: string | null;
  board: string | null;
  holdsOver: boolean;
  term: readonly [string, string];
  /** When Carl leaves the board, for whose seat in it he is tied to a party, on which his seat in the council depends. */
  left: string | null;
}

const S = { sources: ['source:plain'] };

const until = (day: string | null) => (day ? { existence: { from: '1990-01-01', until: day } } : {});

export const worldOf = ({ documents, passages, complete, died, party, place, board, holdsOver, term: [from, end], left }: Said): World => {
  const seat = (name: string, body: string, dates: object, more: object = S) => ({
    id: `membership:${name}-${body}`,
    person: `person:${name}`,
    body: `body:${body}`,
    role: 'MEMBER',
    ...dates,
    ...more,
  });
  const named = (...at: number[]) => ({ sources: at.map((one) => `source:${one}`) });
  const dependsOn = (on: string) => ({ dependsOn: [{ on, ...S }], ...S });
  const tiedFor: Readonly<Record<string, string[]>> = { bo: ['bo-board', 'bo-council'], carl: ['carl-board'] };
  return {
    documents: [
      { id: 'doc:plain', title: 'Undated', kind: 'law' },
      ...documents.map((date, at) => ({ id: `doc:${at}`, title: `Minutes ${at}`, kind: 'minutes', ...(date && { date }) })),
    ],
    sources: [
      { id: 'source:plain', document: 'doc:plain', quote: 'So it is.' },
      ...passages.map((document, at) => ({ id: `source:${at}`, document: `doc:${document}`, quote: `They sit there, ${at}.` })),
    ],
    people: ['anna', 'bo', 'carl'].map((name) => ({ id: `person:${name}`, name, ...(name === 'bo' && died && { diedOn: died }), ...S })),
    parties: [{ id: 'party:a', name: 'A', ...until(party), ...S }],
    municipalities: [{ id: 'municipality:m', name: 'M', code: '0001', ...until(place), ...S }],
    bodies: [
      { id: 'body:council', kind: 'COUNCIL', name: 'Council', ...S },
      { id: 'body:forum', kind: 'FORUM', name: 'Forum', ...S },
      { id: 'body:board', kind: 'BOARD', name: 'Board', ...until(board), ...(holdsOver && { holdsOver }), ...S },
    ],
    terms: [{ id: 'term:1', body: 'body:board', name: 'First', from, until: end, ...S }],
    relations: [
      { id: 'relation:g', kind: 'GOVERNS', subject: 'body:council', object: 'municipality:m', from: '1990-01-01', ...S },
      { id: 'relation:c', kind: 'COVERS', subject: 'body:forum', object: 'municipality:m', from: '1990-01-01', ...S },
    ],
    rules: [{ id: 'rule:mayors', sentence: 'Mayors sit in the forum.', body: 'body:forum', office: 'MAYOR', places: 'COVERS', role: 'MEMBER', ...S }],
    lists: [{ id: 'list:1', document: 'doc:1', body: 'body:board', complete, ...S }],
    memberships: [
      seat('anna', 'council', { open: true }, named(0)),
      seat('bo', 'council', { open: true, from: '2010' }, { role: 'MAYOR', ...named(0, 1) }),
      seat('anna', 'board', { open: true }, { ...named(1), dependsOn: [{ on: 'membership:anna-council', ...S }] }),
      seat('bo', 'board', { open: true, over: [{ on: '2019-01-01', in: 'doc:plain' }] }, named(2)),
      seat('carl', 'board', { seen: [{ on: '2016-05-01', in: 'doc:0' }], ...(left && { until: left }) }),
      seat('carl', 'council', { from: '2012-01-01', until: '2030-01-01' }, dependsOn('affiliation:carl')),
    ],
    'stand-ins': [{ id: 'stand-in:1', substitute: 'membership:carl-council', holder: 'membership:anna-council', from: '2013', ...S }],
    affiliations: ['anna', 'bo', 'carl'].map((name, at) => ({
      id: `affiliation:${name}`,
      person: `person:${name}`,
      with: 'party:a',
      open: true,
      ...(tiedFor[name] && { dependsOn: tiedFor[name].map((one) => `membership:${one}`) }),
      ...named(at),
    })),
  };
};

export const FIRST: Said = {
  documents: ['2014-02-01', '2016-02-01'],
  passages: [0, 1, 1],
  complete: false,
  died: null,
  party: null,
  place: null,
  board: null,
  holdsOver: false,
  term: ['2010-01-01', '2018-01-01'],
  left: null,
};

const BOUNDS = 'x.fromMin + x.fromMax + x.untilMin + x.untilMax';

/** The bounds of all that is recorded now, in the order of their ids. */
export const boundsOf = async (graph: Graph): Promise<string[]> => {
  const read = (match: string) => graph.read(readingOf<{ x: string }>(`${match} WHERE x.retractedAt = ${NEVER} RETURN x.id + ' ' + ${BOUNDS} AS x`, ['x']), {});
  const found = [
    ...(await read('MATCH (p:Person)-[x:MEMBER_OF]->(b:Body)')),
    ...(await read('MATCH (p:Person)-[x:AFFILIATED_WITH]->(b:Party)')),
    ...(await read('MATCH (a:Appointment)-[x:STOOD_IN]->(b:Appointment)')),
    ...(await read('MATCH (x:Body)')),
  ];
  return found.map(({ x }) => x).sort();
};
