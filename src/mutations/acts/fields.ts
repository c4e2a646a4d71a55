import { isPartialDate } from '../../time/partial.js';
import { dayAfter, isCivilDate } from '../../time/civil.js';
import type { FieldSchema } from '../../words/walk.js';
import { type WordName, wordOf } from '../../write/rows.js';
import type { Fields, Thing } from '../draft.js';
import { lettersIn } from './letters.js';

/** Of how a seat came about: what acts call it, and the field of the row, with what it stands in there. */
const HOW: Readonly<Record<string, string>> = {
  by: 'principal',
  delegatedBy: 'principal',
  nominatedBy: 'principal',
  represents: 'principal',
  substituteFor: 'membership',
  substituteOf: 'principal',
  replaces: 'membership',
  decidedAt: 'at',
};

/** Said of how a seat came about as it is. */
const HOW_AS_IS = ['designatedOn', 'exOfficio'];

/** What acts call otherwise than rows. */
const RENAMED: Readonly<Partial<Record<WordName, Readonly<Record<string, string>>>>> = {
  memberships: { cause: 'ended' },
  people: { on: 'diedOn' },
  parties: { letter: 'letters' },
  relations: { body: 'subject', calendar: 'object' },
  seats: { in: 'body' },
};

/** What acts set by its own name of some words alone. */
const SET: Readonly<Partial<Record<WordName, readonly string[]>>> = { leaves: ['reason'] };

/** What no act sets by its own name: who says it, how it is known, and what makes a row another one. */
const NOT_SET = [
  'id',
  'sources',
  'facts',
  'basis',
  'fromBasis',
  'untilBasis',
  'reason',
  'seen',
  'over',
  'narrowed',
  'undated',
  'open',
  'appointment',
  'existence',
];

const propertiesOf = (word: WordName): Readonly<Record<string, FieldSchema>> => (wordOf(word).row as FieldSchema).properties ?? {};

const DATES = ['from', 'until', 'lastDay', 'ends'];

/** The fields that can be said of a thing of a word. */
export const fieldsOf = (word: WordName): string[] => {
  const properties = propertiesOf(word);
  const isDated = Boolean(properties['from'] ?? properties['existence']);
  const isSet = (name: string): boolean => SET[word]?.includes(name) || ![...NOT_SET, ...DATES, ...wordOf(word).fixed].includes(name);
  const own = Object.keys(properties).filter(isSet);
  const renamed = Object.keys(RENAMED[word] ?? {});
  return [...own, ...renamed, ...(isDated ? DATES : []), ...(word === 'memberships' ? [...Object.keys(HOW), ...HOW_AS_IS, 'rank'] : [])].sort();
};

/** A value that a patch cannot set; `path`: where it stands there. */
export interface Unfit {
  path: readonly string[];
  required: string;
  isDate: boolean;
}

const unfit = (path: readonly string[], required: string, isDate: boolean): Unfit => ({ path, required, isDate });

const ENDS = ['until', 'lastDay', 'unknown'];

/** Where the one end of a patch stands in it; null: it says none. */
const endIn = (set: Fields): readonly string[] | null | Unfit => {
  const [field, other] = ['until', 'lastDay', 'ends'].filter((name) => set[name] !== undefined);
  if (field === undefined) return null;
  if (other !== undefined) return unfit([other], `one end alone; \`${field}\` says another`, false);
  const ends = set['ends'];
  if (field !== 'ends' || ends === null) return [field];
  const said = typeof ends === 'object' ? Object.keys(ends) : [];
  const [name] = said;
  const isOne = said.length === 1 && name !== undefined && ENDS.includes(name) && (ends as Fields)['unknown'] !== false;
  return isOne ? ['ends', name] : unfit(['ends'], 'exactly one of `until`, `lastDay` and `unknown: true`', false);
};

/** What stands at a path of a patch. */
export const valueIn = (set: Fields, path: readonly string[]): unknown => path.reduce((value: unknown, name) => (value as Fields | null)?.[name], set);

