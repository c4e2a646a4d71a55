import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { readRevision } from '../../src/record/revision.js';
import { type World, ask, emptyGraph, readingOf, seedWorld, wipe } from '../world.js';

const S = { sources: ['source:1'] };

type Existence = { from?: string; until?: string; open?: true } | null;

interface Asked {
  council?: Existence;
  name?: string;
  places: Readonly<Record<string, Existence>>;
  governs?: readonly string[];
}

/** One council, with a member who lasts until further notice, and places of which it governs some. */
const worldOf = ({ council = null, name = 'Council', places, governs = Object.keys(places) }: Asked): World => {
  const row = (id: string, existence: Existence) => ({ id, name: id, ...(existence && { existence }), ...S });
  const of = (type: string) => Object.entries(places).filter(([id]) => id.startsWith(type));
  return {
    documents: [{ id: 'doc:1', title: 'Register', kind: 'register' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'So it is.' }],
    regions: of('region').map(([id, existence]) => row(id, existence)),
    municipalities: of('municipality').map(([id, existence], at) => ({ ...row(id, existence), code: `000${at}` })),
    bodies: [{ id: 'body:c', kind: 'COUNCIL', name, ...(council && { existence: council }), ...S }],
    relations: governs.map((place) => ({
      id: `relation:${place.replace(':', '-')}`,
      kind: 'GOVERNS',
      subject: 'body:c',
      object: place,
      from: '1970-04-01',
      ...S,
    })),
    people: [{ id: 'person:anna', name: 'Anna', ...S }],
    memberships: [{ id: 'membership:anna', person: 'person:anna', body: 'body:c', role: 'COUNCILLOR', from: '2002-01-01', open: true, ...S }],
  };
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => wipe(graph));
afterAll(() => graph.close());

const BOUNDS = 'interval: existence { fromMin untilMin untilMax boundedBy { cause by { id } } }';

interface Told {
  fromMin: string | null;
  untilMin: string | null;
  untilMax: string | null;
  boundedBy: { cause: string; by: { id: string } }[];
}

/** The bounds of the council's existence and of the seat in it, and what limits the former. */
const boundsOf = async (lens = ''): Promise<unknown[]> => {
  const { body, node } = await ask(
    graph,
    `{ body(id: "body:c"${lens}) { ${BOUNDS} } node(id: "membership:anna"${lens}) { ... on Membership { interval { untilMax boundedBy { cause } } } } }`,
  );
  const { fromMin, untilMin, untilMax, boundedBy } = body.interval as Told;
  const causes = [...new Set((node.interval as Told).boundedBy.map(({ cause }) => cause))];
  return [fromMin, untilMin, untilMax, [...new Set(boundedBy.map(({ cause, by }) => `${cause} ${by.id}`))], node.interval.untilMax, causes];
};

const M = 'municipality:m';
const N = 'municipality:n';
const R = 'region:r';
const by = (place: string): string[] => [`PLACE_EXISTENCE ${place}`];

