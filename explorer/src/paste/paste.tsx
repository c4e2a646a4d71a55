import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { go, href, hrefHere, param, pathOf } from '../address';
import { ask, useAnswer } from '../ask';
import { dayWithin, today } from '../dates';
import { useDraft } from '../edit/draft';
import { DayField } from '../edit/day-field';
import { Receipt } from '../edit/receipt';
import { me } from '../edit/session';
import { type OutcomeFragment, PasteBodyDocument, type PasteBodyQuery } from '../generated/graphql';
import { SignInFirst } from '../log/sign-in-first';
import { Choice } from '../parts/choice';
import { To } from '../parts/links';
import { Picked } from '../parts/picked';
import { Answered, Failed, View } from '../parts/view';
import { Unknown } from '../views/unknown';
import { editWords } from '../words/edit';
import { pasteWords } from '../words/paste';
import { words } from '../words/words';
import { type Meaning, type Table, guessColumns, hasHeadings } from './columns';
import { useCandidates } from './people';
import { MissingFromList, Plan } from './plan';
import { Questions } from './questions';
import { type Answers, type Body, PURPOSES, type Purpose, SOMEBODY_NEW, readRows, rowsOf } from './reading';
import { Saying } from './saying';
import { Columns } from './table-read';
import { MOST_ROWS, type Separator, readTable, separatorOf } from './table';
import { thingsOf } from './things';

const SEPARATORS: readonly Separator[] = ['\t', ';', ',', ''];

/** So many are on one list at most. */
const MOST_LISTED = 500;

/** The cells of what was pasted, once they are parted. */
const useTable = (text: string, separator: Separator): { table: Table; isRead: boolean } => {
  const [read, setRead] = useState<{ of: string; table: Table }>({ of: '', table: [] });
  useEffect(() => {
    let isWanted = true;
    void readTable(text, separator).then((table) => isWanted && setRead({ of: text, table }));
    return () => void (isWanted = false);
  }, [text, separator]);
  return { table: read.table, isRead: read.of === text };
};

interface OnGiven {
  body: Body;
  answer: PasteBodyQuery;
  on: string;
  onDay: (day: string) => void;
  /** Asks for the body anew. */
  onRenew: () => Promise<void>;
}

