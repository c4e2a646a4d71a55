import type { ActInput, AppointInput, ListedInput, PersonRef } from '../generated/graphql';
import type { Purpose, ReadRow } from './reading';

export interface Said {
  purpose: Purpose;
  body: string;
  /** The day of the list, or the first day of what has none of its own. */
  on: string;
}

const refOf = ({ person, party, municipality }: ReadRow): PersonRef =>
  person && 'id' in person
    ? { id: person.id }
    : {
        new: {
          name: person?.new ?? '',
          ...(person?.as && { id: person.as }),
          ...(party && { party: party.id }),
          ...(municipality && { municipality: municipality.id }),
        },
      };

/** Who sits as what: the title as it was printed is kept beside the role. */
const seatOf = (row: ReadRow): Pick<ListedInput, 'person' | 'role' | 'title' | 'represents'> => ({
  person: refOf(row),
  role: row.role ?? 'UNSTATED',
  ...(row.row.cells.role && { title: row.row.cells.role }),
  ...(row.represents && { represents: [row.represents.id] }),
});

/** Rows that are not left out, in the order of the acts. */
export const keptRows = (rows: readonly ReadRow[]): ReadRow[] => rows.filter(({ isSkipped }) => !isSkipped);

/** What rows say, all of whose questions are answered: one list, or an appointment each. */
export const actsOf = (rows: readonly ReadRow[], { purpose, body, on }: Said): ActInput[] => {
  const kept = keptRows(rows);
  if (purpose !== 'appoint') return [{ list: { body, on, complete: purpose === 'complete', members: kept.map(seatOf) } }] as ActInput[];
  return kept.map((row): ActInput => {
    const from = row.from ?? on;
    const appoint: AppointInput = { body, ...seatOf(row), ...(from && { from }), ...(row.lastDay && { ends: { lastDay: row.lastDay } }) };
    return { appoint } as ActInput;
  });
};

/** The row that a problem is about, by its path in the acts. */
export const rowAt = (rows: readonly ReadRow[], { purpose }: Said, path: readonly string[]): ReadRow | null => {
  const numbers = path.filter((part) => /^\d+$/.test(part)).map(Number);
  const at = purpose === 'appoint' ? numbers[0] : numbers[1];
  return at === undefined ? null : (keptRows(rows)[at] ?? null);
};
