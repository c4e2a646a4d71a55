import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type World, ask, seedWorld } from './world.js';

const S = ['source:minutes'];

/** A council of two municipalities, what was recommended to it, what it made of it, and what was said of it. */
export const decidedWorld = (more: World = {}): World => ({
  documents: [
    { id: 'doc:minutes', title: 'Minutes', kind: 'minutes', date: '2022-06-21' },
    { id: 'doc:letter', title: 'Newsletter', kind: 'newsletter', date: '2022-06-23' },
  ],
  sources: [
    { id: 'source:minutes', document: 'doc:minutes', quote: 'Mødet blev holdt.' },
    { id: 'source:approved', document: 'doc:minutes', quote: 'Rådet godkendte årsregnskabet.' },
    { id: 'source:letter', document: 'doc:letter', quote: 'Bo talte også på mødet.' },
  ],
  municipalities: [
    { id: 'municipality:aabenraa', name: 'Aabenraa', code: '0580', sources: S },
    { id: 'municipality:varde', name: 'Varde', code: '0573', sources: S },
    { id: 'municipality:aeroe', name: 'Ærø', code: '0492', sources: S },
  ],
  people: [
    { id: 'person:anna', name: 'Anna', sources: S },
    { id: 'person:bo', name: 'Bo', sources: S },
  ],
  bodies: [
    { id: 'body:council', kind: 'FORUM', name: 'Council', sources: S },
    { id: 'body:board', kind: 'BOARD', name: 'Board', sources: S },
  ],
  memberships: [
    { id: 'membership:anna', person: 'person:anna', body: 'body:council', role: 'CHAIR', seen: [{ on: '2022-06-21', in: 'doc:minutes' }], sources: S },
  ],
  meetings: [{ id: 'meeting:june', body: 'body:council', title: 'June', date: '2022-06-21', documents: ['doc:minutes'], sources: S }],
  'agenda-items': [
    {
      id: 'item:june-1',
      meeting: 'meeting:june',
      number: '1',
      title: 'Accounts',
      sources: S,
      recommendations: [
        { text: 'Approve the accounts', outcome: 'APPROVED', sources: S },
        { text: 'Note the outlook', outcome: 'NOTED', sources: ['source:approved'] },
      ],
      appearances: [
        { person: 'person:bo', announced: true, reported: false, sources: ['source:letter'] },
        { person: 'person:anna', onBehalfOf: 'body:board', announced: false, reported: true, sources: S },
        { person: 'person:anna', onBehalfOf: 'municipality:varde', announced: true, reported: true, sources: S },
      ],
    },
    {
      id: 'item:june-2',
      meeting: 'meeting:june',
      number: '2',
      title: 'Refugees',
      sources: S,
      recommendations: [{ text: 'Approve the numbers', outcome: 'APPROVED', sources: S }],
    },
    { id: 'item:june-3', meeting: 'meeting:june', number: '3', title: 'Any other business', sources: S },
  ],
  decisions: [
    {
      id: 'decision:june-1a',
      item: 'item:june-1',
      body: 'body:council',
      date: '2022-06-21',
      text: 'Godkendte årsregnskabet',
      outcome: 'APPROVED',
      sources: ['source:approved'],
    },
    { id: 'decision:june-1b', item: 'item:june-1', body: 'body:council', date: '2022-06-21', text: 'Took note of the outlook', outcome: 'NOTED', sources: S },
    {
      id: 'decision:june-1c',
      item: 'item:june-1',
      body: 'body:council',
      date: '2022-06-21',
      text: 'Asked for figures of Åbenrå',
      outcome: 'REQUESTED',
      sources: S,
    },
    { id: 'decision:june-2', item: 'item:june-2', body: 'body:council', date: '2022-06-21', text: 'Took note of the numbers', outcome: 'NOTED', sources: S },
    {
      id: 'decision:board-10',
      body: 'body:board',
      date: '2021-11',
      text: 'Hired a consultant',
      outcome: 'DECIDED',
      basis: 'INFERRED',
      reason: 'Told in passing.',
      sources: S,
    },
    { id: 'decision:board-9', body: 'body:board', date: '2021-11', text: 'Appointed a chair', outcome: 'DECIDED', sources: S },
    { id: 'decision:unknown', text: 'Approved a forum', outcome: 'APPROVED', sources: S },
  ],
  agreements: [
    {
      id: 'agreement:climate',
      title: 'Aftale om klima',
      parties: ['municipality:varde', 'body:council'],
      from: '2020-09-08',
      until: '2024',
      status: 'in force',
      sources: S,
    },
    { id: 'agreement:aeldre', title: 'Ældreaftale', parties: ['body:board', 'body:council'], undated: 'No date is printed.', sources: S },
  ],
  allocations: [
    {
      id: 'allocation:aabenraa-2023',
      municipality: 'municipality:aabenraa',
      subject: 'Flygtninge',
      year: 2023,
      value: 7,
      printed: '7',
      item: 'item:june-2',
      sources: S,
    },
    {
      id: 'allocation:aeroe-2023',
      municipality: 'municipality:aeroe',
      subject: 'Flygtninge',
      year: 2023,
      value: null,
      printed: '-',
      item: 'item:june-2',
      sources: S,
    },
    {
      id: 'allocation:varde-2023',
      municipality: 'municipality:varde',
      subject: 'Flygtninge',
      year: 2023,
      value: 5,
      printed: '5',
      item: 'item:june-2',
      sources: S,
    },
    { id: 'allocation:varde-2022', municipality: 'municipality:varde', subject: 'Flygtninge', year: 2022, value: 0, sources: S },
    { id: 'allocation:varde-places', municipality: 'municipality:varde', subject: 'Elevpladser', year: 2022, value: 12, sources: S },
  ],
  statements: [
    {
      id: 'statement:speakers-letter',
      about: ['item:june-1', 'person:bo'],
      subject: 'Speakers',
      text: 'Bo spoke too.',
      date: '2022-06-21',
      conflictsWith: ['statement:speakers-minutes'],
      sources: ['source:letter'],
    },
    { id: 'statement:speakers-minutes', about: ['item:june-1', 'person:anna'], subject: 'Speakers', text: 'Only Anna spoke.', sources: S },
    { id: 'statement:total', about: ['body:council', 'municipality:varde'], subject: 'Flygtninge', text: 'The total is 12.', value: '12', sources: S },
    {
      id: 'statement:chair',
      about: ['membership:anna', 'body:council'],
      subject: 'Chair',
      text: 'The chair leads the meetings.',
      basis: 'INFERRED',
      reason: 'Custom.',
      sources: S,
    },
  ],
  ...more,
});

