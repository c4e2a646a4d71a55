import type { AmendInput, MergeInput, RetractInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { type CivilDate, FOREVER } from '../../time/civil.js';
import { type OwnDates, ownDates } from '../../time/own-dates.js';
import { type Span, endSpanOf, isPartOf, spanOf } from '../../time/partial.js';
import type { Stated } from '../../time/stated.js';
import { written } from '../../words/entries/subjects.js';
import { endsBefore } from '../dates.js';
import { type EditedRow, type Fields, type Thing, isOpen } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Act, Writing } from './act.js';
import { otherLetter } from './letters.js';
import { saysTheSame } from './namesakes.js';
import { isAlike } from '../alike.js';
import { type Said, hasCause, hasExistence, saidIn, valueIn } from './fields.js';

/** What is dated of a thing: itself, or when it exists. */
const datedPart = ({ word, fields }: Thing): Fields => (hasExistence(word) ? ((fields['existence'] ?? {}) as Fields) : fields);

/** Fields with their dates where the word has them. */
const withDates = ({ word }: Thing, editors: Fields, fields: Fields, dates: Fields): Fields => {
  if (Object.keys(dates).length === 0) return fields;
  return hasExistence(word) ? { ...fields, existence: { ...((editors['existence'] ?? {}) as Fields), ...dates } } : { ...fields, ...dates };
};

/** What of some fields is not as it is known, whoever says it; an empty list says that there is nothing. */
const otherwiseThan = (known: Fields, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (isAlike(known[key], value) ? [] : [[key, isEmpty(value) ? null : value]])));

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Of how a seat came about what is said; null: of all that is known of it nothing is left. */
const withHow = ({ fields }: Thing, editors: Fields, how: Fields): Fields => {
  if (Object.keys(how).length === 0) return {};
  const left = Object.values({ ...(fields['appointment'] as Fields | undefined), ...how });
  return { appointment: left.every((value) => value === null) ? null : { ...((editors['appointment'] ?? {}) as Fields), ...how } };
};

/** Whether editors can say what letter a party has: those that data sets say add up with theirs. */
const canHaveLetter = (writing: Writing, thing: Thing, set: Fields): boolean => {
  const known = otherLetter(thing, set);
  if (known === null || set['letter'] === null || writing.draft.isEditorsOwn(thing.id)) return true;
  const required = `the letter that a data set says: ${known}; \`rename\` says since when it has another`;
  writing.refuse('BAD_VALUE', ['set', 'letter'], required, { given: JSON.stringify(set['letter']), things: [thing.id] });
  return false;
};

/** What is set, where the thing is known and can have it; null: it cannot, which is told. */
const amended = async (writing: Writing, { thing: id, set }: AmendInput): Promise<{ thing: Thing; said: Said } | null> => {
  const thing = writing.draft.thing(id);
  if (!thing) return writing.refuse('UNKNOWN_ID', ['thing'], 'the id of something that is recorded', { given: id });
  const { source } = await writing.passage();
  const said = saidIn(thing, set as Fields, [source]);
  if (!('required' in said)) return { thing, said };
  const { path, required, isDate } = said;
  return writing.refuse(isDate ? 'BAD_DATE' : 'BAD_VALUE', ['set', ...path], required, { given: JSON.stringify(valueIn(set as Fields, path) ?? path.at(-1)) });
};

const keptOpen = (kept: EditedRow['before']): boolean => kept !== null && isOpen(kept.row as unknown as Fields);

/** What the entries that wrote a thing, or took it away, say of rows. */
const entriesOn = ({ draft }: Writing, id: string) => draft.reader.read(queries.entries.rowsOfThing, { subject: written(id) });

/** Whether editors ever said of a thing that it lasts until further notice. */
const wasOpen = async (writing: Writing, id: string): Promise<boolean> => {
  if (writing.draft.isOpened(id)) return true;
  const entries = await entriesOn(writing, id);
  const rows = entries.flatMap(({ rows: json }) => JSON.parse(json) as EditedRow[]).filter((one) => one.id === id);
  return rows.some(({ before, after }) => keptOpen(before) || keptOpen(after));
};

/** Dates that are set, with what goes along: an end closes what was open, and where it is taken away that is open again. */
const correctedDates = async (writing: Writing, thing: Thing, dates: Fields): Promise<Fields> => {
  if (dates['until'] === undefined) return dates;
  if (dates['until'] !== null) return { ...dates, open: null };
  return { ...dates, over: null, ...((await wasOpen(writing, thing.id)) && { until: undefined, open: true }) };
};

const inOrder = (writing: Writing, thing: Thing, dates: Fields): boolean => {
  const { from, until } = { ...datedPart(thing), ...dates } as { from?: string | null; until?: string | null };
  if (until == null || !endsBefore(from, until)) return true;
  writing.refuse('ENDS_BEFORE_IT_BEGINS', ['set', 'until'], `an end after ${String(from)}`, { given: until, things: [thing.id] });
  return false;
};

/** It was wrong: what is set holds in the place of what is recorded. */
const correct: Act<AmendInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, input) => {
    const found = await amended(writing, input);
    if (!found || !inOrder(writing, found.thing, found.said.dates) || !canHaveLetter(writing, found.thing, input.set as Fields)) return;
    const { thing, said } = found;
    const dates = await correctedDates(writing, thing, said.dates);
    const editors = writing.draft.editors(thing.id);
    const noCause = said.dates['until'] === null && hasCause(thing.word) ? { ended: null } : {};
    const how = otherwiseThan((thing.fields['appointment'] ?? {}) as Fields, said.how);
    const fields = { ...otherwiseThan(thing.fields, said.fields), ...noCause, ...withHow(thing, editors, how) };
    await writing.say(thing.word, thing.id, withDates(thing, editors, fields, dates), 'CORRECTED');
  },
};

