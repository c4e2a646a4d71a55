import { BEGINNING, FOREVER, dayBefore } from '../../time/civil.js';
import { together } from '../../time/in-force.js';
import { EVERLASTING, type Interval } from '../../time/interval.js';
import type { Followed, Step } from './model.js';

/** The steps that lead on from things. */
export type Steps = (ids: string[]) => Promise<readonly Step[]>;

/** A way from a body, as far as it was gone. */
type Way = Pick<Followed, 'bodies' | 'through'>;

const keyOf = ({ body, fromMin, fromMax, untilMin, untilMax }: Interval & { body: string }): string => [body, fromMin, fromMax, untilMin, untilMax].join(' ');

/** What nobody says anything of the start of has ever been so: by the latest, as far as is known, it began before it ended. */
const everSince = ({ fromMin, fromMax, untilMin, untilMax }: Interval): Interval => {
  const isUnsaid = fromMin === BEGINNING && (fromMax === FOREVER || fromMax === dayBefore(untilMax));
  return { fromMin, fromMax: isUnsaid ? BEGINNING : fromMax, untilMin, untilMax };
};

/** All ways from a body up to calendars. Of ways to one body on the same days one is gone on, so that circles end. */
const waysFrom = (start: string, stepsOf: ReadonlyMap<string, readonly Step[]>): Followed[] => {
  const found: Followed[] = [];
  const seen = new Set<string>();
  const ways: Way[] = [{ bodies: [{ body: start, ...EVERLASTING }], through: [] }];
  for (const { bodies, through } of ways) {
    const { body, ...within } = bodies.at(-1) as Followed['bodies'][number];
    for (const step of stepsOf.get(body) ?? []) {
      const days = together(within, everSince(step));
      const way = { through: [...through, step.id] };
      if (days.fromMin >= days.untilMax) continue;
      if (step.relation === 'FOLLOWS') found.push({ calendar: step.toId, bodies, ...way, ...days });
      else if (!seen.has(keyOf({ body: step.toId, ...days }))) ways.push({ bodies: [...bodies, { body: step.toId, ...days }], ...way });
      seen.add(keyOf({ body: step.toId, ...days }));
    }
  }
  return found;
};

/** The calendars by which bodies turn their terms: those that they follow, and those that what they are part of follows, at any remove. */
export const followedBy = async (bodies: Iterable<string>, stepsUp: Steps): Promise<Map<string, Followed[]>> => {
  const asked = [...new Set(bodies)];
  const stepsOf = new Map<string, Step[]>();
  for (let frontier = asked; frontier.length > 0;) {
    for (const id of frontier) stepsOf.set(id, []);
    const steps = await stepsUp(frontier);
    for (const step of steps) stepsOf.get(step.fromId)?.push(step);
    frontier = [...new Set(steps.filter(({ relation }) => relation === 'PART_OF').map(({ toId }) => toId))].filter((id) => !stepsOf.has(id));
  }
  return new Map(asked.map((body) => [body, waysFrom(body, stepsOf)]));
};

/** These calendars and bodies, and all that turns its terms with them: who follows, and what is part of a follower, at any remove. */
export const turningWith = async (ids: Iterable<string>, stepsDown: Steps): Promise<Set<string>> => {
  const found = new Set(ids);
  for (let frontier = [...found]; frontier.length > 0;) {
    frontier = [...new Set((await stepsDown(frontier)).map(({ fromId }) => fromId))].filter((id) => !found.has(id));
    for (const id of frontier) found.add(id);
  }
  return found;
};
