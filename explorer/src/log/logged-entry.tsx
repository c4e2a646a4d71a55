import { useState } from 'preact/hooks';
import { href } from '../address';
import { Undo } from '../edit/receipt';
import { me } from '../edit/session';
import { LogEntryDocument, type WholeEntryFragment } from '../generated/graphql';
import { useFocused } from '../parts/focused';
import { Answered, View } from '../parts/view';
import { editWords } from '../words/edit';
import { logWords } from '../words/log';
import { sayMoment, words } from '../words/words';
import { useSayActs } from './acts';
import { sayEntryAt } from './addressed';
import { useAsked } from './asked';
import { State, What, sayWhere } from './log';
import { MadeTable } from './made';

/** Whether who is signed in may take an entry back: a program its own alone. */
const mayUndo = ({ actor, undoneBy }: WholeEntryFragment): boolean => {
  const role = me.value?.role;
  return !undoneBy && (role === 'EDITOR' || role === 'ADMIN' || (role === 'IMPORT' && actor.id === me.value?.id));
};

/** The way to take an entry back: one button, and what it needs once it is wanted. */
const TakeBack = ({ entry, onUndone }: { entry: string; onUndone: () => void }) => {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <Undo entry={entry} onUndone={onUndone} />;
  return (
    <p class="onward">
      <button type="button" onClick={() => setWanted(true)}>
        {editWords.value.undo}
      </button>
    </p>
  );
};

/** One entry: who, when, what, from where, why, and what came of it. */
const LoggedEntry = ({ id }: { id: string }) => {
  const w = logWords.value;
  const [turn, setTurn] = useState(0);
  const answer = useAsked(LogEntryDocument, { id }, turn);
  const node = answer.data?.node;
  const entry = node && 'number' in node ? (node as WholeEntryFragment) : null;
  const state = useFocused<HTMLElement>(turn > 0 && entry);
  const sayActs = useSayActs(entry ? [entry] : []);
  return (
    <View title={answer.data && !entry ? words.value.unknownThing : sayEntryAt(id)} links={[{ to: href('/entries', { show: 'log' }), text: w.toLog }]}>
      <Answered answer={answer}>
        {() =>
          entry ? (
            <>
              <dl class="told">
                <dt>{w.author}</dt>
                <dd>{entry.actor.name ?? entry.actor.id}</dd>
                <dt>{w.when}</dt>
                <dd>{sayMoment(entry.at)}</dd>
                <dt>{w.acts}</dt>
                <dd>
                  <What entry={entry} lines={sayActs(entry.acts, Infinity)} />
                </dd>
                {sayWhere(entry) && (
                  <>
                    <dt>{w.where}</dt>
                    <dd>{sayWhere(entry)}</dd>
                  </>
                )}
                {entry.note && (
                  <>
                    <dt>{w.note}</dt>
                    <dd>{entry.note}</dd>
                  </>
                )}
                <dt>{w.state}</dt>
                <dd ref={state} tabIndex={-1}>
                  <State entry={entry} />
                </dd>
              </dl>
              {mayUndo(entry) && <TakeBack entry={entry.id} onUndone={() => setTurn(turn + 1)} />}
              <MadeTable title={w.madeTitle} made={entry.made} source={entry.source} isThere={!entry.undoneBy} />
            </>
          ) : (
            <p>{w.noEntry}</p>
          )
        }
      </Answered>
    </View>
  );
};

export default LoggedEntry;
