import type { ComponentChildren } from 'preact';
import { editWords } from '../words/edit';
import type { Asking } from './entry';

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

/** A button that says that what it asked for is under way. While it is, it keeps the focus and does nothing. */
export const SayButton = ({ asking, mode, isMain = true, isOff = false, onClick, children }: Given) => (
  <>
    <button
      type={onClick ? 'button' : 'submit'}
      class={isMain ? 'main' : undefined}
      disabled={isOff}
      aria-disabled={asking !== null}
      onClick={(event) => {
        if (asking !== null) event.preventDefault();
        else onClick?.();
      }}
    >
      {asking === mode ? editWords.value.underWay[mode] : children}
    </button>
    <span role="status" class="unseen">
      {asking === mode ? editWords.value.underWay[mode] : ''}
    </span>
  </>
);
