import { useId, useState } from 'preact/hooks';
import { failureOf, forgetAnswers } from '../ask';
import { me, send } from '../edit/session';
import { ReviewDocument, type Verdict as Said, type WholeProposalFragment } from '../generated/graphql';
import { sayFailure } from '../parts/view';
import { editWords } from '../words/edit';
import { logWords } from '../words/log';

interface Given {
  proposal: WholeProposalFragment;
  result: NonNullable<WholeProposalFragment['result']>;
  accepted: readonly string[];
  onDone: () => void;
}

/** Yes or no to a proposal, for whoever may say it; to others that they may not. */
export const Verdict = ({ proposal: { id, by }, result, accepted, onDone }: Given) => {
  const w = logWords.value;
  const field = useId();
  const [why, setWhy] = useState('');
  const [says, setSays] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const isOwn = by.id === me.value?.id;
  const mayReview = me.value?.role === 'EDITOR' || me.value?.role === 'ADMIN' || (me.value?.role === 'IMPORT' && isOwn);
  const isRefused = result.problems.some(({ severity }) => severity === 'ERROR');
  const unread = result.problems.filter(({ id: problem, severity }) => severity === 'WARNING' && !accepted.includes(problem));
  if (!mayReview && !isOwn) return <p>{w.mayNot}</p>;
  const review = async (verdict: Said): Promise<void> => {
    if (verdict === 'REJECT' && !why.trim()) return setSays(w.mustSayWhy);
    if (verdict === 'ACCEPT' && unread.length > 0) return setSays(w.mustAccept);
    setWaiting(true);
    try {
      const accept = verdict === 'ACCEPT' ? [...accepted] : null;
      const { review: said } = await send(ReviewDocument, { proposal: id, verdict, note: why.trim() || null, accept });
      // Of one that another has settled meanwhile the page says who, and how.
      const isSettled = said.problems.some(({ code }) => code === 'NOT_IN_FORCE');
      if (said.status === 'REFUSED' && !isSettled) return setSays(said.problems.map(({ code }) => editWords.value.problem[code]).join(' '));
      forgetAnswers();
      onDone();
    } catch (error) {
      setSays(sayFailure(failureOf(error)));
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form class="entry" onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for={field}>{w.why}</label>
        <textarea id={field} value={why} onInput={({ currentTarget }) => setWhy(currentTarget.value)} />
      </div>
      {says && (
        <p class="bad" role="alert">
          {says}
        </p>
      )}
      <p class="onward">
        {mayReview && (
          <>
            <button type="button" class="main" disabled={isWaiting || isRefused} onClick={() => void review('ACCEPT')}>
              {w.approve}
            </button>
            <button type="button" disabled={isWaiting} onClick={() => void review('REJECT')}>
              {w.reject}
            </button>
          </>
        )}
        {isOwn && (
          <button type="button" disabled={isWaiting} onClick={() => void review('WITHDRAW')}>
            {w.withdraw}
          </button>
        )}
      </p>
    </form>
  );
};
