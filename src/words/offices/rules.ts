import { grouped } from '../../record/grouped.js';
import { statedIn } from '../../record/dated-properties.js';
import { together } from '../../time/in-force.js';
import { leavesNoDay } from '../../time/interval.js';
import { statedInterval } from '../../time/stated.js';
import { SINGLE_ROLES } from '../conflicts/rules.js';
import type { Role } from '../memberships/model.js';
import type { Office, OfficeSeat } from './model.js';

/** Two that both say it say the same. */
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a.toLowerCase() === b.toLowerCase();

/** Whether by their own dates some day lies in both. */
const meet = (seat: OfficeSeat, office: Office): boolean => !leavesNoDay(together(statedInterval(statedIn(seat)), statedInterval(statedIn(office))));

/** The office of its body that a seat is in: the one that it names, else the only one whose role, title, district and days are its own; null: none. */
export const officeOf = (seat: OfficeSeat, offices: readonly Office[]): Office | null => {
  if (seat.office !== null) return offices.find(({ id }) => id === seat.office) ?? null;
  const fitting = offices.filter(({ role, title, district }) => role === seat.role && agree(title, seat.title) && agree(district, seat.district));
  const [only, another] = fitting.filter((office) => meet(seat, office));
  return only && !another ? only : null;
};

/** What is said of a body of who may hold its seats at a time: its offices, and roles that several hold. */
export interface Posts {
  offices: readonly Office[];
  several: readonly Role[] | null;
}

/** What a seat is in that one person holds at a time: an office for one, or a role for one of which no office is recorded; null: several may. */
export const postOf = (seat: OfficeSeat, { offices, several }: Posts): string | null => {
  const office = officeOf(seat, offices);
  if (office) return office.holders === 1 ? office.id : null;
  return SINGLE_ROLES.includes(seat.role) && !several?.includes(seat.role) ? seat.role : null;
};

/** Seats by what one person holds at a time. */
export const byPost = <S extends OfficeSeat>(seats: readonly S[], posts: Posts): Map<string, S[]> => {
  const groups = grouped(seats, (seat) => postOf(seat, posts) ?? '');
  groups.delete('');
  return groups;
};

/** The offices that people share, by who does: together they hold one seat. */
export const sharedBy = (seats: readonly (OfficeSeat & { person: string })[], offices: readonly Office[]): Map<string, string> => {
  const shared = new Map<string, string>();
  for (const seat of seats) {
    const office = officeOf(seat, offices);
    if (office && office.holders > 1) shared.set(seat.person, office.id);
  }
  return shared;
};
