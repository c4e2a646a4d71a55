import { lastDay } from '../sureness';
import { editWords } from '../words/edit';
import { say, words } from '../words/words';

const DATE = /^\d{4}(?:-\d{2}){0,2}$/;
const DATES = ['from', 'until', 'lastDay', 'on', 'date', 'designatedOn', 'seen', 'over', 'diedOn'];

/** The words of the values of a field, by what acts call it. */
export const enumsOf = (): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const { role, beginCause, endCause, presence, outcome, partyScope, bodyKind, placeKind, relationKind, nameKind, basis } = words.value;
  const calendars = Object.fromEntries(Object.entries(editWords.value.calendars).map(([name, said]) => [`calendar:${name}`, said]));
  return {
    role,
    unknown: { true: editWords.value.dayUnknown },
    began: beginCause,
    cause: endCause,
    ended: endCause,
    presence,
    outcome,
    scope: partyScope,
    basis,
    kind: { ...bodyKind, ...placeKind, ...relationKind, ...nameKind },
    calendar: calendars,
    follows: calendars,
  };
};

const sayDay = (name: string, date: string): string => {
  const w = words.value;
  if (name === 'from') return `${w.from} ${say(date)}`;
  return name === 'until' || name === 'lastDay' ? `${w.till.toLowerCase()} ${name === 'until' ? lastDay(date) : say(date)}` : say(date);
};

/** A value of an act that is a day, or one of few words, as the page says it; null: it says neither. */
export const sayOwn = (name: string, value: string): string | null => {
  if (DATES.includes(name) && DATE.test(value)) return sayDay(name, value);
  const listed: Readonly<Record<string, string>> = enumsOf()[name] ?? {};
  return Object.hasOwn(listed, value) ? (listed[value] ?? null) : null;
};