/** Dates as they are said: what is null is taken away. */
const datesIn = (set: Fields): { dates: Record<string, unknown> } | Unfit => {
  const dates: Record<string, unknown> = {};
  const end = endIn(set);
  if (end && 'required' in end) return end;
  for (const path of [['from'], ...(end && end.at(-1) !== 'unknown' ? [end] : [])]) {
    const value = valueIn(set, path);
    const isLast = path.at(-1) === 'lastDay';
    if (value === undefined) continue;
    if (isLast && !(typeof value === 'string' && isCivilDate(value))) return unfit(path, 'a calendar day, YYYY-MM-DD', true);
    if (value !== null && !(typeof value === 'string' && isPartialDate(value))) return unfit(path, 'YYYY, YYYY-MM or YYYY-MM-DD', true);
    dates[path === end ? 'until' : 'from'] = isLast ? dayAfter(value as string) : value;
  }
  return { dates };
};

/** The ranks among substitutes that a seat has, or gets by the same patch. */
const ranked = (rank: unknown, how: Fields): Fields | Unfit => {
  const behind = ['substituteFor', 'substituteOf'].filter((field) => how[field] != null);
  if (behind.length === 0) return unfit(['rank'], 'no rank, or the seat or list that the holder is a substitute of', false);
  return Object.fromEntries(behind.map((field) => [field, { ...(how[field] as Fields), rank }]));
};

const howIn = (set: Fields, known: Fields, sources: readonly string[]): Record<string, unknown> | Unfit => {
  const how: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(HOW)) {
    const value = set[field];
    if (value === undefined) continue;
    const one = (id: unknown): Fields => ({ [inner]: id, sources });
    how[field] = value === null ? null : Array.isArray(value) ? value.map(one) : one(value);
  }
  for (const field of HOW_AS_IS) if (set[field] !== undefined) how[field] = set[field];
  if (set['rank'] === undefined) return how;
  const ranks = ranked(set['rank'], { ...known, ...how });
  return 'required' in ranks ? ranks : { ...how, ...ranks };
};

/** A value as rows have it: of other names, which acts say as texts, those that are known; null for what is not so. */
const inRow = (schema: FieldSchema | undefined, value: unknown, known: unknown): unknown => {
  if (value === false && schema?.const === true) return null;
  if (schema?.addsUp !== 'text' || !Array.isArray(value)) return value;
  const items = (known ?? []) as Fields[];
  return value.map((one: unknown) => (typeof one !== 'object' ? (items.find(({ text }) => text === one) ?? { text: one }) : one));
};

/** What is set of a thing, as fields of its row. */
export interface Said {
  fields: Record<string, unknown>;
  /** `from` and `until`, where they are set. */
  dates: Record<string, unknown>;
  how: Record<string, unknown>;
}

/** What a patch says of a thing, as fields of its row. */
export const saidIn = ({ word, fields: known }: Pick<Thing, 'word' | 'fields'>, set: Fields, sources: readonly string[]): Said | Unfit => {
  const names = fieldsOf(word);
  const unknown = Object.keys(set).find((field) => !names.includes(field));
  if (unknown !== undefined) return unfit([unknown], `one of ${names.join(', ')}`, false);
  const dated = datesIn(set);
  if ('required' in dated) return dated;
  const how = word === 'memberships' ? howIn(set, (known['appointment'] ?? {}) as Fields, sources) : {};
  if ('required' in how) return how as unknown as Unfit;
  const renamed = RENAMED[word] ?? {};
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(set)) {
    if (DATES.includes(field) || field in how || field === 'rank') continue;
    const name = renamed[field] ?? field;
    const items = word === 'memberships' && field === 'dependsOn' && Array.isArray(value) ? value.map((on: unknown) => ({ on, sources })) : value;
    fields[name] = inRow(propertiesOf(word)[name], items, known[name]);
  }
  if (set['letter'] === undefined) return { fields, dates: dated.dates, how };
  const letters = lettersIn(set['letter'], known, sources);
  return letters === undefined ? unfit(['letter'], '`letters`, as it has had several', false) : { fields: { ...fields, letters }, dates: dated.dates, how };
};

/** Whether rows of a word say where they are said: of documents and passages nothing does. */
export const hasSources = (word: WordName): boolean => propertiesOf(word)['sources'] !== undefined;

/** Whether the dates of a word are those of when its things exist. */
export const hasExistence = (word: WordName): boolean => propertiesOf(word)['existence'] !== undefined;

export const hasCause = (word: WordName): boolean => propertiesOf(word)['ended'] !== undefined;
