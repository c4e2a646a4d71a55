import type { LeaveInput, StandInInput } from '../../generated/api.js';
import type { Interval } from '../../time/interval.js';
import { datesOf, isOverBy, overBy } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Act, Writing } from './act.js';
import { type Known, sayDated, withDays } from './recorded.js';
import { given, rowsOf } from './rows.js';

const UNREAD: ReadonlyMap<string, Interval> = new Map();

/** What is recorded of the same seats. */
const alike = async (writing: Writing, word: 'leaves' | 'stand-ins', seat: string, isSame: (fields: Fields) => boolean): Promise<Known[]> => {
  const links = await writing.draft.around.linksOf(seat);
  const rows = await rowsOf(writing, word, word === 'leaves' ? links.leaves : links.standIns);
  return withDays(
    writing,
    rows.filter(({ fields }) => isSame(fields)),
    UNREAD,
  );
};

/** Whether a seat is there on a day, and an end after it; what is not is told. */
const canBegin = (writing: Writing, seats: readonly Thing[], { from, ends }: Pick<LeaveInput, 'from' | 'ends'>): boolean => {
  if (!writing.endsAfter({ from, ends })) return false;
  const over = seats.find(({ fields }) => isOverBy(fields, from));
  if (!over) return true;
  writing.refuse('NOT_IN_FORCE', ['from'], `a day on which the seat is held: it was over by ${overBy(over.fields, from) ?? ''}`, {
    given: from,
    things: [over.id],
  });
  return false;
};

/** The holder of a seat keeps it and does not sit. */
const leave: Act<LeaveInput> = {
  reads: ({ id, membership }) => [id, membership, `leave:${ownPart(membership)}`],
  apply: async (writing, input) => {
    const seat = writing.known(input.membership, ['memberships'], 'membership', 'a seat');
    if (!seat || !canBegin(writing, [seat], input)) return;
    const isSame = ({ membership }: Fields): boolean => membership === seat.id;
    await sayDated(writing, {
      word: 'leaves',
      id: input.id,
      made: `leave:${ownPart(seat.id)}`,
      said: { membership: seat.id, ...given({ reason: input.reason }), ...datesOf(input.from, input.ends, await writing.passage()) },
      like: await alike(writing, 'leaves', seat.id, isSame),
      isSame,
    });
  },
};

/** Whether exactly one of two fields is given; what is not so is told. */
export const isOneOf = (writing: Writing, input: Fields, one: string, other: string): boolean => {
  const both = [input[one], input[other]].filter((value) => value != null && value !== false);
  if (both.length === 0) writing.refuse('MISSING', [one], `either \`${one}\` or \`${other}\``);
  if (both.length === 2) writing.refuse('TOO_MANY', [other], `either \`${one}\` or \`${other}\``, { given: JSON.stringify(input[other]) });
  return both.length === 1;
};

/** Somebody sits in for the holder of a seat, or in an office that nobody holds. */
const standIn: Act<StandInInput> = {
  reads: ({ id, substitute, holder, office }) => [id, substitute, holder, office, `stand-in:${ownPart(substitute)}`],
  apply: async (writing, input) => {
    const isOne = isOneOf(writing, { ...input }, 'holder', 'office');
    const substitute = writing.known(input.substitute, ['memberships'], 'substitute', 'a seat');
    const holder = input.holder == null ? null : writing.known(input.holder, ['memberships'], 'holder', 'a seat');
    const office = input.office == null ? null : writing.known(input.office, ['offices'], 'office', 'an office');
    const place = holder ?? office;
    if (!isOne || !substitute || !place || !canBegin(writing, [substitute, ...(holder ? [holder] : [])], input)) return;
    const said = { substitute: substitute.id, ...(holder ? { holder: holder.id } : { office: place.id }) };
    const isSame = (fields: Fields): boolean => Object.entries(said).every(([key, value]) => fields[key] === value);
    await sayDated(writing, {
      word: 'stand-ins',
      id: input.id,
      made: `stand-in:${ownPart(substitute.id)}`,
      said: { ...said, ...datesOf(input.from, input.ends, await writing.passage()) },
      like: await alike(writing, 'stand-ins', substitute.id, isSame),
      isSame,
    });
  },
};

export const absences = { leave, standIn };
