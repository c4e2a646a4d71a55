import { sortedBy } from '../../record/order.js';
import { isPossible } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import type { Followed } from '../calendars/model.js';
import type { HasTerm } from './model.js';

/** The terms of a body or calendar. */
type TermsOf = (holder: string) => readonly HasTerm[];

/** A term that a body has: its own, a calendar's that it follows, or one of what it is part of, in the place of a calendar's. */
export interface TermOf {
  term: HasTerm;
  /** The days on which it holds for the body. */
  days: Interval;
  /** The calendar whose term it is, or in the place of whose term it stands. */
  calendar: string | null;
}

/** The calendars and bodies whose terms a body may have beside its own. */
export const holdersOf = (followed: readonly Followed[]): string[] => followed.flatMap(({ calendar, bodies }) => [calendar, ...bodies.map(({ body }) => body)]);

/** The terms of a calendar while it is followed. In the place of one stands the body's own, else that of the nearest that it is part of. */
const termsFollowed = ({ calendar, bodies, through: _, ...days }: Followed, of: TermsOf): TermOf[] =>
  of(calendar)
    .flatMap((term) => {
      const stands = bodies.map(({ body, ...within }) =>
        of(body)
          .filter(({ insteadOf }) => insteadOf === term.toId)
          .map((own) => ({ term: own, days: within, calendar })),
      );
      return stands.find((own) => own.length > 0) ?? [{ term, days, calendar }];
    })
    .filter((one) => isPossible(one.term, { start: one.days.fromMin, end: one.days.untilMax }));

/** All terms that a body has on whatever day, oldest first: its own, and those by which it turns. */
export const termsOfBody = (body: string, followed: readonly Followed[], of: TermsOf): TermOf[] => {
  const theirs = followed.flatMap((one) => termsFollowed(one, of));
  const own = of(body)
    .filter((term) => !theirs.some((one) => one.term.id === term.id))
    .map((term) => ({ term, days: EVERLASTING, calendar: null }));
  return sortedBy([...own, ...theirs], ({ term: { fromMin, untilMax, id } }) => [fromMin, untilMax, id]);
};
