import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../src/graph/port.js';
import { readRevision } from '../src/record/revision.js';
import { type Answered, type Expected, Happenings } from './lens/events.js';
import { endsOf, plus, startsOf } from './lens/days.js';
import { released } from './lens/releases.js';
import type { Dates, Rows, SeatRow } from './lens/rows.js';
import { worlds } from './lens/worlds.js';
import { type World, ask, askManyAtOnce, emptyGraph, sampleOf, seedWorld } from './world.js';

const WORLDS = sampleOf(1_000, 8, 3);
/** The same worlds each time; another number gives others. */
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);

let graph: Graph | undefined;
afterEach(async () => graph?.close());

const printed = fc
  .tuple(
    fc.nat(2600).map((days) => plus('2019-01-01', days)),
    fc.constantFrom(4, 7, 10),
  )
  .map(([day, length]) => day.slice(0, length));

/** Dates as printed, in the place of what a row says of its own, or beside its sightings. */
const drawnDates = fc.array(
  fc.record({
    from: fc.option(printed, { freq: 4 }),
    years: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 3 }),
    rest: fc.constantFrom('', '-01', '-06', '-01-01', '-12-31'),
  }),
  { minLength: 7, maxLength: 7 },
);
type DrawnDates = typeof drawnDates extends fc.Arbitrary<infer T> ? T : never;

const OWN = ['from', 'until', 'open', 'over', 'narrowed', 'undated'];

/** Every other row is dated anew. */
const redated = <R extends Dates>(rows: readonly R[], drawn: DrawnDates): R[] =>
  rows.map((row, at) => {
    const { from, years, rest } = drawn[at % drawn.length] as DrawnDates[number];
    const end = years === null ? null : `${Number((from ?? '2020').slice(0, 4)) + years}${rest}`;
    const until = end !== null && (from === null || startsOf(from)[0] < endsOf(end)[1]) ? end : null;
    if (at % 2 === 0 || (!from && !until)) return row;
    const others = Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.includes(key)));
    return { ...others, ...(from && { from }), ...(until && { until }) } as unknown as R;
  });

/** Seats that begin where another ends, or where its term turns: in the same hands, or as its replacement. */
const drawnFollowers = fc.array(
  fc.record({
    of: fc.nat(20),
    role: fc.constantFrom(undefined, undefined, 'MEMBER', 'CHAIR'),
    begins: fc.constantFrom('then', 'then', 'a day later', 'seen'),
    replaces: fc.boolean(),
    person: fc.nat(9),
    lasts: fc.boolean(),
  }),
  { maxLength: 5 },
);
type Followers = typeof drawnFollowers extends fc.Arbitrary<infer T> ? T : never;

/** Most seats replace none, so that others have something to be. */
const unlinked = ({ appointment: { replaces: _, ...appointment } = {}, ...row }: SeatRow): SeatRow => ({
  ...row,
  ...(Object.keys(appointment).length > 0 && { appointment }),
});

const withFollowers = (rows: Rows, followers: Followers, from: number): Rows => ({
  ...rows,
  memberships: [
    ...rows.memberships.map((row) => (/[369]$/.test(row.id) ? row : unlinked(row))),
    ...followers.flatMap(({ of, role, begins, replaces, person, lasts }, at): SeatRow[] => {
      const before = rows.memberships[of % rows.memberships.length];
      if (!before || at < from) return [];
      const turn = rows.terms.find((term) => term.body === before.body && term.until)?.until;
      const ends = before.until ?? turn ?? '2022-01-01';
      const day = begins === 'a day later' && ends.length === 10 ? plus(ends, 1) : ends;
      const dates = begins === 'seen' ? { seen: [{ on: plus(`${ends}-12-31`.slice(0, 10), 40), in: 'doc:1' }] } : { from: day };
      return [
        {
          id: `membership:f${at}-${before.id.slice('membership:'.length)}`,
          person: replaces ? (rows.people[person % rows.people.length] as { id: string }).id : before.person,
          body: before.body,
          role: role ?? before.role,
          basis: 'STATED',
          sources: ['source:1'],
          ...dates,
          ...(lasts && begins !== 'seen' && day <= '2031' && { until: '2031' }),
          ...(replaces && { appointment: { replaces: { membership: before.id, sources: ['source:1'] } } }),
        },
      ];
    }),
  ],
});

