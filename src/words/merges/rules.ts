import { FOREVER, daysBetween } from '../../time/civil.js';
import type { Interval } from '../../time/interval.js';
import { type Stated, statedInterval } from '../../time/stated.js';

type Fields = Readonly<Record<string, unknown>>;

/** What rows of one person are about: two of one word about the same may be of one thing. null: they never are. */
const ABOUT: Readonly<Record<string, (row: Fields) => unknown[]>> = {
  memberships: ({ body, role }) => [body, role],
  affiliations: ({ with: principal }) => [principal ?? null],
  attendance: ({ meeting }) => [meeting],
};

export const isHeld = (word: string): boolean => word in ABOUT;

const aboutOf = (word: string, row: Fields): string => JSON.stringify(ABOUT[word]?.(row));

const datesOf = (row: Fields): Interval => {
  const dates = statedInterval(row as unknown as Stated);
  return row['open'] && !row['over'] ? { ...dates, untilMin: FOREVER, untilMax: FOREVER } : dates;
};

/** Apart by so many days, they are two. */
const YEAR = 366;

/** Whether two rows may be in force at one time: on certain days of both, or, where these are not known, at most a year apart. */
const meet = (a: Interval, b: Interval): boolean => {
  if (a.fromMin >= b.untilMax || b.fromMin >= a.untilMax) return false;
  const areKnown = [a, b].every(({ fromMax, untilMin }) => fromMax < untilMin);
  const [first, second] = a.untilMin < b.untilMin ? [a, b] : [b, a];
  return !areKnown || second.fromMax < first.untilMin || daysBetween(first.untilMin, second.fromMax) < YEAR;
};

const areOfTwoTerms = (a: Fields, b: Fields): boolean => a['term'] !== undefined && b['term'] !== undefined && a['term'] !== b['term'];

/** Whether two records of one person hold one thing: the same seat, the same tie, or one place at one meeting. */
export const areOne = (word: string, a: Fields, b: Fields): boolean =>
  aboutOf(word, a) === aboutOf(word, b) && !areOfTwoTerms(a, b) && (word === 'attendance' || meet(datesOf(a), datesOf(b)));

interface Named {
  name: string;
  aliases?: { text: string }[];
}

/** What is said of a person under another name, whose own is an alias from then on. */
export const underName = <R extends Named>({ aliases = [], ...row }: R, name: string): R => {
  const others = [...aliases.filter(({ text }) => text !== row.name), { text: row.name }].filter(({ text }) => text !== name);
  return { ...row, name, ...(others.length > 0 && { aliases: others }) } as unknown as R;
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
