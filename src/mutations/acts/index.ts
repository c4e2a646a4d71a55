import type { ActInput } from '../../generated/api.js';
import type { Act } from './act.js';
import { amends } from './amends.js';
import { seats } from './seats.js';

type Acts = { readonly [K in keyof ActInput]-?: Act<NonNullable<ActInput[K]>> };

/** What each kind of act does. */
export const acts: Acts = { ...seats, ...amends };
