import { useRef, useState } from 'preact/hooks';
import { type Failure, failureOf, forgetAnswers } from '../ask';
import type { Mode, OutcomeFragment } from '../generated/graphql';

/** What tells one intent from another: a second click says the same, and writes nothing again. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is under way: a mode in which it is said, or a look at what somebody else has changed. */
export type Asking = Mode | 'LOOK';

export interface Asked {
  key: string;
  mode: Mode;
  accept: string[];
}

/** An entry under way: checked first, and written only as it was checked. */
export const useEntry = (record: (asked: Asked) => Promise<OutcomeFragment>) => {
  const key = useRef(newKey());
  const [outcome, setOutcome] = useState<OutcomeFragment | null>(null);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const ask = async (mode: Mode): Promise<void> => {
    setAsking(mode);
    setFailure(null);
    try {
      const answer = await record({ key: key.current, mode, accept: [...accepted] });
      setOutcome(answer);
      if (answer.status === 'WRITTEN') forgetAnswers();
    } catch (error) {
      const failed = failureOf(error);
      // That nobody is signed in any longer is told by the button.
      if (failed.code === 'UNAUTHENTICATED') return;
      // Nobody answered: what was sent may have come there all the same.
      setFailure(failed.code === 'NETWORK' && mode !== 'CHECK' ? { ...failed, outcome: 'UNKNOWN' } : failed);
    } finally {
      setAsking(null);
    }
  };
  return {
    outcome,
    failure,
    asking,
    accepted,
    accept: (problem: string, isOn: boolean) => setAccepted(isOn ? [...accepted, problem] : accepted.filter((one) => one !== problem)),
    ask: (mode: Mode) => void ask(mode),
    /** What was said has changed: what was checked says nothing of it. */
    changed: () => setOutcome(null),
    /** Looks at what somebody else has changed; until it is here nothing is asked, which would be of what was there before. */
    renew: (look: () => Promise<void>): void => {
      setAsking('LOOK');
      void look()
        .then(
          () => setOutcome(null),
          (error: unknown) => setFailure(failureOf(error)),
        )
        .finally(() => setAsking(null));
    },
  };
};
