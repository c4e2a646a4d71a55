import type { Because } from '../record/model.js';

const WHY = ['CORRECTED', 'CHANGED', 'LEARNT'] as const satisfies readonly Because[];

/** Why something is said of a thing. */
export type Why = (typeof WHY)[number];

/** Of two reasons that an entry gives for one thing the one that counts. */
export const foremost = (one: Why, other: Why | undefined): Why => WHY.find((why) => why === one || why === other) ?? one;
