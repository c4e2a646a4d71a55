import { inputError } from './errors.js';
import { sortedBy } from '../record/order.js';
import { NOW } from '../record/time.js';
import { type CivilDate, daysBetween, isCivilDate, today } from '../time/civil.js';
import { type Window, dayWindow, isPossible, nearestDay, within } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';

/**
 * The day in the world and the state of the record that everything below a root field is seen with. The day that was asked is never
 * exchanged for another: a thing answers for itself on `asOf`, and only what is below it may be seen on another day, `below`.
 */
export interface Lens {
  asOf: CivilDate;
  /** The day of what is below, where it is not `asOf` and the row does not say it: of a body in a lineage, of a seat with its ties. */
  below?: CivilDate;
  /** The period that a list was asked for: its rows are as sure as over it, and what is below one is seen within it. */
  during?: Window;
  /** Epoch milliseconds; `NOW` where none was given. */
  knownAt: number;
  /** As the root field's arguments gave it: part of what a cursor belongs to. */
  given: string;
}

/** A stored row and the lens it is seen with. */
export interface At<T> {
  row: T;
  lens: Lens;
}

/** Anything with an id. */
export type NodeAt = At<{ id: string }>;

export interface LensArguments {
  asOf?: string | null;
  knownAt?: Date | null;
}

/** The lens of a root field: today in Europe/Copenhagen and now, where nothing else is given. */
export const lensOf = ({ asOf, knownAt }: LensArguments): Lens => {
  if (asOf != null && !isCivilDate(asOf)) throw inputError('asOf', 'a calendar day, YYYY-MM-DD', asOf);
  if (knownAt != null && knownAt.getTime() > Date.now()) throw inputError('knownAt', 'a time that is not in the future', knownAt.toISOString());
  return {
    asOf: asOf ?? today(),
    knownAt: knownAt?.getTime() ?? NOW,
    given: `${asOf ?? ''}~${knownAt?.toISOString() ?? ''}`,
  };
};

const onDay = ({ knownAt, given }: Lens, asOf: CivilDate): Lens => ({ asOf, knownAt, given });

/** The lens on the day that was asked, whatever list a row was found by: of what a row leads to beside it, such as the seat before. */
export const asked = (lens: Lens): Lens => (lens.below || lens.during ? onDay(lens, lens.asOf) : lens);

/** The lens below a thing, which is that of the thing: also where it does not exist on that day. */
export const belowThing = ({ lens }: { lens: Lens }): Lens => (lens.below ? onDay(lens, lens.below) : asked(lens));

/** The lens below a dated row: on the asked day, or on the nearest day on which the row is possible, within the period of its list. */
export const below = (lens: Lens, row: Interval): Lens => {
  if (lens.below || isPossible(row, dayWindow(lens.asOf)) || row.fromMin >= row.untilMax) return belowThing({ lens });
  return onDay(lens, nearestDay(lens.during ? within(row, lens.during) : row, lens.asOf));
};

/** The lens below several dated rows of which one is enough: on the asked day, or on the nearest one on which any of them is possible. */
export const belowAny = (lens: Lens, rows: readonly Interval[]): Lens => {
  if (rows.some((row) => isPossible(row, dayWindow(lens.asOf)))) return belowThing({ lens });
  const ever = rows.filter(({ fromMin, untilMax }) => fromMin < untilMax);
  const [nearest] = sortedBy(
    ever.map((row) => below(lens, row)),
    ({ asOf }) => [Math.abs(daysBetween(lens.asOf, asOf))],
  );
  return nearest ?? belowThing({ lens });
};

/** A thing that is reached as part of a story, such as the body before: itself on the asked day, and below it the nearest day on which it exists. */
export const inItsTime = <T extends Interval>(row: T, lens: Lens): At<T> => {
  const day = below(asked(lens), row).asOf;
  return { row, lens: day === lens.asOf ? asked(lens) : { ...asked(lens), below: day } };
};

export const windowOf = (lens: Lens): Window => dayWindow(lens.asOf);

/** The lens below a version that the record may no longer hold: as it was known at last while it did. */
export const lensOfVersion = ({ retractedAt }: { retractedAt: number }, lens: Lens): Lens => ({ ...lens, knownAt: Math.min(lens.knownAt, retractedAt - 1) });

const dayOf = ({ asOf, during }: Lens, day: CivilDate): string =>
  [asOf, ...(day === asOf ? [] : [`/${day}`]), ...(during ? [`[${during.start},${during.end})`] : [])].join('');

/** Id plus lens, with the day of what is below where that is another: what a client's cache keys by. */
export const keyOf = (id: string, lens: Lens, under: Lens = belowThing({ lens })): string =>
  `${id}@${dayOf(lens, under.asOf)}${lens.knownAt === NOW ? '' : `~${new Date(lens.knownAt).toISOString()}`}`;
