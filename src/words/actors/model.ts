import type { Actor } from '../../record/actor.js';
import type { At } from '../../read/lens.js';

export type ActorAt = At<Actor>;
