import { href } from '../address';
import { LogEntryDocument, type WholeEntryFragment } from '../generated/graphql';
import { Passages } from '../parts/sources';
import { Answered, View } from '../parts/view';
import { logWords } from '../words/log';
import { sayMoment } from '../words/words';
import { useSayActs } from './acts';
import { useAsked } from './asked';
import { State, What, sayWhere } from './log';
import { MadeTable } from './made';

/** One entry: who, when, what, from where, why, and what came of it. */
export const LoggedEntry = ({ id }: { id: string }) => {
  const w = logWords.value;
  const answer = useAsked(LogEntryDocument, { id });
  const node = answer.data?.node;
  const entry = node && 'number' in node ? (node as WholeEntryFragment) : null;
  const sayActs = useSayActs(entry ? [entry] : []);
  return (
    <View title={w.entry(Number(id.slice(id.indexOf(':') + 1)))} links={[{ to: href('/entries', { show: 'log' }), text: w.toLog }]}>
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
                <dd>
                  <State entry={entry} />
                </dd>
              </dl>
              <MadeTable title={w.madeTitle} made={entry.made} isThere={!entry.undoneBy} />
              {entry.source && <Passages passages={[entry.source]} />}
            </>
          ) : (
            <p>{w.noEntry}</p>
          )
        }
      </Answered>
    </View>
  );
};
