import fc from 'fast-check';
import { FIRST, LAST, endsOf, plus, startsOf } from './days.js';
import type { BodyRow, Dates, RelationRow, Rows, SeatRow, TermRow } from './rows.js';

const S = ['source:1'];
const seen = (on: string) => ({ on, in: 'doc:1' });

/** Turns of years and terms, leap days and days beside them, and days of no note. */
const HOT = [
  '2000-02-29',
  '2019-12-31',
  '2020-01-01',
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2021-12-31',
  '2022-01-01',
  '2022-01-24',
  '2022-06-20',
  '2022-06-21',
  '2022-07-01',
  '2023-02-28',
  '2023-03-01',
  '2024-02-29',
  '2024-12-31',
  '2026-01-01',
];
export const day = fc.oneof(
  fc.constantFrom(...HOT),
  fc.nat(2600).map((days) => plus('2019-01-01', days)),
);
const printed = fc.tuple(day, fc.constantFrom(4, 7, 10, 10)).map(([on, length]) => on.slice(0, length));
const maybe = <T>(arbitrary: fc.Arbitrary<T>, oneIn = 2): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: oneIn });
const basis = fc.constantFrom('STATED' as const, 'STATED' as const, 'INFERRED' as const, 'DERIVED' as const);

const without = <T extends object>(row: T): T => JSON.parse(JSON.stringify(row)) as T;

/** Dates that a data set may hold: an end that is open is not stated, and something lies between start and end. */
export const dates = fc
  .record({
    from: maybe(printed),
    until: maybe(printed),
    open: fc.nat(5),
    seen: fc.array(day, { maxLength: 2 }),
    over: fc.array(day, { maxLength: 1 }),
    narrowed: fc.nat(3),
    within: fc.tuple(fc.nat(400), fc.nat(400)),
  })
  .map((drawn): Dates => {
    const open = drawn.open === 0;
    const fits = !open && drawn.until && (!drawn.from || startsOf(drawn.from)[0] < endsOf(drawn.until)[1]);
    const until = fits ? drawn.until : undefined;
    const over = drawn.over.filter((on) => drawn.seen.every((day) => day < on));
    const [a, b] = [...drawn.within].sort((x, y) => x - y) as [number, number];
    const narrowed = (() => {
      if (drawn.narrowed === 0 && drawn.from && drawn.from.length < 10) {
        const [first, last] = startsOf(drawn.from);
        const [fromMin, fromMax] = [plus(first, a), plus(first, b)];
        if (fromMax <= last && fromMin < (until ? endsOf(until)[1] : LAST)) return { fromMin, fromMax };
      }
      if (drawn.narrowed === 1 && until && until.length < 10) {
        const [first, last] = endsOf(until);
        const [untilMin, untilMax] = [plus(first, a), plus(first, b)];
        if (untilMax <= last && untilMax > (drawn.from ? startsOf(drawn.from)[1] : FIRST)) return { untilMin, untilMax };
      }
      return undefined;
    })();
    const known = drawn.from || until || open || drawn.seen.length || over.length;
    return without({
      from: drawn.from,
      until,
      ...(open && { open: true as const }),
      ...(drawn.seen.length && { seen: [...new Set(drawn.seen)].map(seen) }),
      ...(over.length && { over: over.map(seen) }),
      narrowed,
      ...(!known && { undated: 'Not said.' }),
      reason: 'So it follows.',
    });
  });

const existence = fc.oneof({ weight: 2, arbitrary: dates }, { weight: 1, arbitrary: fc.constant(undefined) });
const name = fc.constantFrom('Anna', 'Bo', 'Aage', 'Åse', 'Ærø', 'Østen', 'Zoe', 'Ülle', 'Yrsa', 'Élan', 'Ö', 'Æble');
const index = fc.nat(59);
const ROLES = ['CHAIR', 'VICE_CHAIR', 'MEMBER', 'MEMBER', 'REPRESENTATIVE', 'SUBSTITUTE'];
const KINDS = ['COUNCIL', 'COUNCIL', 'FORUM', 'COMMITTEE', 'HEALTH_CLUSTER', 'BOARD', 'ORGANISATION'];

/** The years in which the terms of a body begin, and how each turn is printed. */
const turns = fc.record({
  years: fc.uniqueArray(fc.integer({ min: 2018, max: 2026 }), { minLength: 3, maxLength: 3 }).map((years) => years.sort()),
  forms: fc.array(fc.constantFrom('', '-01', '-01-01', '-01-24', '-03'), { minLength: 4, maxLength: 4 }),
  starts: fc.boolean(),
  ends: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});
type Turns = typeof turns extends fc.Arbitrary<infer T> ? T : never;

const termsOf = (body: string, { years, forms, starts, ends }: Turns, count: number): TermRow[] =>
  Array.from({ length: count }, (_, i) => {
    const turn = (at: number): string => `${years[at] ?? (years[at - 1] as number) + 4}${forms[at]}`;
    const from = i > 0 || starts ? turn(i) : undefined;
    const until = ends[i] || !from ? turn(i + 1) : undefined;
    return without({ id: `term:${body.slice(5)}-${i}`, body, name: `Term ${i}`, from, until, basis: 'STATED' as const, sources: S });
  });

