import fc from 'fast-check';
import type { Dates } from './rows.js';

const S = ['source:1'];

export interface SeatRow extends Dates {
  id: string;
  person: string;
  body: string;
  role: string;
  term?: string;
  appointment?: Partial<Record<'by' | 'replaces' | 'represents', unknown>> & {
    by?: { principal: string };
    replaces?: { membership: string };
    represents?: { principal: string }[];
  };
}
export interface StandInRow extends Dates {
  id: string;
  substitute: string;
  holder: string;
}
export interface LeaveRow extends Dates {
  id: string;
  membership: string;
}
/** An office of a body that two may share. */
export interface OfficeRow {
  id: string;
  body: string;
  role: string;
  holders: number;
}
export interface TieRow extends Dates {
  id: string;
  person: string;
  with?: string;
}
export interface RightRow extends Dates {
  id: string;
  body: string;
  by: string;
  count: number;
  status?: string;
}
export interface BodyRow {
  id: string;
  maximum?: number;
  minimum?: number;
  several?: string[];
  existence?: Dates;
}

/** The rows of a small world in which people are counted. */
export interface CountedRows {
  documents: { id: string; title: string; kind: string; date?: string }[];
  people: { id: string; diedOn?: string }[];
  bodies: BodyRow[];
  terms: { id: string; body: string }[];
  memberships: SeatRow[];
  'stand-ins': StandInRow[];
  leaves: LeaveRow[];
  offices: OfficeRow[];
  affiliations: TieRow[];
  seats: RightRow[];
  registers: { id: string; body: string; from: string; until?: string }[];
  lists: { id: string; document: string; body: string }[];
}

export const BODIES = ['body:council', 'body:forum'];
export const PARTIES = ['party:a', 'party:b'];
export const HOME = 'municipality:own';
const OTHER = 'municipality:other';
const MONTHS = ['2021-11', '2021-12', '2022-01', '2022-02', '2022-03'];

/** Days that lie close to each other, printed to the day, the month or the year. */
const printed = fc
  .tuple(fc.constantFrom(...MONTHS), fc.integer({ min: 1, max: 28 }), fc.constantFrom(4, 7, 7, 10, 10))
  .map(([month, day, length]) => `${month}-${String(day).padStart(2, '0')}`.slice(0, length));
const lastOf = (text: string): string => `${text}-12-28`.slice(0, 10);
const firstOf = (text: string): string => `${text}-01-01`.slice(0, 10);

const dates = fc
  .record({ from: printed, until: printed, form: fc.constantFrom('both', 'both', 'both', 'from', 'until', 'open', 'seen', 'always', 'always') })
  .map(({ from, until, form }): Dates => {
    if (form === 'always') return { from: '2020-01-01', until: '2026-01-01' };
    if (form === 'open') return { from, open: true };
    if (form === 'seen') return { seen: [{ on: lastOf(from), in: 'doc:1' }] };
    if (form === 'from') return { from };
    if (form === 'until') return { until };
    return firstOf(from) < lastOf(until) ? { from, until } : { from: until, ...(firstOf(until) < lastOf(from) && { until: from }) };
  });

