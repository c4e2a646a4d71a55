import { go, href, pathOf } from '../address';
import type { RecordedFragment, SearchType } from '../generated/graphql';
import { sayApart, useAlike } from '../parts/alike';
import { Picked } from '../parts/picked';
import { nameOf } from '../parts/links';
import { sayKind, useHits } from '../parts/search';
import { editWords } from '../words/edit';
import { type Given, TextField } from './inputs';
import { newName, newPerson } from './form';
import { Moves } from './moves';
import { ownPart } from '../ids';

interface OfferedGiven {
  title: string;
  all: readonly { id: string; name: string; apart: string }[];
  onPick: (id: string) => void;
}

/** What is recorded and may be meant, with what tells it apart. */
const Offered = ({ title, all, onPick }: OfferedGiven) =>
  all.length === 0 ? null : (
    <div role="status" class="past">
      <p>{title}</p>
      <ul class="plain">
        {all.map(({ id, name, apart }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              {name}
            </button>{' '}
            <span class="beside">{apart}</span>
          </li>
        ))}
      </ul>
    </div>
  );

interface AlikeGiven {
  title: string;
  called: string;
  /** Who is not one of them. */
  except?: string | undefined;
  onPick: (id: string) => void;
}

/** Those who are recorded and called alike. */
const Alike = ({ title, called, except, onPick }: AlikeGiven) => {
  const alike = useAlike(called).filter(({ id }) => id !== except);
  return <Offered title={title} all={alike.map((one) => ({ id: one.id, name: one.name, apart: sayApart(one) }))} onPick={onPick} />;
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

/** So many bodies, parties or places of nearly a name are offered. */
const MOST_OFFERED = 5;

const goTo = (id: string): void => go(href(pathOf(id) ?? '/'));

/** The name of something new: what is called so, or nearly so, is a link away. */
const NewThingField = ({ types, ...given }: Given & { types: SearchType[] }) => {
  const hits = (useHits(given.value, types) ?? []).filter(({ match }) => match !== 'PREFIX').slice(0, MOST_OFFERED);
  const all = hits.map(({ node }) => ({ id: node.id, name: nameOf(node), apart: sayKind(node) }));
  return (
    <div class="field">
      <TextField {...given} />
      <Offered title={editWords.value.isItThis} all={all} onPick={goTo} />
    </div>
  );
};

/** The name of somebody new: whoever is called alike is a link away. */
const NewPersonField = (given: Given) => (
  <div class="field">
    <TextField {...given} />
    <Alike title={editWords.value.isItThis} called={given.value} onPick={goTo} />
  </div>
);

/** The name of what is not recorded yet. */
export const NewNameField = ({ types, ...given }: Given & { types: SearchType[] }) =>
  types.includes('PERSON') ? <NewPersonField {...given} /> : <NewThingField {...given} types={types} />;

/** Who is the same as somebody: those who are called alike are offered. */
export const SamePersonField = ({ label, value, onChange, thing }: Given & { thing: RecordedFragment | null }) => (
  <div class="field">
    <Picked label={label} id={value || null} types={['PERSON']} onPick={(id) => onChange(id ?? '')} />
    {thing && <p class="note">{editWords.value.stays(nameOf(thing), ownPart(thing.id))}</p>}
    {value && thing && <Moves keep={thing} gone={value} />}
    {!value && thing && <Alike title={editWords.value.maybeSame} called={nameOf(thing)} except={thing.id} onPick={onChange} />}
  </div>
);