const tie = fc.record({ principal: index, basis });
const drawnWorld = fc.record({
  maintained: fc.nat(3).map((one) => one === 0),
  people: fc.array(name, { minLength: 3, maxLength: 5 }),
  bodies: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), name, existence, turns, terms: fc.nat(3) }), { minLength: 3, maxLength: 4 }),
  places: fc.array(name, { minLength: 2, maxLength: 3 }),
  seats: fc.array(
    fc.record({
      person: index,
      body: index,
      role: fc.constantFrom(...ROLES),
      dates,
      basis,
      term: maybe(index, 4),
      by: maybe(tie),
      nominatedBy: maybe(tie, 4),
      represents: fc.array(tie, { maxLength: 2 }),
      replaces: maybe(index, 4),
    }),
    { minLength: 8, maxLength: 14 },
  ),
  affiliations: fc.array(fc.record({ person: index, with: index, dates, basis }), { minLength: 4, maxLength: 9 }),
  relations: fc.array(
    fc.record({
      kind: fc.constantFrom('COVERS' as const, 'PART_OF' as const, 'LIES_IN' as const, 'SUCCEEDS' as const),
      subject: index,
      object: index,
      dates,
      basis,
    }),
    { minLength: 3, maxLength: 8 },
  ),
  governs: fc.array(fc.record({ dates: fc.oneof(fc.constant({ undated: 'Not said.', reason: 'So.' }), dates), basis }), { minLength: 4, maxLength: 4 }),
});
type Drawn = typeof drawnWorld extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const rowsOf = (drawn: Drawn): Rows => {
  const named = (prefix: string, names: readonly string[]) => names.map((text, i) => ({ id: `${prefix}:${prefix[0]}${i}`, name: text, sources: S }));
  const people = named('person', drawn.people);
  const municipalities = named('municipality', drawn.places).map((row, i) => ({ ...row, code: `010${i}` }));
  const regions = named('region', ['Nord', 'Syd']);
  const parties = named('party', ['Alfa', 'Ømme', 'Beta']);
  const bodies: BodyRow[] = drawn.bodies.map((body, i) =>
    without({
      id: `body:b${i}`,
      kind: body.kind,
      name: body.name,
      existence: body.existence ?? (drawn.maintained ? { from: '2000', reason: 'So.' } : undefined),
      sources: S,
    }),
  );
  const terms = drawn.bodies.flatMap((body, i) => termsOf(`body:b${i}`, body.turns, body.terms));
  const principals = ids([...municipalities, ...regions, ...parties, ...bodies]);
  const tied = ({ principal, basis: known }: { principal: number; basis: SeatRow['basis'] }) => ({
    principal: pick(principals, principal),
    basis: known,
    reason: 'So it follows.',
    sources: S,
  });
  const memberships = drawn.seats.map((seat, i): SeatRow => {
    const body = pick(bodies, seat.body);
    const own = terms.filter((term) => term.body === body.id);
    const represents = seat.represents.map(tied).filter((one, at, all) => all.findIndex(({ principal }) => principal === one.principal) === at);
    const replaces = seat.replaces !== undefined && i > 0 ? { membership: `membership:m${seat.replaces % i}`, sources: S } : undefined;
    const appointment = {
      by: seat.by && tied(seat.by),
      nominatedBy: seat.nominatedBy && tied(seat.nominatedBy),
      ...(represents.length && { represents }),
      replaces,
    };
    const council = body.kind === 'COUNCIL' && seat.role === 'SUBSTITUTE';
    return without({
      ...seat.dates,
      id: `membership:m${i}`,
      person: pick(people, seat.person).id,
      body: body.id,
      role: council ? 'COUNCILLOR' : seat.role,
      basis: seat.basis,
      sources: S,
      term: seat.term !== undefined && own.length ? pick(own, seat.term).id : undefined,
      appointment: Object.values(appointment).some(Boolean) ? appointment : undefined,
    });
  });
  const affiliations = drawn.affiliations.map((row, i) => ({
    ...row.dates,
    id: `affiliation:a${i}`,
    person: pick(people, row.person).id,
    with: pick(ids([...parties, ...municipalities]), row.with),
    basis: row.basis,
    sources: S,
  }));
  const relations = drawn.relations.map((row, i): RelationRow => {
    const subject = pick(ids(row.kind === 'LIES_IN' ? municipalities : bodies), row.subject);
    const objects = ids({ COVERS: municipalities, LIES_IN: regions, PART_OF: bodies, SUCCEEDS: bodies }[row.kind]).filter((id) => id !== subject);
    return { ...row.dates, id: `relation:r${i}`, kind: row.kind, subject, object: pick(objects, row.object), basis: row.basis, sources: S };
  });
  const governs = bodies
    .filter(({ kind }) => kind === 'COUNCIL')
    .map(({ id }, i): RelationRow => ({
      ...pick(drawn.governs, i).dates,
      id: `relation:g${i}`,
      kind: 'GOVERNS',
      subject: id,
      object: pick(municipalities, i).id,
      basis: pick(drawn.governs, i).basis,
      sources: S,
    }));
  return {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'Det står her.' }],
    people,
    municipalities,
    regions,
    parties,
    bodies,
    terms,
    memberships,
    affiliations,
    relations: [...relations, ...governs],
  };
};

