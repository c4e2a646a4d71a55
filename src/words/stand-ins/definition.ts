import { printedProperties, statedOf } from '../../record/dated-properties.js';
import { appointmentId } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { dated, facts, fields, openEnded, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';

/** Between two appointments; `substitute` and `holder` are the ids of their memberships. */
export const STOOD_IN = edgeType(
  'STOOD_IN',
  'Appointment',
  ['Appointment'],
  { substitute: columns.text, holder: columns.text, ...columns.dated },
  { dated: true },
);

export const standIns = defineWord({
  word: 'stand-ins',
  title: 'Periods in which substitutes sit in for the holders of seats',
  prefix: 'stand-in',
  row: fields(
    {
      id: ownId('stand-in'),
      substitute: refersTo('membership', 'The seat of the substitute who sits in.'),
      holder: refersTo('membership', 'The seat that is sat in for.'),
      ...dated,
      ...facts,
    },
    openEnded,
  ),
  compile: ({ id, substitute, holder, ...row }) => ({
    nodes: [],
    edges: [STOOD_IN.of(id, appointmentId(substitute), appointmentId(holder), { substitute, holder, ...printedProperties(row) }, statedOf(row))],
  }),
});
