import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDraft } from '../edit/draft';
import { useEntry } from '../edit/entry';
import { TextField, named } from '../edit/inputs';
import { Following } from '../edit/following';
import { SayButton } from '../edit/say-button';
import { send } from '../edit/session';
import { type Values, unreadOf } from '../edit/form';
import { Source, missingOfSource, sourceOf } from '../edit/source';
import { type OutcomeFragment, RecordDocument } from '../generated/graphql';
import { Failed } from '../parts/view';
import { editWords } from '../words/edit';
import { pasteWords } from '../words/paste';
import { type Said, actsOf, rowAt } from './acts';
import type { ReadRow, Reading } from './reading';

interface Given {
  reading: Reading;
  said: Said;
  /** Whether their day is said, where they need one, and can be read. */
  hasDay: boolean;
  revision: number;
  /** Whether all names are looked up and all questions answered. */
  isReady: boolean;
  onCandidate: (row: ReadRow, id: string) => void;
  /** Looks at the body anew: somebody else has changed it. */
  onRenew: () => Promise<void>;
  /** Once it is written or proposed. */
  onDone: (outcome: OutcomeFragment) => void;
  /** What is told beside what follows. */
  children: (outcome: OutcomeFragment | null) => ComponentChildren;
}

/** Where it stands, what follows of the rows, and then: written or proposed. */
export const Saying = ({ reading, said, hasDay, revision, isReady, onCandidate, onRenew, onDone, children }: Given) => {
  const w = editWords.value;
  const [values, setValues] = useDraft<Values>('said', () => ({}));
  const acts = actsOf(reading.rows, said);
  const why = values['why'] ?? '';
  const { outcome, failure, asking, accepted, accept, ask, changed, renew } = useEntry(async ({ key, mode, accept: taken }) => {
    const entry = { key, mode, accept: taken, seenRevision: revision, acts, source: sourceOf(values), note: why || null };
    return (await send(RecordDocument, { entry })).record;
  });
  const isSaid = JSON.stringify(acts);
  useEffect(changed, [isSaid]);
  useEffect(() => {
    if (outcome && ['WRITTEN', 'PROPOSED'].includes(outcome.status)) onDone(outcome);
  }, [outcome]);
  const set =
    (name: string) =>
    (value: string, unread = ''): void => {
      setValues((before) => ({ ...before, [name]: value, [unreadOf(name)]: unread }));
      changed();
    };
  const day = said.purpose === 'appoint' ? pasteWords.value.onAppoint : pasteWords.value.onList;
  const missing = [...(hasDay ? [] : [day]), ...missingOfSource(values)].map(named);
  const rowOf = ({ path }: { path: readonly string[] }): ReadRow | null => rowAt(reading.rows, said, path);
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && missing.length === 0) ask('CHECK');
      }}
    >
      {said.purpose !== 'appoint' && <p class="note">{pasteWords.value.documentDay}</p>}
      <Source values={values} set={set} />
      <TextField label={w.why} value={why} isLong onChange={set('why')} />
      {missing.length > 0 && (
        <p class="note">
          {w.missing}: {missing.join(', ')}
        </p>
      )}
      {!isReady && <p class="note">{pasteWords.value.left(Math.max(1, reading.open))}</p>}
      <p>
        <SayButton asking={asking} mode="CHECK" isMain={outcome?.status !== 'CHECKED'} isOff={!isReady || missing.length > 0 || acts.length === 0}>
          {w.check}
        </SayButton>
      </p>
      <Failed failure={failure} />
      {children(outcome)}
      {outcome && (
        <Following
          outcome={outcome}
          accepted={accepted}
          onAccept={accept}
          onCandidate={(problem, id) => {
            const row = rowOf(problem);
            if (row) onCandidate(row, id);
          }}
          rowOf={(problem) => {
            const row = rowOf(problem);
            return row && `${pasteWords.value.row(row.row.at + 1)}, ${row.row.name}:`;
          }}
          onRenew={() => renew(onRenew)}
          asking={asking}
          onSay={ask}
        />
      )}
    </form>
  );
};
