import { useId, useState } from 'preact/hooks';
import { lang } from '../address';
import { readDate, readPartial, today } from '../dates';
import { Check } from '../parts/choice';
import { editWords } from '../words/edit';
import { say, sayNoDay } from '../words/words';
import { type Given, helpOf } from './fields';
import { UNKNOWN_DAY } from './form';

/** A day as a person writes it; a month or a year will do where it need not be whole. */
export const DayField = ({
  label,
  value,
  unread = '',
  onChange,
  isRequired = false,
  isWhole = false,
  hasCome = false,
  isOff = false,
  now,
}: Given & { isWhole?: boolean; hasCome?: boolean; isOff?: boolean }) => {
  const w = editWords.value;
  const id = useId();
  const [text, setText] = useState(value ? say(value) : unread);
  const isLater = (day: string): boolean => hasCome && day > today();
  const read = (written: string): string | null => (isWhole ? readDate : readPartial)(written, lang.value);
  const isBad = !isOff && text.trim() !== '' && value === '';
  const sayBad = (): string => (isLater(read(text) ?? '') ? w.problemAt['BAD_DATE on'] : sayNoDay(text, isWhole ? undefined : w.notAPartial));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={text}
        required={isRequired}
        disabled={isOff}
        aria-invalid={isBad}
        aria-describedby={`${id}-help`}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const day = read(currentTarget.value);
          if (day && !isLater(day)) onChange(day);
          else onChange('', currentTarget.value.trim());
        }}
        onBlur={() => value && setText(say(value))}
      />
      <p id={`${id}-help`} class={isBad ? 'bad' : 'note'}>
        {isBad ? sayBad() : helpOf(now, isWhole ? w.dayHelp : w.partialHelp)}
      </p>
    </div>
  );
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
