import { certaintyOf } from './bounds.js';
import { PARTIES } from './counted-worlds.js';
import { type Counting, type Expected, INDEPENDENT, type Sitting, type Span, UNKNOWN, people, spanOf } from './counting.js';

/** A range as the graph answers it. */
export interface Told extends Span {
  open: boolean;
  lastKnown: number;
}

const RANGE = '{ min max open lastKnown }';
const RESULTS = `[${PARTIES.map((id, at) => `{ party: "${id}", votes: ${10 - at} }`).join(', ')}]`;
const COUNTED = `{ keys { thing { id } value } people ${RANGE} memberships ${RANGE} }`;

/** What is asked of a body on a day, and of another day after it. */
export const askedOf = (body: string, day: string, later: string): string => {
  const lens = `asOf: "${day}", knownAt: $k`;
  const counted = (by: string): string => `counts(filter: { bodies: ["${body}"] }, by: [${by}], ${lens}) ${COUNTED}`;
  return `body(id: "${body}", ${lens}) {
      composition { complete completeOn filled ${RANGE} seats ${RANGE} vacant ${RANGE} byRole { role people ${RANGE} }
        byParty { principal { id } status people ${RANGE} } byMunicipality { principal { id } people ${RANGE} }
        entitlements(results: ${RESULTS}) { party { id } actual ${RANGE} } }
      members(all: true, includeSubstitutes: true, first: 20) { nodes { id sits } }
      turnover(from: "${day}", until: "${later}") { joined ${RANGE} left ${RANGE} stayed ${RANGE} } }
    vacancies(body: "${body}", ${lens}) { by { id } seats ${RANGE} }
    byParty: ${counted('PARTY')} byRoleAndParty: ${counted('ROLE, PARTY')} byPerson: ${counted('PERSON')} byRole: ${counted('ROLE')}`;
};

interface Thing {
  id: string;
}
interface Row {
  keys: { thing: Thing | null; value: string | null }[];
  people: Told;
  memberships: Told;
}

/** What is answered of a body on a day. */
export interface Answer {
  body: {
    composition: {
      complete: boolean;
      completeOn: string | null;
      filled: Told;
      seats: Told | null;
      vacant: Told | null;
      byRole: { role: string; people: Told }[];
      byParty: { principal: Thing | null; status: string; people: Told }[];
      byMunicipality: { principal: Thing | null; people: Told }[];
      entitlements: { party: Thing; actual: Told }[];
    };
    members: { nodes: { id: string; sits: string | null }[] };
    turnover: Record<'joined' | 'left' | 'stayed', Told>;
  };
  vacancies: { by: Thing; seats: Told }[];
  byParty: Row[];
  byRole: Row[];
  byRoleAndParty: Row[];
  byPerson: Row[];
}

/** What is told and what may be, by what is told of. */
export interface Compared {
  what: string;
  told: Told | null | undefined;
  expected: Expected & { open?: boolean };
}

/** How many there may be of those who sit and of whom a thing may be so. */
const counted = (worlds: readonly Sitting[][], of: (world: Sitting[]) => number, least = of): Span => ({
  min: spanOf(worlds.map(least)).min,
  max: spanOf(worlds.map(of)).max,
});

const keyed = <R>(rows: readonly R[], keyOf: (row: R) => string, of: (row: R) => Told): Map<string, Told> => new Map(rows.map((row) => [keyOf(row), of(row)]));
const textOf = ({ keys }: Row): string => keys.map(({ thing, value }) => thing?.id ?? value ?? UNKNOWN).join(' ');

const peopleIn = (row: { people: Told }): Told => row.people;

