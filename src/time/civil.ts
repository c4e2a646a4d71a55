/** A calendar day, `YYYY-MM-DD`, Gregorian, without zone. Such strings sort as the days do. */
export type CivilDate = string;

/** The bound of what began nobody knows when. */
export const BEGINNING: CivilDate = '0001-01-01';
/** The bound of what ends nobody knows when, or not at all. */
export const FOREVER: CivilDate = '9999-12-31';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

const partsOf = (date: CivilDate): [year: number, month: number, day: number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];

const instantOf = (year: number, month: number, day: number): Date => {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return instant;
};

const format = (instant: Date): CivilDate => instant.toISOString().slice(0, 10);

export const isCivilDate = (text: string): boolean => {
  if (!SHAPE.test(text)) return false;
  const [year, month, day] = partsOf(text);
  const instant = instantOf(year, month, day);
  return year > 0 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
};

const FIRST_MS = Date.parse(BEGINNING);
const LAST_MS = Date.parse(FOREVER);

/** The day `days` after `date`; beyond the ends of the calendar there is none. */
export const addDays = (date: CivilDate, days: number): CivilDate => {
  const [year, month, day] = partsOf(date);
  return format(new Date(Math.min(Math.max(instantOf(year, month, day + days).getTime(), FIRST_MS), LAST_MS)));
};

const [DAYS_PER_YEAR, DAYS_PER_FIVE_MONTHS] = [365, 153];

const digitsOf = (date: CivilDate, from: number, until: number): number => {
  let number = 0;
  for (let at = from; at < until; at += 1) number = number * 10 + date.charCodeAt(at) - 48;
  return number;
};

/** The number of a day, counted from 1 March of the year 0: a leap day ends its year. Counts ask it by the hundred thousand, too often for a `Date`. */
export const dayNumber = (date: CivilDate): number => {
  const month = digitsOf(date, 5, 7);
  const year = digitsOf(date, 0, 4) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * DAYS_PER_YEAR + leapDays + Math.floor((DAYS_PER_FIVE_MONTHS * ((month + 9) % 12) + 2) / 5) + digitsOf(date, 8, 10) - 1;
};

/** How many days there are from one day to another. */
export const daysBetween = (from: CivilDate, until: CivilDate): number => dayNumber(until) - dayNumber(from);

const isUnknown = (date: CivilDate): boolean => date === BEGINNING || date === FOREVER;

/** What is unknown stays so, a day later and a day before. */
export const dayAfter = (date: CivilDate): CivilDate => (isUnknown(date) ? date : addDays(date, 1));
export const dayBefore = (date: CivilDate): CivilDate => (isUnknown(date) ? date : addDays(date, -1));

export const earliest = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const latest = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

const COPENHAGEN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

const MINUTE_MS = 60_000;
let minute = { at: Number.NaN, day: BEGINNING };

/** The day it is in Europe/Copenhagen, whatever the zone of the process. It is kept for the minute: days begin with one. */
export const today = (now: Date = new Date()): CivilDate => {
  const at = Math.floor(now.getTime() / MINUTE_MS);
  if (at !== minute.at) minute = { at, day: COPENHAGEN.format(now) };
  return minute.day;
};
