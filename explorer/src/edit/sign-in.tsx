import { useId, useState } from 'preact/hooks';
import { type Failure, failureOf } from '../ask';
import { Tos } from '../parts/links';
import { View, sayFailure } from '../parts/view';
import { editWords } from '../words/edit';
import { type Me, me, refusal, signIn, signOut } from './session';

const SignedIn = ({ who: { name, id, role, bodies } }: { who: Me }) => {
  const w = editWords.value;
  return (
    <>
      <dl class="told">
        <dt>{w.youAre}</dt>
        <dd>{name ?? id}</dd>
        <dt>{w.youMay}</dt>
        <dd>{w.actorRole[role]}</dd>
        <dt>{w.yourBodies}</dt>
        <dd>{bodies ? bodies.length > 0 ? <Tos things={bodies} /> : w.noBodies : w.allBodies}</dd>
      </dl>
      <p>
        <button type="button" onClick={() => signOut()}>
          {w.signOut}
        </button>
      </p>
    </>
  );
};

const PasteToken = () => {
  const w = editWords.value;
  const id = useId();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    const given = text.trim().replace(/^bearer +/i, '');
    if (!given) return;
    setWaiting(true);
    setFailure(null);
    signIn(given)
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setWaiting(false));
  };
  return (
    <form class="entry" onSubmit={submit}>
      <p>{w.signInSays}</p>
      <div class="field">
        <label for={id}>{w.token}</label>
        <input
          id={id}
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p id={`${id}-help`} class="note">
          {w.tokenHelp}
        </p>
      </div>
      {(failure ?? refusal.value) && (
        <p class="bad" role="alert">
          {failure ? sayFailure(failure) : refusal.value && w.refusals[refusal.value]}
        </p>
      )}
      <p>
        <button type="submit" class="main" disabled={isWaiting}>
          {w.signIn}
        </button>
      </p>
    </form>
  );
};

/** Who is signed in, or where to do so. */
export default () => {
  const w = editWords.value;
  return <View title={me.value ? w.signedIn : w.signIn}>{me.value ? <SignedIn who={me.value} /> : <PasteToken />}</View>;
};
