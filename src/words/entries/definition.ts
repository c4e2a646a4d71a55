import * as columns from '../columns.js';
import { nodeType } from '../word.js';

/**
 * What was said at one time, and written. `actor`, `acts`, `made` and `rows` are JSON; `rows`: what editors kept of each thing before it and after it.
 * `source`: the passage of all acts that name none of their own. `things`: ids of all that it wrote; `bodies`: of those that it lies in.
 */
export const Entry = nodeType(
  'Entry',
  {
    number: columns.number,
    at: columns.number,
    revision: columns.number,
    actorId: columns.text,
    actor: columns.text,
    acts: columns.text,
    note: columns.nullable(columns.text),
    source: columns.nullable(columns.text),
    made: columns.text,
    rows: columns.text,
    things: columns.texts,
    bodies: columns.texts,
    undoes: columns.nullable(columns.text),
  },
  { indexes: ['number', 'undoes'] },
);
