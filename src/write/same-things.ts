import { grouped } from '../record/grouped.js';
import { areOne, isHeld } from '../words/merges/rules.js';
import type { Sameness } from './leads.js';
import { referencesOf } from './references.js';
import type { WordRow } from './rows.js';
import { type Kept, unionOf } from './union.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a row says. */
export const fieldsOf = ({ row }: WordRow): Fields => row as unknown as Fields;

/** What writers keep under an id. */
export type Said = (id: string) => readonly Kept[];

interface Held {
  one: WordRow;
  person: string;
  /** Of whom the others lead to. */
  isOwn: boolean;
}

const refersToOther = (one: WordRow, other: WordRow): boolean => referencesOf(one).some(({ id }) => id === other.row.id);

const holdOne = (a: Held, b: Held): boolean => a.person !== b.person && areOne(a.one.word, fieldsOf(a.one), fieldsOf(b.one));

/** Where one names the other, as a seat that replaces it, they are two. */
const nameEachOther = (a: Held, b: Held): boolean => refersToOther(a.one, b.one) || refersToOther(b.one, a.one);

/** What rows of people who are one stand for: the same thing where two of them hold it, that of whom the others lead to first. */
export const sameThings = (ids: readonly string[], said: Said, personOf: Sameness['of']): Map<string, string> => {
  const held = ids.flatMap((id): Held[] => {
    const one = unionOf(said(id))?.row;
    const person = one && isHeld(one.word) && (fieldsOf(one)['person'] as string | undefined);
    return one && person ? [{ one, person, isOwn: personOf(person) === person }] : [];
  });
  const order = ({ one, person }: Held): string => `${person} ${one.row.id}`;
  const sorted = held.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || (order(a) < order(b) ? -1 : 1));
  const things = new Map<string, string>();
  for (const some of grouped(sorted, ({ one, person }) => `${one.word} ${personOf(person)}`).values()) {
    const first: Held[][] = [];
    for (const next of some) {
      const same = first.find((all) => holdOne(all[0] as Held, next) && !all.some((other) => nameEachOther(other, next)));
      if (same) same.push(next);
      else first.push([next]);
      things.set(next.one.row.id, (same?.[0] ?? next).one.row.id);
    }
  }
  return things;
};
