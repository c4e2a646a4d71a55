import type { Lens } from '../../read/lens.js';
import type { Part, Rivals, World } from '../../time/headcount.js';
import type { DatedRow } from '../../time/sequences.js';
import type { PartyStatus } from '../../words/affiliations/model.js';
import type { BodyAt } from '../../words/bodies/model.js';
import type { Absences } from '../../words/leaves/model.js';
import type { InSeat } from '../../words/memberships/going-on.js';
import type { Role, Sitting } from '../../words/memberships/model.js';
import type { PrincipalAt } from '../../words/principals/model.js';

/** A count of which only the least and the most are known. */
export interface CountRange {
  min: number;
  max: number;
  /** There may be more than `max`. */
  open: boolean;
  /** Who has begun for certain and is not known to be over. */
  lastKnown: number;
}

/** A leave or a stand-in that may be of other seats too than it says, as who holds them goes on in others; `by`: the seats of the substitute. */
export interface Carried {
  id: string;
  of: readonly InSeat[];
  by: readonly InSeat[] | null;
}

/** When holders of the seats of a body do not sit in them. */
export interface AbsencesInBody extends Absences {
  carried: Carried[];
}

/** A time in which the holder of a seat does not sit in it: `m` sits in for them, or nobody does. */
export interface Away extends DatedRow {
  m: Sitting | null;
  within: Sitting;
  /** Whether it is known to lie within the seat. */
  isInside: boolean;
}

/** Somebody who sits in a body while a part lasts, by a seat, in a role. */
export interface Occupant {
  m: Sitting;
  role: Role;
  part: Part;
  /** The holder of the seat, where they sit in for them. */
  holder?: string;
}

/** Who sits in a body on a day: in which orders their seats may follow each other, and by whose person which places are held. */
export interface Occupancy {
  worlds: readonly World[];
  rivals: readonly Rivals[];
  places: readonly Occupant[];
  /** Every seat, also of who is no member. */
  seats: readonly Sitting[];
  /** The seats of members, also while somebody stands in for them. */
  held: readonly Sitting[];
  /** The offices that people share, by who does: together they hold one seat. */
  shared: ReadonlyMap<string, string>;
  /** How many more people than seats there may be, as offices are shared. */
  spare: number;
}

/** Whether more may sit in a body than are recorded; and how many people do at the most, where a maximum is reached. */
export interface Room {
  open: boolean;
  most: number;
}

export interface ShareAt {
  principal: PrincipalAt | null;
  status: PartyStatus | null;
  people: CountRange;
}

export interface VacancyAt {
  body: BodyAt;
  by: PrincipalAt;
  seats: CountRange;
  lens: Lens;
}
