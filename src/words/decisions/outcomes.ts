import { choice } from '../fields.js';

/** What was done with a point, or was recommended to be done. */
export const OUTCOMES = ['APPROVED', 'REJECTED', 'NOTED', 'DECIDED', 'DISCUSSED', 'OPINION', 'REQUESTED', 'REFERRED', 'POSTPONED', 'OTHER'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const outcome = (description: string) => choice(OUTCOMES, description);
