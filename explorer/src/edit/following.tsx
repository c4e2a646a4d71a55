import type { ComponentProps } from 'preact';
import { editWords } from '../words/edit';
import { Outcome, Status } from './outcome';
import { me } from './session';

interface Given extends ComponentProps<typeof Outcome> {
  isWaiting: boolean;
  /** Writes or proposes what was checked. */
  onSay: (mode: 'WRITE' | 'PROPOSE') => void;
}

/** What follows of what was checked, and the button that writes it, or proposes it for who may no more. */
export const Following = ({ isWaiting, onSay, ...given }: Given) => {
  const w = editWords.value;
  const last = me.value?.role === 'PROPOSER' ? 'PROPOSE' : 'WRITE';
  return (
    <section aria-live="polite">
      <h2>{w.follows}</h2>
      <Status outcome={given.outcome} />
      <Outcome {...given} />
      {given.outcome.status === 'CHECKED' && (
        <button type="button" class="main" disabled={isWaiting} onClick={() => onSay(last)}>
          {last === 'WRITE' ? w.write : w.propose}
        </button>
      )}
    </section>
  );
};
