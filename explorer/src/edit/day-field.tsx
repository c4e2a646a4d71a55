import { lang } from '../address';
import { readDate, readPartial, today } from '../dates';
import { Check } from '../parts/choice';
import { editWords } from '../words/edit';
import { say, sayNoDay } from '../words/words';
import { UNKNOWN_DAY } from './form';
import { type Given, WrittenField } from './inputs';

interface DayGiven extends Given {
  isWhole?: boolean;
  /** Whether it is one that has come. */
  hasCome?: boolean;
  isOff?: boolean;
}

/** A day as a person writes it; a month or a year will do where it need not be whole. */
export const DayField = ({ isWhole = false, hasCome = false, ...given }: DayGiven) => {
  const w = editWords.value;
  const isLater = (day: string): boolean => hasCome && day > today();
  const dayIn = (text: string): string | null => (isWhole ? readDate : readPartial)(text, lang.value);
  const read = (text: string): string | null => {
    const day = dayIn(text);
    return day && !isLater(day) ? day : null;
  };
  const sayBad = (text: string): string => (isLater(dayIn(text) ?? '') ? w.problemAt['BAD_DATE on'] : sayNoDay(text, isWhole ? undefined : w.notAPartial));
  return <WrittenField {...given} read={read} write={say} sayBad={sayBad} help={isWhole ? w.dayHelp : w.partialHelp} />;
};

/** An end: its last day, the month or year of it, or that it is over and nobody says since when. */
export const EndField = ({ mayBeUnknown, ...given }: Given & { mayBeUnknown: boolean }) => {
  const isUnknown = given.value === UNKNOWN_DAY;
  return (
    <>
      <DayField key={String(isUnknown)} {...given} value={isUnknown ? '' : given.value} isOff={isUnknown} />
      {mayBeUnknown && <Check label={editWords.value.dayUnknown} isOn={isUnknown} onPick={(isOn) => given.onChange(isOn ? UNKNOWN_DAY : '')} />}
    </>
  );
};
