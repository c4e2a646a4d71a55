import { useState } from 'preact/hooks';
import { day, href } from '../address';
import { useAnswer } from '../ask';
import { dayWithin } from '../dates';
import { BodyDocument, type RecordedFragment } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { sayRole } from '../views/members';
import { editWords } from '../words/edit';
import { say, words } from '../words/words';
import type { Given } from './inputs';

/** The members of a body on the day that the form says, else on that of the address; null: they are not here yet. */
const useMembers = (thing: RecordedFragment | null, asOf: string) => {
  const body = thing?.__typename === 'Membership' ? thing.body.id : thing?.id;
  const { data, isWaiting } = useAnswer(BodyDocument, body ? { id: body, asOf, knownAt: null } : null);
  return isWaiting ? null : (data?.body?.members.nodes ?? []).filter(({ declined }) => !declined);
};

const dayAsked = (on: string): string => dayWithin(on) ?? day.value;

interface OnDay extends Given {
  thing: RecordedFragment | null;
  on: string;
}

/** Where nobody has another seat on the day: what has to be said first. */
const NoSeats = ({ thing, on }: Pick<OnDay, 'thing' | 'on'>) => {
  const w = editWords.value;
  const substitute = thing?.__typename === 'Membership' && {
    to: href('/edit', { thing: thing.body.id, nature: 'change', form: 'appoint', role: 'SUBSTITUTE', substituteFor: thing.id }),
    text: w.recordSubstitute(thing.person.name),
  };
  return (
    <p class="note">
      {w.noSeats(say(dayAsked(on)))} {!on && w.firstFrom} {substitute && <a href={substitute.to}>{substitute.text}</a>}
    </p>
  );
};

/** A seat of the body on the day. */
export const SeatField = ({ label, value, onChange, thing, on }: OnDay) => {
  const members = useMembers(thing, dayAsked(on));
  const seats = (members ?? []).filter(({ id }) => id !== thing?.id);
  return (
    <div class="field">
      <Choice
        label={label}
        value={value}
        options={[['', editWords.value.choose], ...seats.map((row) => [row.id, `${row.person.name}, ${sayRole(row)}`] as const)]}
        onPick={onChange}
      />
      {members && seats.length === 0 && <NoSeats thing={thing} on={on} />}
    </div>
  );
};

/** Those who sit on the day, each ticked by who has the list before them. */
export const MembersField = ({ label, onChange, thing, on }: OnDay) => {
  const members = useMembers(thing, dayAsked(on));
  const rows = members ?? [];
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
      {members?.length === 0 && <p>{words.value.noMembers}</p>}
      {rows.map((row) => (
        <Check key={row.id} label={`${row.person.name}, ${sayRole(row)}`} isOn={ticked.includes(row.id)} onPick={(isOn) => pick(row.id, isOn)} />
      ))}
    </fieldset>
  );
};
