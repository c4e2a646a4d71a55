import { type CivilDate, earliest, latest } from '../../time/civil.js';
import { type PartialDate, spanOf } from '../../time/partial.js';

/** The day by which sightings show a thing held: of a month or year its last. null: there are none. */
export const firstSeen = (on: readonly PartialDate[]): CivilDate | null => (on.length ? on.map((one) => spanOf(one).last).reduce(earliest) : null);

/** The last day from which on they do: of a month or year its first. */
export const lastSeen = (on: readonly PartialDate[]): CivilDate | null => (on.length ? on.map((one) => spanOf(one).first).reduce(latest) : null);
