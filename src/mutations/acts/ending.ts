import type { EndInput, EndsInput } from '../../generated/api.js';
import { FOREVER, isCivilDate } from '../../time/civil.js';
import { endSpanOf, isPartOf } from '../../time/partial.js';
import type { WordName } from '../../write/rows.js';
import { endBeforeStart, endFields, endsBefore, isEndKnown, untilOf } from '../dates.js';
import type { Thing } from '../draft.js';
import type { Act, Writing } from './act.js';
import { sayEnding } from './existing.js';
import { itemsOf, itselfOf, othersOf, sayItems } from './naming.js';
import { type Part, bearerIn, partOf } from './parts.js';
import { withDays } from './recorded.js';
import { rowsOf, text } from './rows.js';

/** An end, of which a seat says the cause; `field`: where the act says it; `goesOn`: its holder has another role from then on. */
export interface Ending {
  ends: EndsInput;
  cause?: EndInput['cause'];
  field: readonly string[];
  goesOn?: true;
  /** The field of the act that says its day, where that is another. */
  by?: string;
}

/** Whether an end that is said lies, whatever partial dates mean, in one that is known. */
const holdsEnd = (known: string, said: string): boolean => isPartOf(endSpanOf(said), endSpanOf(known));

const isInOrder = async (writing: Writing, thing: Thing, { ends, field, by = 'ends' }: Ending): Promise<boolean> => {
  const from = text(thing.fields, 'from');
  const given = endBeforeStart(from, ends, await writing.passage(), writing.draft.today);
  if (given === null) return true;
  writing.refuse('ENDS_BEFORE_IT_BEGINS', [...field, by], `${by === 'ends' ? 'an end' : 'a day'} after ${from ?? ''}`, { given, things: [thing.id] });
  return false;
};

/** `by`: the day by which it ended otherwise than by its own end. */
const alreadyEnded = (writing: Writing, { id, fields }: Thing, { ends, cause, field }: Ending, by: string | null = null): boolean => {
  const [until, ended] = [text(fields, 'until') ?? by, text(fields, 'ended')];
  const known = [until, ended].filter((one) => one !== null).join(', ');
  const given = [untilOf(ends), cause].filter((one) => one != null).join(', ');
  writing.refuse('ALREADY_ENDED', field, `what has not ended otherwise: it did (${known})`, { given, things: [id] });
  return false;
};

/** Says when something ends, which nothing stands against. */
const sayEnd = async (writing: Writing, { word, id, fields }: Thing, { ends, cause }: Ending): Promise<boolean> => {
  const { draft } = writing;
  const passage = await writing.passage();
  const said = isEndKnown(fields, ends, passage, draft.today) ? {} : endFields(draft.editors(id), ends, passage, draft.today);
  await writing.say(word, id, { ...said, ...(cause != null && { ended: cause }) }, 'CHANGED');
  return true;
};

/** Whether an end lies after the one that is known. */
const isLater = (until: string | null, known: string | null): boolean =>
  until !== null && known !== null && endSpanOf(until).last > endSpanOf(known).last && !holdsEnd(until, known);

/** The last day by which a seat ended, as the acts so far leave it: by its own end or by any other. */
export const endedBy = async (writing: Writing, seat: Thing): Promise<string> => {
  const { draft } = writing;
  const recorded = await draft.around.seatsOf(draft.idOf(seat.fields['person'] as string));
  const [known] = await withDays(writing, [seat], new Map(recorded.map(({ id, days }) => [id, days])));
  return known?.days.untilMax ?? FOREVER;
};

/** Lets stand-ins end with seats that end before them. */
export const endStandIns = async (writing: Writing, seats: readonly string[], until: string): Promise<void> => {
  await writing.draft.load(seats);
  const ids: string[] = [];
  for (const seat of seats) ids.push(...(await writing.draft.around.linksOf(seat)).standIns);
  for (const { id, fields } of await rowsOf(writing, 'stand-ins', ids)) {
    const isOf = seats.some((seat) => fields['holder'] === seat || fields['substitute'] === seat);
    if (isOf && isLater(text(fields, 'until'), until) && !endsBefore(text(fields, 'from'), until)) await writing.carry('stand-ins', id, { until }, 'CHANGED');
  }
};

