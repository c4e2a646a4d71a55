import { inputError } from './errors.js';
import { NOW } from '../record/time.js';
import { type CivilDate, isCivilDate, today } from '../time/civil.js';
import { type Window, dayWindow, isPossible, nearestDay } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';

/** The day in the world and the state of the record that everything below a root field is seen with. */
export interface Lens {
  asOf: CivilDate;
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

/** The lens below a row: on its date, or on the nearest day on which the row is possible. */
export const below = (lens: Lens, row: Interval): Lens => (isPossible(row, dayWindow(lens.asOf)) ? lens : { ...lens, asOf: nearestDay(row, lens.asOf) });

export const windowOf = (lens: Lens): Window => dayWindow(lens.asOf);

/** The lens below a version that the record may no longer hold: as it was known at last while it did. */
export const lensOfVersion = ({ retractedAt }: { retractedAt: number }, lens: Lens): Lens => ({ ...lens, knownAt: Math.min(lens.knownAt, retractedAt - 1) });

/** Id plus lens: what a client's cache keys by. */
export const keyOf = (id: string, { asOf, knownAt }: Lens): string => `${id}@${asOf}${knownAt === NOW ? '' : `~${new Date(knownAt).toISOString()}`}`;
