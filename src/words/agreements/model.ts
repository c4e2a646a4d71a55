import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Agreement as Definition } from './definition.js';

export type Agreement = Stored<typeof Definition>;

export type AgreementAt = At<Agreement>;
export type AgreementConnectionAt = Connection<AgreementAt>;
