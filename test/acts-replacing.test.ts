import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../src/graph/port.js';
import { council, row, seat } from './events-world.js';
import { ask, emptyGraph, seedWorld } from './world.js';
import { cameTo, refused, written } from './writing.js';

const S = { sources: ['source:1'] };
const OPEN = { from: '2018-01-01', open: true };
const substitute = (name: string, how: object) => seat(name, name, OPEN, { role: 'SUBSTITUTE', appointment: how });
const behind = (name: string, rank?: number) => ({ substituteFor: { membership: `membership:${name}`, ...(rank && { rank }), ...S } });
const pool = (of: string) => ({ substituteOf: { principal: of, ...S } });

let graph: Graph;
beforeEach(async () => {
  graph = await emptyGraph();
});
afterEach(() => graph.close());

const replace = (newHolder: string, more: object = {}) => ({
  replace: { membership: 'membership:anna', newHolder: { id: `person:${newHolder}` }, from: '2022-05-01', cause: 'RESIGNED', ...more },
});

const seatOf = async (id: string, asOf = '2022-06-01') =>
  (
    await ask(
      graph,
      `{ node(id: "membership:${id}", asOf: "${asOf}") { ... on Membership { from until began ended certainty district title
         substitutes { person { name } } appointment { represents { id } by { id } nominatedBy { id } exOfficio } } } }`,
    )
  ).node;

