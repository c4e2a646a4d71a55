import { FIRST, startsOf } from './days.js';
import type { Dates, Rows, SeatRow } from './rows.js';

/** The date of each release of a world. */
const DATE = '2022-06-21';

const isOpen = ({ until, over, narrowed }: Dates): boolean => !until && !over && !narrowed?.untilMin && !narrowed?.untilMax;

const mayBeOver = ({ from, seen = [], narrowed }: Dates): boolean =>
  (narrowed?.fromMin ?? (from ? startsOf(from)[0] : FIRST)) < DATE && seen.every(({ on }) => on < DATE);

const over = <T extends Dates>({ undated: _, ...row }: T): T => ({ ...row, over: [{ on: DATE, in: 'doc:1' }] }) as unknown as T;

const missingIn = <T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] => before.filter(({ id }) => after.every((one) => one.id !== id));

const overIn = <T extends Dates & { id: string }>(before: readonly T[], after: readonly T[]): T[] =>
  missingIn(before, after)
    .filter((row) => isOpen(row) && mayBeOver(row))
    .map(over);

/** What seats stay for, though they are gone: those that others replaced. */
const neededBy = (rows: readonly SeatRow[], gone: readonly SeatRow[]): SeatRow[] => {
  const replaced = gone.filter(({ id }) => rows.some(({ appointment }) => appointment?.replaces?.membership === id));
  const others = replaced.filter(({ id }) => rows.every((row) => row.id !== id));
  return others.length ? neededBy([...rows, ...others], gone) : [...rows];
};

/** What the record holds after a release that is kept up to date: what was open and is gone is over on its date, and stays. */
export const released = (before: Rows, after: Rows): Rows => ({
  ...after,
  memberships: [...after.memberships, ...neededBy(overIn(before.memberships, after.memberships), missingIn(before.memberships, after.memberships))],
  affiliations: [...after.affiliations, ...overIn(before.affiliations, after.affiliations)],
  relations: [...after.relations, ...overIn(before.relations, after.relations)],
});
