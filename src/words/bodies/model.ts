import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Recorded } from '../../record/model.js';
import type { Interval } from '../../time/interval.js';
import type { Named } from '../names/model.js';
import type { Stored } from '../word.js';
import type { Body as Definition } from './definition.js';

export { BODY_KINDS, type BodyKind } from './definition.js';

type Whole = Stored<typeof Definition>;

/** What a body says of its seats; null: nothing. */
type BodyRules = Pick<Whole, 'several' | 'chairIsMember' | 'membersFrom' | 'holdsOver' | 'minimum' | 'maximum' | 'sizes'>;

/** A body with what it says of its seats. */
export type SeatRules = Pick<Whole, 'id' | 'kind' | keyof BodyRules | keyof Recorded>;

/** Its bounds are those of its existence. */
export type Body = Named & Pick<Whole, 'kind' | 'holdsOver' | keyof Interval>;

/** What of a body bounds the seats in it: its existence by its own dates, whether it holds over. */
export type BoundingBody = Pick<Whole, 'id' | 'kind' | 'holdsOver' | 'stated' | keyof Recorded>;

/** A body with how the bounds of its existence came about. */
export type Existence = Omit<Whole, keyof BodyRules>;

export const isBody = (id: string): boolean => id.startsWith('body:');

export type BodyAt = At<Body>;
export type BodyConnectionAt = Connection<BodyAt>;
