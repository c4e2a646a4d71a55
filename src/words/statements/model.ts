import type { At } from '../../read/lens.js';
import type { Connection } from '../../read/page.js';
import type { Stored } from '../word.js';
import type { Statement as Definition } from './definition.js';

/** What a document says that is no edge of the graph, without the words by which it is found. */
export type Statement = Omit<Stored<typeof Definition>, 'folded'>;

export type StatementAt = At<Statement>;
export type StatementConnectionAt = Connection<StatementAt>;
