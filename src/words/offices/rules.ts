import { statedIn } from '../../record/dated-properties.js';
import { together } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import { statedInterval } from '../../time/stated.js';
import type { Office, OfficeSeat } from './model.js';

/** Two that both say it say the same. */
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a.toLowerCase() === b.toLowerCase();

/** Whether by their own dates some day lies in both. */
const meet = (seat: OfficeSeat, office: Office): boolean => !leavesNoDay(together(statedInterval(statedIn(seat)), statedInterval(statedIn(office))));

/** The office of its body that a seat is in: the one that it names, else the only one whose role, title and days are its own; null: none. */
export const officeOf = (seat: OfficeSeat, offices: readonly Office[]): Office | null => {
  if (seat.office !== null) return offices.find(({ id }) => id === seat.office) ?? null;
  const fitting = offices.filter(({ role, title }) => role === seat.role && agree(title, seat.title));
  const [only, another] = fitting.length > 1 ? fitting.filter((office) => meet(seat, office)) : fitting;
  return only && !another ? only : null;
};
