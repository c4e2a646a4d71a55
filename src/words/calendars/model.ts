import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { FOLLOWS } from '../relations/definition.js';
import type { Stored } from '../word.js';
import type { Calendar as Definition } from './definition.js';

export type Calendar = Stored<typeof Definition>;

/** That a body follows a calendar. */
export type Following = Stored<typeof FOLLOWS>;

/** That a body follows a calendar, or is part of another. */
export type Step = Pick<Following, 'id' | 'relation' | 'fromId' | 'toId' | keyof Interval>;

/** On which days a body turns its terms with a calendar, by itself or as part of another. */
export interface Followed extends Interval {
  calendar: string;
  /** From the body itself to the one that follows, each with the days on which the body is part of it. */
  bodies: (Interval & { body: string })[];
  /** Ids of the relations that lead from the body to the calendar. */
  through: string[];
}

export type CalendarAt = At<Calendar>;
export type FollowingAt = At<Following>;
