import { type MaybePromise, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { type Scope, perScope, scopeOf } from '../../read/scope.js';
import { sits } from '../../words/memberships/rules.js';
import type { Occupant } from '../composition/model.js';
import { homeBelongings } from '../composition/reads.js';
import type { Belonging } from '../composition/shares.js';
import { homesOfHolders } from './loaders.js';

/** By bodies. */
const ofMost = () => perScope((_: Scope) => new Map<string, MaybePromise<Belonging[]>>());

/** Where the holder of a seat is at home. Most are so by the body alone in which they sit: that is the same for all of them. */
export const homesOfHolder = (context: Context, { m }: Occupant, body: string, lens: Lens): MaybePromise<Belonging[]> => {
  const scope = scopeOf(lens);
  return goOn(context.use(homesOfHolders)(scope).find(body), ({ homes, elsewhere }) => {
    if (!sits(m) || homes.has(m.person) || elsewhere.has(m.person)) return homeBelongings(context, m.person, body, lens);
    const same = context.use(ofMost)(scope);
    const found = same.get(body) ?? homeBelongings(context, m.person, body, lens);
    same.set(body, found);
    return found;
  });
};
