import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { dated, facts, fields, name, openEnded, optional, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';
import { holderOf } from './holder.js';

/** Of a body or of a calendar; its dates stand on the edge that leads to it. */
export const Term = nodeType('Term', { name: columns.text, body: columns.nullable(columns.text), calendar: columns.nullable(columns.text) });

/** `insteadOf`: the calendar's term in whose place a body's own stands. */
export const HAS_TERM = edgeType(
  'HAS_TERM',
  ['Body', 'Calendar'],
  ['Term'],
  { relation: columns.text, insteadOf: columns.nullable(columns.text), ...columns.dated },
  { dated: true },
);

export const terms = defineWord({
  word: 'terms',
  title: 'Terms of office',
  prefix: 'term',
  row: fields(
    {
      id: ownId('term', 'Its id: the body or calendar and the year in which it begins.'),
      body: optional(refersTo('body', 'The body whose term it is.')),
      calendar: optional(refersTo('calendar', 'The election calendar whose term it is.')),
      insteadOf: optional(refersTo('term', 'Of a calendar that the body follows, the term in whose place this one stands.')),
      name: name('What it is called.'),
      ...dated,
      ...facts,
    },
    {
      ...openEnded,
      allOf: [
        { oneOf: [{ required: ['body'] }, { required: ['calendar'] }], expects: 'either a body or a calendar' },
        { not: { required: ['calendar', 'insteadOf'] }, expects: '`insteadOf` of a term of a body, not of a calendar' },
      ],
    },
  ),
  compile: ({ body = null, calendar = null, insteadOf = null, ...row }) => ({
    nodes: [Term.of(row.id, { name: row.name, body, calendar })],
    edges: [HAS_TERM.of(`has-${row.id}`, holderOf({ body, calendar }), row.id, { relation: 'HAS_TERM', insteadOf, ...datedProperties(row) })],
  }),
});
