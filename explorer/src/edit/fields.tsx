import { useId, useState } from 'preact/hooks';
import type { RecordedFragment, SearchType } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { nameOf } from '../parts/links';
import { Picked, useNames } from '../parts/picked';
import { editWords } from '../words/edit';
import { sayNumber, words } from '../words/words';
import { DayField, EndField } from './day-field';
import { type Field, type Values, idsIn, unreadOf } from './form';
import { NewNameField, PersonField, SamePersonField } from './person-field';
import { MembersField, SeatField } from './seat-fields';

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

const MOST = 999_999_999;

/** A whole number. What was written stays; what is none says so. */
const NumberField = ({ label, value, unread = '', onChange, isRequired = false, now }: Given) => {
  const id = useId();
  const [text, setText] = useState(value || unread);
  const isBad = text.trim() !== '' && value === '';
  const help = isBad ? editWords.value.notANumber(sayNumber(MOST)) : helpOf(now);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={text}
        required={isRequired}
        aria-invalid={isBad}
        aria-describedby={help ? `${id}-help` : undefined}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          const given = currentTarget.value.trim();
          if (/^\d+$/.test(given) && Number(given) <= MOST) onChange(given);
          else onChange('', given);
        }}
      />
      {help && (
        <p id={`${id}-help`} class={isBad ? 'bad' : 'note'}>
          {help}
        </p>
      )}
    </div>
  );
};

/** Several things, each looked for and taken away again. */
const ThingsField = ({ label, value, types, onChange }: Given & { types: SearchType[] }) => {
  const ids = idsIn(value);
  const name = useNames(ids);
  const set = (all: readonly string[]): void => onChange([...new Set(all)].join(' '));
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {ids.map((id) => (
        <span key={id} class="chosen">
          {name(id)}
          <button type="button" onClick={() => set(ids.filter((one) => one !== id))} aria-label={`${words.value.remove}: ${name(id)}`}>
            ×
          </button>
        </span>
      ))}
      <Picked label={editWords.value.oneMore} id={null} types={types} onPick={(id) => id && set([...ids, id])} />
    </fieldset>
  );
};

interface FieldGiven {
  field: Field;
  thing: RecordedFragment | null;
  values: Values;
  onChange: Given['onChange'];
  /** What stands there now; null: nothing that the form tells. */
  now?: string | null;
}

/** One field of a form. */
export const FieldOf = ({ field, thing, values, onChange, now = null }: FieldGiven) => {
  const w = editWords.value;
  const value = values[field.name] ?? '';
  const given = { label: w.fields[field.label], value, unread: values[unreadOf(field.name)], onChange, now, ...(field.isRequired && { isRequired: true }) };
  switch (field.kind) {
    case 'day':
      return <DayField {...given} hasCome={field.hasCome ?? false} />;
    case 'lastDay':
      return <EndField {...given} mayBeUnknown={field.mayBeUnknown ?? false} />;
    case 'wholeDay':
      return <DayField {...given} isWhole hasCome={field.hasCome ?? false} />;
    case 'text':
      return <TextField {...given} />;
    case 'longText':
      return <TextField {...given} isLong />;
    case 'confirm':
      return <TextField {...given} help={nameOf(thing)} />;
    case 'number':
      return <NumberField {...given} />;
    case 'check':
      return <Check label={given.label} isOn={value !== ''} onPick={(isOn) => onChange(isOn ? 'true' : '')} />;
    case 'samePerson':
      return <SamePersonField {...given} thing={thing} />;
    case 'newName':
      return <NewNameField {...given} />;
    case 'things':
      return <ThingsField {...given} types={field.types} />;
    case 'person':
      return <PersonField {...given} />;
    case 'seat':
      return <SeatField {...given} thing={thing} on={values['from'] ?? ''} />;
    case 'members':
      return <MembersField {...given} thing={thing} on={values['on'] ?? ''} />;
    case 'choice':
      return (
        <div class="field">
          <Choice label={given.label} value={value} options={[['', w.choose], ...field.options()]} onPick={onChange} />
          {now && <p class="note">{helpOf(now)}</p>}
        </div>
      );
    case 'thing':
      return (
        <div class="field">
          <Picked label={given.label} id={value || null} types={field.types} onPick={(id) => onChange(id ?? '')} />
        </div>
      );
  }
};
