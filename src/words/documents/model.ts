import type { Stored } from '../word.js';
import type { Document as DocumentDefinition, Source as SourceDefinition } from './definition.js';

/** Without its whole text. */
export type Document = Omit<Stored<typeof DocumentDefinition>, 'text'>;

/** A passage of a document. */
export type Source = Stored<typeof SourceDefinition>;
