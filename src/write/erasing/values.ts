import { isFields } from '../../record/fields.js';
import { ERASED, type Matching, listWithout, without } from './words.js';

/** What is said anew: ids, and names in texts; `isTied`: what is said is of the person. */
export interface Replacing {
  /** A text with the ids in it that are to go as they are from now on. */
  ids: (text: string) => string;
  /** Names that go; of ids those that nobody else may have. */
  matching: (isTied: boolean, isId: boolean) => Matching;
  /** What stands in the place of a name in ids. */
  own: string;
  /** The people who are erased, by their ids from now on. */
  people: ReadonlySet<string>;
}

/** By what else a person is known. */
const KNOWN_BY = ['aliases', 'names', 'identifiers'];

const IS_ID = /^(?:[a-z]+ )?[a-z-]+:\S+$/;

export const replaceText = (text: string, { ids, matching, own }: Replacing, isTied: boolean): string => {
  const left = ids(text);
  const isId = IS_ID.test(left);
  return without(left, matching(isTied, isId), isId ? own : ERASED);
};

/** JSON value for JSON value, with whatever is to go replaced. */
export const replaceValue = (value: unknown, replacing: Replacing, isTied: boolean): unknown => {
  if (typeof value === 'string') return replaceText(value, replacing, isTied);
  if (Array.isArray(value)) return listWithout(value, replacing.matching(isTied, false)).map((one) => replaceValue(one, replacing, isTied));
  if (!isFields(value)) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [replaceText(key, replacing, isTied), replaceValue(one, replacing, isTied)]));
  const isPerson = replacing.people.has(fields['id'] as string);
  if (!isPerson) return fields;
  const left = Object.entries(fields).filter(([key]) => !KNOWN_BY.includes(key));
  return Object.fromEntries(left.map(([key, one]) => [key, key === 'name' ? ERASED : one]));
};

/** What a column of JSON says; undefined: it is none. */
export const parsed = (text: string): unknown => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** All texts in a value. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const inner = parsed(value);
    if (inner === undefined) yield value;
    else yield* textsIn(inner);
  } else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isFields(value)) for (const one of Object.values(value)) yield* textsIn(one);
}
