import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { Stored } from '../word.js';
import type { COVERS } from './definition.js';

export const RELATION_KINDS = ['COVERS', 'PART_OF', 'LIES_IN', 'GOVERNS', 'SUCCEEDS', 'HAS_SEATS', 'HAS_TERM', 'CALLED'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A dated edge between two things that are no people. */
export interface Relation extends Stored<typeof COVERS> {
  relation: RelationKind;
}

/** What of a GOVERNS edge says which place a council governs, and how surely. */
export type Governing = Pick<Relation, 'id' | 'toId' | 'basis' | keyof Interval>;

/** That something lies in a region, governs a place or is part of a body. */
export type Inclusion = Pick<Relation, 'id' | 'fromId' | 'toId' | keyof Interval>;

export type RelationAt = At<Relation>;
