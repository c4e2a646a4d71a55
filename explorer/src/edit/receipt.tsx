import { useEffect, useState } from 'preact/hooks';
import { type OutcomeFragment, UndoDocument } from '../generated/graphql';
import { Failed } from '../parts/view';
import { editWords } from '../words/edit';
import { useEntry } from './entry';
import { TextField } from './fields';
import { Outcome, Status } from './outcome';
import { send } from './session';

/** Takes back what an entry wrote, after it was seen what follows. */
export const Undo = ({ entry, onUndone }: { entry: string; onUndone?: () => void }) => {
  const w = editWords.value;
  const [why, setWhy] = useState('');
  const { outcome, failure, isWaiting, ask, changed } = useEntry(async ({ key, mode }) => (await send(UndoDocument, { entry, key, why, mode })).undo);
  useEffect(() => {
    if (outcome?.status === 'WRITTEN') onUndone?.();
  }, [outcome]);
  if (outcome?.status === 'WRITTEN')
    return (
      <p role="status" class="done">
        {w.undone} {outcome.entry?.id}
      </p>
    );
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        ask(outcome?.status === 'CHECKED' ? 'WRITE' : 'CHECK');
      }}
    >
      <h2>{w.undo}</h2>
      <TextField
        label={w.whyUndo}
        value={why}
        isRequired
        onChange={(text) => {
          setWhy(text);
          changed();
        }}
      />
      <Failed failure={failure} />
      {outcome && (
        <>
          <Status outcome={outcome} />
          <Outcome outcome={outcome} />
        </>
      )}
      <button type="submit" class="main" disabled={isWaiting}>
        {outcome?.status === 'CHECKED' ? w.undo : w.check}
      </button>
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
  const { entry, proposal, status } = outcome;
  const [undoes, setUndoes] = useState(false);
  return (
    <section class="entry">
      <p role="status" class="done">
        {w.status[status]} {entry && `${w.entryIs} ${entry.id}`}
        {proposal && `${w.proposalIs} ${proposal.id}`}
      </p>
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
