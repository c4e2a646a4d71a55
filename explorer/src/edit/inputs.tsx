import type { HTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';
import { editWords } from '../words/edit';
import { sayNumber } from '../words/words';

export interface Given {
  label: string;
  value: string;
  /** @param unread what is written and says no value */
  onChange: (value: string, unread?: string) => void;
  /** What is written in it and says no value, where it is opened anew. */
  unread?: string | undefined;
  isRequired?: boolean;
  /** What stands there now. */
  now?: string | null;
}

/** What a field asks, within a sentence: without its question mark and what helps to answer. */
export const named = (label: string): string => label.toLowerCase().replace(/\?(?: \(.*\))?$/, '');

/** What stands there now, before what else helps. */
export const helpOf = (now: string | null | undefined, help?: string): string =>
  [now && `${editWords.value.standsNow}: ${now}.`, help].filter(Boolean).join(' ');

/** Words, in one line or several. */
export const TextField = ({ label, value, onChange, isRequired = false, isLong = false, help: more, now }: Given & { isLong?: boolean; help?: string }) => {
  const id = useId();
  const help = helpOf(now, more);
  const shared = { id, value, required: isRequired, autocomplete: 'off', 'aria-describedby': help ? `${id}-help` : undefined } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={3} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
      {help && (
        <p id={`${id}-help`} class="note">
          {help}
        </p>
      )}
    </div>
  );
};

interface WrittenGiven extends Given {
  /** The value that a text says; null: none. */
  read: (text: string) => string | null;
  /** A value as it is written. */
  write?: (value: string) => string;
  /** Why a text says none. */
  sayBad: (text: string) => string;
  help?: string;
  inputMode?: HTMLAttributes['inputMode'];
  isOff?: boolean;
}

/** What people write in ways of their own, and is read. What was written stays; what says no value says why. */
export const WrittenField = ({ read, write = (value) => value, sayBad, help: more, inputMode, isOff = false, ...given }: WrittenGiven) => {
  const { label, value, unread = '', onChange, isRequired = false, now } = given;
  const id = useId();
  const [text, setText] = useState(value ? write(value) : unread);
  const isBad = !isOff && text.trim() !== '' && value === '';
  const help = isBad ? sayBad(text) : helpOf(now, more);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={inputMode}
        autocomplete="off"
        spellcheck={false}
        value={text}
        required={isRequired}
        disabled={isOff}
        aria-invalid={isBad}
        aria-describedby={help ? `${id}-help` : undefined}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const said = read(currentTarget.value);
          onChange(said ?? '', said === null ? currentTarget.value.trim() : '');
        }}
        onBlur={() => value && setText(write(value))}
      />
      {help && (
        <p id={`${id}-help`} class={isBad ? 'bad' : 'note'}>
          {help}
        </p>
      )}
    </div>
  );
};

const MOST = 999_999_999;

const readNumber = (text: string): string | null => {
  const given = text.trim();
  return /^\d+$/.test(given) && Number(given) <= MOST ? given : null;
};

/** A whole number. */
export const NumberField = (given: Given) => (
  <WrittenField {...given} read={readNumber} sayBad={() => editWords.value.notANumber(sayNumber(MOST))} inputMode="numeric" />
);
