import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { TERMS, council, row, seat, seen } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, recorded, refused, written } from './writing.js';

const OPEN = { from: '2018-01-01', open: true };

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const appoint = (person: string, more: object = {}) => ({
  appoint: { person: { id: `person:${person}` }, body: 'body:council', role: 'MEMBER', from: '2022-05-01', ...more },
});

describe('an appointment', () => {
  const world = council(
    [
      seat('anna', 'anna', OPEN),
      seat('bo', 'bo', { from: '2018-01-01', until: '2021-01-01' }),
      seat('carl', 'carl', { seen: seen('2022-04-01') }),
      seat('dora', 'dora', { from: '2022' }),
      seat('eva', 'eva', { from: '2018-01-01', until: '2026-01-01' }),
    ],
    { people: [row('person:finn', { name: 'Finn' })], parties: [row('party:a', { name: 'A' })] },
  );

  test.each<[string, object, object]>([
    ['of somebody new', appoint('finn'), { ...written('membership:council-member-finn RECORDED'), events: ['JOINED finn'] }],
    ['that is recorded only gains the source', appoint('anna', { from: '2018-01-01' }), written('membership:anna LEARNT')],
    ['that is recorded of another day', appoint('anna'), refused('ALREADY_HELD')],
    ['that is recorded with an earlier start', appoint('anna', { from: '2017-01-01' }), refused('ALREADY_HELD')],
    ['after another that ended is a second spell', appoint('bo'), { ...written('membership:council-member-bo RECORDED'), events: ['JOINED bo'] }],
    ['on a day of the year that is recorded', appoint('dora'), { ...written('membership:dora LEARNT'), events: ['JOINED dora'] }],
    ['since before it was seen', appoint('carl', { from: '2022-03-01' }), { ...written('membership:carl LEARNT'), events: ['JOINED carl'] }],
    ['since a day after it was seen is another', appoint('carl'), { ...written('membership:council-member-carl RECORDED'), events: ['JOINED carl'] }],
    ['without a start, of who is seen', appoint('carl', { from: null }), written('membership:carl LEARNT')],
    ['with a printed end that is recorded', appoint('eva', { from: '2018-01-01', ends: { lastDay: '2025-12-31' } }), written('membership:eva LEARNT')],
    ['with another printed end', appoint('eva', { from: '2018-01-01', ends: { until: '2027-01-01' } }), refused('ALREADY_HELD')],
    ['with another title', appoint('anna', { from: '2018-01-01', title: 'byrådsmedlem' }), written('membership:anna LEARNT')],
    ['of who declined', appoint('finn', { declined: true }), written('membership:council-member-finn RECORDED')],
    ['of who declined, with an end', appoint('finn', { declined: true, ends: { unknown: true } }), refused('BAD_VALUE ends')],
    ['with an id of its own', appoint('finn', { id: 'membership:mine' }), { ...written('membership:mine RECORDED'), events: ['JOINED finn'] }],
    ['with an id that another has', appoint('finn', { id: 'membership:bo' }), refused('ID_TAKEN id')],
    ['with an id of something else', appoint('finn', { id: 'person:bo' }), refused('ID_TAKEN id')],
    ['of nobody', appoint('nobody'), refused('UNKNOWN_ID person.id')],
    ['of a body', { appoint: { ...appoint('x').appoint, person: { id: 'body:council' } } }, refused('WRONG_TYPE person.id')],
    ['in a party', appoint('finn', { body: 'party:a' }), refused('WRONG_TYPE body')],
    ['by a person', appoint('finn', { by: 'person:bo' }), refused('WRONG_TYPE by')],
    ['behind no seat', appoint('finn', { substituteFor: 'membership:none' }), refused('UNKNOWN_ID substituteFor')],
    ['decided at a seat', appoint('finn', { decidedAt: 'membership:bo' }), refused('WRONG_TYPE decidedAt')],
    ['in no term', appoint('finn', { term: 'term:none' }), refused('UNKNOWN_ID term')],
    ['that ends as it begins', appoint('finn', { ends: { until: '2022-05-01' } }), refused('ENDS_BEFORE_IT_BEGINS ends')],
  ])('%s', async (_, act, expected) => {
    await seedWorld(graph, world);
    expect(await cameTo(graph, '2022-05-02', [act])).toEqual(expected);
  });

  test('without an end makes a seat last that is recorded without one', async () => {
    await seedWorld(graph, world);
    const untilMin = async () => (await ask(graph, '{ node(id: "membership:dora") { ... on Membership { interval { open untilMin } } } }')).node.interval;
    await cameTo(graph, '2022-05-02', [appoint('dora', { from: '2022', ends: { unknown: true } })]);
    expect(await untilMin()).toMatchObject({ open: false });
    await cameTo(graph, '2022-05-03', [appoint('dora', { from: '2022' })]);
    expect(await untilMin()).toEqual({ open: true, untilMin: null });
  });

  test('in the place of another, of a substitute of several, and twice in two terms', async () => {
    const behind = (name: string) => appoint('finn', { role: 'SUBSTITUTE', substituteFor: `membership:${name}`, rank: 1 });
    const pool = appoint('finn', { role: 'SUBSTITUTE', substituteOf: 'party:a' });
    await seedWorld(graph, { ...world, terms: TERMS });
    expect(await cameTo(graph, '2022-05-02', [behind('anna'), behind('eva'), pool, behind('anna')])).toEqual({
      ...written(
        'membership:council-substitute-finn RECORDED',
        'membership:council-substitute-finn-2 RECORDED',
        'membership:council-substitute-finn-3 RECORDED',
      ),
      events: ['JOINED finn', 'JOINED finn', 'JOINED finn'],
    });
    expect(await cameTo(graph, '2022-05-02', [appoint('finn', { replaces: 'membership:bo' })])).toMatchObject({ status: 'WRITTEN', events: ['REPLACED finn'] });
    expect(await cameTo(graph, '2022-05-02', [appoint('bo', { term: 'term:council-2018', from: '2022-06-01' })])).toEqual(refused('OUTSIDE_TERM'));
  });

  test('of what a role allows to one alone is refused', async () => {
    await seedWorld(graph, council([seat('anna', 'anna', OPEN, { role: 'MAYOR' })], { people: [row('person:finn', { name: 'Finn' })] }));
    expect(await cameTo(graph, '2022-05-02', [appoint('finn', { role: 'MAYOR' })])).toMatchObject({
      status: 'REFUSED',
      problems: expect.arrayContaining(['SEAT_TAKEN']) as unknown,
    });
  });

  test('in a body that is no more is refused', async () => {
    const bodies = [{ id: 'body:gone', kind: 'BOARD', name: 'Gone', existence: { until: '2020-01-01' }, sources: ['source:1'] }];
    await seedWorld(graph, council([seat('anna', 'anna', OPEN)], { bodies }));
    expect(await cameTo(graph, '2022-05-02', [appoint('anna', { body: 'body:gone' })])).toEqual(refused('OUTSIDE_BODY'));
  });

  test('is one of the acts that an entry has at least', async () => {
    await expect(recorded(graph, { acts: [] })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'entry.acts' } });
  });

  test('with an end that is said not to be unknown is no entry', async () => {
    await seedWorld(graph, world);
    const entry = recorded(graph, { acts: [appoint('finn', { ends: { unknown: false } })] });
    await expect(entry).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'entry.acts.0.appoint.ends.unknown' } });
  });
});
