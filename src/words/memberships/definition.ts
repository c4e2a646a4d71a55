import Type from 'typebox';
import { printedProperties, statedOf } from '../../record/dated-properties.js';
import { Appointment, OF, TO, appointmentField, dependsOn, tiesOf } from '../appointments/definition.js';
import { appointmentId } from '../appointments/ids.js';
import * as columns from '../columns.js';
import { choice, dated, facts, fields, growing, name, openEnded, optional, ownId, reasoned, refersTo, sourced } from '../fields.js';
import { defineWord, edgeType } from '../word.js';
import { BEGIN_CAUSES, END_CAUSES } from '../events/kinds.js';
import { ROLES } from './roles.js';

const seatColumns = {
  role: columns.oneOf(ROLES),
  title: columns.nullable(columns.text),
  term: columns.nullable(columns.text),
  office: columns.nullable(columns.text),
  district: columns.nullable(columns.text),
  began: columns.nullable(columns.oneOf(BEGIN_CAUSES)),
  ended: columns.nullable(columns.oneOf(END_CAUSES)),
  declined: columns.nullable(columns.yes),
  ...columns.dated,
};

const ENDS = { fromColumn: 'person', toColumn: 'body' } as const;

export const MEMBER_OF = edgeType('MEMBER_OF', 'Person', ['Body'], seatColumns, { dated: true, columns: ENDS });

/** A seat that its holder was elected or named to, and never took: in force on no day, and in no list of seats. */
export const DECLINED = edgeType('DECLINED', 'Person', ['Body'], seatColumns, { columns: ENDS });

const dependency = fields(
  {
    on: refersTo(['membership', 'affiliation'], 'The seat, such as an office in a council, or the holder’s own tie to a party or municipality.'),
    role: optional(Type.Literal(true, { description: 'It depends on that very role: not on its holder’s sitting in that body in another one.' })),
    ends: optional(Type.Literal(true, { description: 'It ends with it, and may begin before it.' })),
    ...sourced,
  },
  { ...reasoned, description: 'Something that the seat depends on: it begins no earlier, and ends at the latest with it.' },
);

/** What says that somebody sat, or until when: it is said of no seat that was declined. */
export const TOLD_OF_WHO_SAT = ['until', 'open', 'seen', 'over', 'narrowed', 'ended'] as const;

const neverSat = {
  not: { anyOf: TOLD_OF_WHO_SAT.map((one) => ({ required: [one] })) },
  expects: 'neither an end nor a sighting where `declined` says that the holder never sat',
};

const membership = fields(
  {
    id: ownId('membership', 'Its id: the body, the role in lower case and the person.'),
    person: refersTo('person', 'Who holds the seat.'),
    body: refersTo('body', 'The body it is in.'),
    role: choice(ROLES, 'The role in the body; CHAIRMANSHIP where chair or vice chair is not said.'),
    title: optional(name('The title exactly as printed for that seat.')),
    term: optional(refersTo('term', 'The term of office that the seat is recorded in.')),
    office: optional(refersTo('office', 'The office that it is in, where not only one of the body has the role, title, district and days.')),
    district: optional(name('The ward or district that the seat is for, as printed.')),
    began: optional(choice(BEGIN_CAUSES, 'How the seat began, where that is said.')),
    ended: optional(choice(END_CAUSES, 'Why the seat ended, where that is said.')),
    declined: optional(Type.Literal(true, { description: 'The holder was elected or named, and never sat: the seat is in no list, count or event.' })),
    dependsOn: optional(growing(dependency, 'Without what the holder cannot keep the seat.')),
    ...appointmentField,
    ...dated,
    ...facts,
  },
  { ...openEnded, dependentSchemas: { ...openEnded.dependentSchemas, declined: neverSat } },
);

export const memberships = defineWord({
  word: 'memberships',
  title: 'Seats that people hold, each with how it came about',
  prefix: 'membership',
  row: membership,
  formerly: { restsOn: 'dependsOn', ending: 'ended' },
  saidFormerly: { ended: { RESIGNATION: 'RESIGNED' } },
  fixed: ['person', 'body'],
  compile: (row: Type.Static<typeof membership>) => {
    const id = appointmentId(row.id);
    const { person, body, role, title, term, office, district, began, ended, declined, dependsOn: dependencies = [], appointment: how = {} } = row;
    const appointment = Appointment.of(id, {
      membership: row.id,
      designatedOn: how.designatedOn ?? null,
      exOfficio: how.exOfficio ?? null,
      recorded: row.appointment !== undefined,
      writers: [],
      conflicts: null,
      ...columns.provenanceOf({ basis: how.basis ?? row.basis, reason: how.reason ?? row.reason, sources: how.sources ?? row.sources }),
    });
    const said = {
      role,
      title: title ?? null,
      term: term ?? null,
      office: office ?? null,
      district: district ?? null,
      began: began ?? null,
      ended: ended ?? null,
      declined: declined ?? null,
      ...printedProperties(row),
    };
    const onNoDay = { untilMin: said.fromMin, untilMax: said.fromMin };
    const seat = declined ? DECLINED.of(row.id, person, body, { ...said, ...onNoDay }) : MEMBER_OF.of(row.id, person, body, said, statedOf(row));
    return {
      nodes: [appointment],
      edges: [seat, OF.between(id, person, {}), TO.between(id, body, {}), ...tiesOf(id, how), ...dependencies.map((one) => dependsOn(id, person, one))],
    };
  },
});
