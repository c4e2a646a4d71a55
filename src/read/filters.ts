import { addDays } from '../time/civil.js';
import { EVER } from '../time/in-force.js';

interface Between {
  from?: string | null;
  until?: string | null;
}

/** As queries ask for a half-open period: its first and last day, and whether what has no date passes, as it does where there is none. */
export const periodOf = ({ from, until }: Between): { from: string; to: string; undated: boolean } => ({
  from: from ?? EVER.start,
  to: until ? addDays(until, -1) : EVER.end,
  undated: !from && !until,
});
