import { dayWindow, isPossible } from '../time/in-force.js';
import type { Interval } from '../time/interval.js';
import type { NodeAt } from './lens.js';

const hasExistence = (row: object): row is Interval => 'fromMin' in row && row.fromMin !== null;

/** Whether a thing may exist on the day of its lens; one of whose existence nobody says anything may always. */
export const exists = ({ row, lens }: NodeAt): boolean => !hasExistence(row) || isPossible(row, dayWindow(lens.asOf));
