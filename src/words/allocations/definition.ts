import Type from 'typebox';
import * as columns from '../columns.js';
import { facts, fields, optional, ownId, refersTo, sources, text } from '../fields.js';
import { listKey } from '../names/fold.js';
import { defineWord, edgeType, linkTo, nodeType } from '../word.js';

const { nullable } = columns;

/** `sortKey`: among those of one municipality, by year, then by subject. */
export const Allocation = nodeType('Allocation', {
  municipality: columns.text,
  subject: columns.text,
  year: columns.number,
  value: nullable(columns.number),
  printed: nullable(columns.text),
  item: nullable(columns.text),
  sortKey: columns.text,
  sources: columns.texts,
});

export const GIVEN_TO = edgeType('GIVEN_TO', 'Allocation', ['Municipality'], {});
export const GIVEN_AT = edgeType('GIVEN_AT', 'Allocation', ['AgendaItem'], {});

export const allocations = defineWord({
  word: 'allocations',
  title: 'Numbers given to municipalities',
  prefix: 'allocation',
  row: fields({
    id: ownId('allocation'),
    municipality: refersTo('municipality', 'To which.'),
    subject: text('Of what.'),
    year: Type.Integer({ minimum: 1, maximum: 9999, description: 'For which year.' }),
    value: Type.Union([Type.Integer(), Type.Null()], { description: 'How many; null where the source prints no number.' }),
    printed: optional(text('What the source prints.')),
    item: optional(refersTo('item', 'The agenda item that gives it.')),
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const { id, municipality, subject, year, value, printed, item } = row;
    const sortKey = [String(year).padStart(4, '0'), listKey(subject, id)].join('\t');
    return {
      nodes: [Allocation.of(id, { municipality, subject, year, value, printed: printed ?? null, item: item ?? null, sortKey, sources: row.sources })],
      edges: [GIVEN_TO.between(id, municipality, {}), ...linkTo(GIVEN_AT, id, item)],
    };
  },
});
