import type { EndsInput } from '../../generated/api.js';
import { type PartialDate, endSpanOf, isPartOf, spanOf } from '../../time/partial.js';
import { endBeforeStart, endFields, endsBefore, isEndKnown, untilOf } from '../dates.js';
import type { Fields, Thing } from '../draft.js';
import type { Writing } from './act.js';
import { text } from './rows.js';

const existenceOf = (fields: Fields): Fields => (fields['existence'] ?? {}) as Fields;

/** Says since when something exists, which lasts until further notice unless more is known. Returns whether it can; what cannot is told. */
export const sayBeginning = async (writing: Writing, thing: Thing, from: PartialDate): Promise<boolean> => {
  const { draft } = writing;
  const known = existenceOf(thing.fields);
  const [since, until] = [text(known, 'from'), text(known, 'until')];
  if (until !== null && endsBefore(from, until)) {
    writing.refuse('ENDS_BEFORE_IT_BEGINS', ['from'], `a start before the end that is recorded: ${until}`, { given: from, things: [thing.id] });
    return false;
  }
  if (since !== null && !isPartOf(spanOf(from), spanOf(since))) {
    if (isPartOf(spanOf(since), spanOf(from))) return true;
    writing.refuse('CONTRADICTS', ['from'], `the start that is recorded: ${since}`, { given: from, things: [thing.id] });
    return false;
  }
  if (since === from) return true;
  const isOpen = until === null && known['open'] === undefined && known['over'] === undefined;
  const existence = { ...existenceOf(draft.editors(thing.id)), from, ...(isOpen && { open: true }) };
  await writing.say(thing.word, thing.id, { existence }, 'LEARNT');
  return true;
};

/** Says when something is no longer there. Returns whether it can; what has ended otherwise is told. */
export const sayEnding = async (writing: Writing, thing: Thing, ends: EndsInput): Promise<boolean> => {
  const known = existenceOf(thing.fields);
  const [since, before, until] = [text(known, 'from'), text(known, 'until'), untilOf(ends)];
  const [passage, { today }] = [await writing.passage(), writing.draft];
  const early = endBeforeStart(since, ends, passage, today);
  if (early !== null) {
    writing.refuse('ENDS_BEFORE_IT_BEGINS', ['ends'], `an end after ${String(since)}`, { given: early, things: [thing.id] });
    return false;
  }
  const isSo = isEndKnown(known, ends, passage, today);
  if (before !== null && until !== null && !isSo && !isPartOf(endSpanOf(until), endSpanOf(before)) && endSpanOf(until).last > endSpanOf(before).last) {
    writing.refuse('ALREADY_ENDED', [], `what has not ended otherwise: it did (${before})`, { given: until, things: [thing.id] });
    return false;
  }
  const own = existenceOf(writing.draft.editors(thing.id));
  const said = isSo ? {} : { existence: { ...own, ...endFields(own, ends, passage, today) } };
  await writing.say(thing.word, thing.id, said, 'CHANGED');
  return true;
};
