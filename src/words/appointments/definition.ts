import Type from 'typebox';
import type { EdgeElement } from '../../record/elements.js';
import { isAffiliationId } from '../affiliations/model.js';
import * as columns from '../columns.js';
import { TITLE, PRINCIPALS, type ProvenanceFields, fields, growing, optional, partialDate, provenance, reasoned, refersTo, sourced, text } from '../fields.js';
import { edgeType, nodeType } from '../word.js';
import { appointmentId } from './ids.js';

/**
 * How a membership came about. Its id is `appointment:` and the membership's id; `recorded`: anything is said about the how;
 * `writers`: who says that the seat is held; `conflicts`: what others of them say that differs, as JSON.
 */
export const Appointment = nodeType(
  'Appointment',
  {
    membership: columns.text,
    designatedOn: columns.nullable(columns.text),
    exOfficio: columns.nullable(columns.text),
    recorded: columns.yes,
    writers: columns.texts,
    conflicts: columns.nullable(columns.text),
    ...columns.provenance,
  },
  { part: true },
);

export const OF = edgeType('OF', 'Appointment', ['Person'], {});
export const TO = edgeType('TO', 'Appointment', ['Body'], {});

/** `on`, `role`, `ends`: what of the holder's a seat depends on, whether on that very role, and whether that only ends it; `list`: for what it was elected. */
const tieType = <T extends string>(type: T, to: readonly string[]) =>
  edgeType(type, 'Appointment', to, {
    tie: columns.text,
    rank: columns.nullable(columns.number),
    on: columns.nullable(columns.text),
    role: columns.nullable(columns.yes),
    ends: columns.nullable(columns.yes),
    list: columns.nullable(columns.text),
    ...columns.provenance,
  });

export const BY = tieType('BY', ['Principal']);
export const DELEGATED_BY = tieType('DELEGATED_BY', ['Principal']);
export const NOMINATED_BY = tieType('NOMINATED_BY', ['Principal']);
export const REPRESENTING = tieType('REPRESENTING', ['Principal']);
export const SUBSTITUTE_FOR = tieType('SUBSTITUTE_FOR', ['Appointment']);
/** To the list, place or body for any of whose members, in the body of the seat, the substitute may step in. */
export const SUBSTITUTE_OF = tieType('SUBSTITUTE_OF', ['Principal']);
export const REPLACES = tieType('REPLACES', ['Appointment']);
export const DECIDED_AT = tieType('DECIDED_AT', ['Meeting', 'AgendaItem']);
/** To the appointment of the seat that it depends on; what depends on a personal tie, which is no node, leads to the person. */
export const DEPENDS_ON = tieType('DEPENDS_ON', ['Appointment', 'Person']);
/** To the election that filled the seat. */
export const ELECTED_AT = tieType('ELECTED_AT', ['Election']);

const tied = (type: typeof BY, id: string, toId: string, said: ProvenanceFields & { rank?: number; list?: string }): EdgeElement =>
  type.between(id, toId, { tie: type.type, rank: said.rank ?? null, on: null, role: null, ends: null, list: said.list ?? null, ...columns.provenanceOf(said) });

/** That a seat stands behind another, as its substitute. */
export const substituteFor = (id: string, membership: string, said: ProvenanceFields & { rank?: number }): EdgeElement =>
  tied(SUBSTITUTE_FOR, id, appointmentId(membership), said);

/** That a seat depends on another, or on a tie of its holder. */
export const dependsOn = (id: string, person: string, { on, role, ends, ...said }: ProvenanceFields & { on: string; role?: true; ends?: true }): EdgeElement =>
  DEPENDS_ON.of(`depends-on:${id}>${on}`, id, isAffiliationId(on) ? person : appointmentId(on), {
    tie: 'DEPENDS_ON',
    rank: null,
    on,
    role: role ?? null,
    ends: ends ?? null,
    list: null,
    ...columns.provenanceOf(said),
  });

const principal = (description: string) =>
  fields({ principal: refersTo(PRINCIPALS, 'The municipality, region, party or body.'), ...sourced }, { ...reasoned, description });

const appointment = fields(
  {
    designatedOn: optional(partialDate('When it was decided, which can be long before the seat is held.')),
    exOfficio: optional(text('The rule behind a seat held by virtue of an office, as a sentence.', TITLE)),
    by: optional(principal('Who appointed.')),
    delegatedBy: optional(principal('Who had the right and passed it on.')),
    nominatedBy: optional(principal('Who put the holder forward.')),
    represents: optional(growing(principal('One whom the holder represents.'), 'Whom the holder represents in the seat.')),
    substituteFor: optional(
      fields(
        {
          membership: refersTo('membership', 'The seat to step in for.'),
          rank: optional(Type.Integer({ minimum: 1, description: 'Which of the substitutes is called first.' })),
          ...sourced,
        },
        { ...reasoned, description: 'Whose substitute the holder is.' },
      ),
    ),
    substituteOf: optional(
      fields(
        {
          principal: refersTo(PRINCIPALS, 'The party, municipality or region for any of whose members to step in, or the body itself for any of its own.'),
          rank: optional(Type.Integer({ minimum: 1, description: 'Which of the substitutes of the pool is called first.' })),
          ...sourced,
        },
        { ...reasoned, description: 'Whose pool of substitutes the holder is in, where it is not one seat that they stand behind.' },
      ),
    ),
    replaces: optional(
      fields(
        { membership: refersTo('membership', 'The seat as it was held before.'), ...sourced },
        { ...reasoned, description: 'Whose place the holder took.' },
      ),
    ),
    decidedAt: optional(
      fields({ at: refersTo(['item', 'meeting'], 'The agenda item, or the meeting.'), ...sourced }, { ...reasoned, description: 'Where it was decided.' }),
    ),
    elected: optional(
      fields(
        {
          election: refersTo('election', 'The election.'),
          list: optional(refersTo('party', 'The party or local list for which the holder was elected.')),
          ...sourced,
        },
        { ...reasoned, description: 'Which election filled the seat.' },
      ),
    ),
    ...provenance,
  },
  { ...reasoned, minProperties: 1, description: 'How the seat came about. Absent: not recorded.' },
);

export const appointmentField = { appointment: optional(appointment) };

export type AppointmentFields = Type.Static<typeof appointment>;

/** What an appointment is tied to. */
export const tiesOf = (id: string, how: AppointmentFields): EdgeElement[] => [
  ...(how.by ? [tied(BY, id, how.by.principal, how.by)] : []),
  ...(how.delegatedBy ? [tied(DELEGATED_BY, id, how.delegatedBy.principal, how.delegatedBy)] : []),
  ...(how.nominatedBy ? [tied(NOMINATED_BY, id, how.nominatedBy.principal, how.nominatedBy)] : []),
  ...(how.represents ?? []).map((one) => tied(REPRESENTING, id, one.principal, one)),
  ...(how.substituteFor ? [substituteFor(id, how.substituteFor.membership, how.substituteFor)] : []),
  ...(how.substituteOf ? [tied(SUBSTITUTE_OF, id, how.substituteOf.principal, how.substituteOf)] : []),
  ...(how.replaces ? [tied(REPLACES, id, appointmentId(how.replaces.membership), how.replaces)] : []),
  ...(how.decidedAt ? [tied(DECIDED_AT, id, how.decidedAt.at, how.decidedAt)] : []),
  ...(how.elected ? [tied(ELECTED_AT, id, how.elected.election, how.elected)] : []),
];
