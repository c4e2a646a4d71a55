import type { At } from '../../read/lens.js';
import type { Stored } from '../word.js';
import type { Attendance as Definition } from './definition.js';

/** Whether a person was at a meeting. */
export type Attendance = Stored<typeof Definition>;

export type AttendanceAt = At<Attendance>;
