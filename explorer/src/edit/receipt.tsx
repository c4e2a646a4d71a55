import { useEffect, useState } from 'preact/hooks';
import { href } from '../address';
import { type OutcomeFragment, UndoDocument } from '../generated/graphql';
import { useFocused } from '../parts/focused';
import { Failed } from '../parts/view';
import { editWords } from '../words/edit';
import { logWords } from '../words/log';
import { useDraft } from './draft';
import { useEntry } from './entry';
import { TextField, named } from './inputs';
import { Outcome, Status } from './outcome';
import { SayButton } from './say-button';
import { send } from './session';

/** The entry or proposal that came of it. */
const WrittenAs = ({ outcome: { entry, proposal } }: { outcome: OutcomeFragment }) => {
  const { entry: sayEntry, proposal: sayProposal } = logWords.value;
  if (!entry && !proposal) return null;
  return (
    <>
      {editWords.value.see}{' '}
      {entry ? (
        <a href={href('/entries', { entry: entry.id })}>{sayEntry(entry.number)}</a>
      ) : (
        proposal && <a href={href('/proposals', { proposal: proposal.id })}>{sayProposal(proposal.id)}</a>
      )}
    </>
  );
};

/** Takes back what an entry wrote, after it was seen what follows. */
export const Undo = ({ entry, onUndone }: { entry: string; onUndone?: () => void }) => {
  const w = editWords.value;
  const [why, setWhy] = useDraft('undo', () => '');
  const { outcome, failure, asking, ask, changed } = useEntry(async ({ key, mode }) => (await send(UndoDocument, { entry, key, why, mode })).undo);
  useEffect(() => {
    if (outcome?.status === 'WRITTEN') onUndone?.();
  }, [outcome]);
  const isSaid = why.trim() !== '';
  const came = useFocused<HTMLDivElement>(outcome);
  const heading = useFocused<HTMLHeadingElement>(true);
  if (outcome?.status === 'WRITTEN')
    return (
      <div ref={came} tabIndex={-1} role="status" class="done">
        {w.undone} <WrittenAs outcome={outcome} />
      </div>
    );
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaid) ask(outcome?.status === 'CHECKED' ? 'WRITE' : 'CHECK');
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {w.undo}
      </h2>
      <TextField
        label={w.whyUndo}
        value={why}
        isRequired
        onChange={(text) => {
          setWhy(text);
          changed();
        }}
      />
      {!isSaid && (
        <p class="note">
          {w.missing}: {named(w.whyUndo)}
        </p>
      )}
      <Failed failure={failure} />
      {outcome && (
        <>
          <div ref={came} tabIndex={-1}>
            <Status outcome={outcome} />
          </div>
          <Outcome outcome={outcome} />
        </>
      )}
      <SayButton asking={asking} mode={outcome?.status === 'CHECKED' ? 'WRITE' : 'CHECK'} isOff={!isSaid}>
        {outcome?.status === 'CHECKED' ? w.undo : w.check}
      </SayButton>
    </form>
  );
};

interface ReceiptGiven {
  outcome: OutcomeFragment;
  back: { to: string; text: string };
  /** Whether it cannot be undone. */
  isForGood?: boolean;
}

/** What was written or proposed, and the way back. */
export const Receipt = ({ outcome, back, isForGood = false }: ReceiptGiven) => {
  const w = editWords.value;
  const { entry, status } = outcome;
  const [undoes, setUndoes] = useState(false);
  const came = useFocused<HTMLDivElement>(true);
  return (
    <section class="entry">
      <div ref={came} tabIndex={-1} role="status" class="done">
        {w.status[status]} <WrittenAs outcome={outcome} />
      </div>
      <Outcome outcome={{ ...outcome, problems: [] }} />
      <p class="onward">
        <a href={back.to}>{back.text}</a>
        {entry && !isForGood && !undoes && (
          <button type="button" onClick={() => setUndoes(true)}>
            {w.undo}
          </button>
        )}
      </p>
      {entry && undoes && <Undo entry={entry.id} />}
    </section>
  );
};
