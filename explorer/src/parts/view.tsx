import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { day, found, hasDay, href, hrefHere, knownAt } from '../address';
import type { Answer, Failure } from '../ask';
import { signInHref } from '../edit/sign-in-link';
import type { Words } from '../words/da';
import { unreadable } from '../unreadable';
import { say, sayMoment, words } from '../words/words';
import { usePrinting } from './printing';

interface Given {
  title: string;
  /** Beside the title: what kind of thing, where it belongs. */
  says?: ComponentChildren;
  /** Where to go on from here. */
  links?: readonly { to: string; text: string }[];
  /** The days of its own that it shows, also where its address leaves them to be counted from today. */
  shows?: Readonly<Record<string, string>>;
  children: ComponentChildren;
}

/** What paper says of a view: its day, what of the record it knows, and the address that shows the same on another day. */
const Printed = ({ shows = {} }: Pick<Given, 'shows'>) => {
  const w = words.value;
  const [at, setAt] = useState(() => new Date().toISOString());
  usePrinting(() => setAt(new Date().toISOString()));
  const isOfDay = hasDay.value || found.value?.view === 'start';
  const address = unreadable.value.length > 0 || !found.value ? location.href : location.origin + hrefHere({ ...(isOfDay && { asOf: day.value }), ...shows });
  return (
    <p class="printed">
      {isOfDay && `${w.day}: ${say(day.value)}. `}
      {w.asKnown(sayMoment(knownAt.value ?? at))} {address}
    </p>
  );
};

/** A view: its title, which is the page's too, and a word where it shows what was known before. */
export const View = ({ title, says, links, shows, children }: Given) => {
  const w = words.value;
  useEffect(() => {
    document.title = `${title} – ${w.site}`;
  }, [title, w]);
  return (
    <article>
      <h1>{title}</h1>
      {says && <p class="says">{says}</p>}
      {knownAt.value && (
        <p class="past" role="note">
          {w.knownAtSays(sayMoment(knownAt.value))} <a href={hrefHere({ knownAt: null })}>{w.knownAtNow}</a>
        </p>
      )}
      {links && (
        <p class="onward">
          {links.map(({ to, text }) => (
            <a key={to} href={to}>
              {text}
            </a>
          ))}
          <button type="button" onClick={() => print()}>
            {w.print}
          </button>
        </p>
      )}
      {children}
      <Printed shows={shows} />
    </article>
  );
};

/** What is not there: says so, and offers the nearest. */
export const Missing = ({ title, says, near }: { title: string; says: string; near: readonly { to: string; text: string }[] }) => {
  const w = words.value;
  return (
    <View title={title}>
      <p>{says}</p>
      {near.length > 0 && (
        <>
          <p>{w.nearest}:</p>
          <ul>
            {near.map(({ to, text }) => (
              <li key={to}>
                <a href={to}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={href('/')}>{w.start}</a>
      </p>
    </View>
  );
};

type Told = keyof Words['failures'];
const codeOf = ({ code }: Failure): Told => (Object.hasOwn(words.value.failures, code) ? (code as Told) : 'OTHER');

/** Of a text that is too long how long it may be, and is; null: it is something else that failed. */
const sayTooLong = ({ required = '', given = '' }: Failure): string | null => {
  const [most, letters] = [required, given].map((text) => /^(?:at most )?(\d+) letters/.exec(text)?.[1]);
  return most && letters ? words.value.tooLong(Number(most), Number(letters)) : null;
};

/** What failed, in words of the page, and where something was to be written, what became of it. */
export const sayFailure = (failure: Failure): string =>
  [sayTooLong(failure) ?? words.value.failures[codeOf(failure)], failure.outcome && words.value.becameOf[failure.outcome]].filter(Boolean).join(' ');

/** What failed, with the way on: to sign in again, or to what the server says where the page has no words of its own. */
const Failing = ({ failure }: { failure: Failure }) => {
  const w = words.value;
  return (
    <>
      {sayFailure(failure)} {failure.code === 'UNKNOWN_ID' && failure.given} {failure.code === 'UNAUTHENTICATED' && <a href={signInHref()}>{w.signIn}</a>}
      {codeOf(failure) === 'OTHER' && (
        <details class="why">
          <summary>{w.serverSays}</summary>
          <span lang="en">{failure.message}</span>
        </details>
      )}
    </>
  );
};

/** What failed, told at once. */
export const Failed = ({ failure }: { failure: Failure | null }) =>
  failure && (
    <div class="bad" role="alert">
      <Failing failure={failure} />
    </div>
  );

interface AnsweredGiven<Data> {
  answer: Answer<Data>;
  children: (data: Data) => ComponentChildren;
}

/** What an answer shows, or that it is under way or failed. */
export const Answered = <Data,>({ answer: { data, failure, isWaiting }, children }: AnsweredGiven<Data>) => {
  const w = words.value;
  // To ask again for what is not known helps nobody.
  const isUnknown = failure?.code === 'UNKNOWN_ID';
  if (failure)
    return (
      <div class="bad" role="alert">
        {!isUnknown && `${w.failed}. `}
        <Failing failure={failure} />{' '}
        {!isUnknown && (
          <button type="button" onClick={() => location.reload()}>
            {w.retry}
          </button>
        )}
      </div>
    );
  if (!data) return <p class="waiting">{w.waiting}</p>;
  return (
    <div class={isWaiting ? 'answered waits' : 'answered'} aria-busy={isWaiting}>
      {children(data)}
    </div>
  );
};
