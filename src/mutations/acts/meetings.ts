import type { AttendanceInput, DecideInput, ItemInput, MeetingInput } from '../../generated/api.js';
import { ownPart, slugOf } from '../ids.js';
import type { Act, Writing } from './act.js';
import { sayUndated } from './undated.js';

const meetingId = ({ id, body, date }: MeetingInput): string => id ?? `meeting:${ownPart(body)}-${date}`;

const itemId = ({ id, number }: ItemInput, meeting: string): string => id ?? `item:${ownPart(meeting)}.${slugOf(number)}`;

const attendanceId = ({ person }: AttendanceInput, meeting: string): string => `attendance:${ownPart(meeting)}-${ownPart(person)}`;

const sayItem = async (writing: Writing, item: ItemInput, meeting: string, planned: boolean): Promise<void> => {
  const { number, title } = item;
  const made = itemId(item, meeting);
  const id = await sayUndated(writing, { word: 'agenda-items', id: item.id, made, said: { meeting, number, title }, alike: ['meeting'] });
  const known = id !== null && writing.draft.thing(id)?.fields['planned'] === true;
  if (id !== null && known !== planned) await writing.say('agenda-items', id, { planned: planned ? true : null }, 'CHANGED');
};

const sayAttendance = async (writing: Writing, attendance: AttendanceInput, meeting: string): Promise<void> => {
  const { presence, standsInFor } = attendance;
  const person = writing.known(attendance.person, ['people'], 'person', 'a person');
  const seat = standsInFor == null ? null : writing.known(standsInFor, ['memberships'], 'standsInFor', 'a seat');
  if (!person || (standsInFor != null && !seat)) return;
  const said = { meeting, person: person.id, presence, standsInFor: seat?.id };
  await sayUndated(writing, { word: 'attendance', id: null, made: attendanceId(attendance, meeting), said, alike: ['meeting', 'person'] });
};

/** A body meets. */
const hold: Act<MeetingInput> = {
  reads: (input) => {
    const meeting = meetingId(input);
    return [
      ...[meeting, input.body],
      ...(input.items ?? []).map((item) => itemId(item, meeting)),
      ...(input.attendance ?? []).flatMap((one) => [one.person, one.standsInFor, attendanceId(one, meeting)]),
    ];
  },
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    if (!body) return;
    const said = { body: body.id, date: input.date };
    const meeting = await sayUndated(writing, {
      word: 'meetings',
      id: input.id,
      made: meetingId(input),
      said,
      alike: ['body', ...(input.id == null ? ['date'] : [])],
    });
    if (meeting === null) return;
    for (const [at, item] of (input.items ?? []).entries()) await sayItem(writing.under('items', String(at)), item, meeting, input.planned ?? false);
    for (const [at, one] of (input.attendance ?? []).entries()) await sayAttendance(writing.under('attendance', String(at)), one, meeting);
  },
};

/** What is decided, at an item or by a body. */
const decide: Act<DecideInput> = {
  reads: ({ id, item, body }) => [id, item, body],
  apply: async (writing, { id, item, body, date, outcome, text }) => {
    if (item == null && body == null) {
      writing.refuse('MISSING', ['item'], 'an agenda item, or the body that decided');
      return;
    }
    const at = item == null ? null : writing.known(item, ['agenda-items'], 'item', 'an agenda item');
    const by = body == null ? null : writing.known(body, ['bodies'], 'body', 'a body');
    if ((item != null && !at) || (body != null && !by)) return;
    const made = `decision:${[ownPart((at ?? by)?.id as string), date].filter(Boolean).join('-')}`;
    const said = { item: at?.id, body: by?.id, date, outcome, text };
    await sayUndated(writing, { word: 'decisions', id, made, said, alike: ['text', ...(at ? ['item'] : ['body', 'date'])] });
  },
};

export const meetings = { hold, decide };
