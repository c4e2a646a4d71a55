import { vi } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type World, ask } from './world.js';

/** The clock of this process stands at noon of a day, until `realTime`. */
export const itIs = (day: string): void => void vi.useFakeTimers({ now: new Date(`${day}T12:00:00+01:00`), toFake: ['Date'] });
export const realTime = (): void => void vi.useRealTimers();

const S = ['source:1'];

export const row = (id: string, fields: object = {}) => ({ id, ...fields, sources: S });

/** A seat of a person in the board, by a name. */
export const seat = (name: string, fields: object = {}) =>
  row(`membership:${name}`, { person: `person:${name}`, body: 'body:board', role: 'MEMBER', ...fields });

export const [ANN, BO] = [seat('ann', { from: '2021-01-01' }), seat('bo', { from: '2023-05-01', until: '2024-05-01' })];

/** A board with a member from a town, and one who is to come. */
export const board = (more: World = {}): World => ({
  documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
  sources: [
    { id: 'source:1', document: 'doc:1', quote: 'They sit there.' },
    { id: 'source:2', document: 'doc:1', quote: 'It was said twice.' },
  ],
  regions: [row('region:land', { name: 'Land', code: '1082' })],
  municipalities: [row('municipality:town', { name: 'Town', code: '0101' }), row('municipality:other', { name: 'Other', code: '0147' })],
  people: [row('person:ann', { name: 'Ann' }), row('person:bo', { name: 'Bo' })],
  bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
  affiliations: [row('affiliation:ann', { person: 'person:ann', with: 'municipality:town', from: '2020-01-01' })],
  memberships: [ANN, BO],
  ...more,
});

/** What the board's world tells when it is recorded. */
export const FIRST = [
  'body:board',
  'doc:1',
  'municipality:other',
  'municipality:town',
  'person:ann',
  'person:bo',
  'region:land',
  'MOVED affiliation:ann@FROM',
  'JOINED membership:ann@FROM',
  'JOINED membership:bo@FROM',
  'LEFT membership:bo@UNTIL',
];

/** The same with other seats than these. */
export const seats = (...memberships: object[]): World => board({ memberships });

export interface Item {
  cursor: string;
  kind: string;
  at: string;
  revision: number;
  event: { id: string; kind: string; latest: string; recordedAt: string } | null;
  correction: { id: string; because: string; was: { id: string } | null; is: { id: string } | null } | null;
  recorded: { id: string } | null;
}

interface Page {
  nodes: Item[];
  endCursor: string;
  hasMore: boolean;
}

export const ITEM = `cursor kind at revision event { id kind latest recordedAt } correction { id because was { id } is { id } } recorded { id }`;

const PAGE = `query ($after: String, $first: Int, $filter: FeedFilter) { feed(after: $after, first: $first, filter: $filter) { nodes { ${ITEM} } endCursor hasMore } }`;

export const page = async (graph: Graph, after: string | null = null, first = 100, filter: object | null = null): Promise<Page> =>
  (await ask(graph, PAGE, { after, first, filter })).feed as Page;

/** A chain of pages from a cursor to the end for now. */
export const chain = async (graph: Graph, after: string | null = null, first = 100, filter: object | null = null): Promise<{ items: Item[]; end: string }> => {
  const items: Item[] = [];
  for (let from = after; ;) {
    const { nodes, endCursor, hasMore } = await page(graph, from, first, filter);
    items.push(...nodes);
    if (hasMore !== (nodes.length === first && hasMore)) throw new Error('a page that is not full has more');
    from = endCursor;
    if (!hasMore) return { items, end: endCursor };
  }
};

/** What an item tells, in a line. */
export const line = ({ kind, event, correction, recorded }: Item): string => {
  const tells = [
    event && `${event.kind} ${event.id.slice('event:'.length)}`,
    correction && `${correction.because} ${correction.id.split(':').slice(1).join(':').split('@')[0]}${correction.is ? '' : ' gone'}`,
    recorded?.id,
  ].filter(Boolean);
  if (tells.length !== 1) throw new Error(`${tells.length} told by one item`);
  return `${kind === 'EFFECTIVE' ? '* ' : ''}${tells[0]}`;
};

export const lines = async (graph: Graph, after: string | null = null, filter: object | null = null): Promise<string[]> =>
  (await chain(graph, after, 100, filter)).items.map(line);
