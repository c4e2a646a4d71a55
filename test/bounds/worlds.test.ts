import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Graph } from '../../src/graph/port.js';
import { today } from '../../src/time/civil.js';
import { type Edge, type Interval, type Own, intervalOf, lastingOf, narrowed, ownOf, startOf, turnsAround } from '../lens/bounds.js';
import { printed } from '../lens/model.js';
import { FIRST, LAST, earliest, latest, plus, startsOf } from '../lens/days.js';
import type { Dates } from '../lens/rows.js';
import { dates, day } from '../lens/worlds.js';
import { ask, emptyGraph, sampleOf, seedWorld } from '../world.js';

// Death, existence, dependence at any remove and in circles, changes of role, holding over, complete lists and replacement, together.

const WORLDS = sampleOf(60, 20, 4);
const seed = Number(process.env['MANDAT_TEST_SEED'] ?? 20220621);
const S = ['source:1'];

const seat = fc.record({
  person: fc.nat(2),
  body: fc.nat(2),
  role: fc.constantFrom('MEMBER', 'CHAIR', 'COUNCILLOR'),
  dates,
  term: fc.option(fc.nat(1), { nil: undefined, freq: 4 }),
  on: fc.array(fc.nat(6), { maxLength: 2 }),
  strict: fc.boolean(),
  replaces: fc.option(fc.nat(6), { nil: undefined, freq: 3 }),
  tied: fc.option(fc.nat(3), { nil: undefined, freq: 2 }),
  listed: fc.subarray([0, 1, 2]),
});
const world = fc.record({
  deaths: fc.array(fc.option(fc.tuple(day, fc.constantFrom(4, 7, 10)), { freq: 2 }), { minLength: 3, maxLength: 3 }),
  bodies: fc.array(fc.record({ existence: fc.option(dates, { freq: 2 }), holdsOver: fc.boolean(), turn: fc.option(day, { freq: 2 }) }), {
    minLength: 3,
    maxLength: 3,
  }),
  lists: fc.array(fc.record({ body: fc.nat(2), on: day }), { maxLength: 3 }),
  seats: fc.array(seat, { minLength: 4, maxLength: 7 }),
  ties: fc.array(fc.record({ person: fc.nat(2), dates, on: fc.array(fc.nat(6), { maxLength: 3 }) }), { maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const idOf = (at: number): string => `membership:m${at}`;
const tieId = (at: number): string => `affiliation:a${at}`;
const ends = (one: { seen?: { on: string }[]; over?: { on: string }[] }): boolean =>
  (one.seen ?? []).every(({ on }) => (one.over ?? []).every((over) => on < over.on));

/** The rows of a world, in the format of data sets. */
const rowsOf = ({ deaths, bodies, lists, seats, ties }: World) => ({
  documents: [
    { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
    ...lists.map(({ on }, at) => ({ id: `doc:list${at}`, title: 'List', kind: 'list', date: on })),
  ],
  sources: [{ id: 'source:1', document: 'doc:1', quote: 'Det står her.' }],
  people: deaths.map((death, at) => ({ id: `person:p${at}`, name: `P${at}`, sources: S, ...(death && { diedOn: death[0].slice(0, death[1]) }) })),
  bodies: bodies.map(({ existence, holdsOver }, at) => ({
    id: `body:b${at}`,
    kind: 'BOARD',
    name: `B${at}`,
    sources: S,
    holdsOver,
    ...(existence && { existence }),
  })),
  terms: bodies.flatMap(({ turn }, at) =>
    turn
      ? [
          { id: `term:b${at}-0`, body: `body:b${at}`, name: 'First', until: turn, sources: S },
          { id: `term:b${at}-1`, body: `body:b${at}`, name: 'Second', from: turn, until: plus(turn, 1461), sources: S },
        ]
      : [],
  ),
  lists: lists.map(({ body }, at) => ({ id: `list:${at}`, document: `doc:list${at}`, body: `body:b${body}`, complete: true, sources: S })),
  memberships: seats.map((one, at) => {
    const named = one.listed.filter((list) => lists[list]?.body === one.body).map((list) => ({ on: lists[list]?.on as string, in: `doc:list${list}` }));
    const sighted = { ...one.dates, ...(named.length && { seen: [...(one.dates.seen ?? []), ...named] }) };
    const { undated: _, ...known } = sighted;
    const said = ends(sighted) ? (named.length ? known : sighted) : one.dates;
    const tied = ties.flatMap(({ person }, other) => (person === one.person && other === one.tied ? [{ on: tieId(other), sources: S }] : []));
    const others = [...new Set(one.on)].filter((other) => other < seats.length);
    const on = [...others.map((other) => ({ on: idOf(other), sources: S, ...(one.strict && { role: true }) })), ...tied];
    return {
      ...said,
      id: idOf(at),
      person: `person:p${one.person}`,
      body: `body:b${one.body}`,
      role: one.role,
      sources: S,
      ...(one.term !== undefined && bodies[one.body]?.turn && { term: `term:b${one.body}-${one.term}` }),
      ...(on.length && { dependsOn: on }),
      ...(one.replaces !== undefined && one.replaces < at && { appointment: { replaces: { membership: idOf(one.replaces), sources: S }, sources: S } }),
    };
  }),
  parties: [{ id: 'party:a', name: 'A', sources: S }],
  affiliations: ties.map(({ person, dates: said, on }, at) => {
    const held = seats.flatMap((seat, other) => (seat.person === person ? [idOf(other)] : []));
    const own = held.length ? [...new Set(on.map((one) => held[one % held.length] as string))] : [];
    return { ...said, id: tieId(at), person: `person:p${person}`, with: 'party:a', sources: S, ...(own.length && { dependsOn: own }) };
  }),
});
type Rows = ReturnType<typeof rowsOf>;
type Tie = Dates & { id: string; person: string; dependsOn?: string[] };
type Row = Rows['memberships'][number] &
  Dates & { term?: string; dependsOn?: { on: string; role?: true }[]; appointment?: { replaces: { membership: string } } };

const ended = ({ untilMin, untilMax }: Interval): Edge => [untilMin, untilMax];

/** The rules once more, plainly. */
class Plain {
  readonly seats: Row[];
  readonly ties: Tie[];

  constructor(
    readonly rows: Rows,
    readonly recordedOn = today(),
  ) {
    this.seats = rows.memberships as unknown as Row[];
    this.ties = rows.affiliations as unknown as Tie[];
  }

  next = (row: Row): Row[] => this.seats.filter(({ appointment }) => appointment?.replaces.membership === row.id);

  own(row: Row): Own {
    const without = this.rows.lists.filter(({ body, document }) => {
      const names = (one: Row): boolean => one.body === body && one.person === row.person && (one.seen ?? []).some((sighting) => sighting.in === document);
      return body === row.body && !this.seats.some(names);
    });
    const days = without.map(({ document }) => (this.rows.documents.find(({ id }) => id === document) as { date: string }).date);
    return ownOf(row, false, this.recordedOn, this.next(row), days);
  }

  life(person: string, next: readonly Dates[] = []): Interval[] {
    const { diedOn } = this.rows.people.find(({ id }) => id === person) as { diedOn?: string };
    if (!diedOn) return [];
    const [first, last] = startsOf(diedOn);
    const replaced = first === last && next.some(({ from }) => from === first);
    return [{ fromMin: FIRST, fromMax: FIRST, untilMin: replaced ? first : plus(first, 1), untilMax: replaced ? first : plus(last, 1), open: false }];
  }

  limits(row: Row): Interval[] {
    const body = this.rows.bodies.find(({ id }) => id === row.body) as { existence?: Dates };
    return [intervalOf(body.existence ?? {}, false), ...this.life(row.person, this.next(row))];
  }

  turns(row: Row): { starts: Edge[]; ends: Edge[] } {
    const terms = this.rows.terms.filter(({ body }) => body === row.body).map((term) => ({ id: term.id, interval: intervalOf(term, false) }));
    const around = turnsAround(this.own(row), { terms, term: row.term });
    if (!(this.rows.bodies.find(({ id }) => id === row.body) as { holdsOver: boolean }).holdsOver) return around;
    const named = terms.find(({ id }) => id === row.term);
    return { starts: named ? [[named.interval.fromMin, named.interval.fromMax]] : [], ends: this.nextSeats(row, terms) };
  }

  /** Where the first seats of a later term begin. */
  nextSeats(row: Row, terms: readonly { id: string; interval: Interval }[]): Edge[] {
    const { certain } = this.own(row);
    const named = terms.find(({ id }) => id === row.term)?.interval.fromMin;
    const days = [...(certain.fromMax < certain.untilMin ? [certain.fromMax] : []), ...(named === undefined ? [] : [named])];
    const from = days.length > 0 ? latest(...days) : undefined;
    const later = terms.filter(({ interval }) => from !== undefined && interval.fromMin > from);
    const next = later.map(({ interval }) => interval.fromMin).sort()[0];
    if (next === undefined) return [];
    const starts = this.seats
      .filter(({ body }) => body === row.body)
      .flatMap((one): Edge[] => {
        const { fromMin, fromMax } = this.own(one).row;
        const its = later.find(({ id }) => id === one.term)?.interval.fromMin;
        if (its !== undefined) return [[latest(fromMin, its), latest(fromMax, its)]];
        return fromMin < next ? [] : [[fromMin, fromMax]];
      });
    if (starts.length === 0) return [];
    return [[starts.map(([a]) => a).reduce(earliest2), starts.map(([, b]) => b).reduce(earliest2)]];
  }

  /** Ends of a row that hold, as far as its own dates let them. */
  holding(row: Row, all: readonly Edge[]): Edge[] {
    return this.held(this.own(row), all);
  }

  held({ row: own, days }: Own, all: readonly Edge[]): Edge[] {
    const seenUntil = days.map((on) => plus(on, 1)).reduce((a, b) => latest(a, b), FIRST);
    return all.filter(([, b]) => b >= seenUntil && b > own.fromMin).map(([a, b]): Edge => [latest(a, seenUntil), b]);
  }

  soft(row: Row, more: readonly Edge[] = []): Edge {
    const { row: own } = this.own(row);
    const all = this.holding(row, [
      [own.untilMin, own.untilMax],
      ...this.next(row)
        .map((one) => startOf(this.own(one)))
        .filter(([, b]) => b !== LAST),
      ...more,
    ]);
    return all.reduce(([a, b], [c, d]): Edge => [earliest(a, c), earliest(b, d)], [LAST, LAST]);
  }

  /** The end of a row in which a holder goes on: by all that it lies in and depends on, too. */
  goingOn(row: Row, passed: readonly string[]): Edge {
    const { untilMin: certain } = this.own(row).row;
    const behind = passed.includes(row.id) ? [] : this.inherited(this.behind(row), [...passed, row.id]);
    const all = [...this.limits(row).map(ended), ...this.turns(row).ends, ...behind].filter(([, b]) => b !== LAST);
    return this.soft(
      row,
      all.map(([a, b]): Edge => [b < certain ? a : certain, b]),
    );
  }

  /** When the holder of a seat no longer sits in its body, in whatever role, until its term turns. */
  sitting(row: Row, passed: readonly string[]): Edge {
    const others = this.seats.filter(({ id, person, body }) => id !== row.id && person === row.person && body === row.body);
    const ends = new Map(others.map((one) => [one.id, this.goingOn(one, [...passed, row.id])]));
    const endOf = (one: Row): Edge => ends.get(one.id) as Edge;
    const from = ([a, b]: Edge, before: Row): Edge[] => {
      const turn = earliest(LAST, ...this.turns(before).ends.map(([, day]) => day));
      return others
        .filter((one) => b !== LAST && one.role !== before.role && this.own(one).row.fromMin <= b && this.own(one).row.fromMin < turn && endOf(one)[1] > b)
        .flatMap((one) => {
          const [c, d] = endOf(one);
          const on: Edge = [this.own(one).row.fromMax <= a ? latest(a, c) : a, d];
          return [on, ...from(on, one)];
        });
    };
    const all = [this.soft(row), ...from(this.soft(row), row)];
    return [latest(...all.map(([a]) => a)), latest(...all.map(([, b]) => b))];
  }

  seat = (id: string): Row | undefined => this.seats.find((one) => one.id === id);
  tie = (id: string): Tie | undefined => this.ties.find((one) => one.id === id);
  ownOfTie = (tie: Tie): Own => ownOf(tie, false, this.recordedOn, []);

  /** All that a seat depends on, seats and ties; what a tie depends on is the tie's. */
  behind(row: Row): { id: string; strict: boolean }[] {
    const reached = new Map<string, boolean>();
    const walk = (from: Row): void => {
      for (const { on, role } of from.dependsOn ?? []) {
        const known = reached.has(on);
        reached.set(on, Boolean(reached.get(on)) || role === true);
        const next = this.seat(on);
        if (!known && next) walk(next);
      }
    };
    walk(row);
    return [...reached].map(([id, strict]) => ({ id, strict }));
  }

  /** What ends that which depends on all of these. */
  inherited(all: readonly { id: string; strict: boolean }[], passed: readonly string[] = []): Edge[] {
    return all.flatMap(({ id, strict }): Edge[] => {
      const [seat, tie] = [this.seat(id), this.tie(id)];
      if (tie) {
        const own = this.ownOfTie(tie);
        return [...this.life(tie.person).map(ended), ...this.held(own, [ended(own.row)]), ...this.lastOf(tie, passed)];
      }
      if (!seat) return [];
      return [...this.limits(seat).map(ended), ...this.holding(seat, this.turns(seat).ends), strict ? this.soft(seat) : this.sitting(seat, passed)];
    });
  }

  /** What ends a tie: the last of the seats for which it is, each with all that that depends on. */
  lastOf({ id, dependsOn = [] }: Tie, passed: readonly string[] = []): Edge[] {
    if (passed.includes(id) || dependsOn.length === 0) return [];
    const ofEach = dependsOn.map((on) => this.inherited([{ id: on, strict: false }, ...this.behind(this.seat(on) as Row)], [...passed, id]));
    if (ofEach.length === 1) return ofEach.flat();
    const each = ofEach.map((ends): Edge => {
      const known = ends.filter(([, b]) => b !== LAST);
      return known.length ? [earliest(...known.map(([a]) => a)), earliest(...known.map(([, b]) => b))] : [latest(...ends.map(([a]) => a)), LAST];
    });
    return [[each.map(([a]) => a).reduce((a, b) => latest(a, b)), each.map(([, b]) => b).reduce((a, b) => latest(a, b))]];
  }

  boundsOfTie(tie: Tie): Interval {
    const own = this.ownOfTie(tie);
    const ends = this.lastOf(tie).filter(([, b]) => b !== LAST);
    return narrowed(own, lastingOf(tie, false, this.recordedOn, [], own), this.life(tie.person), [], ends);
  }

  boundsOf(row: Row): Interval {
    const own = this.own(row);
    const behind = this.behind(row);
    const starts = behind.map(({ id }) => startOf(this.seat(id) ? this.own(this.seat(id) as Row) : this.ownOfTie(this.tie(id) as Tie)));
    const before = this.seats.filter(({ id }) => id === row.appointment?.replaces.membership);
    const turns = this.turns(row);
    return narrowed(
      own,
      lastingOf(row, false, this.recordedOn, this.next(row), own),
      this.limits(row),
      [...turns.starts, ...starts, ...before.flatMap((one) => this.after(one, own))],
      [...turns.ends, ...this.inherited(behind), ...this.next(row).map((one) => startOf(this.own(one)))].filter(([, b]) => b !== LAST),
    );
  }

  after(before: Row, own: Own): Edge[] {
    const { row, days } = this.own(before);
    const day = [...days.map((on) => plus(on, 1)), ...(row.fromMin === FIRST ? [] : [plus(row.fromMin, 1)])].reduce((a, b) => latest(a, b), FIRST);
    return day === FIRST || day > own.row.fromMax ? [] : [[day, day]];
  }
}

const earliest2 = (a: string, b: string): string => earliest(a, b);

let graph: Graph | undefined;
afterEach(async () => {
  await graph?.close();
  graph = undefined;
});

const answered = async (at: Graph, rows: Rows): Promise<unknown[]> => {
  const ids = [...rows.memberships, ...rows.affiliations].map(({ id }) => id);
  const bounds = 'interval { fromMin fromMax untilMin untilMax open }';
  const { nodes } = await ask(at, `{ nodes(ids: ${JSON.stringify(ids)}) { id ... on Membership { ${bounds} } ... on Affiliation { ${bounds} } } }`);
  return nodes.map(({ id, interval }: { id: string; interval: object }) => ({ id, ...interval }));
};

test(`the bounds of ${WORLDS} random worlds are those of a plain model, written at once or row by row`, async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const rows = rowsOf(drawn);
      const plain = new Plain(rows);
      const expected = [
        ...plain.seats.map((row) => ({ id: row.id, ...printed(plain.boundsOf(row)) })),
        ...plain.ties.map((tie) => ({ id: tie.id, ...printed(plain.boundsOfTie(tie)) })),
      ];
      await graph?.close();
      graph = await emptyGraph();
      await seedWorld(graph, rows as never);
      expect(await answered(graph, rows)).toEqual(expected);

      await graph.close();
      graph = await emptyGraph();
      const independent = {
        ...rows,
        memberships: plain.seats.map(({ dependsOn: _, appointment: __, ...row }) => row),
        affiliations: plain.ties.map(({ dependsOn: _, ...tie }) => tie),
        lists: [],
        people: rows.people.map(({ id, name }) => ({ id, name, sources: S })),
      };
      await seedWorld(graph, independent as never);
      await seedWorld(graph, { ...rows, lists: [] } as never);
      await seedWorld(graph, rows as never);
      expect(await answered(graph, rows)).toEqual(expected);
    }),
    { numRuns: WORLDS, seed, endOnFailure: true },
  );
}, 600_000);
