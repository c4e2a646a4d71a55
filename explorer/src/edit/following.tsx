import type { ComponentProps } from 'preact';
import { useFocused } from '../parts/focused';
import { Acts } from '../log/acts';
import { editWords } from '../words/edit';
import type { Asking } from './entry';
import { Outcome, Status } from './outcome';
import { SayButton } from './say-button';
import { me } from './session';

interface Given extends ComponentProps<typeof Outcome> {
  asking: Asking | null;
  /** Writes or proposes what was checked. */
  onSay: (mode: 'WRITE' | 'PROPOSE') => void;
  /** What is said, in words: what is made does not tell all of it, as how many seats somebody has a right to. */
  said?: readonly string[];
}

/** What follows of what was checked, and the button that writes it, or proposes it for who may no more. */
export const Following = ({ asking, onSay, said, ...given }: Given) => {
  const w = editWords.value;
  const last = me.value?.role === 'PROPOSER' ? 'PROPOSE' : 'WRITE';
  const heading = useFocused<HTMLHeadingElement>(given.outcome);
  return (
    <section aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {w.follows}
      </h2>
      <Status outcome={given.outcome} />
      {said && <Acts lines={said} />}
      <Outcome {...given} />
      {given.outcome.status === 'CHECKED' && (
        <SayButton asking={asking} mode={last} onClick={() => onSay(last)}>
          {last === 'WRITE' ? w.write : w.propose}
        </SayButton>
      )}
    </section>
  );
};
