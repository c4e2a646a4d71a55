import { printedProperties, statedOf } from '../../record/dated-properties.js';
import { appointmentId } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { dated, facts, fields, openEnded, optional, ownId, refersTo } from '../fields.js';
import { defineWord, edgeType } from '../word.js';
import { stoodInFor } from './ids.js';

/** From the appointment of a substitute to that of a holder, or to an office that nobody holds; `substitute` and `holder` are the ids of their memberships. */
export const STOOD_IN = edgeType(
  'STOOD_IN',
  'Appointment',
  ['Appointment', 'Office'],
  { substitute: columns.text, holder: columns.nullable(columns.text), office: columns.nullable(columns.text), ...columns.dated },
  { dated: true },
);

export const standIns = defineWord({
  word: 'stand-ins',
  title: 'Periods in which somebody sits in for the holder of a seat, or in an office that nobody holds',
  prefix: 'stand-in',
  row: fields(
    {
      id: ownId('stand-in'),
      substitute: refersTo('membership', 'The seat of who sits in, such as a substitute, or a deputy in the office of the other.'),
      holder: optional(refersTo('membership', 'The seat that is sat in for.')),
      office: optional(refersTo('office', 'The office that is acted in, while nobody holds it: until somebody does.')),
      ...dated,
      ...facts,
    },
    { ...openEnded, allOf: [{ oneOf: [{ required: ['holder'] }, { required: ['office'] }], expects: 'either `holder` or `office`' }] },
  ),
  compile: ({ id, substitute, holder = null, office = null, ...row }) => ({
    nodes: [],
    edges: [
      STOOD_IN.of(id, appointmentId(substitute), stoodInFor({ holder, office }), { substitute, holder, office, ...printedProperties(row) }, statedOf(row)),
    ],
  }),
});