/** Ends a seat: a printed end may turn out to be an earlier one, an end that somebody gave may not. Returns whether it can. */
export const endSeat = async (writing: Writing, seat: Thing, ending: Ending): Promise<boolean> => {
  const until = untilOf(ending.ends);
  const [known, ended] = [text(seat.fields, 'until'), text(seat.fields, 'ended')];
  const isOtherwise = until !== null && known !== null && !holdsEnd(until, known) && !holdsEnd(known, until);
  if ((ended !== null && (isOtherwise || ended !== ending.cause)) || isLater(until, known)) return alreadyEnded(writing, seat, ending);
  if (until !== null && known === null) {
    const by = await endedBy(writing, seat);
    if (endSpanOf(until).first > by) return alreadyEnded(writing, seat, ending, by);
  }
  if (!(await isInOrder(writing, seat, ending))) return false;
  if (until !== null && !ending.goesOn) await endStandIns(writing, [seat.id], until);
  return sayEnd(writing, seat, ending);
};

/** What has an end may end earlier, and not go on; what may not is told. */
const mayEnd = async (writing: Writing, thing: Thing, ending: Ending): Promise<boolean> => {
  if (isLater(untilOf(ending.ends), text(thing.fields, 'until'))) return alreadyEnded(writing, thing, ending);
  return isInOrder(writing, thing, ending);
};

/** Ends a tie, a leave, a stand-in, a right to seats, a relation or a term. */
export const endDated = async (writing: Writing, thing: Thing, ending: Ending): Promise<boolean> =>
  (await mayEnd(writing, thing, ending)) && sayEnd(writing, thing, ending);

/** A register ends on a day. */
const endRegister = async (writing: Writing, thing: Thing, ending: Ending): Promise<boolean> => {
  const until = untilOf(ending.ends);
  if (until === null || !isCivilDate(until)) {
    writing.refuse('BAD_DATE', [...ending.field, 'ends'], 'a day', { given: until });
    return false;
  }
  const known = text(thing.fields, 'until');
  if (known !== null && known !== until) return alreadyEnded(writing, thing, ending);
  if (!(await isInOrder(writing, thing, ending))) return false;
  await writing.say('registers', thing.id, { until }, 'CHANGED');
  return true;
};

/** How the things of a word end. */
const ENDINGS: Readonly<Partial<Record<WordName, (writing: Writing, thing: Thing, ending: Ending) => Promise<boolean>>>> = {
  memberships: endSeat,
  affiliations: endDated,
  'stand-ins': endDated,
  leaves: endDated,
  seats: endDated,
  registers: endRegister,
  relations: endDated,
  terms: endDated,
  offices: (writing, thing, { ends }) => sayEnding(writing, thing, ends),
};

/** A thing no longer has a name, or bears an identifier. */
const endPart = async (writing: Writing, { thing, list, item, keys, isDated }: Part, ends: EndsInput): Promise<void> => {
  if (!isDated) {
    writing.refuse('BAD_VALUE', ['thing'], 'a name that has days of its own', { given: String(item['text']), things: [thing.id] });
    return;
  }
  if (!(await mayEnd(writing, { ...thing, fields: item }, { ends, field: [] }))) return;
  const [passage, { today }] = [await writing.passage(), writing.draft];
  if (isEndKnown(item, ends, passage, today)) {
    await writing.say(thing.word, thing.id, {}, 'LEARNT');
    return;
  }
  const said = { ...itselfOf(item, keys), ...endFields(item, ends, passage, today) };
  const others = itemsOf(thing.fields, list).filter((one) => one !== item);
  await sayItems(writing, thing, list, [said, ...othersOf(others, said, keys)], keys);
};

/** Something dated ends. */
const end: Act<EndInput> = {
  reads: ({ thing }) => [thing, bearerIn(thing)],
  apply: async (writing, { thing: id, ends, cause }) => {
    const bearer = bearerIn(id);
    const bears = bearer === null ? null : writing.draft.thing(bearer);
    const part = bears && partOf(bears, id);
    if (part) {
      await endPart(writing, part, ends);
      return;
    }
    const thing = writing.known(id, Object.keys(ENDINGS) as WordName[], 'thing', 'something dated');
    if (!thing) return;
    if (thing.word === 'memberships' && cause == null) {
      writing.refuse('MISSING', ['cause'], 'why the seat ends', { things: [thing.id] });
      return;
    }
    await ENDINGS[thing.word]?.(writing, thing, { ends, field: [], ...(thing.word === 'memberships' && { cause }) });
  },
};

export const ending = { end };
