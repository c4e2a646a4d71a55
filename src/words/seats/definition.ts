import Type from 'typebox';
import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import { TITLE, PRINCIPALS, dated, facts, fields, openEnded, optional, ownId, refersTo, text } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

export const HAS_SEATS = edgeType(
  'HAS_SEATS',
  'Principal',
  ['Body'],
  { relation: columns.text, ...columns.dated, count: columns.number, exOfficio: columns.nullable(columns.text), status: columns.nullable(columns.text) },
  { dated: true },
);

export const seats = defineWord({
  word: 'seats',
  title: 'How many seats one has the right to fill',
  prefix: 'seats',
  row: fields(
    {
      id: ownId('seats'),
      body: refersTo('body', 'The body that the seats are in.'),
      by: refersTo(PRINCIPALS, 'Who has the right to fill them.'),
      count: Type.Integer({ minimum: 0, description: 'How many.' }),
      exOfficio: optional(text('Among these, held by virtue of an office.', TITLE)),
      status: optional(text('Proposed, approved, superseded … as the source has it.', TITLE)),
      ...dated,
      ...facts,
    },
    openEnded,
  ),
  compile: (row) => ({
    nodes: [],
    edges: [
      HAS_SEATS.of(row.id, row.by, row.body, {
        relation: 'HAS_SEATS',
        ...datedProperties(row),
        count: row.count,
        exOfficio: row.exOfficio ?? null,
        status: row.status ?? null,
      }),
    ],
  }),
});
