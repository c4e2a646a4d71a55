import { type Matching, type Words, joined, spellingsOf, without, wordsIn } from './words.js';
import { textsIn } from './values.js';

/** A node, edge or row, with all that it says. */
export interface Unit {
  id: string | null;
  said: Readonly<Record<string, unknown>>;
}

/** Who is erased: the ids that lead to the person, and the names that it has or had. */
export interface Erased {
  ids: readonly string[];
  names: readonly string[];
  /** What stands in the place of the names in ids: the first for the first id. */
  own: readonly string[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds ids in a text, whole: not those that only begin as they do. */
const patternOf = (ids: Iterable<string>): RegExp => {
  const longest = [...ids].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longest.join('|')})(?![\\p{L}\\p{N}-])`, 'gu');
};

/** Replaces ids in texts. */
export const replacingIds = (ids: ReadonlyMap<string, string>): ((text: string) => string) => {
  if (ids.size === 0) return (text) => text;
  const pattern = patternOf(ids.keys());
  return (text) => text.replace(pattern, (id) => ids.get(id) as string);
};

const ownPart = (id: string): string => id.slice(id.indexOf(':') + 1);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Whom else the names may mean. */
interface Others {
  /** The words of their ids, and their longer names. */
  words: ReadonlySet<Words>;
  /** Names that they have too. */
  shared: ReadonlySet<Words>;
  ids: ReadonlySet<string>;
}

const othersIn = (units: readonly Unit[], { ids, names }: Erased): Others => {
  const own = new Set(names.flatMap(spellingsOf).map(joined));
  const people = units.filter(({ id }) => id?.startsWith('person:') && !ids.includes(id));
  const words = new Set(people.map(({ id }) => joined(wordsIn(ownPart(id as string)))));
  const shared = new Set<Words>();
  for (const { said } of people)
    for (const name of [textOf(said['name'])]) for (const spelt of spellingsOf(name ?? '').map(joined)) (own.has(spelt) ? shared : words).add(spelt);
  return { words, shared, ids: new Set(people.map(({ id }) => id as string)) };
};

/** What an erasure reaches. */
export interface Reach {
  /** Ids made from the names, as they are from now on. */
  ids: ReadonlyMap<string, string>;
  matching: (isTied: boolean, isId: boolean) => Matching;
  /** The words of the names, of those of others that hold them, and of those that others have too. */
  words: { own: ReadonlySet<Words>; others: ReadonlySet<Words>; shared: ReadonlySet<Words> };
  /** Whether something is said of the person, and of nobody else who may be meant. */
  isTied: (unit: Unit) => boolean;
}

/** How many words may be a name, the most first. */
export const lengthsOf = (all: Iterable<Words>): number[] => [...new Set([...all].map((words) => words.split(' ').length))].sort((a, b) => b - a);

/** Whose names words are. */
export interface Naming {
  lengths: readonly number[];
  isOwn: (words: Words) => boolean;
  isOthers: (words: Words) => boolean;
  isShared: (words: Words) => boolean;
}

/** Names by which nobody else is meant go wherever they stand; others, and those of one word, where something is said of the person. */
export const matchingOf =
  ({ lengths, isOwn, isOthers, isShared }: Naming): Reach['matching'] =>
  (isTied, isId) => ({
    lengths,
    isErased: (some, count) => {
      if (!isOwn(some)) return isOthers(some) ? false : null;
      const isTheirs = count > 1 && !isShared(some);
      return isTheirs || (isTied && !isId) ? true : null;
    },
  });

/** The ids of what is said of the person and that are made from the names, and what they become. */
const idsIn = (units: readonly Unit[], { ids, own }: Erased, names: ReadonlySet<Words>, others: Others): Map<string, string> => {
  const found = new Map(ids.map((id, at) => [id, `person:${own[at] as string}`]));
  const taken = new Set(found.values());
  const words = new Set([...names, ...ids.map((id) => joined(wordsIn(ownPart(id))))]);
  const lengths = lengthsOf([...words, ...others.words]);
  const alone: Matching = { lengths, isErased: (some) => (words.has(some) ? true : null) };
  const beside: Matching = { lengths, isErased: (some) => (others.words.has(some) ? false : words.has(some) ? true : null) };
  const left = new Map<string, Unit[]>();
  for (const unit of units) if (unit.id !== null && !found.has(unit.id) && !others.ids.has(unit.id)) left.set(unit.id, [...(left.get(unit.id) ?? []), unit]);
  const sorted = [...left].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const replace = replacingIds(found);
    for (const [id, some] of sorted) {
      if (found.has(id)) continue;
      const isTheirs = some.some(({ said }) => ids.includes(said['person'] as string));
      const names = isTheirs || id.includes(':person:') ? alone : beside;
      const made = without(replace(id), names, /^(?:name|called):/.test(id) ? 'erased' : (own[0] as string));
      if (made === id || !(isTheirs || some.some(({ said }) => [...textsIn(said)].some((text) => replace(text) !== text)))) continue;
      let free = made;
      for (let number = 2; taken.has(free); number += 1) free = `${made}-${number}`;
      taken.add(free);
      found.set(id, free);
    }
  }
  return found;
};

/** What is said of somebody, by all that is found by a word of the names or ids. */
export const reachOf = (units: readonly Unit[], erased: Erased): Reach => {
  const names = new Set(erased.names.flatMap(spellingsOf).map(joined));
  const others = othersIn(units, erased);
  const ids = idsIn(units, erased, names, others);
  const replace = replacingIds(ids);
  const theirs = replacingIds(new Map([...others.ids].map((id) => [id, ''])));
  const mentions = (by: (text: string) => string, { said }: Unit): boolean => [...textsIn(said)].some((text) => by(text) !== text);
  const sourcesOf = (of: (unit: Unit) => boolean): Set<string> => new Set(units.filter(of).flatMap(({ said }) => (said['sources'] ?? []) as string[]));
  const own = sourcesOf((unit) => mentions(replace, unit));
  const other = others.ids.size > 0 ? sourcesOf((unit) => mentions(theirs, unit)) : new Set<string>();
  const documents = new Set(units.flatMap(({ id, said }) => (id !== null && own.has(id) && !other.has(id) ? [said['document']] : [])));
  const words = { own: new Set([...names, ...erased.ids.map((id) => joined(wordsIn(ownPart(id))))]), others: others.words, shared: others.shared };
  const has = (some: ReadonlySet<Words>) => (one: Words) => some.has(one);
  return {
    ids,
    words,
    matching: matchingOf({
      lengths: lengthsOf([...words.own, ...words.others]),
      isOwn: has(words.own),
      isOthers: has(words.others),
      isShared: has(words.shared),
    }),
    isTied: (unit) => {
      if (unit.id !== null && (own.has(unit.id) || documents.has(unit.id))) return !other.has(unit.id);
      return mentions(replace, unit) && !mentions(theirs, unit);
    },
  };
};
