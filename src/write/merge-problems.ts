import type { leadingOf } from '../words/merges/rules.js';
import type { MergeRow } from '../words/merges/model.js';
import type { RowProblem } from './problems.js';
import type { WordRow } from './rows.js';
import type { Saying } from './union.js';

const mergeIn = ({ word, row }: WordRow): MergeRow | null => (word === 'merges' ? (row as MergeRow) : null);

/** Those of people who are different that lead to one. */
const theSame = ({ different = [] }: MergeRow, of: (person: string) => string): string[] =>
  different.filter((id) => different.some((other) => other !== id && of(other) === of(id)));

const problem = (id: string, path: string, required: string, given: string): RowProblem => ({ word: 'merges', id, path, required, given });

/** What of the people that a change set merges, or tells apart, contradicts what is known of them. */
export const problemsOfMerges = (
  sayings: readonly Saying[],
  present: readonly WordRow[],
  { of, circular, split }: ReturnType<typeof leadingOf>,
): RowProblem[] => {
  const apart = present.flatMap((one) => mergeIn(one) ?? []).filter((row) => theSame(row, of).length > 0);
  return sayings.flatMap(({ id, after }) => {
    const row = after.flatMap((one) => mergeIn(one.row) ?? [])[0];
    if (!row) return [];
    if (row.different) {
      const same = theSame(row, of);
      return same.length > 0 ? [problem(id, '/different', 'people who are not merged', same.join(', '))] : [];
    }
    const { keep = '', gone = '' } = row;
    const against = apart.find((one) => theSame(one, of).some((person) => of(person) === of(gone)));
    if (circular.some((one) => one.id === id)) return [problem(id, '/keep', `a person who does not lead to ${gone}`, keep)];
    if (split.some((one) => one.id === id)) return [problem(id, '/gone', `a person who leads to no other than ${keep}`, `${gone}, who leads to ${of(gone)}`)];
    return against ? [problem(id, '/gone', `a person who is not known to be another, as ${against.id} says`, gone)] : [];
  });
};
