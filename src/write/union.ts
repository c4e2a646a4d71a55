import { isDeepStrictEqual } from 'node:util';
import { strongest } from '../record/basis.js';
import type { Conflict } from '../words/conflicts/model.js';
import type { FieldSchema } from '../words/walk.js';
import { EDITOR } from './editors.js';
import { DATES, daysMeet, endTogether, mergedDates, startTogether } from './union-dates.js';
import { type Fields, isFields } from '../record/fields.js';
import { type Differs, besideDeclined, pick, said } from './union-fields.js';
import { type WordRow, wordOf } from './rows.js';

/** What all writers together say of a thing. */
export interface Union {
  row: WordRow;
  writers: string[];
  conflicts: Conflict[];
  /** Other ids under which it is kept. */
  merged: string[];
}

/** A row, and who keeps it. */
export interface Kept {
  by: string;
  row: WordRow;
}

/** What writers keep of a thing under one id, before a change set and after it. */
export interface Saying {
  id: string;
  before: readonly Kept[];
  after: readonly Kept[];
}

/** Which other things an object is about: about others it is another one. */
const thingsOf = ({ properties = {} }: FieldSchema, value: Fields): Fields =>
  pick(
    value,
    Object.keys(properties).filter((key) => properties[key]?.refersTo),
  );

/** What tells an item of a list from the others: fields that are named, or what it is about; what names no sources of its own is all that it says. */
const keyOf = ({ addsUp, items = {} }: FieldSchema, one: unknown): unknown => {
  if (!isFields(one)) return one;
  if (typeof addsUp === 'string') return pick(one, addsUp.split(' '));
  return items.properties?.['sources'] ? thingsOf(items, one) : one;
};

/**
 * Where among the items of a list stands what another list says too; less than 0: nowhere. Of a name or identifier that either of them has
 * several times, as it comes back, it is the one that may be of the same days.
 */
const placeOf = (schema: FieldSchema, one: unknown, all: readonly unknown[], others: readonly unknown[], taken: ReadonlySet<number>): number => {
  const key = keyOf(schema, one);
  const isSame = (two: unknown): boolean => isDeepStrictEqual(keyOf(schema, two), key);
  const same = all.flatMap((two, at) => (isSame(two) ? [at] : []));
  const [only, another] = same;
  const isDated = schema.items?.properties?.['from'] !== undefined;
  if (!isDated || (another === undefined && others.filter(isSame).length === 1)) return only ?? -1;
  const near = same.filter((at) => !taken.has(at) && daysMeet(one, all[at]));
  const likest = [isDeepStrictEqual, startTogether, endTogether].map((alike) => near.find((at) => alike(one, all[at])));
  return likest.find((at) => at !== undefined) ?? near[0] ?? -1;
};

/** What names no sources of its own has those of what it stands in. */
const sourced = ({ properties = {} }: FieldSchema, value: unknown, sources: readonly string[]): unknown =>
  isFields(value) && properties['sources'] && value['sources'] === undefined && sources.length > 0 ? { ...value, sources } : value;

const sourcesOf = (fields: Fields, around: readonly string[]): readonly string[] => (fields['sources'] as string[] | undefined) ?? around;

/** Two sayings of one thing, each with the sources that it has from what it stands in; `editors`: what the editors say of it, whose lists and absences count. */
interface Pair<T = Fields> {
  first: T;
  other: T;
  around: readonly [first: readonly string[], other: readonly string[]];
  editors?: Fields | undefined;
}

/** Lists in which what editors say adds up with what others say; any other of theirs stands in the place of the others'. */
const ADD_UP = ['sources', 'seen', 'over', 'facts', 'names', 'aliases', 'abbreviations', 'letters', 'identifiers', 'population'];

const within = (fields: Fields | undefined, key: string): Fields | undefined => {
  const value = fields?.[key];
  return isFields(value) ? value : undefined;
};

class Merging {
  readonly conflicts: Conflict[] = [];

  constructor(readonly by: string) {}

  differing =
    (path: string, sources: readonly string[]): Differs =>
    (field, value) =>
      void this.conflicts.push({ field: `${path}${field}`, value: said(value), by: this.by, sources: [...sources] });

  /** All items of both; what both say is one. */
  list(schema: FieldSchema, path: string, { first, other, around }: Pair<readonly unknown[]>): unknown[] {
    const items = schema.items ?? {};
    const taken = new Set<number>();
    const placed = other.map((one) => {
      const at = placeOf(schema, one, first, other, taken);
      taken.add(at);
      return { one, at };
    });
    const all = first.map((one, at) => (placed.some((two) => two.at === at) ? one : sourced(items, one, around[0])));
    for (const { one, at } of placed) {
      if (at < 0) all.push(sourced(items, one, around[1]));
      else if (!isDeepStrictEqual(first[at], one)) {
        const key = Object.values(keyOf(schema, one) as Fields).join(' ');
        all[at] = this.fields(items, `${path}.${key}.`, { first: all[at] as Fields, other: one as Fields, around });
      }
    }
    return all;
  }

  /** One of both, where they are about the same things; else what counts. */
  object(schema: FieldSchema, path: string, { first, other, ...pair }: Pair): Fields {
    const { around } = pair;
    const things = thingsOf(schema, other);
    if (isDeepStrictEqual(thingsOf(schema, first), things)) return this.fields(schema, path, { first, other, ...pair });
    for (const [key, thing] of Object.entries(things)) this.differing(path, sourcesOf(other, around[1]))(key, thing);
    return sourced(schema, first, around[0]) as Fields;
  }