describe('a council exists no longer than the last place that it governs', () => {
  test.each<[string, Asked, unknown[]]>([
    [
      'where nobody says when it exists',
      { places: { [M]: { from: '1970-04-01', until: '2007-01-01' } } },
      [null, null, '2007-01-01', by(M), '2007-01-01', ['PLACE_EXISTENCE']],
    ],
    [
      'where it is said to end later',
      { council: { from: '1970-04-01', until: '2010-01-01' }, places: { [R]: { until: '2007' } } },
      ['1970-04-01', '2007-01-01', '2008-01-01', by(R), '2008-01-01', ['PLACE_EXISTENCE']],
    ],
    [
      'where it lasts until further notice',
      { council: { from: '1970-04-01', open: true }, places: { [M]: { until: '2007-01-01' } } },
      ['1970-04-01', '2007-01-01', '2007-01-01', by(M), '2007-01-01', ['PLACE_EXISTENCE']],
    ],
    [
      'where it ends before that by itself',
      { council: { from: '1970-04-01', until: '2003-01-01' }, places: { [M]: { until: '2007-01-01' } } },
      ['1970-04-01', '2003-01-01', '2003-01-01', [], '2003-01-01', ['BODY_EXISTENCE']],
    ],
    [
      'of several',
      { places: { [M]: { until: '2007-01-01' }, [N]: { until: '2005-01-01' } } },
      [null, null, '2007-01-01', by(M), '2007-01-01', ['PLACE_EXISTENCE']],
    ],
    ['and as long as one of them lasts', { places: { [M]: { until: '2007-01-01' }, [N]: { from: '1970-04-01' } } }, [null, null, null, [], null, []]],
    ['and any time where nobody says of one when it is there', { places: { [M]: { until: '2007-01-01' }, [N]: null } }, [null, null, null, [], null, []]],
  ])('%s', async (_, asked, expected) => {
    await seedWorld(graph, worldOf(asked));
    expect(await boundsOf()).toEqual(expected);
  });

  test('so that no list of a later day holds it, and that it ends is an event', async () => {
    await seedWorld(graph, worldOf({ places: { [M]: { until: '2007-01-01' } } }));
    const { on, after, events } = await ask(
      graph,
      `{ on: bodies(asOf: "2006-12-31") { totalCount } after: bodies(asOf: "2007-01-01") { totalCount }
         events(filter: { kinds: [BODY_DISSOLVED] }, from: "2000-01-01", until: "2010-01-01") { nodes { latest body { id phase } } } }`,
    );
    expect([on.totalCount, after.totalCount]).toEqual([1, 0]);
    expect(events.nodes).toEqual([{ latest: '2007-01-01', body: { id: 'body:c', phase: 'CURRENT' } }]);
  });

  test('and is in force on no day where it would begin after that', async () => {
    await seedWorld(graph, worldOf({ council: { from: '2010-01-01' }, places: { [M]: { until: '2007-01-01' } } }));
    expect((await ask(graph, '{ bodies(asOf: "2011-01-01") { totalCount } }')).bodies.totalCount).toBe(0);
  });
});

describe('the end of a council moves', () => {
  const END = { [M]: { until: '2007-01-01' }, [N]: { until: '2005-01-01' } };
  const endOf = async (lens = ''): Promise<unknown> => (await boundsOf(lens))[2];
  const now = async (): Promise<string> => `, knownAt: "${new Date((await readRevision(graph)).at).toISOString()}"`;
  const versions = async (): Promise<unknown[]> => {
    const text = "MATCH (b:Body {id: 'body:c'})<-[:OF]-(v:Version) WHERE v.recordedAt < v.retractedAt RETURN v.because AS because ORDER BY v.recordedAt";
    return (await graph.read(readingOf<{ because: string }>(text, ['because']), {})).map(({ because }) => because);
  };

  test('with the place, with what it governs, and not with its name', async () => {
    const ends: unknown[] = [];
    const lenses: string[] = [];
    const steps: Asked[] = [
      { places: END },
      { places: END, name: 'The council' },
      { places: { ...END, [M]: { until: '2006-01-01' } }, name: 'The council' },
      { places: { ...END, [M]: { until: '2006-01-01' } }, name: 'The council', governs: [N] },
      { places: { ...END, [M]: { until: '2006-01-01' } }, name: 'A council', governs: [] },
      { places: { ...END, [M]: { until: '2006-01-01' } }, name: 'A council', governs: [M] },
    ];
    for (const step of steps) {
      await seedWorld(graph, worldOf(step));
      ends.push(await endOf());
      lenses.push(await now());
    }
    expect(ends).toEqual(['2007-01-01', '2007-01-01', '2006-01-01', '2005-01-01', null, '2006-01-01']);
    expect(await Promise.all(lenses.map(endOf))).toEqual(ends);
    expect(await versions()).toEqual(['RECORDED', 'CORRECTED', 'DERIVED', 'DERIVED', 'CORRECTED']);
    const all = 'MATCH (b:Body)<-[:OF]-(v:Version) RETURN count(v) AS because';
    expect(await graph.read(readingOf(all, ['because']), {})).toEqual([{ because: 5 }]);
  });
});
