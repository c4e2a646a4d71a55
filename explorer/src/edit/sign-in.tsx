import { useId, useState } from 'preact/hooks';
import { type Failure, failureOf } from '../ask';
import { Tos } from '../parts/links';
import { View, sayFailure } from '../parts/view';
import { editWords } from '../words/edit';
import { signInWords } from '../words/sign-in';
import { words } from '../words/words';
import { useProvider } from './provider';
import { type Me, refusal, signIn, signedIn } from './session';
import { cameFrom } from './sign-in-link';

const SignedIn = ({ who: { name, id, role, bodies }, onLeave }: { who: Me; onLeave: () => void }) => {
  const w = editWords.value;
  const back = cameFrom();
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
      <p class="onward">
        {back && <a href={back}>{signInWords.value.back}</a>}
        <button type="button" onClick={onLeave}>
          {w.signOut}
        </button>
      </p>
    </>
  );
};

/** More letters no header of a request takes. */
const MOST_LETTERS = 8_000;
/** Whether a text can be sent as a key at all: in letters of ASCII, without blanks. */
const isKey = (given: string): boolean => given.length <= MOST_LETTERS && /^[\x21-\x7e]+$/.test(given);

/** @param props.isAlone there is no other way: what was wrong with the token before is told here */
const PasteToken = ({ isAlone }: { isAlone: boolean }) => {
  const w = editWords.value;
  const id = useId();
  const [isOurs, setOurs] = useState(isAlone);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Why what was given is not even sent. */
  const [unsent, setUnsent] = useState<'isMissing' | 'notAKey' | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const told = unsent ? signInWords.value[unsent] : failure ? sayFailure(failure) : refusal.value && w.refusals[refusal.value];
  const submit = (event: Event): void => {
    event.preventDefault();
    const given = text.trim().replace(/^bearer +/i, '');
    const bad = given ? (isKey(given) ? null : 'notAKey') : 'isMissing';
    setOurs(true);
    setFailure(null);
    setUnsent(bad);
    if (bad) return;
    setWaiting(true);
    signIn(given)
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setWaiting(false));
  };
  return (
    <form class="entry" onSubmit={submit}>
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
      {isOurs && told && (
        <p class="bad" role="alert">
          {told}
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

const SignedOut = ({ provider, problem, begin }: ReturnType<typeof useProvider>) => {
  const w = signInWords.value;
  const told = problem ?? (provider && refusal.value);
  return (
    <>
      <p>{editWords.value.signInSays}</p>
      {told && (
        <p class="bad" role="alert">
          {w.problems[told]}
        </p>
      )}
      {provider && (
        <>
          <p>
            <button type="button" class="main" onClick={begin}>
              {w.with(new URL(provider.issuer).host)}
            </button>
          </p>
          <p class="note">{w.withSays}</p>
          <h2>{w.orPaste}</h2>
        </>
      )}
      {provider === undefined ? <p class="waiting">{words.value.waiting}</p> : <PasteToken isAlone={!provider} />}
    </>
  );
};

/** Who is signed in, or where to do so. */
export default () => {
  const w = editWords.value;
  const ways = useProvider();
  return (
    <View title={signedIn.value ? w.signedIn : w.signIn}>
      {ways.isUnderWay ? (
        <p class="waiting" role="status">
          {signInWords.value.returning}
        </p>
      ) : signedIn.value ? (
        <SignedIn who={signedIn.value} onLeave={ways.leave} />
      ) : (
        <SignedOut {...ways} />
      )}
    </View>
  );
};
