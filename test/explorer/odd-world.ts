import { expect } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { EDITOR, clerkOf } from '../clerk.js';
import { emptyGraph } from '../world.js';

const newcomer = (id: string, name: string, more: object = {}) => ({ new: { id: `person:${id}`, name, ...more } });

/** A council of those whom a country has few of: on leave, standing in, independent, without a certain day, namesakes. */
export const ACTS: readonly object[] = [
  { addPlace: { id: 'region:nord', kind: 'REGION', name: 'Region Nord', from: '2007-01-01' } },
  { addPlace: { id: 'municipality:kort', kind: 'MUNICIPALITY', name: 'Kort', code: '9902', liesIn: 'region:nord' } },
  { foundParty: { id: 'party:beta', name: 'Beta', letter: 'B' } },
  { establish: { id: 'body:kort', name: 'Kort Byråd', kind: 'COUNCIL', from: '2010-01-01', governs: 'municipality:kort' } },
  { establish: { id: 'body:vejr', name: 'Vejrrådet', kind: 'FORUM', from: '2010-01-01' } },
  { establish: { id: 'body:stor', name: 'Stort Repræsentantskab', kind: 'BOARD', from: '2010-01-01' } },
  { establish: { id: 'body:slut', name: 'Nedlagt Forum', kind: 'FORUM', from: '2010-01-01' } },
  {
    appoint: {
      id: 'membership:orla',
      person: newcomer('orla', 'Orla Orlov', { party: 'party:beta', municipality: 'municipality:kort', from: '2021-01-01' }),
      body: 'body:kort',
      role: 'COUNCILLOR',
      from: '2022-01-01',
      represents: ['municipality:kort'],
    },
  },
  {
    appoint: {
      id: 'membership:sus',
      person: newcomer('sus', 'Susanne Stedfortræder', { party: 'party:beta' }),
      body: 'body:kort',
      role: 'SUBSTITUTE',
      from: '2022-01-01',
      substituteFor: 'membership:orla',
      rank: 1,
    },
  },
  { leave: { id: 'leave:orla', membership: 'membership:orla', from: '2026-10-01', ends: { lastDay: '2027-01-31' }, reason: 'barsel' } },
  { standIn: { id: 'stand-in:sus', substitute: 'membership:sus', holder: 'membership:orla', from: '2026-10-15', ends: { lastDay: '2027-01-31' } } },
  { appoint: { id: 'membership:uffe', person: newcomer('uffe', 'Uffe Uafhængig'), body: 'body:kort', role: 'COUNCILLOR', from: '2022-01-01' } },
  { affiliate: { person: 'person:uffe', independent: true, from: '2022-01-01' } },
  { appoint: { id: 'membership:ida', person: newcomer('ida', 'Ida Ingenting'), body: 'body:kort', role: 'COUNCILLOR', from: '2022-01-01' } },
  { appoint: { id: 'membership:kim', person: newcomer('kim', 'Kim Kort'), body: 'body:vejr', role: 'MEMBER', from: '2022-03', ends: { unknown: true } } },
  { appoint: { id: 'membership:bo', person: newcomer('bo', 'Bo Gænger'), body: 'body:vejr', role: 'MEMBER', from: '2022-01-01' } },
  { appoint: { id: 'membership:bo-2', person: newcomer('bo-2', 'Bo Gænger'), body: 'body:stor', role: 'CHAIR', from: '2022-01-01' } },
  { appoint: { id: 'membership:sisse', person: newcomer('sisse', 'Sisse Slut'), body: 'body:slut', role: 'CHAIR', from: '2012-01-01' } },
  { allot: { by: 'municipality:kort', in: 'body:vejr', count: 3, from: '2022-01-01' } },
];

const SOURCE = { passage: { document: { new: { id: 'doc:referat', title: 'Referat', kind: 'minutes', date: '2021-05-01' } }, quote: 'Sådan er det.' } };

/** A graph that holds nothing but what its acts say. */
export const oddGraph = async (): Promise<Graph> => {
  const graph = await emptyGraph();
  const clerk = clerkOf(graph, EDITOR);
  // Namesakes are a warning, which who says so has read.
  const { problems } = await clerk.record([...ACTS], { source: SOURCE, mode: 'CHECK' });
  const { status } = await clerk.record([...ACTS], { source: SOURCE, accept: problems.map(({ id }) => id) });
  const dissolved = await clerk.record([{ dissolve: { thing: 'body:slut', ends: { until: '2020-01-01' } } }]);
  expect([status, dissolved.status]).toEqual(['WRITTEN', 'WRITTEN']);
  return graph;
};
