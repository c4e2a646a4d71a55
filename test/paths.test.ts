import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { type Step, nextWays, startOf } from '../src/questions/paths/rules.js';
import { ask, errorsOf, queriesOf, seedWorld, emptyGraph } from './world.js';

const S = ['source:1'];
const PEOPLE = ['anna', 'bo', 'carl', 'dorte', 'erik', 'frida', 'gerda', 'hans'];
const seat = (person: string, body: string, dates: object = { from: '2020-01-01', open: true }, role = 'MEMBER') => ({
  id: `membership:${body}-${person}-${role.toLowerCase()}`,
  person: `person:${person}`,
  body: `body:${body}`,
  role,
  ...dates,
  sources: S,
});

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await seedWorld(graph, {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes', date: '2022-06-21' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: PEOPLE.map((id) => ({ id: `person:${id}`, name: id, sources: S })),
    bodies: ['council', 'board', 'forum', 'club', 'fund'].map((id) => ({ id: `body:${id}`, kind: 'BOARD', name: id, sources: S })),
    memberships: [
      seat('anna', 'council'),
      seat('bo', 'council'),
      seat('bo', 'board'),
      seat('carl', 'board'),
      seat('dorte', 'board', { from: '2021-01-01', until: '2022-01-01' }),
      // A second way from anna to carl, through a seat that is only possible.
      seat('anna', 'club', { seen: [{ on: '2022-06-21', in: 'doc:1' }] }),
      seat('carl', 'club'),
      seat('erik', 'forum'),
      seat('carl', 'forum'),
      // A substitute does not sit.
      seat('frida', 'forum', undefined, 'SUBSTITUTE'),
      seat('gerda', 'fund'),
      seat('erik', 'council', { until: '2021-06-01' }),
    ],
  });
});
afterAll(() => graph.close());

const pathOf = async (args: string): Promise<string[] | null> => {
  const { path } = await ask(graph, `{ path(${args}) { steps { person { name } body { name } next { name } certainty } } }`);
  return (
    path &&
    path.steps.map(
      (step: { person: { name: string }; body: { name: string }; next: { name: string }; certainty: string }) =>
        `${step.person.name} ${step.body.name} ${step.next.name} ${step.certainty}`,
    )
  );
};

describe('path', () => {
  test.each([
    ['the shortest, on the day', 'from: "person:anna", to: "person:carl", asOf: "2022-06-21"', ['anna club carl CERTAIN']],
    ['a longer one that is certain is not shorter', 'from: "person:anna", to: "person:carl", asOf: "2022-06-22"', ['anna club carl POSSIBLE']],
    ['through a body that carries it on', 'from: "person:anna", to: "person:erik", asOf: "2022-06-21"', ['anna club carl CERTAIN', 'carl forum erik CERTAIN']],
    ['another day, another path', 'from: "person:anna", to: "person:erik", asOf: "2021-05-31"', ['anna council erik CERTAIN']],
    ['who left is not reached', 'from: "person:anna", to: "person:dorte", asOf: "2022-06-21"', null],
    ['who was there is', 'from: "person:bo", to: "person:dorte", asOf: "2021-06-21"', ['bo board dorte CERTAIN']],
    ['a substitute does not sit', 'from: "person:anna", to: "person:frida", asOf: "2022-06-21"', null],
    ['unrelated people', 'from: "person:anna", to: "person:gerda", asOf: "2022-06-21"', null],
    ['too few steps', 'from: "person:anna", to: "person:erik", maxSteps: 1, asOf: "2022-06-21"', null],
    ['from a body', 'from: "body:council", to: "person:erik", asOf: "2022-06-21"', ['anna club carl CERTAIN', 'carl forum erik CERTAIN']],
    ['from one body to another', 'from: "body:council", to: "body:forum", asOf: "2022-06-21"', ['anna club carl CERTAIN']],
    ['bodies that share a member', 'from: "body:council", to: "body:board", asOf: "2022-06-21"', []],
    ['the same person', 'from: "person:anna", to: "person:anna", asOf: "2022-06-21"', []],
    ['a body in which nobody sits any more to itself', 'from: "body:council", to: "body:council", asOf: "2099-01-01"', []],
    ['a body in which some sit to itself', 'from: "body:council", to: "body:council", asOf: "2022-06-21"', []],
    ['a body in which nobody sits to another', 'from: "body:council", to: "body:board", asOf: "1900-01-01"', null],
    ['a body that is unknown to itself', 'from: "body:none", to: "body:none", asOf: "2022-06-21"', null],
    ['someone who sits nowhere to themselves', 'from: "person:gerda", to: "person:gerda", asOf: "1900-01-01"', []],
    ['someone unknown', 'from: "person:anna", to: "person:nobody", asOf: "2022-06-21"', null],
    ['something that is neither', 'from: "person:anna", to: "doc:1", asOf: "2022-06-21"', null],
  ])('%s', async (_, args, expected) => expect(await pathOf(args)).toEqual(expected));

  test('of equally short ways the one with the fewest possible steps, then the first by ids', () => {
    const step = (body: string, certainty: 'CERTAIN' | 'POSSIBLE') => ({ person: 'person:a', body, next: 'person:b', certainty });
    const from = new Map([['person:a', startOf('person:a')]]);
    const bodies = (...steps: Step[]) =>
      nextWays(from, steps, new Set(['person:a']))
        .get('person:b')
        ?.steps.map(({ body }) => body);
    expect(bodies(step('body:1', 'POSSIBLE'), step('body:2', 'CERTAIN'))).toEqual(['body:2']);
    expect(bodies(step('body:3', 'CERTAIN'), step('body:2', 'CERTAIN'))).toEqual(['body:2']);
    expect(nextWays(from, [step('body:1', 'CERTAIN')], new Set(['person:b'])).size).toBe(0);
  });

  test.each([0, 13])('%i steps are refused', async (steps) => {
    const [error] = await errorsOf(graph, `{ path(from: "person:anna", to: "person:bo", maxSteps: ${steps}) { steps { certainty } } }`);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('1 to 12') });
  });

  test('asks two questions a level, however many people it meets', async () => {
    const asked = await queriesOf(graph, '{ path(from: "person:anna", to: "person:erik", asOf: "2022-06-21") { steps { certainty } } }');
    expect(asked.filter((name) => name.startsWith('memberships/'))).toHaveLength(4);
  });
});

describe('interlocks', () => {
  test('are those who sit in at least two of the bodies, with these seats', async () => {
    const { interlocks } = await ask(
      graph,
      `{ interlocks(bodies: ["body:council", "body:board", "body:club", "body:forum"], asOf: "2022-06-22") {
      person { name } memberships { body { name } certainty } } }`,
    );
    expect(interlocks).toEqual([
      {
        person: { name: 'bo' },
        memberships: [
          { body: { name: 'board' }, certainty: 'CERTAIN' },
          { body: { name: 'council' }, certainty: 'CERTAIN' },
        ],
      },
      { person: { name: 'carl' }, memberships: ['board', 'club', 'forum'].map((name) => ({ body: { name }, certainty: 'CERTAIN' })) },
      {
        person: { name: 'anna' },
        memberships: [
          { body: { name: 'council' }, certainty: 'CERTAIN' },
          { body: { name: 'club' }, certainty: 'POSSIBLE' },
        ],
      },
    ]);
  });
});
