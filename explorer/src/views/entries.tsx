import { go, href, hrefHere, param } from '../address';
import { addDays, readDate, today } from '../dates';
import { me } from '../edit/session';
import { sayEntryAt } from '../log/addressed';
import { Corrected } from '../log/corrected';
import { Log } from '../log/log';
import { SignInFirst } from '../log/sign-in-first';
import { Choice } from '../parts/choice';
import { useLoaded } from '../parts/loaded';
import { View } from '../parts/view';
import { logWords } from '../words/log';
import { words } from '../words/words';

/** Who may read one entry may take it back: a form that the lists do without. */
const ALONE = { entry: () => import('../log/logged-entry') };

/** The log of entries, or one of them, for who may read it; for all, what stands otherwise than it did. */
export default () => {
  const w = logWords.value;
  const entry = param('entry');
  const shows = param('show') ?? (entry || me.value ? 'log' : 'rows');
  const since = readDate(param('since') ?? '') ?? addDays(today(), -30);
  const LoggedEntry = useLoaded(entry && me.value ? 'entry' : null, ALONE);
  if (entry && LoggedEntry) return <LoggedEntry key={entry} id={entry} />;
  if (entry)
    return me.value ? (
      <p class="waiting">{words.value.waiting}</p>
    ) : (
      <View title={sayEntryAt(entry)}>
        <SignInFirst says={w.needsSignIn} />
      </View>
    );
  return (
    <View
      title={words.value.entriesTitle}
      says={shows === 'log' ? w.logSays : words.value.entriesSay}
      links={[{ to: href('/proposals'), text: w.proposals }]}
      shows={{ since }}
    >
      <div class="fields">
        <Choice
          label={w.show}
          value={shows}
          options={[
            ['log', w.showLog],
            ['rows', w.showRows],
          ]}
          onPick={(show) => go(hrefHere({ show }))}
        />
      </div>
      {shows === 'rows' ? <Corrected /> : me.value ? <Log /> : <SignInFirst says={w.needsSignIn} />}
    </View>
  );
};
