import { BEGINNING, FOREVER } from '../../time/civil.js';
import { together } from '../../time/in-force.js';
import type { Interval } from '../../time/interval.js';
import type { Followed, Step } from './model.js';

/** The steps that lead on from things. */
export type Steps = (ids: string[]) => Promise<readonly Step[]>;

/** A way from a body, as far as it was gone. */
interface Way extends Interval {
  at: string;
  through: string[];
}

const ALWAYS: Interval = { fromMin: BEGINNING, fromMax: BEGINNING, untilMin: FOREVER, untilMax: FOREVER };

const keyOf = ({ at, fromMin, fromMax, untilMin, untilMax }: Way): string => [at, fromMin, fromMax, untilMin, untilMax].join(' ');

/** All ways from a body up to calendars. Of ways to one body on the same days one is gone on, so that circles end. */
const waysFrom = (body: string, stepsOf: ReadonlyMap<string, readonly Step[]>): Followed[] => {
  const found: Followed[] = [];
  const seen = new Set<string>();
  for (let ways: Way[] = [{ at: body, ...ALWAYS, through: [] }]; ways.length > 0;) {
    const next = ways.flatMap(({ at, through, ...days }) =>
      (stepsOf.get(at) ?? []).map((step) => ({ step, way: { at: step.toId, ...together(days, step), through: [...through, step.id] } })),
    );
    ways = [];
    for (const { step, way } of next) {
      const { at, ...days } = way;
      if (way.fromMin >= way.untilMax) continue;
      if (step.relation === 'FOLLOWS') found.push({ calendar: at, follower: step.fromId, ...days });
      else if (!seen.has(keyOf(way))) ways.push(way);
      seen.add(keyOf(way));
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
