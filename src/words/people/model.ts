import type { Named } from '../names/model.js';
import type { Stored } from '../word.js';
import type { Person as Definition } from './definition.js';

export type Person = Named & Pick<Stored<typeof Definition>, 'diedOn'>;
