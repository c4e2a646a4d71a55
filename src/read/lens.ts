import { inputError } from './errors.js';
import { sortedBy } from '../record/order.js';
import { NOW } from '../record/time.js';
import { type CivilDate, FOREVER, daysBetween, isCivilDate, today } from '../time/civil.js';
import { type Window, dayWindow, isPossible, nearestDay, within } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';

/** The day in the world and the state of the record that everything below a root field is seen with. */
export interface Lens {
  asOf: CivilDate;
  /** Epoch milliseconds; `NOW` where none was given. */
  knownAt: number;
  /** As the root field's arguments gave it: part of what a cursor belongs to. */
  given: string;
}

/**
 * A stored row and the lens it is seen with. The day that was asked is never exchanged for another: the row answers for itself on
 * the day of its lens, and only what is below it may be seen on another one. That is the lens which `belowRow` gives for a dated
 * row, and `belowThing` for anything else.
 */
export interface At<T> {
  row: T;
  lens: Lens;
  /** The day of what is below, where the row alone does not say it: of a body in a lineage, of a seat with its ties. */
  below?: CivilDate;
  /** The period that a list was asked for: the row is as sure as over it, and what is below it is seen within it. */
  during?: Window;
}

/** Anything with an id. */
export type NodeAt = At<{ id: string }>;

export interface LensArguments {
  asOf?: string | null;
  knownAt?: Date | null;
}

/** No day may be asked that stands for no end: what has none would be over on it. */
export const requireBeforeForever = (argument: string, day: string | null | undefined): void => {
  if (day === FOREVER) throw inputError(argument, `a calendar day before ${FOREVER}`, day);
};

/** The lens of a root field: today in Europe/Copenhagen and now, where nothing else is given. */
export const lensOf = ({ asOf, knownAt }: LensArguments): Lens => {
  if (asOf != null && !isCivilDate(asOf)) throw inputError('asOf', 'a calendar day, YYYY-MM-DD', asOf);
  requireBeforeForever('asOf', asOf);
  if (knownAt != null && knownAt.getTime() > Date.now()) throw inputError('knownAt', 'a time that is not in the future', knownAt.toISOString());
  return {
    asOf: asOf ?? today(),
    knownAt: knownAt?.getTime() ?? NOW,
    given: `${asOf ?? ''}~${knownAt?.toISOString() ?? ''}`,
  };
};

const onDay = (lens: Lens, asOf: CivilDate): Lens => (asOf === lens.asOf ? lens : { ...lens, asOf });

/** The lens below a thing, which is that of the thing: also where it does not exist on that day. */
export const belowThing = ({ lens, below: day }: Pick<At<unknown>, 'lens' | 'below'>): Lens => onDay(lens, day ?? lens.asOf);

/** The lens below a dated row: on its day, or on the nearest day on which the row is possible, within the period of its list. */
export const belowRow = ({ row, lens, below: day, during }: At<Interval>): Lens => {
  if (day || isPossible(row, dayWindow(lens.asOf)) || row.fromMin >= row.untilMax) return belowThing({ lens, below: day });
  return onDay(lens, nearestDay(during ? within(row, during) : row, lens.asOf));
};

export const below = (lens: Lens, row: Interval): Lens => belowRow({ row, lens });

/** A dated row has bounds and is called nothing; the bounds of what has names are those of its existence. */
const isDated = (at: At<object>): at is At<Interval> => 'fromMin' in at.row && !('called' in at.row);

/** The lens below anything. */
export const belowAt = (at: At<object>): Lens => (isDated(at) ? belowRow(at) : belowThing(at));

/** The lens below several dated rows of which one is enough: on the day of theirs, or on the nearest one on which any of them is possible. */
export const belowAny = (lens: Lens, rows: readonly Interval[]): Lens => {
  if (rows.some((row) => isPossible(row, dayWindow(lens.asOf)))) return lens;
  const ever = rows.filter(({ fromMin, untilMax }) => fromMin < untilMax);
  const [nearest] = sortedBy(
    ever.map((row) => below(lens, row)),
    ({ asOf }) => [Math.abs(daysBetween(lens.asOf, asOf))],
  );
  return nearest ?? lens;
};

/** A thing that is reached as part of a story, such as the body before: itself on the asked day, and below it the nearest day on which it exists. */
export const inItsTime = <T extends Interval>(row: T, lens: Lens): At<T> => ({ row, lens, below: below(lens, row).asOf });

export const windowOf = (lens: Lens): Window => dayWindow(lens.asOf);

/** The lens below a version that the record may no longer hold: as it was known at last while it did. */
export const lensOfVersion = ({ retractedAt }: { retractedAt: number }, lens: Lens): Lens => ({ ...lens, knownAt: Math.min(lens.knownAt, retractedAt - 1) });

/** Id plus lens. */
export const keyOf = (id: string, { asOf, knownAt }: Lens, more = ''): string =>
  `${id}@${asOf}${more}${knownAt === NOW ? '' : `~${new Date(knownAt).toISOString()}`}`;

/** Id plus lens, with the day of what is below where it is another, and the period of a list: what a client's cache keys by. */
export const keyAt = (at: NodeAt): string => {
  const { asOf } = belowAt(at);
  const { row, lens, during } = at;
  return keyOf(row.id, lens, `${asOf === lens.asOf ? '' : `/${asOf}`}${during ? `[${during.start},${during.end})` : ''}`);
};
