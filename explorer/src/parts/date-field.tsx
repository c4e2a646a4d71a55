import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { lang } from '../address';
import { readDate } from '../dates';
import { say, sayNoDay, words } from '../words/words';

interface Given {
  label: string;
  value: string;
  onPick: (day: string) => void;
  /** Shown instead of the day while it is this one. */
  isToday?: boolean;
  /** What the address says instead of a day, and cannot be read. */
  given?: string | undefined;
}

/** A day in a field of our own: written as the language writes it, and read however a person does. */
export const DateField = ({ label, value, onPick, isToday = false, given }: Given) => {
  const w = words.value;
  const id = useId();
  const shown = given ?? (isToday ? w.today : say(value));
  const [text, setText] = useState(shown);
  const [isBad, setBad] = useState(given !== undefined);
  // With what is drawn: what somebody writes next is not taken away.
  useLayoutEffect(() => {
    setText(shown);
    setBad(given !== undefined);
  }, [shown, given]);
  const pick = (): void => {
    const day = readDate(text, lang.value);
    setBad(day === null);
    if (day === null || text === shown) return;
    setText(say(day));
    onPick(day);
  };
  return (
    <form
      class="date"
      onSubmit={(event) => {
        event.preventDefault();
        pick();
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        value={text}
        title={w.dayHelp}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-bad` : undefined}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={pick}
      />
      {isBad && (
        <p id={`${id}-bad`} class="bad" role="alert">
          {sayNoDay(text)}
        </p>
      )}
    </form>
  );
};
