import type { RecordedFragment } from '../generated/graphql';
import { nameOf } from '../parts/links';
import { lastDay } from '../sureness';
import { say, words } from '../words/words';

/** What stands now in a field of a thing, as it was said; null: the thing has none of that name. */
export const presentOf = (thing: RecordedFragment | null, field: string): string | null => {
  const w = words.value;
  if (!thing) return null;
  if (field === 'from' && 'from' in thing) return thing.from ? say(thing.from) : w.notStated;
  if (field === 'ends' && 'until' in thing) return thing.until ? lastDay(thing.until) : w.notStated;
  if (field === 'role' && 'role' in thing) return w.role[thing.role];
  if (field === 'reason' && thing.__typename === 'Leave') return thing.reason ?? w.notStated;
  return field === 'name' ? nameOf(thing) : null;
};
