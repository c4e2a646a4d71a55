/** What stands for "not known" at either end. */
export const FIRST = '0001-01-01';
export const LAST = '9999-12-31';

const DAY_MS = 86_400_000;

/** A day some days later; only of days that are no sentinels. */
export const plus = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const earliest = (...days: readonly string[]): string => [...days].sort()[0] as string;
export const latest = (...days: readonly string[]): string => [...days].sort().at(-1) as string;

const firstOf = (printed: string): string => `${printed}-01-01`.slice(0, 10);

const dayAfter = (printed: string): string => {
  const [year, month] = printed.split('-').map(Number) as [number, number?];
  if (printed.length === 10) return plus(printed, 1);
  return new Date(Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1)).toISOString().slice(0, 10);
};

/** The days on which something can begin that is printed to begin then. */
export const startsOf = (printed: string): [string, string] => [firstOf(printed), plus(dayAfter(printed), -1)];

/** The days that can be the first no longer in force. */
export const endsOf = (printed: string): [string, string] => (printed.length === 10 ? [printed, printed] : [firstOf(printed), dayAfter(printed)]);