  fields(schema: FieldSchema, path: string, pair: Pair): Fields {
    const { properties = {} } = schema;
    const { editors } = pair;
    const [first, other] = [sourced(schema, pair.first, pair.around[0]), sourced(schema, pair.other, pair.around[1])] as [Fields, Fields];
    const around = [sourcesOf(first, pair.around[0]), sourcesOf(other, pair.around[1])] as const;
    const differs = this.differing(path, around[1]);
    const isDated = properties['from'] !== undefined;
    const merged: Fields = isDated
      ? pick(
          first,
          Object.keys(first).filter((key) => !DATES.includes(key)),
        )
      : { ...first };
    for (const key of new Set([...Object.keys(first), ...Object.keys(other)])) {
      const field = properties[key];
      if (!field || key === 'basis' || key === 'reason' || (isDated && DATES.includes(key))) continue;
      const [own, value] = [first[key], other[key]];
      if (value === undefined) merged[key] = sourcedWithin(field, own, around[0]);
      else if (own === undefined) merged[key] = sourcedWithin(field, value, around[1]);
      else if (isDeepStrictEqual(own, value)) continue;
      else if (own === null || (Array.isArray(editors?.[key]) && !ADD_UP.includes(key))) differs(key, value);
      else if (field.addsUp) merged[key] = this.list(field, `${path}${key}`, { first: own as unknown[], other: value as unknown[], around });
      else if (field.properties)
        merged[key] = this.object(field, `${path}${key}.`, { first: own as Fields, other: value as Fields, around, editors: within(editors, key) });
      else differs(key, value);
    }
    return { ...merged, ...(isDated && mergedDates(first, other, differs, editors !== undefined)), ...provenanceOf(first, other, differs) };
  }
}

/** A field that only one of two says has the sources of its row, also where others add theirs to the row. */
const sourcedWithin = (field: FieldSchema, value: unknown, sources: readonly string[]): unknown =>
  Array.isArray(value) ? value.map((one) => sourced(field.items ?? {}, one, sources)) : sourced(field, value, sources);

/** Of two writers the stronger basis; the reason of who gives one. */
const provenanceOf = (first: Fields, other: Fields, differs: Differs): Fields => {
  const basis = strongest((first['basis'] ?? 'STATED') as never, (other['basis'] ?? 'STATED') as never);
  const reason = first['reason'] ?? other['reason'];
  if (other['reason'] !== undefined && other['reason'] !== reason) differs('reason', other['reason']);
  return { basis: basis === 'STATED' ? undefined : basis, ...(reason !== undefined && { reason }) };
};

/** Without what editors say that there is none of; what names no sources of its own has those of its row. */
const whole = ({ word, row }: WordRow): WordRow => {
  const fields = JSON.parse(JSON.stringify(row), (_, value: unknown) => (value === null ? undefined : value)) as Fields;
  const { properties = {} } = wordOf(word).row as FieldSchema;
  const sources = sourcesOf(fields, []);
  const sourcedFields = Object.entries(fields).map(([key, value]) => [key, sourcedWithin(properties[key] ?? {}, value, sources)]);
  return { word, row: Object.fromEntries(sourcedFields) as WordRow['row'] };
};

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a data set has no longer says nothing against what counts. */
const joined = ({ row: { word, row }, writers, conflicts, merged }: Union, by: string, other: WordRow, editors: Fields | undefined): Union => {
  const merging = new Merging(by);
  const first = row as unknown as Fields;
  const sources = sourcesOf(other.row as unknown as Fields, []);
  const beside = besideDeclined(first, other.row as unknown as Fields, merging.differing('', sources));
  const fields = merging.fields(wordOf(word).row as FieldSchema, '', { first, other: beside, around: [[], []], editors });
  return {
    row: { word, row: withoutUndefined(fields) as WordRow['row'] },
    writers: [...new Set([...writers, by])],
    conflicts: other.dropped ? conflicts : [...conflicts, ...merging.conflicts],
    merged,
  };
};

/** The items of a list; those that are about the same things are one. */
export const onceEach = (schema: FieldSchema, items: readonly unknown[]): unknown[] =>
  items.reduce((all: unknown[], one) => new Merging('').list(schema, '', { first: all, other: [one], around: [[], []] }), []);

/** What writers say of one thing: the editors before all others, then the first of them. Null: nobody says anything, or the editors say that it never was. */
export const unionOf = (rows: readonly Kept[]): Union | null => {
  const [first, ...others] = [...rows].sort((a, b) => Number(b.by === EDITOR) - Number(a.by === EDITOR));
  if (!first || rows.some(({ row }) => row.retracted)) return null;
  const editors = first.by === EDITOR ? (first.row.row as unknown as Fields) : undefined;
  const { word, row } = first.row;
  const alone: Union = { row: { word, row }, writers: [first.by], conflicts: [], merged: [] };
  const union = others.reduce((all, { by, row }) => joined(all, by, row, editors), alone);
  return editors ? { ...union, row: whole(union.row) } : union;
};

/** Whether anybody says of a thing that it is. */
export const isSaid = (rows: readonly Kept[]): boolean => rows.length > 0 && !rows.some(({ row }) => row.retracted);
