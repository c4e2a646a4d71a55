import { isDeepStrictEqual } from 'node:util';
import { strongest } from '../record/basis.js';
import type { Basis } from '../record/model.js';
import type { FieldSchema } from '../words/walk.js';
import { type WordRow, compile, wordOf } from './rows.js';

/** What another writer says of a thing where it differs from what counts. */
export interface Conflict {
  /** The field as a path, such as `role` or `existence.from`. */
  field: string;
  value: string | null;
  by: string;
  sources: string[];
}

/** What all writers together say of a thing. */
export interface Union {
  row: WordRow;
  writers: string[];
  conflicts: Conflict[];
}

type Fields = Record<string, unknown>;

/** Dates go together: of a start, and of an end, one writer's words count. */
const START = ['from', 'fromBasis'] as const;
const END = ['until', 'untilBasis', 'open'] as const;
const TOGETHER = new Set<string>([...START, ...END, 'narrowed', 'undated', 'basis', 'reason', 'id']);

const said = (value: unknown): string | null => (value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));

const pick = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));

const narrowedOf = (fields: Fields, edge: 'from' | 'until'): Fields => pick((fields['narrowed'] ?? {}) as Fields, [`${edge}Min`, `${edge}Max`]);

class Merging {
  readonly conflicts: Conflict[] = [];

  constructor(
    readonly by: string,
    readonly sources: string[],
  ) {}

  differs(field: string, value: unknown): void {
    this.conflicts.push({ field, value: said(value), by: this.by, sources: this.sources });
  }

  list(schema: FieldSchema, path: string, first: unknown[], other: unknown[]): unknown[] {
    const all = [...first];
    for (const one of other) {
      if (all.some((known) => isDeepStrictEqual(known, one))) continue;
      const same = schema.addsUp === 'text' ? all.findIndex((known) => (known as Fields)['text'] === (one as Fields)['text']) : -1;
      if (same < 0) all.push(one);
      else all[same] = this.fields(schema.items ?? {}, `${path}.${String((one as Fields)['text'])}.`, all[same] as Fields, one as Fields);
    }
    return all;
  }

  dates(path: string, first: Fields, other: Fields): Fields {
    const merged = pick(first, ['narrowed', ...START, ...END]);
    const narrowed: Fields = { ...(first['narrowed'] as Fields | undefined) };
    for (const [edge, keys] of [
      ['from', START],
      ['until', END],
    ] as const) {
      const [own, theirs] = [first, other].map((fields) => ({ ...pick(fields, keys), ...narrowedOf(fields, edge) })) as [Fields, Fields];
      if (Object.keys(theirs).length === 0 || isDeepStrictEqual(own, theirs)) continue;
      if (Object.keys(own).length > 0) this.differs(`${path}${edge}`, other[edge] ?? (other['open'] && edge === 'until' ? null : theirs));
      else {
        Object.assign(merged, pick(other, keys));
        Object.assign(narrowed, narrowedOf(other, edge));
      }
    }
    return { ...merged, ...(Object.keys(narrowed).length > 0 && { narrowed }) };
  }

  fields(schema: FieldSchema, path: string, first: Fields, other: Fields): Fields {
    const merged: Fields = { ...first };
    for (const [key, value] of Object.entries(other)) {
      const field = schema.properties?.[key];
      if (TOGETHER.has(key) || !field) continue;
      const own = merged[key];
      if (own === undefined) merged[key] = value;
      else if (isDeepStrictEqual(own, value)) continue;
      else if (field.addsUp) merged[key] = this.list(field, `${path}${key}`, own as unknown[], value as unknown[]);
      else if (field.properties) merged[key] = this.fields(field, `${path}${key}.`, own as Fields, value as Fields);
      else this.differs(`${path}${key}`, value);
    }
    if (schema.properties?.['from']) Object.assign(merged, this.dates(path, first, other));
    return { ...withProvenance(merged, first, other), ...undated(merged, first, other) };
  }
}

/** Of two writers the stronger basis; the reason of who gives one. */
const withProvenance = (merged: Fields, first: Fields, other: Fields): Fields => {
  const { basis: _, reason: __, ...rest } = merged;
  const basis = strongest((first['basis'] ?? 'STATED') as Basis, (other['basis'] ?? 'STATED') as Basis);
  const reason = first['reason'] ?? other['reason'];
  return { ...rest, ...(basis !== 'STATED' && { basis }), ...(reason !== undefined && { reason }) };
};

/** A row that somebody has seen over lasts no longer until further notice; what has a date is not undated. */
const undated = (merged: Fields, first: Fields, other: Fields): Fields => {
  const sentence = first['undated'] ?? other['undated'];
  const isDated = ['from', 'until', 'open', 'seen', 'over', 'narrowed'].some((key) => merged[key] !== undefined);
  const isOver = merged['over'] !== undefined && merged['open'] !== undefined;
  return { ...(isOver && { open: undefined }), ...((isDated || sentence !== undefined) && { undated: isDated ? undefined : sentence }) };
};

const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isSound = (row: WordRow): boolean => {
  try {
    compile(row);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Dates that another writer gives, where they contradict those that count. */
const DATES = ['from', 'until', 'fromBasis', 'untilBasis', 'open', 'narrowed', 'seen', 'over', 'undated'];

const joined = (union: Union, by: string, { row }: WordRow): Union => {
  const { word } = union.row;
  const { sources = [] } = row as { sources?: string[] };
  const attempt = (other: Fields, conflicts: readonly [string, unknown][]): Union => {
    const merging = new Merging(by, sources);
    const fields = merging.fields(wordOf(word).row as FieldSchema, '', union.row.row as unknown as Fields, other);
    for (const [field, value] of conflicts) merging.differs(field, value);
    return {
      row: { word, row: clean(fields) as WordRow['row'] },
      writers: [...union.writers, by],
      conflicts: [...union.conflicts, ...merging.conflicts],
    };
  };
  const other = row as unknown as Fields;
  const whole = attempt(other, []);
  if (isSound(whole.row)) return whole;
  const dates = Object.entries(pick(other, DATES));
  return attempt(Object.fromEntries(Object.entries(other).filter(([key]) => !DATES.includes(key))), dates);
};

/** What writers say of one thing, the first of them first; null: nobody says anything. */
export const unionOf = (rows: readonly { by: string; row: WordRow }[]): Union | null => {
  const [first, ...others] = rows;
  if (!first) return null;
  return others.reduce((union, { by, row }) => joined(union, by, row), { row: first.row, writers: [first.by], conflicts: [] } as Union);
};
