import type { RecordStatus } from './codes.js';
import type { Result } from './model.js';
import { type Problem, isError } from './problems.js';

/** What is told where nothing is written. */
export type Answer = Omit<Result, 'revision' | 'at'> & Partial<Result>;

/** Ends the transaction, of which nothing is kept, with an answer. */
export class Answered extends Error {
  constructor(
    readonly result: Answer,
    readonly isReplayed = false,
  ) {
    super('answered');
  }
}

export const nothing = (status: RecordStatus, problems: readonly Problem[]): Answer => ({
  status,
  problems,
  made: [],
  events: [],
  carried: [],
  findings: [],
  entry: null,
});

/** @throws Answered where anything stands against it but warnings that are accepted */
export const refuseWhere = (problems: readonly Problem[], accept: readonly string[]): void => {
  if (problems.some((one) => isError(one) || !accept.includes(one.id))) throw new Answered(nothing('REFUSED', problems));
};
