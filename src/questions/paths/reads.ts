import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { nodeById, referred } from '../../read/nodes.js';
import { scopeOf } from '../../read/scope.js';
import { grouped } from '../../record/grouped.js';
import { sortedBy } from '../../record/order.js';
import { type Certainty, certaintyOn, certaintyRank, strongestCertainty, together } from '../../time/in-force.js';
import { bodies } from '../../words/bodies/loaders.js';
import { type BodyAt, isBody } from '../../words/bodies/model.js';
import { bodyMembers, personSeats } from '../../words/memberships/loaders.js';
import type { MembershipAt, MembershipSummary } from '../../words/memberships/model.js';
import { seatOrder } from '../../words/memberships/reads.js';
import { sits } from '../../words/memberships/rules.js';
import { isPerson } from '../../words/people/model.js';
import type { PersonAt } from '../../words/people/model.js';
import { type Step, type Way, nextWays, startOf } from './rules.js';

/** The seats in bodies on the lens's date, a list for each body. */
const seatsIn = async (context: Context, bodies: readonly string[], lens: Lens): Promise<MembershipSummary[][]> => {
  const loader = context.use(bodyMembers)(scopeOf(lens));
  return (await Promise.all(bodies.map((id) => loader.load(id)))).map((members) => members.map(({ m }) => m).filter(sits));
};

/** Everybody who sits in a body with one of the people. */
const stepsFrom = async (context: Context, people: readonly string[], lens: Lens): Promise<Step[]> => {
  const loader = context.use(personSeats)(scopeOf(lens));
  const seats = (await Promise.all(people.map((id) => loader.load(id))))
    .flat()
    .map(({ m }) => m)
    .filter(sits);
  const bodies = [...new Set(seats.map(({ body }) => body))];
  const members = new Map((await seatsIn(context, bodies, lens)).map((all, at) => [bodies[at] as string, all]));
  return seats.flatMap((mine) =>
    (members.get(mine.body) ?? []).flatMap((theirs): Step[] => {
      const certainty = certaintyOn(together(mine, theirs), lens.asOf);
      return theirs.person === mine.person || !certainty ? [] : [{ person: mine.person, body: mine.body, next: theirs.person, certainty }];
    }),
  );
};

/** The people that an end of a path stands for; null: it is unknown. */
const peopleAt = async (context: Context, id: string, lens: Lens): Promise<string[] | null> => {
  if (isPerson(id)) {
    const person = await nodeById(context, id, lens);
    return person && [person.row.id];
  }
  if (!isBody(id) || !(await context.use(bodies)(lens.knownAt).load(id))) return null;
  const [members = []] = await seatsIn(context, [id], lens);
  return [...new Set(members.map(({ person }) => person))];
};

const bestOf = (ways: ReadonlyMap<string, Way>, ends: ReadonlySet<string>): Way | undefined =>
  [...ways]
    .filter(([person]) => ends.has(person))
    .map(([, way]) => way)
    .sort((a, b) => a.possible - b.possible || (a.key < b.key ? -1 : 1))[0];

/** The shortest chain of people from one end to the other, level by level; null where there is none. */
const shortest = async (context: Context, from: string, to: string, maxSteps: number, lens: Lens): Promise<Way | null> => {
  const [starts, ends] = await Promise.all([peopleAt(context, from, lens), peopleAt(context, to, lens)]);
  if (!starts || !ends) return null;
  if (from === to) return startOf(from);
  const wanted = new Set(ends);
  const reached = new Set(starts);
  let ways = new Map(starts.map((person) => [person, startOf(person)]));
  for (let steps = 0; ways.size > 0; steps += 1) {
    const found = bestOf(ways, wanted);
    if (found || steps === maxSteps) return found ?? null;
    ways = nextWays(ways, await stepsFrom(context, [...ways.keys()], lens), reached);
    for (const person of ways.keys()) reached.add(person);
  }
  return null;
};

export interface PathStepAt {
  person: PersonAt;
  body: BodyAt;
  next: PersonAt;
  certainty: Certainty;
}

const stepAt = async (context: Context, { person, body, next, certainty }: Step, lens: Lens): Promise<PathStepAt> => ({
  person: await referred<PersonAt>(context, person, lens),
  body: await referred<BodyAt>(context, body, lens),
  next: await referred<PersonAt>(context, next, lens),
  certainty,
});

export const path = async (context: Context, from: string, to: string, maxSteps: number, lens: Lens): Promise<{ steps: PathStepAt[] } | null> => {
  const way = await shortest(context, from, to, maxSteps, lens);
  return way && { steps: await Promise.all(way.steps.map((step) => stepAt(context, step, lens))) };
};

export interface InterlockAt {
  person: PersonAt;
  memberships: MembershipAt[];
}

/** How sure it is that somebody sits in two of the bodies: as sure as the second surest of them. */
const sureness = (seats: readonly MembershipSummary[], lens: Lens): number => {
  const bodies = [...new Set(seats.map(({ body }) => body))];
  const ranks = bodies.map((id) => certaintyRank(strongestCertainty(seats.filter(({ body }) => body === id).map((m) => certaintyOn(m, lens.asOf)))));
  return ranks.sort()[1] ?? 0;
};

/** People who sit in at least two of the bodies. */
export const interlocks = async (context: Context, bodies: readonly string[], lens: Lens): Promise<InterlockAt[]> => {
  const seats = (await seatsIn(context, bodies, lens)).flat();
  const several = [...grouped(seats, ({ person }) => person)].filter(([, all]) => new Set(all.map(({ body }) => body)).size > 1);
  const rows = await Promise.all(
    several.map(async ([id, all]) => {
      const person = await referred<PersonAt>(context, id, lens);
      const named = await Promise.all(all.map(async (m) => ({ m, name: (await referred<BodyAt>(context, m.body, lens)).row.sortKey })));
      const memberships = sortedBy(named, ({ m, name }) => seatOrder(m, name, lens, {})).map(({ m }): MembershipAt => ({ row: m, lens }));
      return { person, memberships, sure: sureness(all, lens) };
    }),
  );
  return sortedBy(rows, ({ person, sure }) => [sure, person.row.sortKey]);
};
