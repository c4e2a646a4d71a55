import Type from 'typebox';
import { printedProperties, statedOf } from '../../record/dated-properties.js';
import { Appointment, OF, TO, appointmentField, dependsOn, tiesOf } from '../appointments/definition.js';
import { appointmentId } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { choice, dated, facts, fields, growing, name, openEnded, optional, ownId, reasoned, refersTo, sourced } from '../fields.js';
import { defineWord, edgeType } from '../word.js';
import { ROLES } from './roles.js';

const OWN_ENDINGS = ['RESIGNATION'] as const;
/** How a seat ended by itself, where that is said. */
export type OwnEnding = (typeof OWN_ENDINGS)[number];

export const MEMBER_OF = edgeType(
  'MEMBER_OF',
  'Person',
  ['Body'],
  {
    role: columns.oneOf(ROLES),
    title: columns.nullable(columns.text),
    term: columns.nullable(columns.text),
    office: columns.nullable(columns.text),
    ending: columns.nullable(columns.oneOf(OWN_ENDINGS)),
    ...columns.dated,
  },
  { dated: true, columns: { fromColumn: 'person', toColumn: 'body' } },
);

const dependency = fields(
  {
    on: refersTo(['membership', 'affiliation'], 'The seat, such as an office in a council, or the holder’s own tie to a party or municipality.'),
    role: optional(Type.Literal(true, { description: 'It depends on that very role: not on its holder’s sitting in that body in another one.' })),
    ends: optional(Type.Literal(true, { description: 'It ends with it, and may begin before it.' })),
    ...sourced,
  },
  { ...reasoned, description: 'Something that the seat depends on: it begins no earlier, and ends at the latest with it.' },
);

const membership = fields(
  {
    id: ownId('membership', 'Its id: the body, the role in lower case and the person.'),
    person: refersTo('person', 'Who holds the seat.'),
    body: refersTo('body', 'The body it is in.'),
    role: choice(ROLES, 'The role in the body; CHAIRMANSHIP where chair or vice chair is not said.'),
    title: optional(name('The title exactly as printed for that seat.')),
    term: optional(refersTo('term', 'The term of office that the seat is recorded in.')),
    office: optional(refersTo('office', 'The office that it is in, where not only one of the body has the role, title and days.')),
    ending: optional(choice(OWN_ENDINGS, 'How the seat ended by itself: its holder gave it up.')),
    dependsOn: optional(growing(dependency, 'Without what the holder cannot keep the seat.')),
    ...appointmentField,
    ...dated,
    ...facts,
  },
  openEnded,
);

export const memberships = defineWord({
  word: 'memberships',
  title: 'Seats that people hold, each with how it came about',
  prefix: 'membership',
  row: membership,
  formerly: { restsOn: 'dependsOn' },
  fixed: ['person', 'body'],
  compile: (row: Type.Static<typeof membership>) => {
    const id = appointmentId(row.id);
    const { person, body, role, title, term, office, ending, dependsOn: dependencies = [], appointment: how = {} } = row;
    const appointment = Appointment.of(id, {
      membership: row.id,
      designatedOn: how.designatedOn ?? null,
      exOfficio: how.exOfficio ?? null,
      recorded: row.appointment !== undefined,
      writers: [],
      conflicts: null,
      ...columns.provenanceOf({ basis: how.basis ?? row.basis, reason: how.reason ?? row.reason, sources: how.sources ?? row.sources }),
    });
    const said = { role, title: title ?? null, term: term ?? null, office: office ?? null, ending: ending ?? null };
    const seat = MEMBER_OF.of(row.id, person, body, { ...said, ...printedProperties(row) }, statedOf(row));
    return {
      nodes: [appointment],
      edges: [seat, OF.between(id, person, {}), TO.between(id, body, {}), ...tiesOf(id, how), ...dependencies.map((one) => dependsOn(id, person, one))],
    };
  },
});
