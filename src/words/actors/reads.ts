import type { Context } from '../../read/context.js';
import { actorOf } from '../../read/identity.js';
import { lensOf } from '../../read/lens.js';
import { thoseKnown } from '../../read/nodes.js';
import type { BodyAt } from '../bodies/model.js';
import type { ActorAt } from './model.js';

/** Who asks, as of today; null: nobody who may write. */
export const me = (context: Context): ActorAt | null => {
  const row = actorOf(context);
  return row && { row, lens: lensOf({}) };
};

/** The bodies that who writes may write, those that are recorded; null: all. */
export const bodiesOf = async (context: Context, { row, lens }: ActorAt): Promise<BodyAt[] | null> => row.bodies && thoseKnown(context, row.bodies, lens);
