import { go, href, pathOf } from '../address';
import type { RecordedFragment } from '../generated/graphql';
import { sayApart, useAlike } from '../parts/alike';
import { Picked } from '../parts/picked';
import { nameOf } from '../parts/links';
import { editWords } from '../words/edit';
import { type Given, TextField } from './inputs';
import { newName, newPerson } from './form';
import { Moves } from './moves';
import { ownPart } from '../ids';

interface AlikeGiven {
  title: string;
  called: string;
  /** Who is not one of them. */
  except?: string | undefined;
  onPick: (id: string) => void;
}

/** Those who are recorded and called alike, with what tells them apart. */
const Alike = ({ title, called, except, onPick }: AlikeGiven) => {
  const alike = useAlike(called).filter(({ id }) => id !== except);
  if (alike.length === 0) return null;
  return (
    <div role="status" class="past">
      <p>{title}</p>
      <ul class="plain">
        {alike.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onPick(one.id)}>
              {one.name}
            </button>{' '}
            <span class="beside">{sayApart(one)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Somebody recorded, or by name somebody new: those who are called alike are offered first. */
export const PersonField = ({ label, value, onChange }: Given) => {
  const w = editWords.value;
  const called = newName(value);
  if (called === null)
    return (
      <div class="field">
        <Picked
          label={label}
          id={value || null}
          types={['PERSON']}
          onPick={(id) => onChange(id ?? '')}
          otherwise={{ text: w.somebodyNew, onPick: (written) => onChange(newPerson(written)) }}
        />
        {!value && (
          <button type="button" class="beneath" onClick={() => onChange(newPerson(''))}>
            {w.somebodyNew}
          </button>
        )}
      </div>
    );
  return (
    <div class="field">
      <TextField label={w.newName} value={called} onChange={(text) => onChange(newPerson(text))} isRequired />
      <Alike title={w.isItOneOf} called={called} onPick={onChange} />
      <button type="button" class="beneath" onClick={() => onChange('')}>
        {w.somebodyKnown}
      </button>
    </div>
  );
};

/** The name of somebody new: whoever is called alike is a link away. */
export const NewNameField = (given: Given) => (
  <div class="field">
    <TextField {...given} />
    <Alike title={editWords.value.isItThis} called={given.value} onPick={(id) => go(href(pathOf(id) ?? '/'))} />
  </div>
);

/** Who is the same as somebody: those who are called alike are offered. */
export const SamePersonField = ({ label, value, onChange, thing }: Given & { thing: RecordedFragment | null }) => (
  <div class="field">
    <Picked label={label} id={value || null} types={['PERSON']} onPick={(id) => onChange(id ?? '')} />
    {thing && <p class="note">{editWords.value.stays(nameOf(thing), ownPart(thing.id))}</p>}
    {value && thing && <Moves keep={thing} gone={value} />}
    {!value && thing && <Alike title={editWords.value.maybeSame} called={nameOf(thing)} except={thing.id} onPick={onChange} />}
  </div>
);
