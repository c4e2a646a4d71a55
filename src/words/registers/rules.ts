import type { CivilDate } from '../../time/civil.js';
import type { Register } from './model.js';

/** Whether the record names everybody on a day. */
export const isKept = ({ from, until }: Pick<Register, 'from' | 'until'>, day: CivilDate): boolean => from <= day && (until === null || day < until);
