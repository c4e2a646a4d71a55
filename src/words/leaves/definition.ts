import { printedProperties, statedOf } from '../../record/dated-properties.js';
import { appointmentId } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { TITLE, dated, facts, fields, openEnded, optional, ownId, refersTo, text } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** By which a leave is found; all that it says stands on the edge that leads to it. */
export const Leave = nodeType('Leave', { membership: columns.text }, { part: true });

/** From the appointment of a seat whose holder does not sit for a time. */
export const ON_LEAVE = edgeType('ON_LEAVE', 'Appointment', ['Leave'], { membership: columns.text, ...columns.dated }, { dated: true });

export const leaves = defineWord({
  word: 'leaves',
  title: 'Periods in which the holders of seats are on leave',
  prefix: 'leave',
  row: fields(
    {
      id: ownId('leave'),
      membership: refersTo('membership', 'The seat that the holder is on leave from.'),
      ...dated,
      reason: optional(text('Why the holder is on leave, where a source says so; where it or one of its dates is inferred, why that is.', TITLE)),
      ...facts,
    },
    openEnded,
  ),
  fixed: ['membership'],
  compile: ({ id, membership, ...row }) => ({
    nodes: [Leave.of(id, { membership })],
    edges: [ON_LEAVE.of(id, appointmentId(membership), id, { membership, ...printedProperties(row) }, statedOf(row))],
  }),
});