/** What the record says otherwise the second time: dates that differ, rows that are gone, rows that are new, a name. */
const drawnCorrections = fc.array(
  fc.record({
    what: fc.constantFrom('seat', 'seat', 'affiliation', 'relation', 'existence', 'terms', 'name', 'gone', 'gone', 'new'),
    at: index,
    dates,
    turns,
    name,
  }),
  { minLength: 2, maxLength: 6 },
);
type Corrections = typeof drawnCorrections extends fc.Arbitrary<infer T> ? T : never;

const DATE_FIELDS = ['from', 'until', 'open', 'seen', 'over', 'narrowed', 'undated', 'reason'];
const redated = <T extends object>(row: T, other: Dates): T => ({
  ...(Object.fromEntries(Object.entries(row).filter(([field]) => !DATE_FIELDS.includes(field))) as T),
  ...other,
});

const withoutDangling = ({ appointment, ...row }: SeatRow, known: readonly string[]): SeatRow => {
  if (!appointment?.replaces || known.includes(appointment.replaces.membership)) return appointment ? { ...row, appointment } : row;
  const { replaces: _, ...rest } = appointment;
  return Object.keys(rest).length ? { ...row, appointment: rest } : row;
};

const corrected = (first: Rows, corrections: Corrections): [Rows, Rows] => {
  const [before, after] = [structuredClone(first), structuredClone(first)];
  const change = <T>(rows: T[], at: number, to: (row: T) => T): void => {
    if (rows.length) rows[at % rows.length] = to(pick(rows, at));
  };
  for (const { what, at, dates: other, turns: next, name: text } of corrections) {
    if (what === 'seat') change(after.memberships, at, (row) => redated(row, other));
    if (what === 'affiliation') change(after.affiliations, at, (row) => redated(row, other));
    if (what === 'relation') change(after.relations, at, (row) => redated(row, other));
    if (what === 'existence') change(after.bodies, at, (row) => ({ ...row, existence: other }));
    if (what === 'name') change(after.people, at, (row) => ({ ...row, name: text }));
    if (what === 'terms') {
      const { id } = pick(after.bodies, at);
      const others = after.terms.filter(({ body }) => body !== id);
      after.terms = [...others, ...termsOf(id, next, after.terms.length - others.length)];
    }
    const [kept, word] = [what === 'gone' ? after : before, pick(['memberships', 'affiliations', 'relations'] as const, at)];
    if (what === 'gone' || what === 'new') kept[word].splice(at % kept[word].length, 1);
  }
  for (const state of [before, after]) state.memberships = state.memberships.map((row) => withoutDangling(row, ids(state.memberships)));
  return [before, after];
};

/** What is asked of a world: on which of its days, of which state of its record, about which of its things. */
const drawnCase = fc.record({
  kind: fc.nat(2),
  day: fc.nat(9999),
  beside: fc.constantFrom(-1, 0, 0, 1),
  state: fc.constantFrom(0, 1, 1),
  person: index,
  body: index,
  seat: index,
  place: index,
  party: index,
  roles: fc.option(fc.subarray(['CHAIR', 'MEMBER', 'SUBSTITUTE', 'COUNCILLOR'], { minLength: 1 }), { nil: undefined }),
  certainty: fc.option(fc.subarray(['CERTAIN' as const, 'POSSIBLE' as const], { minLength: 1 }), { nil: undefined, freq: 2 }),
  how: fc.option(fc.subarray(['REPRESENTS', 'APPOINTED_BY', 'COMES_FROM', 'BELONGS_TO'], { minLength: 1 }), { nil: undefined, freq: 2 }),
  basis: fc.option(fc.subarray(['STATED' as const, 'INFERRED' as const, 'DERIVED' as const], { minLength: 1 }), { nil: undefined, freq: 2 }),
  includeSubstitutes: fc.boolean(),
  all: fc.boolean(),
  during: fc.tuple(day, fc.integer({ min: 1, max: 500 })),
  page: fc.integer({ min: 1, max: 3 }),
  anchor: fc.nat(9),
});
export type Case = typeof drawnCase extends fc.Arbitrary<infer T> ? T : never;

/** Two states of a data set, and the questions that are asked of them. */
export const worlds = (cases: number) =>
  fc
    .tuple(drawnWorld, drawnCorrections, fc.array(drawnCase, { minLength: cases, maxLength: cases }))
    .map(([drawn, corrections, asked]) => ({ maintained: drawn.maintained, states: corrected(rowsOf(drawn), corrections), cases: asked }));