describe('a replacement', () => {
  test('by a substitute moves up, and the other substitutes go on for the new holder', async () => {
    await seedWorld(
      graph,
      council([
        seat('anna', 'anna', OPEN),
        substitute('bo', behind('anna', 1)),
        substitute('carl', behind('anna', 2)),
        substitute('dora', pool('body:council')),
      ]),
    );
    expect(await cameTo(graph, '2022-05-01', [replace('bo')])).toEqual({
      status: 'WRITTEN',
      made: [
        'membership:anna CHANGED',
        'membership:bo CHANGED',
        'membership:carl CHANGED',
        'membership:carl-2 RECORDED',
        'membership:council-member-bo RECORDED',
      ],
      events: ['REPLACED bo'],
      carried: ['REELECTED carl', 'REPLACED bo'],
    });
    expect(await seatOf('council-member-bo')).toMatchObject({
      began: 'SUBSTITUTE_MOVED_UP',
      certainty: 'CERTAIN',
      substitutes: [{ person: { name: 'carl' } }],
    });
    expect(await seatOf('anna')).toMatchObject({ until: '2022-05-01', ended: 'RESIGNED', certainty: null });
    expect(await seatOf('anna', '2022-04-30')).toMatchObject({ substitutes: [{ person: { name: 'bo' } }, { person: { name: 'carl' } }] });
    expect(await cameTo(graph, '2022-05-01', [replace('bo')])).toEqual({ status: 'UNCHANGED' });
    expect(await cameTo(graph, '2022-05-02', [replace('bo')])).toMatchObject({
      status: 'WRITTEN',
      made: ['membership:anna LEARNT', 'membership:council-member-bo LEARNT'],
    });
    expect(await cameTo(graph, '2022-05-02', [replace('carl')])).toEqual({ status: 'REFUSED', problems: ['ALREADY_ENDED'] });
  });

  const PARTY = [row('party:a', { name: 'A' })];
  const member = [row('affiliation:anna-a', { person: 'person:anna', with: 'party:a', ...OPEN })];
  test.each<[string, object, object, string[]]>([
    ['of the body', pool('body:council'), { began: 'SUBSTITUTE_MOVED_UP' }, ['REPLACED bo']],
    ['of the party of who leaves', pool('party:a'), { began: 'SUBSTITUTE_MOVED_UP' }, ['REPLACED bo']],
    ['of another party', pool('party:b'), { began: 'APPOINTED' }, []],
  ])('from the pool %s', async (_, how, began, carried) => {
    await seedWorld(
      graph,
      council([seat('anna', 'anna', OPEN), substitute('bo', how)], { parties: [...PARTY, row('party:b', { name: 'B' })], affiliations: member }),
    );
    const came = await cameTo(graph, '2022-05-01', [replace('bo')]);
    expect([came.status, came.events, came.carried ?? []]).toEqual(['WRITTEN', ['REPLACED bo'], carried]);
    expect(await seatOf('council-member-bo')).toMatchObject(began);
  });

  test('goes on with what is the seat’s, and not with what was the holder’s', async () => {
    const how = {
      represents: [{ principal: 'body:council', ...S }],
      by: { principal: 'body:council', ...S },
      nominatedBy: { principal: 'party:a', ...S },
      exOfficio: 'As mayor',
      ...S,
    };
    await seedWorld(
      graph,
      council(
        [
          seat('anna', 'anna', { from: '2018-01-01', until: '2024-01-01' }, { district: 'North', title: 'udvalgsformand', appointment: how }),
          seat('bo', 'bo', OPEN),
        ],
        {
          parties: PARTY,
          people: [row('person:carl', { name: 'Carl' })],
        },
      ),
    );
    expect(await cameTo(graph, '2022-05-01', [replace('carl', { from: '2022-05' })])).toMatchObject({
      status: 'WRITTEN',
      events: ['LEFT carl', 'REPLACED carl'],
    });
    expect(await seatOf('council-member-carl')).toEqual({
      from: '2022-05',
      until: '2024-01-01',
      began: 'APPOINTED',
      ended: null,
      certainty: 'CERTAIN',
      district: 'North',
      title: null,
      substitutes: [],
      appointment: { represents: [{ id: 'body:council' }], by: { id: 'body:council' }, nominatedBy: null, exOfficio: null },
    });
    expect(await seatOf('anna', '2022-05-15')).toMatchObject({ certainty: 'POSSIBLE', until: '2022-05' });
  });

  const UNCHANGED = { status: 'UNCHANGED' };
  test.each<[string, object, object, object]>([
    ['as it was', {}, { title: 'formand' }, UNCHANGED],
    ['with less', {}, {}, UNCHANGED],
    ['less exactly', {}, { from: '2022-05' }, UNCHANGED],
    ['another cause', {}, { cause: 'DIED' }, refused('ALREADY_ENDED')],
    ['another day', {}, { from: '2022-05-02' }, refused('ALREADY_ENDED')],
    ['another title', {}, { title: 'leder' }, refused('ALREADY_HELD')],
    ['another way in', {}, { began: 'CO_OPTED' }, refused('ALREADY_HELD')],
    ['more', {}, { ends: { until: '2026-01-01' } }, { status: 'WRITTEN', made: ['membership:council-member-bo LEARNT'], events: ['LEFT bo'] }],
    ['whom the new holder represents', {}, { represents: ['body:council'] }, written('membership:council-member-bo LEARNT')],
    ['as it was, of a printed end', { until: '2024-01-01', open: undefined }, {}, UNCHANGED],
    ['another end than the printed one', { until: '2024-01-01', open: undefined }, { ends: { until: '2023-01-01' } }, refused('ALREADY_HELD')],
    ['as it was, of a seat that had ended', { until: '2022-03-01', open: undefined }, {}, UNCHANGED],
    ['another title, of a seat that had ended', { until: '2022-03-01', open: undefined }, { title: 'leder' }, refused('ALREADY_HELD')],
  ])('said again, %s, adds what is new, and is no other', async (_, dates, again, expected) => {
    await seedWorld(graph, council([seat('anna', 'anna', { ...OPEN, ...dates })], { people: [row('person:bo', { name: 'Bo' })] }));
    expect((await cameTo(graph, '2022-05-01', [replace('bo', { title: 'formand' })])).status).toBe('WRITTEN');
    expect(await cameTo(graph, '2022-05-01', [replace('bo', again)])).toEqual(expected);
  });

  test('of a seat that ended before is linked only, also with one that stood empty', async () => {
    await seedWorld(
      graph,
      council([seat('anna', 'anna', { from: '2018-01-01', until: '2022-01-01' }, { ended: 'REMOVED' }), substitute('carl', behind('anna'))], {
        people: [row('person:bo', { name: 'Bo' })],
      }),
    );
    expect(await cameTo(graph, '2022-05-01', [replace('bo')])).toEqual({
      status: 'WRITTEN',
      made: ['membership:carl CHANGED', 'membership:carl-2 RECORDED', 'membership:council-member-bo RECORDED'],
      events: ['REPLACED bo'],
      carried: ['REELECTED carl'],
    });
    expect(await seatOf('anna')).toMatchObject({ until: '2022-01-01', ended: 'REMOVED' });
  });

  test.each<[string, object, string]>([
    ['on that day', { from: '2018-01-01', over: [{ on: '2022-05-01', in: 'doc:1' }] }, '2022-05-01'],
    ['some time before it', { from: '2018-01-01', over: [{ on: '2022-03-01', in: 'doc:1' }] }, '2022-05'],
    ['before its printed end', { from: '2018-01-01', until: '2026-01-01', over: [{ on: '2022-03', in: 'doc:1' }] }, '2022-05-01'],
  ])('of a seat that was seen to be over %s is linked only: nobody knows when it ended', async (_, dates, from) => {
    await seedWorld(graph, council([seat('anna', 'anna', dates)], { people: [row('person:bo', { name: 'Bo' })] }));
    const { until, certainty } = await seatOf('anna');
    expect((await cameTo(graph, '2022-05-01', [replace('bo', { from })])).made).toEqual(['membership:council-member-bo RECORDED']);
    expect(await seatOf('anna')).toMatchObject({ until, certainty });
    const { node } = await ask(graph, '{ node(id: "membership:council-member-bo") { ... on Membership { until appointment { replaces { id } } } } }');
    expect(node).toEqual({ until: null, appointment: { replaces: { id: 'membership:anna' } } });
  });

  test.each<[string, object, object]>([
    ['by the death of who held it', { diedOn: '2022-02-01' }, OPEN],
    ['with the seat on which it depended', {}, { ...OPEN, until: '2022-01-01', open: undefined }],
  ])('of a seat that ended %s is linked only', async (_, died, office) => {
    const seats = [seat('anna', 'anna', OPEN, { dependsOn: [{ on: 'membership:office', ...S }] }), seat('office', 'anna', office, { body: 'body:board' })];
    await seedWorld(
      graph,
      council(seats, {
        bodies: [row('body:board', { kind: 'BOARD', name: 'Board' })],
        people: [row('person:anna', { name: 'Anna', ...died }), row('person:bo', { name: 'Bo' })],
      }),
    );
    const { until, certainty } = await seatOf('anna');
    expect((await cameTo(graph, '2022-05-01', [replace('bo')])).made).toEqual(['membership:council-member-bo RECORDED']);
    expect([until, certainty, await seatOf('anna')]).toEqual([null, null, expect.objectContaining({ until, certainty })]);
  });

  test('ends leaves and stand-ins of who held it, and lets a substitute go on standing in for others', async () => {
    await seedWorld(
      graph,
      council([seat('anna', 'anna', OPEN), seat('eva', 'eva', OPEN), substitute('bo', behind('anna')), substitute('carl', behind('anna'))], {
        people: [row('person:dora', { name: 'Dora' })],
        leaves: [row('leave:anna', { membership: 'membership:anna', from: '2022-01-01', until: '2022-12-01' })],
        'stand-ins': [
          row('stand-in:bo', { substitute: 'membership:bo', holder: 'membership:anna', from: '2022-01-01', until: '2022-12-01' }),
          row('stand-in:carl', { substitute: 'membership:carl', holder: 'membership:eva', from: '2022-01-01', until: '2022-12-01' }),
        ],
      }),
    );
    const came = await cameTo(graph, '2022-05-01', [replace('dora')]);
    expect(came).toMatchObject({
      status: 'WRITTEN',
      carried: ['LEAVE_ENDED anna', 'REELECTED bo', 'REELECTED carl', 'STAND_IN_ENDED bo', 'STAND_IN_ENDED carl', 'STAND_IN_ENDED carl', 'STOOD_IN carl'],
    });
    const { node } = await ask(graph, '{ node(id: "membership:eva", asOf: "2022-06-01") { ... on Membership { sits } } }');
    expect(node).toEqual({ sits: null });
  });

  const carl = { people: [row('person:carl', { name: 'Carl' })] };
  test.each<[string, object, string]>([
    ['before the seat begins', replace('carl', { from: '2018-01-01' }), 'ENDS_BEFORE_IT_BEGINS from'],
    ['that ends before it begins', replace('carl', { ends: { lastDay: '2022-04-30' } }), 'ENDS_BEFORE_IT_BEGINS ends'],
    ['of a person', replace('carl', { membership: 'person:carl' }), 'WRONG_TYPE membership'],
    ['by nobody', replace('nobody'), 'UNKNOWN_ID newHolder.id'],
    ['with an id that another has', replace('carl', { id: 'membership:bo' }), 'ID_TAKEN id'],
    ['that depends on a person', replace('carl', { dependsOn: ['person:carl'] }), 'WRONG_TYPE dependsOn.0'],
    ['for whom nobody knows', replace('carl', { represents: ['party:none'] }), 'UNKNOWN_ID represents.0'],
  ])('%s is refused', async (_, act, problem) => {
    await seedWorld(graph, council([seat('anna', 'anna', OPEN), seat('bo', 'bo', OPEN)], carl));
    expect(await cameTo(graph, '2022-05-01', [act])).toEqual({ status: 'REFUSED', problems: [problem] });
  });
});
