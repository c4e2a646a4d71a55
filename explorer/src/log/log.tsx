import { go, href, hrefHere, param } from '../address';
import { addDays, readDate, today } from '../dates';
import { LogDocument, type LoggedFragment } from '../generated/graphql';
import { DateField } from '../parts/date-field';
import { nameOf } from '../parts/links';
import { More } from '../parts/more';
import { useCursor, usePages } from '../parts/pages';
import { Picked } from '../parts/picked';
import { type Column, Sheet } from '../parts/sheet';
import { Answered } from '../parts/view';
import { logWords } from '../words/log';
import { sayMoment, words } from '../words/words';
import { Acts, actsOf, hasSource, useSayActs } from './acts';
import { useAsked } from './asked';

const addressOf = ({ id }: { id: string }): string => href('/entries', { entry: id });

const authorOf = ({ actor: { name, id } }: LoggedFragment): string => name ?? id;

/** The document of all acts; else that each names its own, or that nobody names one. */
export const sayWhere = ({ source, acts, undoes }: LoggedFragment): string => {
  if (source) return nameOf(source.document);
  if (undoes) return '';
  return actsOf(acts).some(hasSource) ? logWords.value.ownSources : logWords.value.ownWord;
};

/** Whether an entry holds, or what takes it back. */
const sayState = ({ undoneBy }: LoggedFragment): string => {
  const w = logWords.value;
  return undoneBy ? `${w.undoneBy} ${w.entry(undoneBy.number)}` : w.holds;
};

export const State = ({ entry: { undoneBy } }: { entry: LoggedFragment }) => {
  const w = logWords.value;
  if (!undoneBy) return <>{w.holds}</>;
  return (
    <>
      {w.undoneBy} <a href={addressOf(undoneBy)}>{w.entry(undoneBy.number)}</a>
    </>
  );
};

/** What an entry says: its acts in words, or which entry it takes back. */
export const What = ({ entry: { undoes }, lines }: { entry: LoggedFragment; lines: readonly string[] }) => {
  const w = logWords.value;
  if (!undoes) return <Acts lines={lines} />;
  return (
    <>
      {w.undoes} <a href={addressOf(undoes)}>{w.entry(undoes.number)}</a>
    </>
  );
};

const columns = (sayActs: (acts: unknown, most?: number) => string[]): Column<LoggedFragment>[] => {
  const w = logWords.value;
  const sayWhat = ({ acts, undoes }: LoggedFragment): string => (undoes ? `${w.undoes} ${w.entry(undoes.number)}` : sayActs(acts, Infinity).join(' | '));
  return [
    { title: w.number, text: ({ number }) => number, cell: (row) => <a href={addressOf(row)}>{w.entry(row.number)}</a> },
    { title: w.when, text: ({ at }) => sayMoment(at) },
    { title: w.author, text: authorOf },
    { title: w.acts, text: sayWhat, cell: (row) => <What entry={row} lines={sayActs(row.acts)} /> },
    { title: w.where, text: sayWhere },
    { title: w.note, text: ({ note }) => note ?? '' },
    { title: w.state, text: sayState, cell: (row) => <State entry={row} /> },
  ];
};

/** Who wrote what, when, from where and why, newest first. */
export const Log = () => {
  const w = logWords.value;
  const since = readDate(param('since') ?? '') ?? addDays(today(), -30);
  const last = readDate(param('until') ?? '') ?? today();
  const [actor, thing, body] = [param('actor'), param('thing'), param('bodies')];
  const filter = {
    since: `${since}T00:00:00Z`,
    until: `${addDays(last, 1)}T00:00:00Z`,
    ...(actor && { actor }),
    ...(thing && { thing }),
    ...(body && { bodies: [body] }),
  };
  const key = JSON.stringify(filter);
  const [after, setAfter] = useCursor(key);
  const answer = useAsked(LogDocument, { filter, after });
  const { rows, hasMore, more, all } = usePages(key, after, answer.data?.entries ?? null, setAfter);
  const sayActs = useSayActs(rows);
  const authors = [...new Map(rows.map((row) => [row.actor.id, nameOf(row)]))];
  return (
    <>
      <div class="fields">
        <DateField label={words.value.sinceMoment} value={since} onPick={(day) => go(hrefHere({ since: day }))} />
        <DateField label={w.before} value={last} onPick={(day) => go(hrefHere({ until: day }))} />
        <Picked label={words.value.body} id={body} types={['BODY']} onPick={(id) => go(hrefHere({ bodies: id }))} />
        <Picked label={w.thing} id={thing} types={['PERSON', 'BODY', 'PARTY', 'MUNICIPALITY', 'REGION']} onPick={(id) => go(hrefHere({ thing: id }))} />
      </div>
      {actor ? (
        <p>
          {w.writtenBy} {authors.find(([id]) => id === actor)?.[1] ?? actor}. <a href={hrefHere({ actor: null })}>{w.toLog}</a>
        </p>
      ) : (
        authors.length > 1 && (
          <p class="onward">
            {authors.map(([id, name]) => (
              <a key={id} href={hrefHere({ actor: id })}>
                {w.onlyBy(name)}
              </a>
            ))}
          </p>
        )
      )}
      <Answered answer={answer}>
        {({ entries: { totalCount } }) => (
          <Sheet
            title={words.value.found(totalCount)}
            name={words.value.entriesTitle}
            rows={rows}
            whole={{ all, total: totalCount }}
            period={{ from: since, until: last }}
            keyOf={({ id }) => id}
            none={w.noEntries}
            columns={columns(sayActs)}
            after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
          />
        )}
      </Answered>
    </>
  );
};
