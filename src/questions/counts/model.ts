import type { Lens } from '../../read/lens.js';
import type { CountRange, Occupancy, Occupant } from '../composition/model.js';

export type Dimension = 'BODY' | 'PARTY' | 'MUNICIPALITY' | 'REGION' | 'ROLE' | 'PERSON' | 'GENDER' | 'WHOM';

/** Where a seat lies in a dimension, and how surely. */
export interface Key {
  thing: string | null;
  value: string | null;
  sure: boolean;
  isLastKnown: boolean;
}

/** A body with who holds seats of it, and those of them that count. */
export interface CountedBody {
  body: string;
  occupancy: Occupancy;
  occupants: readonly Occupant[];
  /** More may sit in it than are recorded. */
  open: boolean;
  /** How many people count in it at most. */
  most: number;
}

/** A seat in a group. */
export interface Member {
  counted: CountedBody;
  occupant: Occupant;
  sure: boolean;
  isLastKnown: boolean;
}

export interface Group {
  keys: readonly Key[];
  members: Member[];
}

/** A row of counts: of a group, by where it lies in each dimension. */
export interface CountRow {
  keys: { by: Dimension; key: Key }[];
  people: CountRange;
  memberships: CountRange;
}

export interface CountKeyAt {
  by: Dimension;
  key: Key;
  lens: Lens;
}

export interface CountRowAt extends CountRow {
  keys: CountKeyAt[];
}
