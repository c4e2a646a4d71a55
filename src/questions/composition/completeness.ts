import { computed } from '../../graph/turns.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import type { CivilDate } from '../../time/civil.js';
import { leastHeadcount } from '../../time/headcount.js';
import { seatRules } from '../../words/bodies/loaders.js';
import { sizeOn } from '../../words/bodies/sizes.js';
import { dayOfList } from '../../words/documents/lists.js';
import { completeLists } from '../../words/documents/loaders.js';
import { registersOf } from '../../words/registers/loaders.js';
import { isKept } from '../../words/registers/rules.js';
import type { CountRange, Occupancy, Room } from './model.js';
import { claimsOf, countRange, peopleIn, seatsIn } from './rules.js';

/** The day of the last complete list on or before the lens's date; null: there is none. */
export const listedOn = async (context: Context, body: string, lens: Lens): Promise<CivilDate | null> => {
  const days = (await context.use(completeLists)(lens.knownAt).load(body)).flatMap((list) => dayOfList(list) ?? []);
  return (
    days
      .filter((day) => day <= lens.asOf)
      .sort()
      .at(-1) ?? null
  );
};

/** Whether the record says that it names everybody on the lens's date. */
const isKeptOn = async (context: Context, body: string, lens: Lens): Promise<boolean> =>
  (await context.use(registersOf)(lens.knownAt).load(body)).some((row) => isKept(row, lens.asOf));

/** Whether a complete list of the lens's date, or a register, says that nobody is there whom the record does not name. */
export const isClosedOn = async (context: Context, body: string, lens: Lens): Promise<boolean> => {
  const [isKept, listed] = await Promise.all([isKeptOn(context, body, lens), listedOn(context, body, lens)]);
  return isKept || listed === lens.asOf;
};

/** How many seats a body may have on the lens's date. */
const maximumOf = async (context: Context, body: string, lens: Lens): Promise<number> => {
  const rules = await context.use(seatRules)(lens.knownAt).load(body);
  return rules ? sizeOn(rules, lens.asOf).maximum : Number.POSITIVE_INFINITY;
};

/** A count of who sits in a body, `spare` of whom are no seats of their own: a list of that day, a register, or a maximum that is reached closes it. */
const closing =
  (count: typeof peopleIn, spareIn: (sitting: Occupancy) => number) =>
  async (context: Context, body: string, sitting: Occupancy, lens: Lens): Promise<CountRange> => {
    const [isClosed, maximum] = await Promise.all([isClosedOn(context, body, lens), maximumOf(context, body, lens)]);
    const filled = await computed(context, 0, () => count(sitting, sitting.places, lens.asOf, !isClosed));
    return filled.min >= maximum + spareIn(sitting) ? countRange({ min: filled.min, max: filled.min }, false, filled.lastKnown) : filled;
  };

/** How many people sit in a body. */
export const filledIn = closing(peopleIn, ({ spare }) => spare);

/** For how many more people there is room in a body than are recorded: of fewer than there may be it need not be counted who is sure. */
export const roomIn = async (context: Context, body: string, sitting: Occupancy, lens: Lens): Promise<Room> => {
  const maximum = (await maximumOf(context, body, lens)) + sitting.spare;
  const claims = claimsOf(sitting.places);
  if (claims.length >= maximum) {
    const least = await computed(context, 0, () => leastHeadcount(sitting.worlds, claims, lens.asOf));
    if (least >= maximum) return { open: false, most: least };
  }
  return { open: !(await isClosedOn(context, body, lens)), most: Number.POSITIVE_INFINITY };
};

/** In how many of its seats somebody sits. */
export const seatsFilledIn = closing(seatsIn, () => 0);

/** Whether more rights to seats than are recorded may be in force: unless a register or a fixed size says that these are all. */
export const areRightsOpen = async (context: Context, body: string, lens: Lens): Promise<boolean> => {
  const rules = await context.use(seatRules)(lens.knownAt).load(body);
  const size = rules && sizeOn(rules, lens.asOf);
  return !(size && size.minimum === size.maximum) && !(await isKeptOn(context, body, lens));
};
