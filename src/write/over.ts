import type { CivilDate } from '../time/civil.js';
import { spanOf } from '../time/partial.js';
import { type Sighting, statedInterval } from '../time/stated.js';
import type { DatedFields } from '../words/fields.js';
import type { WordRow } from './rows.js';
import { isFields } from '../record/fields.js';

type Fields = Readonly<Record<string, unknown>>;

const mapped = (fields: Fields, change: (value: unknown, key: string) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value, key)]));

/** It lasts until further notice, and nobody has seen it over. */
const isOpen = ({ open, over }: Fields): boolean => open === true && over === undefined;

/** All that is open in a row. */
const openIn = (value: unknown): DatedFields[] => {
  if (Array.isArray(value)) return value.flatMap(openIn);
  if (!isFields(value)) return [];
  return [...(isOpen(value) ? [value as DatedFields] : []), ...Object.values(value).flatMap(openIn)];
};

const ended = (value: unknown, over: Sighting): unknown => {
  if (Array.isArray(value)) return value.map((one) => ended(one, over));
  if (!isFields(value)) return value;
  const fields = mapped(value, (one) => ended(one, over));
  return isOpen(value) ? { ...fields, over: [over] } : fields;
};

/** It has begun, and is not seen on that day or later. */
const mayBeOver = ({ seen = [], ...dates }: DatedFields, on: CivilDate): boolean =>
  statedInterval(dates).fromMin < on && seen.every((one) => spanOf(one.on).first < on);

/** A row of which all that was open is seen over; null: nothing of it was, or it cannot be over by then. */
export const seenOver = ({ word, row }: WordRow, over: Sighting): WordRow | null => {
  const open = openIn(row);
  const isOver = open.length > 0 && open.every((one) => mayBeOver(one, over.on));
  return isOver ? { word, row: ended(row, over) as WordRow['row'], gone: true } : null;
};

/** What says when, and how, a thing ended. */
const ENDS = ['until', 'untilBasis', 'over', 'untilMin', 'untilMax'];

const withoutEnds = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([key]) => !ENDS.includes(key)));

/** An open row, from one that has an end; null: it has none. */
const lasting = (fields: Fields, before: Fields): Fields | null => {
  const narrowed = withoutEnds((fields['narrowed'] ?? {}) as Fields);
  const { narrowed: _, reason: __, ...dates } = withoutEnds(fields);
  const left = { ...dates, ...(Object.keys(narrowed).length > 0 && { narrowed }) };
  const hasEnd = ['until', 'over'].some((key) => fields[key] !== undefined) || Object.keys(narrowed).length < Object.keys(fields['narrowed'] ?? {}).length;
  return hasEnd ? { ...left, open: true, ...(before['reason'] !== undefined && { reason: before['reason'] }) } : null;
};

const isCalledAlike = (one: unknown, other: unknown): boolean =>
  isFields(one) && isFields(other) && ['text', 'scheme', 'value'].every((key) => one[key] === other[key]);

/** What a row says, but for the ends of what was open before. */
export const openAgain = (before: unknown, after: unknown): unknown => {
  if (Array.isArray(before) && Array.isArray(after)) {
    const known: unknown[] = before;
    return after.map((one: unknown, at) => openAgain(isCalledAlike(known[at], one) ? known[at] : undefined, one));
  }
  if (!isFields(before) || !isFields(after)) return after;
  const fields = mapped(after, (one, key) => openAgain(before[key], one));
  return (isOpen(before) && !isOpen(after) && lasting(fields, before)) || fields;
};
