import { useId, useState } from 'preact/hooks';
import { lang } from '../address';
import { useAnswer } from '../ask';
import { readDate, readPartial, today } from '../dates';
import { BodyDocument, type RecordedFragment, type SearchType } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { nameOf } from '../parts/links';
import { Picked, useNames } from '../parts/picked';
import { editWords } from '../words/edit';
import { say, words } from '../words/words';
import { sayRole } from '../views/members';
import { type Field, UNKNOWN_DAY, type Values, idsIn } from './form';
import { NewNameField, PersonField, SamePersonField } from './person-field';

export interface Given {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  /** What stands there now. */
  now?: string | null;
}

/** What stands there now, before what else helps. */
const helpOf = (now: string | null | undefined, help?: string): string => [now && `${editWords.value.standsNow}: ${now}.`, help].filter(Boolean).join(' ');

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

/** A day as a person writes it; a month or a year will do where it need not be whole. */
export const DayField = ({
  label,
  value,
  onChange,
  isRequired = false,
  isWhole = false,
  isOff = false,
  now,
}: Given & { isWhole?: boolean; isOff?: boolean }) => {
  const w = words.value;
  const id = useId();
  const [text, setText] = useState(value ? say(value) : '');
  const read = (written: string): string | null => (isWhole ? readDate : readPartial)(written, lang.value);
  const isBad = !isOff && text.trim() !== '' && value === '';
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
          onChange(read(currentTarget.value) ?? '');
        }}
        onBlur={() => value && setText(say(value))}
      />
      <p id={`${id}-help`} class={isBad ? 'bad' : 'note'}>
        {isBad ? w.notADay : helpOf(now, isWhole ? editWords.value.dayHelp : editWords.value.partialHelp)}
      </p>
    </div>
  );
};

/** An end: its last day, the month or year of it, or that it is over and nobody says since when. */
const EndField = ({ mayBeUnknown, ...given }: Given & { mayBeUnknown: boolean }) => {
  const isUnknown = given.value === UNKNOWN_DAY;
  return (
    <>
      <DayField key={String(isUnknown)} {...given} value={isUnknown ? '' : given.value} isOff={isUnknown} />
      {mayBeUnknown && <Check label={editWords.value.dayUnknown} isOn={isUnknown} onPick={(isOn) => given.onChange(isOn ? UNKNOWN_DAY : '')} />}
    </>
  );
};

/** The members of a body on the day that the form says, else today. */
const useMembers = (thing: RecordedFragment | null, on: string) => {
  const body = thing?.__typename === 'Membership' ? thing.body.id : thing?.id;
  const { data } = useAnswer(BodyDocument, body ? { id: body, asOf: readDate(on) ?? today(), knownAt: null } : null);
  return (data?.body?.members.nodes ?? []).filter(({ declined }) => !declined);
};

interface OnDay extends Given {
  thing: RecordedFragment | null;
  on: string;
}

const SeatField = ({ label, value, onChange, thing, on }: OnDay) => {
  const seats = useMembers(thing, on).filter(({ id }) => id !== thing?.id);
  return (
    <div class="field">
      <Choice
        label={label}
        value={value}
        options={[['', editWords.value.choose], ...seats.map((row) => [row.id, `${row.person.name}, ${sayRole(row)}`] as const)]}
        onPick={onChange}
      />
    </div>
  );
};

/** Those who sit on the day, each ticked by who has the list before them. */
const MembersField = ({ label, onChange, thing, on }: OnDay) => {
  const rows = useMembers(thing, on);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const pick = (id: string, isOn: boolean): void => {
    const next = isOn ? [...ticked, id] : ticked.filter((one) => one !== id);
    setTicked(next);
    const listed = rows.filter((row) => next.includes(row.id)).map(({ person, role }) => ({ person: { id: person.id }, role }));
    onChange(listed.length > 0 ? JSON.stringify(listed) : '');
  };
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {rows.length === 0 && <p>{words.value.noMembers}</p>}
      {rows.map((row) => (
        <Check key={row.id} label={`${row.person.name}, ${sayRole(row)}`} isOn={ticked.includes(row.id)} onPick={(isOn) => pick(row.id, isOn)} />
      ))}
    </fieldset>
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
  onChange: (value: string) => void;
  /** What stands there now; null: nothing that the form tells. */
  now?: string | null;
}

/** One field of a form. */
export const FieldOf = ({ field, thing, values, onChange, now = null }: FieldGiven) => {
  const w = editWords.value;
  const value = values[field.name] ?? '';
  const given = { label: w.fields[field.label], value, onChange, now, ...(field.isRequired && { isRequired: true }) };
  switch (field.kind) {
    case 'day':
      return <DayField {...given} />;
    case 'lastDay':
      return <EndField {...given} mayBeUnknown={field.mayBeUnknown ?? false} />;
    case 'wholeDay':
      return <DayField {...given} isWhole />;
    case 'text':
      return <TextField {...given} />;
    case 'longText':
      return <TextField {...given} isLong />;
    case 'confirm':
      return <TextField {...given} help={nameOf(thing)} />;
    case 'number':
      return <TextField {...given} onChange={(text) => onChange(/^\d{1,9}$/.test(text.trim()) ? text.trim() : '')} />;
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
