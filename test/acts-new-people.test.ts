import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, recorded } from './writing.js';

const OPEN = { from: '2018-01-01', open: true };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
  await seedWorld(
    graph,
    council([seat('anna', 'anna', OPEN)], {
      people: [
        row('person:anna', { name: 'Anna Sørensen', aliases: [{ text: 'Anna Holm' }], identifiers: [{ scheme: 'wikidata', value: 'Q1' }] }),
        row('person:bo', { name: 'Bo Lund' }),
      ],
      parties: [row('party:a', { name: 'A' })],
      municipalities: [row('municipality:east', { name: 'East', code: '0901' })],
      affiliations: [row('affiliation:bo-east', { person: 'person:bo', with: 'municipality:east', ...OPEN })],
    }),
  );
});
afterEach(() => graph.close());

const addPerson = (name: string, more: object = {}) => ({ addPerson: { name, ...more } });
const appoint = (name: string) => ({
  appoint: { person: { new: { name } }, body: 'body:council', role: 'MEMBER', from: '2022-05-01' },
});

describe('somebody new', () => {
  test('has names, ties and identifiers, and a source of their own', async () => {
    const passage = { document: { new: { id: 'doc:letter', title: 'A letter', kind: 'letter' } }, quote: 'Gro Å. Holm lives here.' };
    const more = {
      aliases: ['Gro Aa. Holm'],
      gender: 'FEMALE',
      party: 'party:a',
      municipality: 'municipality:east',
      from: '2022-05-01',
      identifiers: [{ scheme: 'wikidata', value: 'Q2' }],
      source: { passage },
    };
    expect(await cameTo(graph, '2022-05-02', [addPerson('Gro Å. Holm', more)])).toEqual({
      status: 'WRITTEN',
      made: ['affiliation:gro-aa-holm-a RECORDED', 'affiliation:gro-aa-holm-east RECORDED', 'person:gro-aa-holm RECORDED'],
      events: ['MOVED gro-aa-holm', 'PARTY_JOINED gro-aa-holm'],
    });
    const { person } = await ask(
      graph,
      `{ person(id: "person:gro-aa-holm", asOf: "2022-06-01") { name aliases gender party { id } identifiers { scheme value } } }`,
    );
    expect(person).toMatchObject({ name: 'Gro Å. Holm', gender: 'FEMALE', party: { id: 'party:a' }, identifiers: [{ scheme: 'wikidata', value: 'Q2' }] });
  });

  test.each<[string, object, string[], string[]]>([
    ['of the same name', addPerson('anna soerensen'), ['POSSIBLE_DUPLICATE name'], ['person:anna']],
    ['of the same alias', addPerson('Anna HOLM'), ['POSSIBLE_DUPLICATE name'], ['person:anna']],
    ['with an alias that is a name', addPerson('Anna Berg', { aliases: ['Anna Sørensen'] }), ['POSSIBLE_DUPLICATE name'], ['person:anna']],
    ['one letter off in the same body', appoint('Anna Sørensens'), ['POSSIBLE_DUPLICATE person.new.name'], ['person:anna']],
    ['one letter off at home', addPerson('Bo Lind', { municipality: 'municipality:east' }), ['POSSIBLE_DUPLICATE name'], ['person:bo']],
  ])('%s is asked about, and nothing is written', async (_, act, problems, candidates) => {
    expect(await cameTo(graph, '2022-05-02', [act])).toEqual({ status: 'REFUSED', problems });
    const told = await recorded(graph, { acts: [act] });
    expect(told.problems.map(({ severity, candidates: who }) => [severity, who.map(({ id }) => id)])).toEqual([['WARNING', candidates]]);
  });

  test.each<[string, object]>([
    ['one letter off elsewhere', addPerson('Bo Lind')],
    ['one letter off in another body', appoint('Bo Lind')],
    ['two letters off', appoint('Anna Sørensen-Bo')],
    ['of another name in the same body', appoint('Anna Lund')],
  ])('%s is nobody else', async (_, act) => expect(await cameTo(graph, '2022-05-02', [act])).toMatchObject({ status: 'WRITTEN' }));

  test('who is accepted as another is recorded as different, and nobody is asked again', async () => {
    const asked = await recorded(graph, { acts: [appoint('Anna Sørensen')] });
    const accept = asked.problems.map(({ id }) => id);
    expect(await cameTo(graph, '2022-05-02', [appoint('Anna Sørensen')], accept)).toMatchObject({
      status: 'WRITTEN',
      made: ['membership:council-member-anna-soerensen RECORDED', 'person:anna-soerensen RECORDED'],
    });
    expect(
      await cameTo(graph, '2022-05-02', [{ appoint: { ...appoint('').appoint, person: { id: 'person:anna-soerensen' }, role: 'OBSERVER' } }]),
    ).toMatchObject({
      status: 'WRITTEN',
    });
    const third = await recorded(graph, { acts: [addPerson('Anna Sørensen')] });
    expect(third.problems.map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([['person:anna', 'person:anna-soerensen']]);
    const namesake = await cameTo(
      graph,
      '2022-05-03',
      [addPerson('Anna Sørensen')],
      third.problems.map(({ id }) => id),
    );
    expect(namesake.made).toEqual(['person:anna-soerensen-2 RECORDED']);
  });

  test('is asked about within an entry too', async () =>
    expect(await cameTo(graph, '2022-05-02', [addPerson('Ida Birk'), addPerson('Ida Birk')])).toEqual({
      status: 'REFUSED',
      problems: ['POSSIBLE_DUPLICATE name'],
    }));

  test.each<[string, object, string]>([
    ['with an identifier that another bears', addPerson('Ida Birk', { identifiers: [{ scheme: 'wikidata', value: 'Q1' }] }), 'ID_TAKEN identifiers.0'],
    ['with the id of another', addPerson('Ida Birk', { id: 'person:bo' }), 'ID_TAKEN id'],
    ['with the id of a body', addPerson('Ida Birk', { id: 'body:council' }), 'ID_TAKEN id'],
    ['with an id of another kind', addPerson('Ida Birk', { id: 'party:ida' }), 'BAD_VALUE id'],
    ['of no party', addPerson('Ida Birk', { party: 'municipality:east' }), 'WRONG_TYPE party'],
    ['of no municipality', addPerson('Ida Birk', { municipality: 'municipality:north' }), 'UNKNOWN_ID municipality'],
  ])('%s is refused', async (_, act, problem) => expect(await cameTo(graph, '2022-05-02', [act])).toEqual({ status: 'REFUSED', problems: [problem] }));

  test('who is recorded by that id as all that is said only gains the source', async () => {
    const ida = addPerson('Ida Birk', { id: 'person:ida', party: 'party:a' });
    expect(await cameTo(graph, '2022-05-02', [ida])).toMatchObject({ status: 'WRITTEN', made: ['affiliation:ida-a RECORDED', 'person:ida RECORDED'] });
    expect(await cameTo(graph, '2022-05-02', [ida])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-05-03', [ida])).toMatchObject({ made: ['affiliation:ida-a LEARNT', 'person:ida LEARNT'] });
    expect(await cameTo(graph, '2022-05-03', [addPerson('Ida Birk', { id: 'person:ida', gender: 'FEMALE' })])).toMatchObject({ problems: ['ID_TAKEN id'] });
  });
});
