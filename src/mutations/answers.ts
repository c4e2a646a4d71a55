import type { RecordStatus } from './codes.js';
import type { Deed } from './deed.js';
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
  proposal: null,
});

/** @throws Answered where anything stands against it but warnings that are accepted; of what is only proposed, whoever reviews it accepts them */
export const refuseWhere = (problems: readonly Problem[], { mode, accept }: Pick<Deed, 'mode' | 'accept'>): void => {
  const stands = (one: Problem): boolean => isError(one) || (mode !== 'PROPOSE' && !accept.includes(one.id));
  if (problems.some(stands)) throw new Answered(nothing('REFUSED', problems));
};
