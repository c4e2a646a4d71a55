import type { CivilDate } from './civil.js';
import { heaviestClosure } from './closure.js';
import type { Sequence, Sequenced, State } from './sequences.js';

/** While a row is in force, and none of those that stand in its place; `during`: and while another is. */
export interface Part {
  row: string;
  without: readonly string[];
  during?: string;
}

/** Somebody who counts while any of some parts lasts. `sure`: not only perhaps. */
export interface Claim {
  person: string;
  parts: readonly Part[];
  sure: boolean;
}

export interface Range {
  min: number;
  max: number;
}

/** Two rows of which at most one is in force on a day. `contested`: where both are, only one of them is true. */
export interface Rivals {
  pair: readonly [string, string];
  contested: boolean;
}

/** One of the orders that rows can be in, and those that in it are not true. */
export interface World {
  order: Sequenced;
  untrue: ReadonlySet<string>;
}

/** Beyond so many pairs whose order nobody knows, the rest is left in any order: that widens a range, and never narrows it. */
const MOST_UNDECIDED = 6;

/** Every order that rows can be in on a day, of which at most one of some are in force. */
export const worldsOf = (order: Sequenced, rivals: readonly Rivals[], day: CivilDate): World[] => {
  const settle = (world: World, pairs: readonly Rivals[], undecided: number): World[] => {
    let { order: known } = world;
    let open = pairs;
    for (let moved = true; moved;) {
      moved = false;
      const left: Rivals[] = [];
      for (const one of open) {
        const [a, b] = one.pair;
        if (known.follows(a, b) || known.follows(b, a)) continue;
        const [first, second] = [inOrder(known, a, b), inOrder(known, b, a)];
        if ((first === null) === (second === null)) left.push(one);
        else [known, moved] = [(first ?? second) as Sequenced, true];
      }
      open = left;
    }
    const isAsked = ({ pair }: Rivals): boolean => pair.every((id) => known.stateOn(id, day) !== 'OUT_OF_FORCE' && !world.untrue.has(id));
    const next = undecided < MOST_UNDECIDED ? open.find((one) => isAsked(one) && (one.contested || inOrder(known, ...one.pair) !== null)) : undefined;
    if (!next) return [{ ...world, order: known }];
    const rest = open.filter((one) => one !== next);
    const [a, b] = next.pair;
    const orders = [inOrder(known, a, b), inOrder(known, b, a)].filter((one) => one !== null);
    const branches = orders.length
      ? orders.map((one): World => ({ ...world, order: one }))
      : next.pair.map((id): World => ({ order: known, untrue: new Set([...world.untrue, id]) }));
    return branches.flatMap((branch) => settle(branch, rest, undecided + 1));
  };
  return settle({ order, untrue: new Set() }, rivals, 0);
};

const inOrder = (known: Sequenced, earlier: string, later: string): Sequenced | null => known.inSequence({ earlier, later, shared: false });

/** Rows in their known orders; an order that contradicts the days is left out. */
export const inSequences = (
  start: Sequenced,
  sequences: readonly Sequence[],
  insides: readonly (readonly [inner: string, outer: string])[] = [],
): Sequenced => {
  const known = insides.reduce((order, [inner, outer]) => order.within(inner, outer) ?? order, start);
  return known.inSequence(...sequences) ?? sequences.reduce((order, one) => order.inSequence(one) ?? order, known);
};

/** Whether a part lasts on a day whatever the unknown days are, for some of them (`OPEN`), or does not. */
const standingOf = ({ order, untrue }: World, { row, without, during }: Part, day: CivilDate): 'SURE' | 'OPEN' | 'OVER' => {
  const stateOf = (id: string): State => (untrue.has(id) ? 'OUT_OF_FORCE' : order.stateOn(id, day));
  const own = stateOf(row);
  const other = during === undefined ? own : stateOf(during);
  if (own === 'OUT_OF_FORCE' || other === 'OUT_OF_FORCE') return 'OVER';
  const state = other === 'IN_FORCE' ? own : other;
  if (without.length === 0) return state === 'IN_FORCE' ? 'SURE' : 'OPEN';
  const others = without.map((id) => order.stateOn(id, day));
  if (others.includes('IN_FORCE')) return 'OVER';
  return state === 'IN_FORCE' && others.every((one) => one === 'OUT_OF_FORCE') ? 'SURE' : 'OPEN';
};

