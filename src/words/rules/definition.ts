import { datedProperties } from '../../record/dated-properties.js';
import { BEGINNING } from '../../time/civil.js';
import { BODY_KINDS, bodyKind } from '../bodies/definition.js';
import * as columns from '../columns.js';
import { choice, dated, datesAgree, facts, fields, optional, ownId, partialDate, refersTo, text } from '../fields.js';
import { ROLES, type Role } from '../memberships/roles.js';
import { defineWord, edgeType, nodeType } from '../word.js';

/** Offices by virtue of which a seat can be held. */
export const OFFICES = ['MAYOR', 'DEPUTY_MAYOR', 'ALDERMAN', 'COMMITTEE_CHAIR', 'CHAIR', 'VICE_CHAIR', 'CO_CHAIR', 'DIRECTOR'] as const satisfies Role[];

/** Of which councils a rule speaks: those of the municipalities that the body covers, or of the regions in which these lie. */
export const PLACES = ['COVERS', 'LIES_IN'] as const;

const { nullable, oneOf } = columns;

/** Its dates are those on which it holds. */
export const Rule = nodeType(
  'Rule',
  {
    sentence: columns.text,
    body: nullable(columns.text),
    kind: nullable(oneOf(BODY_KINDS)),
    office: oneOf(ROLES),
    council: nullable(columns.text),
    places: nullable(oneOf(PLACES)),
    role: oneOf(ROLES),
    substituteFor: nullable(columns.text),
    ...columns.dated,
  },
  { part: true },
);

/** From the appointment of a derived seat to the rule that gives it. */
export const DERIVED_BY = edgeType('DERIVED_BY', 'Appointment', ['Rule'], {});

const { fromBasis, untilBasis, basis, reason, sources } = dated;

export const rules = defineWord({
  word: 'rules',
  title: 'Rules by which whoever holds an office has a seat',
  prefix: 'rule',
  row: fields(
    {
      id: ownId('rule'),
      sentence: text('The rule as a sentence: the reason of each seat.'),
      body: optional(refersTo('body', 'The body that the seats are in.')),
      kind: optional(bodyKind('Or every body of a kind.')),
      office: choice(OFFICES, 'The office by virtue of which a seat is held.'),
      council: optional(refersTo('body', 'The body in which the office is held.')),
      places: optional(choice(PLACES, 'Or the councils of the municipalities that the body covers, or of the regions in which these lie.')),
      role: choice(ROLES, 'The role in the body that the holder has.'),
      substituteFor: optional(refersTo('rule', 'The rule by which those have their seats for whom these are substitutes, from the same council.')),
      from: optional(partialDate('The first day on which it holds. Absent: since ever.')),
      until: optional(partialDate('The first day on which it holds no more. Absent: until further notice.')),
      fromBasis,
      untilBasis,
      basis,
      reason,
      sources,
      ...facts,
    },
    {
      ...datesAgree,
      allOf: [
        { oneOf: [{ required: ['body'] }, { required: ['kind'] }], expects: 'either a body or a kind' },
        {
          anyOf: [
            { required: ['council'], properties: { places: false } },
            { required: ['places'], properties: { council: false } },
          ],
          expects: 'either a council or places',
        },
      ],
    },
  ),
  compile: (row) => ({
    nodes: [
      Rule.of(row.id, {
        sentence: row.sentence,
        body: row.body ?? null,
        kind: row.kind ?? null,
        office: row.office,
        council: row.council ?? null,
        places: row.places ?? null,
        role: row.role,
        substituteFor: row.substituteFor ?? null,
        ...datedProperties({ ...row, ...(!row.from && { narrowed: { fromMin: BEGINNING, fromMax: BEGINNING } }), ...(!row.until && { open: true }) }),
      }),
    ],
    edges: [],
  }),
});
