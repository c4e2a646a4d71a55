import type { EdgeElement } from '../record/elements.js';
import type { Coming as Written } from '../words/memberships/surroundings.js';
import { type Entry, elementsOf } from './plan.js';

/** Seats, personal ties, stand-ins and leaves of a change set, found by what others need of them, and made from their rows where they are asked for. */
export interface Coming extends Written {
  readonly entries: readonly Entry[];
  readonly edgeOf: (entry: Entry) => EdgeElement;
}

const TYPE_OF = { memberships: 'MEMBER_OF', affiliations: 'AFFILIATED_WITH', 'stand-ins': 'STOOD_IN', leaves: 'ON_LEAVE' } as const;

type Fields = Readonly<Record<string, unknown>>;

/** The columns of a row by which others find it. */
const columnsOf = ({ id, person, body, holder, membership }: Fields): Fields => ({ id, person, body, holder, membership });

export const comingSeats = (entries: readonly Entry[]): Coming => {
  const all = entries.filter(({ after }) => after !== null && after.row.word in TYPE_OF && !('declined' in after.row.row));
  const ids = new Set(all.map(({ id }) => id));
  const indexes = new Map<string, Map<unknown, Entry[]>>();
  const edgeOf = (entry: Entry): EdgeElement => elementsOf(entry.after).edges.find(({ stated }) => stated !== undefined) as EdgeElement;

  const indexOf = (type: string, column: string): Map<unknown, Entry[]> => {
    const key = `${type} ${column}`;
    const known = indexes.get(key);
    if (known) return known;
    const index = new Map<unknown, Entry[]>();
    for (const entry of all) {
      const row = entry.after?.row;
      if (!row || TYPE_OF[row.word as keyof typeof TYPE_OF] !== type) continue;
      const value = columnsOf(row.row as unknown as Fields)[column];
      const found = index.get(value);
      if (found) found.push(entry);
      else index.set(value, [entry]);
    }
    indexes.set(key, index);
    return index;
  };

  return {
    has: (id) => ids.has(id),
    of: (type, column, values) => {
      const index = indexOf(type, column);
      return [...values].flatMap((value) => (index.get(value) ?? []).map((entry) => edgeOf(entry).properties));
    },
    entries: all,
    edgeOf,
  };
};
