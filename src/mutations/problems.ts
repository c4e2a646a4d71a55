import { hash } from 'node:crypto';
import { cutText } from '../read/given.js';
import type { ProblemCode, Severity } from './codes.js';
import type { CivilDate } from '../time/civil.js';

/** What stands against an entry: of an ERROR nothing is written, a WARNING may be accepted. */
export interface Problem {
  id: string;
  code: ProblemCode;
  severity: Severity;
  /** Where in the entry. */
  path: readonly string[];
  required: string;
  given: string | null;
  on: CivilDate | null;
  /** Ids of what it is about. */
  things: readonly string[];
  /** Ids of what may be meant. */
  candidates: readonly string[];
}

type Said = Pick<Problem, 'code' | 'path' | 'required'> & Partial<Problem>;

/** A problem, with an id that it has in the next request too. */
export const problemOf = ({ code, path, severity = 'ERROR', required, given = null, on = null, things = [], candidates = [] }: Said): Problem => {
  const id = `${code}-${hash('sha256', JSON.stringify([code, path, [...things].sort()]), 'hex').slice(0, 12)}`;
  return { id, code, severity, path, required, given: given && cutText(given), on, things, candidates };
};

export const isError = ({ severity }: Problem): boolean => severity === 'ERROR';
