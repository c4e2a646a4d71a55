import { EDGES } from '../../time/interval.js';
import * as columns from '../columns.js';
import { nodeType } from '../word.js';
import { BEGIN_CAUSES, END_CAUSES, EVENT_KINDS } from './kinds.js';

/**
 * The start or end of a dated row, written with it. `leadsTo`: the start into which this end is folded; such a one is in no list.
 * `sortKey`: its days, kind, name and id, in the order of lists. `thing`: what it is about beside the person and the body.
 */
export const Event = nodeType(
  'Event',
  {
    kind: columns.oneOf(EVENT_KINDS),
    edge: columns.oneOf(EDGES),
    earliest: columns.nullable(columns.text),
    latest: columns.text,
    printed: columns.nullable(columns.text),
    told: columns.yes,
    began: columns.nullable(columns.oneOf(BEGIN_CAUSES)),
    ended: columns.nullable(columns.oneOf(END_CAUSES)),
    person: columns.nullable(columns.text),
    body: columns.nullable(columns.text),
    thing: columns.nullable(columns.text),
    membership: columns.nullable(columns.text),
    before: columns.nullable(columns.text),
    leadsTo: columns.nullable(columns.text),
    sortKey: columns.text,
    ...columns.provenance,
  },
  { indexes: ['sortKey', 'person', 'body', 'thing'], part: true },
);
