import type { NameKind, RenameInput } from '../../generated/api.js';
import { bounded } from '../../time/bounds.js';
import { type PartialDate, endSpanOf, spanOf } from '../../time/partial.js';
import { agree, isWithin } from '../dates.js';
import type { Stated } from '../../time/stated.js';
import type { FieldSchema } from '../../words/walk.js';
import { nameId } from '../../words/names/definition.js';
import { type WordName, wordOf } from '../../write/rows.js';
import { daysMeet } from '../../write/union-dates.js';
import type { Fields, Thing } from '../draft.js';
import type { Act, Writing } from './act.js';
import { given, text } from './rows.js';

/** Where rows keep names of a kind. */
export const LISTS: Readonly<Record<NameKind, string>> = { NAME: 'names', ALIAS: 'aliases', ABBREVIATION: 'abbreviations', LETTER: 'letters' };

/** What names are told apart by. */
export const TEXT = ['text'];

/** Names of other kinds have no days of their own. */
export const isDatedKind = (kind: NameKind): boolean => kind === 'NAME' || kind === 'LETTER';

export const NAMED: readonly WordName[] = ['people', 'bodies', 'parties', 'municipalities', 'regions'];

const has = (word: WordName, list: string): boolean => (wordOf(word).row as FieldSchema).properties?.[list] !== undefined;

export const itemsOf = (fields: Fields, list: string): Fields[] => (fields[list] ?? []) as Fields[];

/** All names of a kind: a name that is none of those with dates has none. */
export const callingsOf = ({ fields }: Thing, list: string): Fields[] => {
  const items = itemsOf(fields, list);
  const name = fields['name'];
  return list !== 'names' || items.some((item) => item['text'] === name) ? items : [...items, { text: name }];
};

const areAlike = (one: Fields, other: Fields, keys: readonly string[]): boolean => keys.every((key) => one[key] === other[key]);

/** Whether two items are of the same days. */
const isSame = (one: Fields, other: Fields, keys: readonly string[]): boolean => {
  const isDated = one['from'] !== undefined && other['from'] !== undefined;
  return areAlike(one, other, keys) && (isDated ? one['from'] === other['from'] : daysMeet(given(one), given(other)));
};

/** Editors' own items of a list, with what is said of some of them: what they said of these, and that. */
export const withItems = (own: readonly Fields[], said: readonly Fields[], keys: readonly string[]): Fields[] => {
  const changed = own.map((item) => {
    const news = said.find((one) => isSame(item, one, keys));
    return news ? Object.fromEntries(Object.entries({ ...item, ...news }).filter(([, value]) => value !== null)) : item;
  });
  return [...changed, ...said.filter((one) => !own.some((item) => isSame(item, one, keys))).map(given)];
};

/** What tells an item of a list from others that say the same of other days. */
export const itselfOf = (item: Fields, keys: readonly string[]): Fields => given(Object.fromEntries([...keys, 'from'].map((key) => [key, item[key]])));

/** Those of some items that say what is said anew, with their days: else that would be of the same. */
export const othersOf = (items: readonly Fields[], said: Fields, keys: readonly string[]): Fields[] =>
  items.filter((item) => areAlike(item, said, keys)).map((item) => ({ ...itselfOf(item, keys), ...given({ until: item['until'] }) }));

/** An end of an item of a list, said of it alone. */
export const endItem = (item: Fields, keys: readonly string[], until: PartialDate): Fields => ({
  ...itselfOf(item, keys),
  until,
  open: null,
  over: null,
});

/** Says items of a list, where editors say others too. */
export const sayItems = (writing: Writing, { word, id }: Thing, list: string, said: readonly Fields[], keys: readonly string[]): Promise<void> =>
  writing.say(word, id, { [list]: withItems(itemsOf(writing.draft.editors(id), list), said, keys) }, 'CHANGED');

/** Whether an id is the one that a part of a thing has by what it says; another is told. */
export const isOwnId = (writing: Writing, id: string | null | undefined, made: string): boolean => {
  if (id == null || id === made) return true;
  writing.refuse('BAD_VALUE', ['id'], `no id, or the one that it has: ${made}`, { given: id });
  return false;
};

const isThere = (item: Fields, from: PartialDate): boolean => {
  const { fromMin, untilMax } = bounded(item as Stated);
  return fromMin < spanOf(from).first && untilMax > spanOf(from).last;
};

/** A name for some days, which ends the one before it. */
const sayDatedName = async (writing: Writing, thing: Thing, list: string, { name, from }: RenameInput): Promise<void> => {
  const names = callingsOf(thing, list);
  const begun = names.find(
    (item) =>
      item['text'] === name &&
      item['from'] !== undefined &&
      spanOf(item['from'] as string).first <= spanOf(from).last &&
      (isThere(item, from) || agree(from, item['from'] as string)),
  );
  const before = names.filter((item) => item !== begun && isThere(item, from));
  const since = begun && text(begun, 'from');
  if (since != null && !agree(since, from)) {
    writing.refuse('CONTRADICTS', ['from'], `the day from which it is called so: ${since}`, { given: from, things: [thing.id] });
    return;
  }
  if (since != null && isWithin(since, from)) {
    await writing.say(thing.word, thing.id, {}, 'LEARNT');
    return;
  }
  const already = before.find((item) => item['text'] === name);
  if (already) {
    writing.refuse('CONTRADICTS', ['name'], 'a name that the thing does not have on the day before', { given: name, things: [thing.id] });
    return;
  }
  const { source } = await writing.passage();
  const next = names
    .flatMap((item) => (text(item, 'from') === null || spanOf(item['from'] as string).first <= spanOf(from).last ? [] : [item['from'] as string]))
    .sort()[0];
  const until = before.map((item) => text(item, 'until')).find((one) => one !== null && endSpanOf(one).first > spanOf(from).last) ?? next;
  const said = { text: name, from, ...(until === undefined ? { open: true } : { until }), sources: [source] };
  await sayItems(writing, thing, list, [...before.map((item) => endItem(item, TEXT, from)), ...othersOf(names, said, TEXT), said], TEXT);
};

/** Something has a name from a day on. */
const rename: Act<RenameInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, input) => {
    const thing = writing.known(input.thing, NAMED, 'thing', 'a person, body, party, municipality or region');
    if (!thing) return;
    const kind = input.kind ?? 'NAME';
    if (!isOwnId(writing, input.id, nameId(thing.id, kind, input.name))) return;
    const list = LISTS[kind];
    if (!has(thing.word, list)) writing.refuse('BAD_VALUE', ['kind'], `a kind of name that ${thing.word} have`, { given: kind, things: [thing.id] });
    else if (isDatedKind(kind)) await sayDatedName(writing, thing, list, input);
    else if (itemsOf(thing.fields, list).some((item) => item['text'] === input.name)) await writing.say(thing.word, thing.id, {}, 'LEARNT');
    else await sayItems(writing, thing, list, [{ text: input.name, sources: [(await writing.passage()).source] }], TEXT);
  },
};

export const naming = { rename };
