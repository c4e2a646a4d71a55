/** Civil dates as `YYYY-MM-DD`, and parts of them: `YYYY`, `YYYY-MM`. */
export type Lang = 'da' | 'en';

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const DAY_MS = 86_400_000;

/** Days and months as a language writes them. */
const WRITTEN: Readonly<Record<Lang, RegExp>> = {
  da: new RegExp(`((?:\\d{1,2}\\. )?(?:${MONTHS.da.join('|')}) \\d+)`),
  en: new RegExp(`((?:\\d{1,2} )?(?:${MONTHS.en.join('|')}) \\d+)`),
};

/** A text in pieces, of which every second one is a date as the language writes it. */
export const atDates = (text: string, lang: Lang): string[] => text.split(WRITTEN[lang]);

const ZONE = { timeZone: 'Europe/Copenhagen' } as const;
const TIME = { ...ZONE, hour: '2-digit', minute: '2-digit' } as const;
const DAYS = new Intl.DateTimeFormat('sv-SE', ZONE);
const TIMES: Readonly<Record<Lang, Intl.DateTimeFormat>> = { da: new Intl.DateTimeFormat('da-DK', TIME), en: new Intl.DateTimeFormat('en-GB', TIME) };

/** Today in Copenhagen, whatever the clock of the reader says. */
export const today = (): string => DAYS.format(new Date());

/** A day, month or year as the language writes it. */
export const writeDate = (date: string, lang: Lang): string => {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = MONTHS[lang][Number(month) - 1] ?? month;
  if (!day) return `${name} ${Number(year)}`;
  return lang === 'da' ? `${Number(day)}. ${name} ${Number(year)}` : `${Number(day)} ${name} ${Number(year)}`;
};

/** A moment to the minute, in Copenhagen. */
export const writeMoment = (moment: string, lang: Lang): string => {
  const at = new Date(moment);
  return `${writeDate(DAYS.format(at), lang)}, ${TIMES[lang].format(at)}`;
};

/** The number of days since 1970, and back: what can be added to. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
export const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const addDays = (date: string, days: number): string => dayOf(dayNumber(date) + days);

/** The last day that can be said: the one after it stands for what does not end. */
export const LAST_DAY = '9999-12-30';

const madeOf = (year: number, month: number, day: number): string | null => {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) && date <= LAST_DAY ? date : null;
};

const monthNamed = (name: string): number =>
  1 + Object.values(MONTHS).reduce((found, months) => (found >= 0 ? found : months.findIndex((month) => month.toLowerCase().startsWith(name))), -1);

/** The one day of two numbers and a year: day and month in this order but where English may mean the other, which is no day if both are. */
const ofNumbers = (first: number, second: number, year: number, mayTurn: boolean): string | null => {
  const [dayFirst, monthFirst] = [madeOf(year, second, first), mayTurn ? madeOf(year, first, second) : null];
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst);
};

/**
 * The day that a person wrote: i dag, 21.6.2022, 21/6-2022, 21. juni 2022, 21 June 2022, June 21, 2022, 2022-06-21. null: none can be read, or
 * it may be two: so 6/7/2022 in English, and any year of two numbers.
 */
export const readDate = (text: string, lang: Lang = 'da'): string | null => {
  const given = text.trim().toLowerCase();
  if (/^(?:i dag|idag|today)$/.test(given)) return today();
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(given);
  if (iso) return madeOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})([./ -]+)(\d{1,2})[./ -]+(\d{4})$/.exec(given);
  if (numbers) return ofNumbers(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), lang === 'en' && !numbers[2]?.includes('.'));
  const named = /^(?:den |the )?(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([a-z]{3,})\.?,? ?(\d{4})$/.exec(given);
  if (named) return madeOf(Number(named[3]), monthNamed(named[2] ?? ''), Number(named[1]));
  const monthFirst = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(given);
  return monthFirst ? madeOf(Number(monthFirst[3]), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2])) : null;
};

/** Whether it is the one day that people can write and the calendar here has not. */
export const isAfterLast = (text: string, lang: Lang): boolean => readDate(text, lang) === null && readDate(text.replace('9999', '9998'), lang) !== null;

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+ -]\d\d:\d\d))?$/;

/** A moment as the API writes it, or the start of a day in UTC; an address may have made a blank of a plus. null: none can be read, or it is no moment yet. */
export const readMoment = (text: string): string | null => {
  const [, date = '', time = '00:00', zone = 'Z'] = MOMENT.exec(text.trim()) ?? [];
  const at = readDate(date) ? Date.parse(`${date}T${time}${zone.replace(' ', '+')}`) : NaN;
  return Number.isNaN(at) || at > Date.now() ? null : new Date(at).toISOString();
};

/** A month that a person wrote, in numbers or in words; null: none. */
const readMonth = (given: string): readonly [year: number, month: number] | null => {
  const iso = /^(\d{4})-(\d{1,2})$/.exec(given);
  if (iso) return [Number(iso[1]), Number(iso[2])];
  const numbers = /^(\d{1,2})[./ -]+(\d{4})$/.exec(given);
  if (numbers) return [Number(numbers[2]), Number(numbers[1])];
  const named = /^([a-z]{3,})\.? (\d{4})$/i.exec(given);
  return named && [Number(named[2]), monthNamed((named[1] ?? '').toLowerCase())];
};

/** A day, or the month or year that a person wrote: 2022, 2022-06, 6/2022, juni 2022, June 2022. null: none can be read. */
export const readPartial = (text: string, lang: Lang = 'da'): string | null => {
  const given = text.trim();
  if (/^\d{4}$/.test(given)) return madeOf(Number(given), 1, 1) && given;
  const month = readMonth(given);
  return month ? (madeOf(...month, 1)?.slice(0, 7) ?? null) : readDate(given, lang);
};

/** The day on which is asked what a day, month or year is about: today where it lies in it, else its last one. null: nothing is said. */
export const dayWithin = (date: string): string | null => {
  if (!date) return null;
  const [year = '', month = '12', day] = date.split('-');
  const now = today();
  if (now.startsWith(date)) return now;
  const last = day ? date : `${year}-${month}-${String(new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate())}`;
  return last < LAST_DAY ? last : LAST_DAY;
};
