import type { BodyAt } from '../bodies/model.js';
import type { PartyAt } from '../parties/model.js';
import type { PlaceAt } from '../places/model.js';

/** Whom one can represent. */
export type PrincipalAt = BodyAt | PlaceAt | PartyAt;
