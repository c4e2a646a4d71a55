import { certaintyOf } from './bounds.js';
import { BODIES, PARTIES } from './counted-worlds.js';
import type { Compared, Told } from './counted-questions.js';
import { type Counting, INDEPENDENT, type Sitting, UNKNOWN, people, spanOf } from './counting.js';
import { FIRST, LAST, plus } from './days.js';
import type { Certainty } from './rows.js';

const RANGE = '{ min max open lastKnown }';
const ROWS = `{ keys { thing { id } value } people ${RANGE} memberships ${RANGE} }`;
const ROLES = ['CHAIR', 'MAYOR'];

interface Row {
  keys: { thing: { id: string } | null; value: string | null }[];
  people: Told;
  memberships: Told;
}
type Answer = Readonly<Record<'parties' | 'roles' | 'ofParty' | 'kinds', Row[]>>;

/** What is asked of all bodies together on a day. */
export const askedOfAll = (day: string): string => {
  const counted = (filter: string, by: string): string => `counts(filter: { ${filter} }, by: [${by}], asOf: "${day}", knownAt: $k) ${ROWS}`;
  return `parties: ${counted('', 'PARTY')} roles: ${counted(`roles: [${ROLES.join(', ')}]`, 'BODY, ROLE')}
    ofParty: ${counted(`ofParty: "${PARTIES[0]}"`, 'BODY')} kinds: ${counted('kinds: [FORUM]', 'BODY')}`;
};

/** More worlds of two bodies together than are looked at. */
const MOST = 2_000;

const textOf = ({ keys }: Row): string => keys.map(({ thing, value }) => thing?.id ?? value ?? UNKNOWN).join(' ');

/** Answers beside what the model allows; null: what is recorded cannot all be true, or is too much. */
export const compareAll = (model: Counting, answer: Answer, day: string): Compared[] | null => {
  const worlds = BODIES.map((body) => model.sitting(body, day));
  const [one, other] = worlds;
  if (!one || !other || one.length * other.length > MOST) return null;
  const all = [...new Set([one, other].flat(2).map(({ person }) => person))];
  const belongings = new Map(all.map((person) => [person, model.parties(person, day)]));
  if ([...belongings.values()].includes(null)) return null;
  const options = (person: string): string[][] => belongings.get(person) as string[][];
  const may = (to: string) => (sitting: Sitting) => options(sitting.person).some((held) => held.includes(to));
  const does = (to: string) => (sitting: Sitting) => options(sitting.person).every((held) => held.includes(to));
  const anybody = (): boolean => true;
  const inBoth = all.some((person) => worlds.every((some) => some?.flat().some((sitting) => sitting.person === person)));
  const exact = !inBoth && BODIES.every((body) => model.hasOneEach(body, day));
  const together = one.flatMap((world) => other.map((second) => [...world, ...second]));
  const caps = BODIES.map((body) => model.filled(body, day)?.max ?? null);
  if (caps.includes(null)) return null;
  // A maximum that is reached caps those who are counted too.
  const mostIn = (at: number, most: (one: Sitting) => boolean): number =>
    Math.min(caps[at] as number, spanOf((worlds[at] as Sitting[][]).map((world) => people(world.filter(most)))).max);
  const range = (
    what: string,
    told: Told | undefined,
    bodies: readonly number[],
    least: (one: Sitting) => boolean,
    most: (one: Sitting) => boolean,
  ): Compared => {
    const some = bodies.length > 1 ? together : (worlds[bodies[0] as number] as Sitting[][]);
    const { max } = spanOf(some.map((world) => people(world.filter(most))));
    const atMost = bodies.reduce((sum, at) => sum + mostIn(at, most), 0);
    return { what, told, expected: { min: spanOf(some.map((world) => people(world.filter(least)))).min, max: Math.min(max, atMost), exact } };
  };
  const told = (rows: readonly Row[], key: string): Told | undefined => rows.find((row) => textOf(row) === key)?.people;
  return [
    ...[...PARTIES, INDEPENDENT, UNKNOWN].map((to) => range(`all ${to}`, told(answer.parties, to), [0, 1], does(to), may(to))),
    ...BODIES.flatMap((body, at) => [
      ...ROLES.map((role) =>
        range(
          `${body} ${role}`,
          told(answer.roles, `${body} ${role}`),
          [at],
          (sitting) => sitting.role === role,
          (sitting) => sitting.role === role,
        ),
      ),
      range(`${body} of party`, told(answer.ofParty, body), [at], does(PARTIES[0] as string), may(PARTIES[0] as string)),
    ]),
    range('forums', told(answer.kinds, BODIES[1] as string), [1], anybody, anybody),
  ];
};

/** A change as the model tells it: `linked` where the seat that it begins replaces another. */
export interface Changed {
  id: string;
  before: Certainty | null;
  after: Certainty | null;
  linked: boolean;
  died: boolean;
}

/** Every day in (from, until] on which the state of a seat, a party tie or a stand-in differs from the day before. */
export const changesIn = (model: Counting, from: string, until: string): Changed[] => {
  const { memberships, affiliations, ...rest } = model.rows;
  const linked = new Set(memberships.filter(({ appointment }) => appointment?.replaces).map(({ id }) => id));
  const rows = [...memberships, ...affiliations.filter((row) => row.with?.startsWith('party:')), ...rest['stand-ins']];
  return rows
    .flatMap(({ id }) => model.lying(id) ?? [])
    .flatMap((at) =>
      [...new Set([at.fromMin, at.fromMax, at.untilMin, at.untilMax])]
        .filter((day) => day !== FIRST && day !== LAST && from < day && day <= until)
        .flatMap((day): Changed[] => {
          const on = (one: string): Certainty | null => certaintyOf({ ...at, open: false }, one);
          const [before, after] = [on(plus(day, -1)), on(day)];
          const died = after === null && at.boundedBy.some(({ cause, edge }) => cause === 'DEATH' && edge === 'UNTIL') && day === at.untilMax;
          return before === after ? [] : [{ id: `change:${at.id}@${day}`, before, after, linked: linked.has(at.id), died }];
        }),
    );
};
