import { bounded } from '../../time/bounds.js';
import { BEGINNING, type CivilDate, FOREVER, daysBetween, earliest, latest } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import type { Stated } from '../../time/stated.js';

type Fields = Readonly<Record<string, unknown>>;

/** What rows of one person are about: two of one word about the same may be of one thing. null: they never are. */
const ABOUT: Readonly<Record<string, (row: Fields) => unknown[]>> = {
  memberships: ({ body, role, declined }) => [body, role, declined ?? false],
  affiliations: ({ with: principal }) => [principal ?? null],
  attendance: ({ meeting }) => [meeting],
};

export const isHeld = (word: string): boolean => word in ABOUT;

const aboutOf = (word: string, row: Fields): string => JSON.stringify(ABOUT[word]?.(row));

/** Apart by so many days, they are two. */
const YEAR = 366;

/** The days of which most is known: those that are certain, else those of its start, else of its end; null: nothing is. */
const knownDays = ({ fromMin, fromMax, untilMin, untilMax }: Interval): [first: CivilDate, last: CivilDate] | null => {
  if (fromMax < untilMin) return [fromMax, untilMin];
  if (fromMin > BEGINNING && fromMax < FOREVER) return [fromMin, fromMax];
  return untilMin > BEGINNING && untilMax < FOREVER ? [untilMin, untilMax] : null;
};

/** Whether two rows may be in force at one time, and what is known of them lies less than a year apart. */
const meet = (a: Interval, b: Interval): boolean => {
  if (a.fromMin >= b.untilMax || b.fromMin >= a.untilMax) return false;
  const [one, other] = [knownDays(a), knownDays(b)];
  return !one || !other || daysBetween(earliest(one[1], other[1]), latest(one[0], other[0])) < YEAR;
};

/** Where both name one and it is not the same, they are two. */
const APART = ['term', 'office', 'district'] as const;

export const areApart = (a: Fields, b: Fields): boolean => APART.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]);

/** Whether two records of one person hold one thing: the same seat, the same tie, or one place at one meeting. */
export const areOne = (word: string, a: Fields, b: Fields): boolean =>
  aboutOf(word, a) === aboutOf(word, b) && !areApart(a, b) && (word === 'attendance' || meet(bounded(a as Stated), bounded(b as Stated)));

/** What is said of how somebody is called. */
export interface Named {
  /** undefined: its writer says only more of who is named by others. */
  name?: string | undefined;
  aliases?: { text: string }[];
  names?: { text: string }[] | undefined;
}

/** What is said of a person who has another name, under that one: their own are aliases from then on, but for names over time where the other has such too. */
export const underName = <R extends Named>({ aliases = [], names = [], ...row }: R, { name, names: over }: Named): R => {
  const own = [...(over ? [] : names.map(({ text }) => text)), ...(row.name === undefined ? [] : [row.name])];
  const others = [...aliases.filter(({ text }) => !own.includes(text)), ...[...new Set(own)].map((text) => ({ text }))].filter(({ text }) => text !== name);
  return {
    ...row,
    ...(row.name !== undefined && { name }),
    ...(over && names.length > 0 && { names }),
    ...(others.length > 0 && { aliases: others }),
  } as unknown as R;
};

/** A row that says that `gone` is `keep`. */
export interface Pair {
  id: string;
  keep: string;
  gone: string;
}

/** To whom people lead, through all to whom those lead. `circular`: those who lead back to themselves; `split`: those who lead to several. */
export const leadingOf = (pairs: readonly Pair[]): { of: (person: string) => string; circular: Pair[]; split: Pair[] } => {
  const next = new Map<string, string>();
  for (const { keep, gone } of pairs) if (!next.has(gone)) next.set(gone, keep);
  const of = (person: string): string => {
    const seen = new Set<string>();
    let at = person;
    for (let to = next.get(at); to !== undefined && !seen.has(at); to = next.get(at)) {
      seen.add(at);
      at = to;
    }
    return at;
  };
  const isCircular = ({ gone }: Pair): boolean => next.has(of(gone));
  return { of, circular: pairs.filter(isCircular), split: pairs.filter(({ keep, gone }) => of(keep) !== of(gone)) };
};