const PasteOn = ({ body, answer, on: written, onDay, onRenew }: OnGiven) => {
  const w = pasteWords.value;
  const field = useId();
  const [text, setText] = useDraft('text', () => '');
  const [parted, setParted] = useDraft<Separator | null>('parted', () => null);
  const [headings, setHeadings] = useDraft<boolean | null>('headings', () => null);
  const [meant, setMeant] = useDraft<Readonly<Record<number, Meaning>>>('meant', () => ({}));
  const [purpose, setPurpose] = useDraft<Purpose | null>('purpose', () => null);
  const [answers, setAnswers] = useDraft<Answers>('answers', () => ({}));
  const [isUnread, setUnread] = useState(false);
  const [done, setDone] = useState<OutcomeFragment | null>(null);
  // Of no more than one day a list says who was no member.
  const on = purpose === 'complete' && written.length !== 10 ? '' : written;
  const separator = parted ?? separatorOf(text);
  const { table, isRead: isParted } = useTable(text, separator);
  const things = useMemo(() => thingsOf(answer), [answer]);
  const withHeadings = headings ?? hasHeadings(table);
  const guessed = useMemo(
    () =>
      guessColumns(table, withHeadings, { isParty: (cell) => things.partyOf(cell) !== null, isMunicipality: (cell) => things.municipalityOf(cell) !== null }),
    [table, withHeadings, things],
  );
  const meanings = guessed.map((guess, column) => meant[column] ?? guess);
  const isNamed = meanings.some((meaning) => meaning === 'name' || meaning === 'lastName');
  const hasRows = table.length > (withHeadings ? 1 : 0);
  const most = purpose === 'appoint' ? MOST_ROWS : MOST_LISTED;
  const rows = isNamed ? rowsOf(table.slice(withHeadings ? 1 : 0), meanings) : [];
  const isRead = purpose !== null && rows.length > 0 && rows.length <= most;
  const names = isRead ? [...new Set(rows.map(({ name }) => name).filter(Boolean))] : [];
  const { found, failure } = useCandidates(names, dayWithin(on));
  const looked = names.filter((name) => found.has(name)).length;
  const reading = isRead ? readRows({ rows, purpose, answers, things, body, found }) : null;
  if (done)
    return (
      <View title={w.title(body.name)}>
        <Receipt outcome={done} back={{ to: href(pathOf(body.id) ?? '/'), text: editWords.value.back }} />
      </View>
    );
  const answerTo = (key: string, said: string): void => setAnswers((before) => ({ ...before, [key]: said }));
  const restart = (pasted: string): void => {
    setText(pasted);
    setParted(null);
    setHeadings(null);
    setMeant({});
    setAnswers({});
  };
  return (
    <View title={w.title(body.name)} says={w.says}>
      <p class="onward">
        <To thing={body} />
      </p>
      <div class="entry">
        <div class="field">
          <label for={field}>{w.rows}</label>
          <textarea
            id={field}
            class="cells"
            rows={8}
            spellcheck={false}
            autocomplete="off"
            value={text}
            aria-describedby={`${field}-help`}
            onInput={({ currentTarget }) => restart(currentTarget.value)}
          />
          <p id={`${field}-help`} class="note">
            {w.rowsHelp}
          </p>
        </div>
        {table.length === 0 && text !== '' && isParted && <p role="status">{w.counted(0)}</p>}
        {table.length > 0 && (
          <>
            {!text.includes('\t') && (
              <div class="field">
                <Choice
                  label={w.separator}
                  value={separator}
                  options={SEPARATORS.map((one) => [one, w.separators[one]] as const)}
                  onPick={(one) => setParted(one as Separator)}
                />
              </div>
            )}
            <Columns
              table={table}
              meanings={meanings}
              withHeadings={withHeadings}
              onHeadings={setHeadings}
              onMeaning={(column, meaning) => setMeant({ ...meant, [column]: meaning })}
            />
            <p role="status">{isNamed || !hasRows ? w.counted(rows.length) : w.noName}</p>
          </>
        )}
        {hasRows && (
          <>
            <fieldset class="field">
              <legend>{w.what}</legend>
              {PURPOSES.map((one) => (
                <label key={one} class="check">
                  <input
                    type="radio"
                    name="purpose"
                    checked={purpose === one}
                    onChange={() => {
                      setPurpose(one);
                      setUnread(false);
                    }}
                  />
                  {w.purposes[one]}
                </label>
              ))}
            </fieldset>
            {purpose && (
              <DayField
                key={purpose}
                label={purpose === 'appoint' ? w.onAppoint : w.onList}
                value={on}
                onChange={(day, unread = '') => {
                  onDay(day);
                  setUnread(unread !== '');
                }}
                isRequired={purpose !== 'appoint'}
                isWhole={purpose === 'complete'}
                hasCome={purpose !== 'appoint'}
              />
            )}
            {purpose && purpose !== 'appoint' && meanings.some((meaning) => meaning === 'from' || meaning === 'lastDay') && <p class="note">{w.datesUnused}</p>}
            {purpose && rows.length > most && <p class="bad">{w.tooMany(most)}</p>}
          </>
        )}
        <Failed failure={failure} />
        {reading && looked < names.length && <p role="status">{w.looking(looked, names.length)}</p>}
        {reading && (
          <Questions
            reading={reading}
            answers={answers}
            things={things}
            onAnswer={answerTo}
            onAllNew={(keys) => setAnswers({ ...answers, ...Object.fromEntries(keys.map((key) => [key, SOMEBODY_NEW])) })}
          />
        )}
      </div>
      {reading && (
        <>
          <Plan reading={reading} onDoubt={({ row }) => answerTo(`person:${row.at}`, '')} />
          <Saying
            reading={reading}
            said={{ purpose: purpose ?? 'partial', body: body.id, on }}
            hasDay={purpose === 'appoint' ? !isUnread : on !== ''}
            revision={answer.graph.revision}
            isReady={looked === names.length && reading.open === 0}
            onCandidate={(row, id) => answerTo(`person:${row.row.at}`, id)}
            onRenew={onRenew}
            onDone={setDone}
          >
            {(outcome) => purpose === 'complete' && on && <MissingFromList reading={reading} body={body} outcome={outcome} />}
          </Saying>
        </>
      )}
    </View>
  );
};

/** Rows of a spreadsheet on a body: read, asked about, checked, and only then written. */
export default () => {
  const w = pasteWords.value;
  const id = param('body');
  const [on, setOn] = useDraft('on', () => '');
  const [renewed, setRenewed] = useState<{ asOf: string; data: PasteBodyQuery } | null>(null);
  const asOf = dayWithin(on) ?? today();
  const answer = useAnswer(PasteBodyDocument, id && me.value ? { id, asOf } : null);
  const data = renewed?.asOf === asOf ? renewed.data : answer.data;
  const renew = async (): Promise<void> => setRenewed({ asOf, data: await ask(PasteBodyDocument, { id: id ?? '', asOf }) });
  if (!me.value)
    return (
      <View title={words.value.pasteRows}>
        <SignInFirst says={editWords.value.signInFirst} />
      </View>
    );
  if (!id)
    return (
      <View title={words.value.pasteRows} says={w.says}>
        <div class="fields">
          <Picked label={words.value.pickBody} id={null} types={['BODY']} onPick={(body) => go(hrefHere({ body }))} />
        </div>
      </View>
    );
  return (
    <Answered answer={{ ...answer, data }}>
      {(found) => (found.body ? <PasteOn body={found.body} answer={found} on={on} onDay={setOn} onRenew={renew} /> : <Unknown id={id ?? ''} />)}
    </Answered>
  );
};
