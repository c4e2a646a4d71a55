import type { Reader } from '../graph/port.js';
import { NOW } from '../record/time.js';
import { type Context, readThrough, released } from '../read/context.js';
import { type Lens, lensOf } from '../read/lens.js';
import type { RecordResultAt, Result } from './model.js';
import type { Deed } from './deed.js';
import { type Recorded, enter } from './enter.js';

const known = (knownAt: number): Lens => ({ ...lensOf({}), knownAt });

/** What was told before is shown as it was then. */
const seen = ({ result, replayed }: Recorded): RecordResultAt => ({ result, replayed, lens: known(replayed ? result.at : NOW), before: known(result.at - 1) });

/** Asks one query after the other: a transaction answers one at a time. */
const inTurn = (reader: Reader): Reader => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: (query, params, withinMs) => {
      const next = last.then(() => reader.read(query, params, withinMs));
      last = next.catch(() => undefined);
      return next;
    },
  };
};

/** What an entry would come to: its transaction is held open, and all below the answer read through it, until the context is released. */
const checked = (context: Context, deed: Deed): Promise<RecordResultAt> =>
  new Promise((resolve, reject) => {
    const hold = async (result: Result, reader: Reader): Promise<void> => {
      // Nobody is left who would end it.
      if (context.budget?.isOver()) return;
      await new Promise<void>((release) => {
        readThrough(context, inTurn(reader));
        context.release = () => {
          release();
          return done;
        };
        resolve(seen({ result, replayed: false }));
      });
    };
    const done = enter(context.graph, deed, hold).then((recorded) => resolve(seen(recorded)), reject);
  });

/** Checks or writes what an entry says; what is read below it is read anew. */
export const enterHeld = async (context: Context, deed: Deed): Promise<RecordResultAt> => {
  await released(context);
  readThrough(context, context.graph);
  if (deed.mode === 'CHECK') return checked(context, deed);
  const recorded = await enter(context.graph, deed);
  readThrough(context, context.graph);
  return seen(recorded);
};
