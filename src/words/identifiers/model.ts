import type { At } from '../../read/lens.js';
import type { Interval } from '../../time/interval.js';
import type { Stored } from '../word.js';
import type { Identifier as Definition } from './definition.js';

/** An `Identifier` node. */
export type StoredIdentifier = Stored<typeof Definition>;

/** What a scheme calls a thing; `sources` null: those of the thing. */
export interface Identifier extends Interval, Pick<StoredIdentifier, 'id' | 'person' | 'body' | 'thing' | 'scheme' | 'value' | 'url' | 'from' | 'until'> {
  sources: string[] | null;
}

export type IdentifierAt = At<Identifier>;
