export interface SeedProblem {
  file: string;
  /** Where in the file, as a JSON pointer. */
  path: string;
  required: string;
  given: string;
}

/** A data set that cannot be taken: all that is wrong with it. Nothing of it was written. */
export class SeedError extends Error {
  constructor(readonly problems: readonly SeedProblem[]) {
    super(problems.map(({ file, path, required, given }) => `${file} ${path}: required ${required}; given ${given}`).join('\n'));
    this.name = 'SeedError';
  }
}