const meets = (one: Span, min: CivilDate, max: CivilDate): boolean => one.last >= min && one.first <= max;

/** The dates that come to light and lie neither within what is printed nor, where nothing is, within what is known. */
const datesOutside = (known: OwnDates, dated: Fields, dates: Fields): string[] => {
  const isOpen = known.open && known.closedOn === FOREVER;
  const printed = dated as { from?: string; until?: string };
  const starts = (span: Span): boolean => (printed.from ? isPartOf(span, spanOf(printed.from)) : meets(span, known.fromMin, known.fromMax));
  const ends = (span: Span): boolean => (printed.until ? isPartOf(span, endSpanOf(printed.until)) : meets(span, known.untilMin, known.untilMax));
  const fits = (key: string, date: unknown): boolean =>
    date !== null && (key === 'from' ? starts(spanOf(date as string)) : !isOpen && ends(endSpanOf(date as string)));
  return Object.entries(dates).flatMap(([key, date]) => (date === undefined || fits(key, date) ? [] : [key]));
};

/** Whether something is said as it was, and more. */
const adds = (before: unknown, value: unknown): boolean =>
  typeof before === 'object' && typeof value === 'object' && Object.entries(before as Fields).every(([key, one]) => isAlike(one, (value as Fields)[key]));

/** Values that add up, or that nobody has said yet. */
const learnt = (known: Fields, said: Fields): { fields: Fields; otherwise: string[] } => {
  const fields: Record<string, unknown> = {};
  const otherwise: string[] = [];
  for (const [key, value] of Object.entries(said)) {
    const before = known[key];
    if (isEmpty(value) || isAlike(before, value)) continue;
    if (Array.isArray(before) && Array.isArray(value))
      fields[key] = [...(before as unknown[]), ...(value as unknown[]).filter((one) => !before.some((two) => isAlike(one, two)))];
    else if (value !== null && (before === undefined || adds(before, value))) fields[key] = value;
    else otherwise.push(key);
  }
  return { fields, otherwise };
};

/** More is known: what is set narrows what is recorded, or adds to it. */
const learn: Act<AmendInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, input) => {
    const found = await amended(writing, input);
    if (!found) return;
    const { thing, said } = found;
    const editors = writing.draft.editors(thing.id);
    const dated = datedPart(thing);
    const own = learnt(thing.fields, said.fields);
    const how = learnt((thing.fields['appointment'] ?? {}) as Fields, said.how);
    const known = ownDates(dated as Stated);
    const isSame = (['from', 'until'] as const).every((key) => said.dates[key] === undefined || said.dates[key] === dated[key]);
    const late = isSame ? [] : datesOutside(known, dated, said.dates);
    const letter = otherLetter(thing, input.set as Fields) === null ? [] : ['letter'];
    const otherwise = [...letter, ...own.otherwise, ...how.otherwise, ...late];
    if (otherwise.length > 0) {
      writing.refuse('CONTRADICTS', ['set', otherwise[0] as string], `what adds to what is recorded; \`correct\` says that it was wrong`, {
        given: JSON.stringify(input.set),
        things: [thing.id],
      });
      return;
    }
    if (!inOrder(writing, thing, said.dates)) return;
    const dates = said.dates['until'] === undefined ? said.dates : { ...said.dates, open: null };
    await writing.say(
      thing.word,
      thing.id,
      withDates(thing, editors, { ...own.fields, ...withHow(thing, editors, how.fields) }, isSame ? {} : dates),
      'LEARNT',
    );
  },
};

/** It never was; of what an entry took away already that is so. */
const retract: Act<RetractInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, { thing: id }) => {
    const { draft } = writing;
    const thing = draft.thing(id);
    if (thing) draft.retract(writing.act, thing.id);
    else if (draft.actsOf(id).length === 0 && (await entriesOn(writing, id)).length === 0)
      writing.refuse('UNKNOWN_ID', ['thing'], 'the id of something that is recorded', { given: id });
  },
};

/** Two records are of one person. */
const mergePeople: Act<MergeInput> = {
  reads: ({ keep, gone }) => [keep, gone],
  apply: async (writing, { keep, gone, why }) => {
    const { draft } = writing;
    const [one, other] = [writing.known(keep, ['people'], 'keep', 'a person'), writing.known(gone, ['people'], 'gone', 'a person')];
    if (!one || !other) return;
    if (one.id === other.id) {
      if (keep === gone) writing.refuse('BAD_VALUE', ['gone'], 'another person', { given: gone });
      return;
    }
    const erased = ([keep, gone] as const).find((id) => draft.erased.some(({ ids }) => ids.includes(id)));
    if (erased !== undefined) {
      writing.refuse('BAD_VALUE', [erased === keep ? 'keep' : 'gone'], 'somebody whom no act before this one erases', { given: erased, things: [erased] });
      return;
    }
    const id = await draft.free(`merge:${ownPart(one.id)}-${ownPart(other.id)}`);
    await saysTheSame(writing, one.id, other.id);
    await writing.say('merges', id, { keep: one.id, gone: other.id, reason: why }, 'CORRECTED');
  },
};

export const amends = { learn, correct, retract, mergePeople };