/** Whether at most one of the parts lasts at a time. */
const areApart = ({ order }: World, parts: readonly Part[]): boolean =>
  parts.length < 2 || parts.every(({ row: a }, at) => parts.slice(at + 1).every(({ row: b }) => a !== b && (order.follows(a, b) || order.follows(b, a))));

/**
 * What is taken away from a row on a day: what stands in its place within it and at no time twice. Of what may overlap the most that is known is
 * that the first does; null: nothing is known of the least.
 */
const toTakeAway = (world: World, { row, without }: Part, day: CivilDate, of: 'min' | 'max'): readonly string[] | null => {
  if (without.length === 0) return without;
  const { order } = world;
  const open = without.filter((id) => order.stateOn(id, day) !== 'OUT_OF_FORCE');
  const whole = open.filter((id) => !open.some((other) => other !== id && order.isWithin(id, other) && !order.isWithin(other, id)));
  const pieces = whole.map((id) => ({ row: id, without: [] }));
  const inside = whole.filter((id) => order.isWithin(id, row));
  if (areApart(world, pieces)) return of === 'min' ? whole : inside;
  return of === 'min' ? null : inside.slice(0, 1);
};

/** Of parts that may last together those that do not, by each that may be the first of them. */
const chainsOf = (world: World, parts: readonly Part[]): Part[][] =>
  parts.map((first) => parts.reduce<Part[]>((chain, part) => (areApart(world, [...chain, part]) ? [...chain, part] : chain), [first]));

/** Of one whose parts may last together, what is known of any that do not. */
const leastOfOne = (world: World, claim: Claim, day: CivilDate): number =>
  Math.max(...chainsOf(world, claim.parts).map((parts) => boundIn(world, [{ ...claim, parts }], day, 'min')));

const isWhole = ({ without, during }: Part): boolean => without.length === 0 && during === undefined;

const boundIn = (world: World, claims: readonly Claim[], day: CivilDate, of: 'min' | 'max'): number => {
  const [only] = claims;
  if (of === 'min' && only && claims.length === 1 && !areApart(world, only.parts)) return leastOfOne(world, only, day);
  let certain = 0;
  const counted = new Map<string, number>();
  const add = (id: string, weight: number): void => void counted.set(id, (counted.get(id) ?? 0) + weight);
  const isPlain = claims.every(({ parts }) => parts.every(isWhole));
  const standing = (part: Part): ReturnType<typeof standingOf> => standingOf(world, part, day);
  const addPart = (part: Part): void => {
    // Of two that must last together nothing is known of the least.
    if (of === 'min' && part.during !== undefined) return;
    // Of a row that is in no order, and that nothing is taken away from, no other says whether it counts.
    if (isPlain && world.order.isAlone(part.row)) {
      if (of === 'max') certain += 1;
      return;
    }
    const away = toTakeAway(world, part, day, of);
    if (!away) return;
    add(part.row, 1);
    for (const id of away) add(id, -1);
  };
  for (const { parts, sure } of claims) {
    if (of === 'min' && !sure) continue;
    const standings = parts.map(standing);
    const isSure = standings.includes('SURE');
    const open = standings.includes('OVER') ? parts.filter((_, at) => standings[at] === 'OPEN') : parts;
    // Of parts that may last together, the least that is known is that the first counts, and the most that one person does.
    const together = !isSure && !areApart(world, open);
    if (isSure || (together && of === 'max')) certain += 1;
    else for (const part of together ? open.slice(0, 1) : open) addPart(part);
  }
  if (counted.size === 0) return certain;
  const { weights, implications, fixed } = world.order.sumOn(day, counted);
  const free =
    of === 'max'
      ? heaviestClosure(weights, implications)
      : -heaviestClosure(
          weights.map((weight) => -weight),
          implications,
        );
  return certain + fixed + free;
};

/** How many people count on a day at the least, each once: in none of the worlds fewer. */
export const leastHeadcount = (worlds: readonly World[], claims: readonly Claim[], day: CivilDate): number =>
  Math.max(0, Math.min(...worlds.map((world) => boundIn(world, claims, day, 'min'))));

/** How many people count on a day, each once: in none of the worlds fewer than `min`, and in none more than `max`. */
export const headcount = (worlds: readonly World[], claims: readonly Claim[], day: CivilDate): Range => {
  const people = claims.length;
  const min = leastHeadcount(worlds, claims, day);
  return { min, max: Math.max(min, Math.min(people, Math.max(...worlds.map((world) => boundIn(world, claims, day, 'max'))))) };
};
