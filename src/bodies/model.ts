import type { Named } from '../names/model.js';
import type { Dated } from '../time/model.js';

export const BODY_KINDS = ['COUNCIL', 'FORUM', 'COMMITTEE', 'HEALTH_CLUSTER', 'BOARD', 'ORGANISATION'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Its dates are those of its existence. */
export interface Body extends Named, Dated {
  kind: BodyKind;
}
