import type { ComponentChildren } from 'preact';
import { editWords } from '../words/edit';
import type { Asking } from './entry';
import { lapsed } from './session';
import { signInHref } from './sign-in-link';

interface Given {
  /** What is under way; null: nothing. */
  asking: Asking | null;
  /** In which mode this button says it. */
  mode: Asking;
  isMain?: boolean;
  /** Whether something is missing before it can be said. */
  isOff?: boolean;
  /** What to do; absent: the form is sent. */
  onClick?: () => void;
  children: ComponentChildren;
}

/** Nobody is signed in any longer: the way on, from which one comes back to what is filled in. */
const Lapsed = () => (
  <span class="bad" role="alert">
    {editWords.value.lapsed} <a href={signInHref()}>{editWords.value.signIn}</a>
  </span>
);

/** A button that says that what it asked for is under way. While it is, it keeps the focus and does nothing. */
export const SayButton = ({ asking, mode, isMain = true, isOff = false, onClick, children }: Given) => (
  <>
    <button
      type={onClick ? 'button' : 'submit'}
      class={isMain ? 'main' : undefined}
      disabled={isOff || lapsed.value}
      aria-disabled={asking !== null}
      onClick={(event) => {
        if (asking !== null) event.preventDefault();
        else onClick?.();
      }}
    >
      {asking === mode ? editWords.value.underWay[mode] : children}
    </button>
    {isMain && lapsed.value && <Lapsed />}
    <span role="status" class="unseen">
      {asking === mode ? editWords.value.underWay[mode] : ''}
    </span>
  </>
);