/** Answers beside what the model allows; null: what is recorded cannot all be true. */
export const compare = (model: Counting, answer: Answer, body: string, day: string, later: string): Compared[] | null => {
  const worlds = model.sitting(body, day);
  const filled = model.filled(body, day);
  const all = [...new Set((worlds ?? []).flat().map(({ person }) => person))];
  const belongings = new Map(all.map((person) => [person, model.parties(person, day)]));
  if (!worlds || !filled) return null;
  const keys = [...belongings.values()].includes(null) ? [] : [...PARTIES, INDEPENDENT, UNKNOWN];
  const { composition } = answer.body;
  const { exact } = filled;
  const range = (what: string, told: Told | null | undefined, span: Span, open?: boolean): Compared => ({
    what,
    told,
    expected: { ...span, exact, ...(open !== undefined && { open }) },
  });
  // A maximum that is reached caps those who are counted too.
  const some = (what: string, told: Told | null | undefined, { min, max }: Span, open?: boolean): Compared =>
    range(what, told, { min, max: Math.min(max, filled.max) }, open);

  const options = (person: string): string[][] => belongings.get(person) as string[][];
  const may = (to: string) => (one: Sitting) => options(one.person).some((held) => held.includes(to));
  const does = (to: string) => (one: Sitting) => options(one.person).every((held) => held.includes(to));
  const shares = new Map(
    keys.map((to) => [
      to,
      counted(
        worlds,
        (world) => people(world.filter(may(to))),
        (world) => people(world.filter(does(to))),
      ),
    ]),
  );
  // Where a leave goes on in another seat, more may perhaps sit than do so by any choice, and their parties with them.
  const open = model.carries(body, day) ? undefined : (shares.get(UNKNOWN)?.max ?? 0) > 0 || filled.open;
  const parties = keyed(composition.byParty, ({ principal, status }) => principal?.id ?? status, peopleIn);
  const byParty = keyed(answer.byParty, textOf, peopleIn);
  const seatsByParty = keyed(answer.byParty, textOf, ({ memberships }) => memberships);

  const roles = [...new Set(worlds.flat().map(({ role }) => role))];
  const byRole = keyed(composition.byRole, ({ role }) => role, peopleIn);
  const [rolesCounted, byRoleAndParty, byPerson] = [
    keyed(answer.byRole, textOf, peopleIn),
    keyed(answer.byRoleAndParty, textOf, peopleIn),
    keyed(answer.byPerson, textOf, peopleIn),
  ];

  const homes = model.homes(body, all, day, worlds);
  const byHome = keyed(composition.byMunicipality, ({ principal }) => principal?.id ?? UNKNOWN, peopleIn);

  const rights = model.rights(body, day);
  const held = rights.map(({ row, seats, open: areOpen }) => ({ row, seats, areOpen, held: model.heldBy(body, row.by, day) }));
  const sum = (some: readonly Span[]): Span => ({ min: some.reduce((n, { min }) => n + min, 0), max: some.reduce((n, { max }) => n + max, 0) });
  const vacant = held.map((one) => ({
    ...one,
    vacant: { min: filled.open ? 0 : Math.max(0, one.seats.min - (one.held?.max ?? 0)), max: Math.max(0, one.seats.max - (one.held?.min ?? 0)) },
  }));
  const vacancies = keyed(
    answer.vacancies,
    ({ by }) => by.id,
    ({ seats }) => seats,
  );
  const holding = model.holding(body, [day, later]) ?? [];
  const changes = holding.map(([before = [], after = []]) => {
    const [was, is] = [new Set(before.map(({ person }) => person)), new Set(after.map(({ person }) => person))];
    const stayed = [...is].filter((one) => was.has(one)).length;
    return { joined: is.size - stayed, left: was.size - stayed, stayed };
  });
  const safe = (what: string, told: Told, span: Span): Compared => ({ what, told, expected: { ...span, exact: false } });

  return [
    range('filled', composition.filled, filled, filled.open),
    ...keys.map((to) => some(`share ${to}`, parties.get(to), shares.get(to) as Span, open)),
    ...keys.map((to) => some(`counts ${to}`, byParty.get(to), shares.get(to) as Span, open)),
    ...keys.map((to) =>
      some(
        `seats ${to}`,
        seatsByParty.get(to),
        counted(
          worlds,
          (world) => world.filter(may(to)).length,
          (world) => world.filter(does(to)).length,
        ),
        open,
      ),
    ),
    ...roles.flatMap((role) => {
      const span = counted(worlds, (world) => people(world.filter((one) => one.role === role)));
      return [some(`role ${role}`, byRole.get(role), span, filled.open), some(`counts ${role}`, rolesCounted.get(role), span, filled.open)];
    }),
    ...roles.flatMap((role) =>
      keys.map((to) =>
        some(
          `counts ${role} ${to}`,
          byRoleAndParty.get(`${role} ${to}`),
          counted(
            worlds,
            (world) => people(world.filter((one) => one.role === role && may(to)(one))),
            (world) => people(world.filter((one) => one.role === role && does(to)(one))),
          ),
        ),
      ),
    ),
    ...all.map((person) =>
      range(
        `counts ${person}`,
        byPerson.get(person),
        counted(worlds, (world) => people(world.filter((one) => one.person === person))),
        filled.open,
      ),
    ),
    ...homes.map(({ to, span }) => some(`home ${to}`, byHome.get(to), span)),
    ...PARTIES.filter((to) => keys.includes(to)).map((to) =>
      some(`entitled ${to}`, composition.entitlements.find(({ party }) => party.id === to)?.actual, shares.get(to) as Span, open),
    ),
    ...(rights.length
      ? [
          {
            what: 'rights',
            told: composition.seats,
            expected: { ...sum(rights.map(({ seats }) => seats)), exact: true, open: rights.some((one) => one.open) },
          },
          range('vacant', composition.vacant, sum(vacant.map((one) => one.vacant))),
          ...vacant.map((one) => range(`vacant by ${one.row.by}`, vacancies.get(one.row.by), one.vacant, one.areOpen)),
        ]
      : []),
    ...(changes.length
      ? (['joined', 'left', 'stayed'] as const).map((key) => safe(key, answer.body.turnover[key], spanOf(changes.map((one) => one[key]))))
      : []),
  ];
};

/** The seats that end by a day, the soonest first. */
export const expiringOn = (model: Counting, body: string | null, day: string, before: string): string[] =>
  model.rows.memberships
    .filter((row) => (body === null || row.body === body) && row.role !== 'SUBSTITUTE')
    .flatMap(({ id }) => model.lying(id) ?? [])
    .filter((at) => certaintyOf({ ...at, open: false }, day) !== null && at.untilMax <= before)
    .sort((a, b) => (a.untilMax < b.untilMax || (a.untilMax === b.untilMax && a.id < b.id) ? -1 : 1))
    .map(({ id }) => id);
