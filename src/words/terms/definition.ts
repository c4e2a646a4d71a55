import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { dated, facts, fields, openEnded, ownId, refersTo, text } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** Its dates stand on the edge that leads to it. */
export const Term = nodeType('Term', { name: columns.text, body: columns.text });

export const HAS_TERM = edgeType('HAS_TERM', 'Body', ['Term'], { relation: columns.text, ...columns.dated }, { dated: true });

export const terms = defineWord({
  word: 'terms',
  title: 'Terms of office',
  prefix: 'term',
  row: fields(
    {
      id: ownId('term', 'Its id: the body and the year in which it begins.'),
      body: refersTo('body', 'The body whose term it is.'),
      name: text('What it is called.'),
      ...dated,
      ...facts,
    },
    openEnded,
  ),
  compile: (row) => ({
    nodes: [Term.of(row.id, { name: row.name, body: row.body })],
    edges: [HAS_TERM.of(`has-${row.id}`, row.body, row.id, { relation: 'HAS_TERM', ...datedProperties(row) })],
  }),
});
