import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Named } from '../names/model.js';
import type { Stored } from '../word.js';
import type { Person as Definition } from './definition.js';

export type Person = Named & Pick<Stored<typeof Definition>, 'diedOn' | 'gender'>;

export const isPerson = (id: string): boolean => id.startsWith('person:');

export type PersonAt = At<Person>;
export type PersonConnectionAt = Connection<PersonAt>;