/** Worlds in which people die and go on too, in one state of the record or in both. */
const lively = fc
  .tuple(worlds(0), fc.array(fc.record({ person: fc.nat(9), on: printed, state: fc.nat(2) }), { maxLength: 2 }), drawnFollowers, drawnDates)
  .map(([{ maintained, states }, deaths, followers, drawn]) => {
    const dying = states.map((rows, at): Rows => {
      const of = (index: number) => deaths.find(({ person, state }) => person % rows.people.length === index && state !== 1 - at);
      const people = rows.people.map((row, index) => ({ ...row, ...(of(index) && { diedOn: of(index)?.on }) }));
      const dates = at === 0 ? drawn : [...drawn.slice(0, 3), ...drawn.slice(3).reverse()];
      const [memberships, affiliations, relations] = [redated(rows.memberships, dates), redated(rows.affiliations, dates), redated(rows.relations, dates)];
      const bodies = rows.bodies.map((body) => ({ ...body, ...(body.existence && { existence: redated([{}, body.existence], dates)[1] as Dates }) }));
      return { ...withFollowers({ ...rows, memberships, affiliations, relations, bodies }, followers, 1 - at), people };
    });
    return { maintained, states: dying };
  });

const INTERVAL = 'interval { fromMin fromMax untilMin untilMax boundedBy { edge date cause by { id } } }';

/** The bounds of all rows, as the graph answers them. */
const boundsOf = async (world: Graph, rows: Rows, knownAt: string): Promise<Map<string, Answered>> => {
  const nodes = [...rows.memberships, ...rows.affiliations, ...rows.terms].map(({ id }) => id);
  const fields = [
    ...nodes.map(
      (id, at) =>
        `n${at}: node(id: "${id}", asOf: "9999-01-01", knownAt: $k) { id ... on Membership { certainty ${INTERVAL} } ... on Affiliation { certainty ${INTERVAL} } ... on Term { ${INTERVAL} } }`,
    ),
    ...rows.bodies.map(
      ({ id }, at) => `b${at}: body(id: "${id}", knownAt: $k) { id interval: existence { ${INTERVAL.slice(11, -2)} } relations(all: true) { id ${INTERVAL} } }`,
    ),
    ...rows.municipalities.map(({ id }, at) => `m${at}: municipality(id: "${id}", knownAt: $k) { relations(all: true) { id ${INTERVAL} } }`),
  ];
  const data = await askManyAtOnce(world, `query($k: DateTime) { ${fields.join('\n')} }`, { k: knownAt });
  const found = Object.values(data) as {
    id?: string;
    certainty?: string | null;
    interval?: Omit<Answered, 'lasts'>;
    relations?: { id: string; interval: Answered }[];
  }[];
  return new Map(
    found.flatMap(({ id, interval, certainty, relations = [] }): [string, Answered][] => [
      ...(id && interval ? [[id, { ...interval, lasts: certainty !== null }] as [string, Answered]] : []),
      ...relations.map((one): [string, Answered] => [one.id, { ...one.interval, lasts: true }]),
    ]),
  );
};

const FIELDS = 'id kind earliest latest told person { id } body { id } before { id } with { id }';

interface Listed extends Omit<Expected, 'person' | 'body' | 'before' | 'with'> {
  person: { id: string } | null;
  body: { id: string } | null;
  before: { id: string } | null;
  with: { id: string } | null;
}

const plain = ({ person, body, before, with: thing, ...event }: Listed): Expected => ({
  ...event,
  person: person?.id ?? null,
  body: body?.id ?? null,
  before: before?.id ?? null,
  with: thing?.id ?? null,
});

