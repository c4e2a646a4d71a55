import type { Dimension } from '../../generated/api.js';
import { type MaybePromise, goOn } from '../../read/at-hand.js';
import type { Context } from '../../read/context.js';
import type { Lens } from '../../read/lens.js';
import { appointmentId } from '../../words/appointments/model.js';
import { tiesOf } from '../../words/appointments/reads.js';
import { people } from '../../words/people/loaders.js';
import { regionsAround } from '../../words/relations/region.js';
import type { Occupant } from '../composition/model.js';
import { partyBelongings } from '../composition/reads.js';
import type { Belonging } from '../composition/shares.js';
import { homesOfHolder } from './homes.js';
import type { Key } from './model.js';

const known = (thing: string | null, value: string | null = null): Key => ({ thing, value, sure: true, isLastKnown: true });

const ofBelonging = ({ to, status, sure, isLastKnown }: Belonging): Key => ({ thing: to, value: status === 'INDEPENDENT' ? status : null, sure, isLastKnown });

const orUnknown = (ids: readonly string[]): Key[] => (ids.length ? [...new Set(ids)].map((id) => known(id)) : [known(null)]);

type KeysOf = (context: Context, occupant: Occupant, body: string, lens: Lens) => MaybePromise<Key[]>;

/** Where a seat lies in each dimension. */
export const KEYS: Readonly<Record<Dimension, KeysOf>> = {
  BODY: (_, __, body) => [known(body)],
  PARTY: (context, { m }, _, lens) => goOn(partyBelongings(context, m.person, lens), (all) => all.map(ofBelonging)),
  MUNICIPALITY: (context, occupant, body, lens) => goOn(homesOfHolder(context, occupant, body, lens), (all) => all.map(ofBelonging)),
  REGION: async (context, _, body, lens) => orUnknown(await regionsAround(context, body, lens)),
  ROLE: (_, { role }) => [known(null, role)],
  PERSON: (_, { m }) => [known(m.person)],
  GENDER: async ({ use }, { m }, _, lens) => [known(null, (await use(people)(lens.knownAt).load(m.person))?.gender)],
  WHOM: async (context, { m }, _, lens) => orUnknown((await tiesOf(context, appointmentId(m.id), lens, 'REPRESENTING')).map(({ toId }) => toId)),
};
