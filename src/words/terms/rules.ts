import { sortedBy } from '../../record/order.js';
import { isPossible } from '../../time/in-force.js';
import type { Followed } from '../calendars/model.js';
import type { HasTerm } from './model.js';

/** A term that a body has: its own, or of a calendar, on the days on which it follows that. */
export interface TermOf {
  term: HasTerm;
  followed: Followed | null;
}

/** The terms of a calendar while it is followed; in the place of some of them the follower has its own. */
const termsFollowed = (followed: Followed, of: (holder: string) => readonly HasTerm[]): TermOf[] => {
  const theirs = of(followed.calendar);
  const own = of(followed.follower).filter(({ insteadOf }) => theirs.some(({ toId }) => toId === insteadOf));
  return [...theirs.filter(({ toId }) => !own.some(({ insteadOf }) => insteadOf === toId)), ...own]
    .filter((term) => isPossible(term, { start: followed.fromMin, end: followed.untilMax }))
    .map((term) => ({ term, followed }));
};

/** All terms that a body has on whatever day, oldest first: its own, and those by which it turns. */
export const termsOfBody = (body: string, followed: readonly Followed[], of: (holder: string) => readonly HasTerm[]): TermOf[] => {
  const own = of(body).map((term) => ({ term, followed: null }));
  const theirs = followed.flatMap((one) => termsFollowed(one, of)).filter(({ term }) => term.fromId !== body);
  return sortedBy([...own, ...theirs], ({ term: { fromMin, untilMax, id } }) => [fromMin, untilMax, id]);
};
