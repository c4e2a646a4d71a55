import type { RecordedFragment, SearchType } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { nameOf } from '../parts/links';
import { Picked, useNames } from '../parts/picked';
import { editWords } from '../words/edit';
import { words } from '../words/words';
import { DayField, EndField } from './day-field';
import { type Field, type Values, idsIn, unreadOf } from './form';
import { type Given, NumberField, TextField, helpOf } from './inputs';
import { NewNameField, PersonField, SamePersonField } from './person-field';
import { MembersField, SeatField } from './seat-fields';

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
      return <NewNameField {...given} types={field.types} />;
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