const oneIn = (times: number): fc.Arbitrary<boolean> => fc.nat(times - 1).map((n) => n === 0);
const some = <T>(arbitrary: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | undefined> =>
  fc.tuple(arbitrary, oneIn(times)).map(([one, is]) => (is ? one : undefined));

const seat = fc.record({
  person: fc.nat(7),
  body: fc.constantFrom(0, 0, 1),
  role: fc.constantFrom('MEMBER', 'MEMBER', 'MEMBER', 'COUNCILLOR', 'CHAIR', 'CHAIR', 'MAYOR', 'VICE_CHAIR', 'OBSERVER', 'SUBSTITUTE', 'SUBSTITUTE'),
  shares: oneIn(2),
  dates,
  follows: fc.constantFrom('nobody', 'nobody', 'links', 'links on', 'links on', 'same days', 'same person'),
  by: some(fc.constantFrom(...PARTIES), 3),
  represents: some(fc.constantFrom(HOME, OTHER), 4),
});
type DrawnSeat = typeof seat extends fc.Arbitrary<infer T> ? T : never;

const drawn = fc.record({
  seats: fc.array(seat, { minLength: 4, maxLength: 8 }),
  standIns: fc.array(fc.record({ substitute: fc.nat(7), holder: fc.nat(7), dates }), { maxLength: 3 }),
  leaves: fc.array(fc.record({ holder: fc.nat(7), dates }), { maxLength: 4 }),
  ties: fc.array(fc.record({ person: fc.nat(7), with: fc.constantFrom(...PARTIES, ...PARTIES, null, HOME, OTHER), dates, goesOn: fc.boolean() }), {
    minLength: 4,
    maxLength: 9,
  }),
  deaths: fc.array(fc.record({ person: fc.nat(7), on: printed }), { maxLength: 1 }),
  bodies: fc.tuple(
    ...[0, 1].map(() =>
      fc.record({
        maximum: some(fc.integer({ min: 1, max: 3 }), 2),
        isFixed: fc.boolean(),
        several: oneIn(4),
        shares: some(fc.constantFrom('CHAIR', 'COUNCILLOR'), 2),
        begins: oneIn(5),
        turn: some(printed, 3),
        holdsOver: oneIn(4),
      }),
    ),
  ),
  rights: fc.array(fc.record({ body: fc.nat(1), by: fc.nat(1), count: fc.integer({ min: 1, max: 2 }), dates, superseded: oneIn(6) }), { maxLength: 3 }),
  registers: fc.array(fc.record({ body: fc.nat(1), from: printed, until: some(printed, 2) }), { maxLength: 2 }),
  lists: fc.array(fc.record({ body: fc.nat(1), on: printed, names: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]) }), { maxLength: 1 }),
  change: fc.record({ gone: fc.nat(7), redated: fc.nat(7), dates }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const goingOn = ({ until }: Dates): Dates => (until && until < '2025' ? { from: until, until: '2026-01-01' } : { from: '2022-02', until: '2026-01-01' });

const seatsOf = (all: readonly DrawnSeat[], bodies: Drawn['bodies']): SeatRow[] => {
  const rows: SeatRow[] = [];
  for (const [at, one] of all.entries()) {
    const before = [...rows].reverse().find(({ body }) => body === BODIES[one.body]);
    const isNext = before && one.follows !== 'nobody';
    const appointment = {
      ...(one.by && { by: { principal: one.by, sources: S } }),
      ...(one.represents && { represents: [{ principal: one.represents, sources: S }] }),
      ...(isNext && one.follows.startsWith('links') && { replaces: { membership: before.id, sources: S } }),
    };
    rows.push({
      id: `membership:m${at}`,
      person: isNext && one.follows === 'same person' ? before.person : `person:p${one.person}`,
      body: BODIES[one.body] as string,
      role: (one.shares ? bodies[one.body]?.shares : undefined) ?? one.role,
      ...(isNext && one.follows !== 'links' ? goingOn(before) : one.dates),
      ...(Object.keys(appointment).length > 0 && { appointment }),
      ...{ basis: 'STATED', sources: S },
    });
  }
  return rows;
};

const isParty = (tie: { with?: string | null }): boolean => !tie.with?.startsWith('municipality:');

const tiesOf = (all: Drawn['ties']): TieRow[] => {
  const rows: TieRow[] = [];
  for (const [at, one] of all.entries()) {
    const person = one.goesOn && rows.length ? (rows.at(-1) as TieRow).person : `person:p${one.person}`;
    const before = [...rows].reverse().find((row) => row.person === person && isParty(row) === isParty(one));
    const dated = before && one.goesOn ? goingOn(before) : one.dates;
    rows.push({
      id: `affiliation:a${at}`,
      person,
      ...(one.with === null ? { independent: true } : { with: one.with }),
      ...dated,
      ...{ basis: 'STATED', sources: S },
    });
  }
  return rows;
};

const withoutDates = ({ from: _, until: __, open: ___, seen: ____, ...row }: SeatRow): SeatRow => row;

const isOfDay = ({ on }: { on: string }): boolean => on.length === 10;
const daysOfLists = ({ lists }: Drawn): string[] => lists.filter(isOfDay).map(({ on }) => on);

const rowsOf = (one: Drawn, isLater: boolean): CountedRows & Record<string, object[]> => {
  const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1] as string, sources: S, ...more });
  const { gone, redated, dates: other } = one.change;
  const listed = one.lists.filter(isOfDay);
  const memberships = seatsOf(one.seats, one.bodies)
    .filter((_, at) => !isLater || at !== gone)
    .map((row, at, all): SeatRow => {
      const again: SeatRow = isLater && at === redated ? { ...withoutDates(row), ...other } : row;
      const { replaces, ...rest } = again.appointment ?? {};
      const appointment = { ...rest, ...(all.some(({ id }) => id === replaces?.membership) && { replaces }) };
      const names = listed.flatMap((list, i) => (BODIES[list.body] === row.body && list.names.includes(at) ? [{ on: list.on, in: `doc:list${i}` }] : []));
      const seen = [...(again.seen ?? []), ...names];
      const { appointment: _, ...plain } = again;
      return { ...plain, ...(Object.keys(appointment).length > 0 && { appointment }), ...(seen.length > 0 && { seen }) };
    });
  const held = (at: number, isSubstitute: boolean): SeatRow | undefined => memberships.filter(({ role }) => (role === 'SUBSTITUTE') === isSubstitute)[at % 4];
  const standIns = one.standIns.flatMap(({ substitute, holder, dates: dated }, at): StandInRow[] => {
    const [a, b] = [held(substitute, true), held(holder, false)];
    if (!a || !b || a.body !== b.body || a.person === b.person) return [];
    return [{ id: `stand-in:s${at}`, substitute: a.id, holder: b.id, ...dated, ...{ basis: 'STATED', sources: S } }];
  });
  const leaves = one.leaves.flatMap(({ holder, dates: dated }, at): LeaveRow[] => {
    const seat = held(holder, false);
    return seat ? [{ id: `leave:${seat.id.slice('membership:'.length)}-${at}`, membership: seat.id, ...dated, ...{ basis: 'STATED', sources: S } }] : [];
  });
  return {
    documents: [
      { id: 'doc:1', title: 'Minutes', kind: 'minutes' },
      ...listed.map(({ on }, at) => ({ id: `doc:list${at}`, title: 'List', kind: 'list', date: on })),
    ],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    people: Array.from({ length: 8 }, (_, at) => named(`person:p${at}`, { diedOn: one.deaths.find(({ person }) => person === at)?.on })),
    parties: PARTIES.map((id) => named(id)),
    municipalities: [HOME, OTHER].map((id, at) => named(id, { code: `010${at}` })),
    bodies: one.bodies.map(({ maximum, isFixed, several, begins, holdsOver }, at) => ({
      ...named(BODIES[at] as string, { kind: at ? 'FORUM' : 'COUNCIL' }),
      ...(maximum && { maximum, ...(isFixed && { minimum: maximum }) }),
      ...(several && { several: ['CHAIR'] }),
      ...(begins && { existence: { from: '2021-12' } }),
      ...(holdsOver && { holdsOver }),
    })),
    terms: one.bodies.flatMap(({ turn }, at) =>
      turn
        ? [
            { id: `term:t${at}-0`, body: BODIES[at] as string, name: 'First', from: '2018-01-01', until: turn, sources: S },
            { id: `term:t${at}-1`, body: BODIES[at] as string, name: 'Second', from: turn, until: '2026-01-01', sources: S },
          ]
        : [],
    ),
    relations: [{ id: 'relation:governs', kind: 'GOVERNS', subject: 'body:council', object: HOME, from: '2000-01-01', open: true, sources: S }],
    memberships,
    'stand-ins': standIns,
    leaves,
    offices: one.bodies.flatMap(({ shares }, at) =>
      shares ? [{ id: `office:o${at}`, body: BODIES[at] as string, role: shares, holders: 2, sources: S }] : [],
    ),
    affiliations: tiesOf(one.ties),
    seats: one.rights
      .filter((right, at, all) => all.findIndex((other) => other.body === right.body && other.by === right.by) === at)
      .map(({ body, by, count, dates: dated, superseded }, at) => ({
        id: `seats:r${at}`,
        body: BODIES[body] as string,
        by: PARTIES[by] as string,
        count,
        ...dated,
        ...(superseded && { status: 'superseded' }),
        ...{ basis: 'STATED', sources: S },
      })),
    registers: one.registers.map(({ body, from, until }, at) => ({
      id: `register:k${at}`,
      body: BODIES[body] as string,
      by: 'world',
      from: firstOf(from),
      ...(until && lastOf(until) > firstOf(from) && { until: lastOf(until) }),
      sources: S,
    })),
    lists: listed.map(({ body }, at) => ({ id: `list:l${at}`, document: `doc:list${at}`, body: BODIES[body] as string, complete: true, sources: S })),
  };
};

const clean = <T>(rows: T): T => JSON.parse(JSON.stringify(rows)) as T;

/** Two states of a record in which people are counted, and the days on which they are, those of lists among them. */
export const countedWorlds = fc
  .record({
    drawn,
    days: fc.array(fc.tuple(fc.constantFrom(...MONTHS, '2021-06', '2022-06'), fc.integer({ min: 1, max: 28 })), { minLength: 3, maxLength: 3 }),
    first: fc.constantFrom(1, 2, 3, 7),
  })
  .map(({ drawn: one, days, first }) => ({
    states: [clean(rowsOf(one, false)), clean(rowsOf(one, true))] as const,
    days: [...days.map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`), ...daysOfLists(one)],
    first,
  }));
