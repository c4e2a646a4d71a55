import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Document as DocumentDefinition, Source as SourceDefinition } from './definition.js';

/** Without its whole text, and the words by which it is found. */
export type Document = Omit<Stored<typeof DocumentDefinition>, 'text' | 'folded'>;

/** A passage of a document. */
export type Source = Stored<typeof SourceDefinition>;

export type DocumentAt = At<Document>;
export type DocumentConnectionAt = Connection<DocumentAt>;
export type SourceAt = At<Source>;