type Period = { from: string; until: string; untold?: boolean; filter?: string };

const page = async (
  world: Graph,
  knownAt: string,
  { from, until, untold = true, filter = '{}' }: Period,
  first: number,
  after: string | null,
  fields = FIELDS,
) =>
  (
    await ask(
      world,
      `query($k: DateTime, $after: String) { events(from: "${from}", until: "${until}", untold: ${untold}, filter: ${filter}, knownAt: $k, first: ${first}, after: $after) { totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { k: knownAt, after },
    )
  ).events as { totalCount: number; nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const listed = async (world: Graph, knownAt: string, period: Period): Promise<Expected[]> => (await page(world, knownAt, period, 300, null)).nodes.map(plain);

const EVER = { from: '0001-01-01', until: '9999-12-31' };

test(`the events of a random world are those of a plain model, in each state of its record, ${WORLDS} times`, async () => {
  let told = 0;
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(lively, fc.tuple(fc.nat(3000), fc.nat(3000)), fc.constantFrom(1, 2, 3, 7), async ({ maintained, states }, cuts, first) => {
      await graph?.close();
      const world = await emptyGraph();
      graph = world;
      const times: string[] = [];
      for (const rows of states) {
        await seedWorld(world, rows as unknown as World, maintained ? { maintained: 'continuously' } : {});
        times.push(new Date((await readRevision(world)).at).toISOString());
      }
      for (const [at, said] of states.entries()) {
        const rows = maintained && at > 0 ? released(states[at - 1] as typeof said, said) : said;
        const knownAt = times[at] as string;
        const all = new Happenings(rows, await boundsOf(world, rows, knownAt)).all();
        expect(await listed(world, knownAt, EVER)).toEqual(all);
        expect(await listed(world, knownAt, { ...EVER, untold: false })).toEqual(all.filter((event) => event.told));
        told += all.length;
        for (const { kind } of all) kinds.add(kind);

        const [a, b] = cuts.map((days) => plus('2018-06-01', days)).sort() as [string, string];
        const within = (from: string, until: string) => all.filter(({ latest }) => from < latest && latest <= until);
        const parts = [EVER.from, a, b, EVER.until];
        const split = await Promise.all(parts.slice(1).map((until, i) => listed(world, knownAt, { from: parts[i] as string, until })));
        expect(split).toEqual(parts.slice(1).map((until, i) => within(parts[i] as string, until)));

        const sure = await listed(world, knownAt, { from: a, until: b, filter: '{ certainty: [CERTAIN] }' });
        expect(sure).toEqual(within(a, b).filter(({ earliest }) => earliest !== null && earliest > a));
        for (const { id } of [rows.people[0], rows.people[1]] as { id: string }[])
          expect(await listed(world, knownAt, { ...EVER, filter: `{ people: ["${id}"] }` })).toEqual(all.filter(({ person }) => person === id));
        expect(await listed(world, knownAt, { ...EVER, filter: '{ bodies: ["body:b0", "body:b2"] }' })).toEqual(
          all.filter(({ body }) => body === 'body:b0' || body === 'body:b2'),
        );

        const pages: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          const { nodes, pageInfo, totalCount } = await page(world, knownAt, EVER, first, after, 'id');
          pages.push(...nodes.map(({ id }) => id));
          [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
          expect(totalCount).toBe(all.length);
        }
        expect(pages).toEqual(all.map(({ id }) => id));
      }
    }),
    { numRuns: WORLDS, seed, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(WORLDS * 20);
  // A handful of worlds need not draw every kind.
  if (WORLDS >= 40)
    expect([...kinds]).toEqual(
      expect.arrayContaining(['JOINED', 'LEFT', 'REPLACED', 'REELECTED', 'ROLE_CHANGED', 'DIED', 'PARTY_JOINED', 'MOVED', 'BODY_SUCCEEDED', 'TERM_BEGAN']),
    );
}, 1_800_000);
