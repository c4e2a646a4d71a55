import fc from 'fast-check';
import type { Dates } from './rows.js';

const S = { sources: ['source:1'] };
const ALWAYS = { from: '1970-01-01', open: true as const };

interface TieRow extends Dates {
  person: string;
  with?: string;
}
export interface SeatRow extends Dates {
  id: string;
  person: string;
  body: string;
  role: string;
  appointment?: { represents?: { principal: string }[]; by?: { principal: string } };
}

/** A small world in which nobody has two seats in one body, so that seats say nothing of one another. */
export interface DimensionRows {
  bodies: { id: string; kind: string }[];
  people: { id: string; gender?: string }[];
  relations: { kind: string; subject: string; object: string }[];
  memberships: SeatRow[];
  affiliations: TieRow[];
  registers: { body: string; from: string; until?: string }[];
}

const ids = (word: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${word}:${word[0]}${at}`);
export const [BODIES, PEOPLE, PARTIES, PLACES, REGIONS] = [ids('body', 4), ids('person', 6), ids('party', 3), ids('municipality', 3), ids('region', 2)];
export const DAYS = ['2006-12-31', '2007-01-01', '2010-06-14', '2010-06-15', '2013-12-31', '2014-06-01', '2020-01-01'];

const turn = fc.constantFrom('2006-12', '2007-01-01', '2007', '2010', '2010-06-15', '2014-01-01', '2014');
const dates = fc.tuple(turn, fc.constantFrom('lasts', 'lasts', 'begins', 'ends', 'begun')).map(([day, form]): Dates => {
  if (form === 'begins') return { from: day, open: true };
  if (form === 'begun') return { from: day, until: '2025-01-01' };
  return form === 'ends' ? { from: '1999-01-01', until: day } : { from: '1999-01-01', open: true };
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const principal = fc.constantFrom(...PARTIES, ...PLACES, ...REGIONS, ...BODIES);

const drawn = fc.record({
  kinds: fc.tuple(...BODIES.map(() => fc.constantFrom('COUNCIL', 'FORUM', 'COMMITTEE'))),
  outwards: fc.tuple(...BODIES.map(() => maybe(fc.record({ place: fc.constantFrom(...PLACES, ...PLACES, ...REGIONS), whole: fc.nat(3) })))),
  lies: fc.tuple(...PLACES.map(() => maybe(fc.constantFrom(...REGIONS)))),
  genders: fc.tuple(...PEOPLE.map(() => maybe(fc.constantFrom('FEMALE', 'MALE', 'OTHER')))),
  seats: fc.uniqueArray(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      body: fc.constantFrom(...BODIES),
      role: fc.constantFrom('MEMBER', 'MEMBER', 'COUNCILLOR', 'REPRESENTATIVE', 'SUBSTITUTE', 'OBSERVER', 'DIRECTOR'),
      dates,
      represents: fc.uniqueArray(principal, { maxLength: 2 }),
      by: maybe(fc.constantFrom(...PARTIES, ...PLACES)),
    }),
    { minLength: 6, maxLength: 12, selector: ({ person, body }) => `${person} ${body}` },
  ),
  parties: fc.tuple(...PEOPLE.map(() => maybe(fc.record({ to: fc.constantFrom(...PARTIES, ...PARTIES, null), dates })))),
  homes: fc.tuple(...PEOPLE.map(() => maybe(fc.record({ to: fc.constantFrom(...PLACES), dates })))),
  registers: fc.tuple(...BODIES.map(() => fc.constantFrom('none', 'kept', 'kept', 'given up'))),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const relation = (kind: string, subject: string, object: string) => ({
  id: `relation:${`${kind}-${subject}-${object}`.toLowerCase().replaceAll(/[:_]/g, '-')}`,
  kind,
  subject,
  object,
  ...ALWAYS,
  ...S,
});

const rowsOf = (one: Drawn): DimensionRows & Record<string, object[]> => {
  const named = (id: string, more: object = {}) => ({ id, name: id.split(':')[1] as string, ...more, ...S });
  const outwards = one.outwards.flatMap((out, at) => {
    if (!out) return [];
    const whole = BODIES[at + 1 + out.whole];
    if (one.kinds[at] === 'COUNCIL') return [relation('GOVERNS', BODIES[at] as string, out.place)];
    return whole ? [relation('PART_OF', BODIES[at] as string, whole)] : [];
  });
  const tie = (slug: string, person: string, to: string | null, dated: Dates) => ({
    id: `affiliation:${slug}-${person.slice(7)}`,
    person,
    ...(to === null ? { independent: true } : { with: to }),
    ...dated,
    ...S,
  });
  return {
    documents: [{ id: 'doc:1', title: 'Minutes', kind: 'minutes' }],
    sources: [{ id: 'source:1', document: 'doc:1', quote: 'They sit there.' }],
    parties: PARTIES.map((id) => named(id)),
    regions: REGIONS.map((id) => named(id)),
    municipalities: PLACES.map((id, at) => named(id, { code: `010${at}` })),
    bodies: BODIES.map((id, at) => ({ ...named(id), kind: one.kinds[at] as string })),
    people: PEOPLE.map((id, at) => named(id, one.genders[at] ? { gender: one.genders[at] } : {})),
    relations: [...outwards, ...PLACES.flatMap((place, at) => (one.lies[at] ? [relation('LIES_IN', place, one.lies[at])] : []))],
    memberships: one.seats.map(({ person, body, role, dates: dated, represents, by }) => ({
      id: `membership:${body.slice(5)}-${person.slice(7)}`,
      person,
      body,
      role,
      ...dated,
      ...((represents.length > 0 || by) && {
        appointment: {
          ...(represents.length > 0 && { represents: represents.map((to) => ({ principal: to, ...S })) }),
          ...(by && { by: { principal: by, ...S } }),
        },
      }),
      ...S,
    })),
    affiliations: PEOPLE.flatMap((person, at) => {
      const [party, home] = [one.parties[at], one.homes[at]];
      return [...(party ? [tie('party', person, party.to, party.dates)] : []), ...(home ? [tie('home', person, home.to, home.dates)] : [])];
    }),
    registers: BODIES.flatMap((body, at) =>
      one.registers[at] === 'none'
        ? []
        : [{ id: `register:${body.slice(5)}`, body, by: 'world', from: '1990-01-01', ...(one.registers[at] === 'given up' && { until: '2014-01-01' }), ...S }],
    ),
  };
};

/** What a count is asked for. */
export interface Filter {
  bodies?: string[];
  kinds?: string[];
  region?: string;
  fromMunicipality?: string;
  ofParty?: string;
  whom?: string;
  roles?: string[];
  includeSubstitutes?: boolean;
}
export const DIMENSIONS = ['BODY', 'PARTY', 'MUNICIPALITY', 'REGION', 'ROLE', 'PERSON', 'GENDER', 'WHOM'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const filter = fc
  .record({
    bodies: maybe(fc.subarray(BODIES, { minLength: 1 })),
    kinds: maybe(fc.subarray(['COUNCIL', 'FORUM', 'COMMITTEE'], { minLength: 1 })),
    region: maybe(fc.constantFrom(...REGIONS)),
    fromMunicipality: maybe(fc.constantFrom(...PLACES)),
    ofParty: maybe(fc.constantFrom(...PARTIES)),
    whom: maybe(principal),
    roles: maybe(fc.subarray(['MEMBER', 'COUNCILLOR', 'SUBSTITUTE', 'OBSERVER'], { minLength: 1 })),
    includeSubstitutes: maybe(fc.boolean()),
    given: fc.subarray(['bodies', 'kinds', 'region', 'fromMunicipality', 'ofParty', 'whom', 'roles', 'includeSubstitutes'], { maxLength: 3 }),
  })
  .map(({ given, ...all }): Filter => Object.fromEntries(Object.entries(all).filter(([key, value]) => given.includes(key) && value !== null)));

/** A world, and what is counted in it on some days. */
export const dimensionWorlds = fc.record({
  rows: drawn.map(rowsOf),
  asked: fc.array(fc.record({ day: fc.constantFrom(...DAYS), by: fc.shuffledSubarray([...DIMENSIONS], { minLength: 1, maxLength: 2 }), filter }), {
    minLength: 8,
    maxLength: 8,
  }),
});
