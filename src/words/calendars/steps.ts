import * as queries from '../../generated/queries.js';
import type { Reader } from '../../graph/port.js';
import { inBatches } from '../../record/batches.js';
import type { Step } from './model.js';
import type { Steps } from './rules.js';

const stepsBy =
  (query: typeof queries.calendars.stepsUp) =>
  (reader: Reader, knownAt: number): Steps =>
  async (ids) => {
    const found: Step[] = [];
    await inBatches(ids, async (some) => {
      for (const { steps } of await reader.read(query, { ids: some, knownAt })) for (const { r } of steps) found.push(r);
    });
    return found;
  };

/** From bodies to what they are part of, and to the calendars that they follow. */
export const stepsUp = stepsBy(queries.calendars.stepsUp);

/** From calendars and bodies to who follows them, and to what is part of them. */
export const stepsDown = stepsBy(queries.calendars.stepsDown);
