import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Agreement as Definition } from './definition.js';

/** Without the words by which it is found. */
export type Agreement = Omit<Stored<typeof Definition>, 'folded'>;

export type AgreementAt = At<Agreement>;
export type AgreementConnectionAt = Connection<AgreementAt>;
