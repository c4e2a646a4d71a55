import type { ChangeRoleInput } from '../../generated/api.js';
import { datesOf, overBy } from '../dates.js';
import type { Fields } from '../draft.js';
import { seatId } from '../ids.js';
import type { Act } from './act.js';
import { type Seat, saySeat } from './appointing.js';
import { endSeat } from './ending.js';
import { goOnInRole } from './going-on.js';
import { given, howOf, text } from './rows.js';

/** What of how a seat came about goes on where its holder has another role. */
const GOES_ON = ['by', 'delegatedBy', 'nominatedBy', 'represents', 'elected', 'exOfficio'];

/** The end that was printed of a seat, which goes on with whatever takes its place; null: it lasts until further notice. */
export const printedEnd = (seat: Fields): { until: string } | null => {
  const until = text(seat, 'until');
  return until !== null && text(seat, 'ended') === null ? { until } : null;
};

/** The holder of a seat has another role from that day on. */
const changeRole: Act<ChangeRoleInput> = {
  reads: ({ membership, id }) => [membership, id],
  makes: (draft, { membership, role }) => {
    const { person, body } = (draft.thing(membership)?.fields ?? {}) as Partial<Seat>;
    return person && body ? [seatId(body, role, person)] : [];
  },
  apply: async (writing, { membership, role, title, from, id }) => {
    const old = writing.known(membership, ['memberships'], 'membership', 'a seat');
    if (!old) return;
    const { person, body } = old.fields as unknown as Seat;
    if (old.fields['role'] === role) {
      writing.refuse('BAD_VALUE', ['role'], 'another role', { given: role, things: [old.id] });
      return;
    }
    const over = overBy(old.fields, from);
    if (over !== null && text(old.fields, 'until') !== from) {
      writing.refuse('NOT_IN_FORCE', ['from'], `a day on which the seat is held: it was over by ${over}`, {
        given: from,
        things: [old.id],
      });
      return;
    }
    const isDone = text(old.fields, 'until') === from;
    const ends = printedEnd(old.fields);
    if (!(await endSeat(writing, old, { ends: { until: from }, cause: 'OTHER', field: [], by: 'from', goesOn: true }))) return;
    const passage = await writing.passage();
    const how = Object.fromEntries(Object.entries(howOf(old.fields)).filter(([key]) => GOES_ON.includes(key)));
    const next = await saySeat(
      writing,
      id,
      { person, body, role },
      {
        ...{ person, body, role },
        ...given({ title, term: old.fields['term'], district: old.fields['district'], dependsOn: old.fields['dependsOn'] }),
        ...datesOf(from, isDone ? null : ends, passage),
        ...(Object.keys(how).length > 0 && { appointment: how }),
      },
    );
    if (next !== null && !isDone) await goOnInRole(writing, { old: old.id, next, from });
  },
};

export const roles = { changeRole };
