import { grouped } from '../record/grouped.js';
import type { SeedReport } from './report.js';

/** What is wrong with the files of a data set: where, what was required and what was given. */
export interface FileProblem {
  file: string;
  /** The row's place in the file, from 1. */
  row: number | null;
  id: string | null;
  /** The field, such as `seen.1.on`; null: the row or the file itself. */
  field: string | null;
  required: string;
  given: string;
}

export const ofFile = (file: string, required: string, given: string, field: string | null = null): FileProblem => ({
  file,
  row: null,
  id: null,
  field,
  required,
  given,
});

const placeOf = ({ file, row, id, field }: FileProblem): string =>
  [file, id, row === null ? null : `row ${row}`, field === null ? null : `\`${field}\``].filter(Boolean).join(', ');

const lineOf = (problem: FileProblem): string => `${placeOf(problem)}: required: ${problem.required}; given: ${problem.given}`;

/** More of one kind are counted. */
const MOST = 50;

/** What the problems of one kind have in common. */
const kindOf = ({ file, field, required }: FileProblem): string => JSON.stringify([file, field?.replace(/\d+/g, '*'), required]);

/** File by file, and row by row within each. */
const inOrder = (problems: readonly FileProblem[]): FileProblem[] =>
  [...grouped(problems, ({ file }) => file).values()].flatMap((some) => [...some].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));

const linesOf = (problems: readonly FileProblem[]): string[] => {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const problem of problems) {
    const kind = kindOf(problem);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= MOST) lines.push(lineOf(problem));
  }
  const more = [...counts].filter(([, count]) => count > MOST);
  return [
    ...lines,
    ...more.map(([kind, count]) => {
      const [file, field, required] = JSON.parse(kind) as [string, string | null, string];
      return `${[file, field && `\`${field}\``].filter(Boolean).join(', ')}: ${count - MOST} more such (required: ${required})`;
    }),
  ];
};

/** Data sets that cannot be taken: all that is wrong with them. Nothing of them was written. */
export class SeedError extends Error {
  readonly problems: readonly FileProblem[];

  /** `reports`: what those would change that could be taken, or that are refused for how much they retract. */
  constructor(
    problems: readonly FileProblem[],
    readonly reports: readonly SeedReport[] = [],
  ) {
    const ordered = inOrder(problems);
    super(linesOf(ordered).join('\n'));
    this.name = 'SeedError';
    this.problems = ordered;
  }
}
