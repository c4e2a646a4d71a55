import * as columns from '../columns.js';
import { choice, facts, fields, optional, ownId, refersTo, sources } from '../fields.js';
import { defineWord, edgeType, nodeType } from '../word.js';

const PRESENCES = ['PRESENT', 'ABSENT', 'EXCUSED'] as const;

/** Whether a person was at a meeting; `standsInFor`: the id of a membership. */
export const Attendance = nodeType('Attendance', {
  meeting: columns.text,
  person: columns.text,
  presence: columns.oneOf(PRESENCES),
  standsInFor: columns.nullable(columns.text),
  sources: columns.texts,
});

export const ATTENDANCE_AT = edgeType('ATTENDANCE_AT', 'Attendance', ['Meeting'], {});
export const ATTENDANCE_OF = edgeType('ATTENDANCE_OF', 'Attendance', ['Person'], {});

export const attendance = defineWord({
  word: 'attendance',
  title: 'Who was present at meetings, absent or excused',
  prefix: 'attendance',
  row: fields({
    id: ownId('attendance', 'Its id: the meeting and the person.'),
    meeting: refersTo('meeting', 'At which meeting.'),
    person: refersTo('person', 'Who.'),
    presence: choice(PRESENCES, 'Whether the person was there; EXCUSED: absent, and said so beforehand.'),
    standsInFor: optional(refersTo('membership', 'The seat whose holder the person stood in for.', { asNamed: true })),
    ...sources,
    ...facts,
  }),
  fixed: ['meeting', 'person'],
  compile: ({ id, meeting, person, presence, standsInFor, sources: by }) => ({
    nodes: [Attendance.of(id, { meeting, person, presence, standsInFor: standsInFor ?? null, sources: by })],
    edges: [ATTENDANCE_AT.between(id, meeting, {}), ATTENDANCE_OF.between(id, person, {})],
  }),
});