/** The ids of a list, read page after page. */
export const idsByPage = async (graph: Graph, list: string, filter: string, first: number): Promise<string[]> => {
  const query = `query ($after: String) { ${list}(filter: ${filter}, first: ${first}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } = (await ask(graph, query, { after }))[list];
    ids.push(...page.nodes.map(({ id }) => id));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  return ids;
};

/** The ids of a list, and how many it counts. */
export const listed = async (graph: Graph, list: string, args = ''): Promise<{ ids: string[]; totalCount: number }> => {
  const { nodes, totalCount } = (await ask(graph, `{ ${list}${args} { totalCount nodes { id } } }`))[list];
  return { ids: nodes.map(({ id }: { id: string }) => id), totalCount };
};

/** The lens of the record as it is now, as an argument. */
const asKnownNow = async (graph: Graph): Promise<string> => `knownAt: "${new Date((await readRevision(graph)).at).toISOString()}"`;

/** Writes the world and then its correction. Returns the lens of the record before the correction, as an argument. */
export const seedCorrected = async (graph: Graph, correct: (first: World) => World): Promise<string> => {
  const first = decidedWorld();
  await seedWorld(graph, first);
  const before = await asKnownNow(graph);
  await seedWorld(graph, { ...first, ...correct(first) });
  return before;
};
