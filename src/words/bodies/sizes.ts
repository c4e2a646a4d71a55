import { BEGINNING, type CivilDate, FOREVER } from '../../time/civil.js';

/** How many members a body has, at the least and at the most, on some days: from the first, and before the last; null: it says nothing of it. */
interface Size {
  from: CivilDate;
  until: CivilDate;
  minimum: number | null;
  maximum: number | null;
}

/** What a body says of how many members it has. */
export interface Sized {
  minimum: number | null;
  maximum: number | null;
  sizes: string | null;
}

/** As a body stores them. @throws RangeError where one ends before it begins. */
export const storedSizes = (sizes: readonly { from?: CivilDate; until?: CivilDate; minimum?: number; maximum?: number }[] = []): string | null => {
  const all = sizes.map(({ from = BEGINNING, until = FOREVER, minimum = null, maximum = null }): Size => {
    if (from >= until) throw new RangeError(`required: \`until\` after \`from\` in \`sizes\`; given: from ${from}, until ${until}`);
    return { from, until, minimum, maximum };
  });
  return all.length > 0 ? JSON.stringify(all) : null;
};

const sizesOf = ({ minimum, maximum, sizes }: Sized): Size[] => [
  { from: BEGINNING, until: FOREVER, minimum, maximum },
  ...(JSON.parse(sizes ?? '[]') as Size[]),
];

const said = (counts: readonly (number | null)[]): number[] => counts.filter((count) => count !== null);

/** Whether a body ever says how many members it has at the least, or at the most. */
export const says = (of: 'minimum' | 'maximum', body: Sized): boolean => sizesOf(body).some((size) => size[of] !== null);

/** How many members it has on a day: at the least 0, and at the most without end, where it does not say. */
export const sizeOn = (body: Sized, day: CivilDate): { minimum: number; maximum: number } => {
  const on = sizesOf(body).filter(({ from, until }) => from <= day && day < until);
  return {
    minimum: Math.max(0, ...said(on.map(({ minimum }) => minimum))),
    maximum: Math.min(Number.POSITIVE_INFINITY, ...said(on.map(({ maximum }) => maximum))),
  };
};

/** The days on which that may change. */
export const daysOfSizes = (body: Sized): CivilDate[] => sizesOf(body).flatMap(({ from, until }) => [from, until]);
