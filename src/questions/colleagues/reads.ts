import { eachInParts, eachInTurn, leftUndone } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import { type Lens, below, windowOf } from '../../read/lens.js';
import { referred } from '../../read/nodes.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { scopeOf } from '../../read/scope.js';
import { certaintyOn, certaintyRank, isPossible, strongestCertainty, together } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import type { Interval } from '../../time/interval.js';
import type { BodyAt } from '../../words/bodies/model.js';
import { bodyMembers } from '../../words/memberships/loaders.js';
import type { MembershipSummary } from '../../words/memberships/model.js';
import { sits } from '../../words/memberships/rules.js';
import type { PersonAt } from '../../words/people/model.js';
import { seatsOfPeople } from '../representations/reads.js';
import type { ColleagueAt, ColleagueConnectionAt } from './model.js';
import { togetherUpTo } from './rules.js';

interface Pair {
  person: string;
  body: string;
  overlaps: Interval[];
}

export interface ColleagueArguments extends PageArguments {
  body?: string | null;
  all?: boolean | null;
}

/** The seats of those with whom a person may sit in bodies: on the lens's date, or ever. */
const seatsBeside = async (context: Context, bodies: readonly string[], lens: Lens, all: boolean): Promise<MembershipSummary[]> => {
  const members = (await Promise.all(bodies.map((id) => context.use(bodyMembers)(scopeOf(lens, { all })).load(id)))).flat().map(({ m }) => m);
  if (all) return members;
  return seatsOfPeople(
    context,
    members.map(({ person }) => person),
    scopeOf(lens, { all: true }),
  );
};

/** Whom a person sits with, once for each body, with every overlap of their seats, of whatever time. */
const pairsOf = async (context: Context, person: string, lens: Lens, { body, all }: ColleagueArguments): Promise<Pair[]> => {
  const mine = (await seatsOfPeople(context, [person], scopeOf(lens, { all: true }))).filter((m) => sits(m) && (body == null || m.body === body));
  const isAsked = (x: Interval): boolean => all === true || isPossible(x, windowOf(lens));
  const theirs = await seatsBeside(context, [...new Set(mine.filter(isAsked).map((m) => m.body))], lens, all === true);
  const pairs = new Map<string, Pair>();
  const add = (other: MembershipSummary): void => {
    if (other.person === person || !sits(other)) return;
    const overlaps = mine
      .filter((m) => m.body === other.body)
      .map((m) => together(m, other))
      .filter((one) => !leavesNoDay(one));
    if (overlaps.length === 0) return;
    const key = `${other.body}\t${other.person}`;
    pairs.set(key, { person: other.person, body: other.body, overlaps: [...(pairs.get(key)?.overlaps ?? []), ...overlaps] });
  };
  await eachInTurn(context, theirs, add);
  return [...pairs.values()].filter(({ overlaps }) => overlaps.some(isAsked));
};

/** The overlap that is nearest to the lens's date: what its people and bodies are seen on. */
const nearest = (overlaps: readonly Interval[], lens: Lens): Interval =>
  overlaps.find((one) => isPossible(one, windowOf(lens))) ?? overlaps.reduce((a, b) => (b.untilMax > a.untilMax ? b : a));

const colleagueAt = async (context: Context, { person, body, overlaps }: Pair, lens: Lens): Promise<ColleagueAt> => {
  const day = below(lens, nearest(overlaps, lens));
  return {
    ...togetherUpTo(overlaps, lens.asOf),
    person: await referred<PersonAt>(context, person, day),
    body: await referred<BodyAt>(context, body, day),
    rank: certaintyRank(strongestCertainty(overlaps.map((one) => certaintyOn(one, lens.asOf)))),
  };
};

/** Whom a person sits, or sat, together with: still together first, then the longest. */
export const colleaguesOf = async (context: Context, id: string, lens: Lens, args: ColleagueArguments): Promise<ColleagueConnectionAt> => {
  const pairs = await pairsOf(context, id, lens, args);
  if (context.budget?.hold(pairs) === false) return leftUndone();
  const rows = await eachInParts(context, pairs, (pair) => colleagueAt(context, pair, lens));
  const list = ['colleagues', id, args.body ?? null, args.all ?? false, lens.given];
  const key = ({ rank, days, person, body }: ColleagueAt) => [rank, -days.min, -days.max, person.row.sortKey, body.row.sortKey];
  return pageOf(list, rows, key, args, 50);
};
