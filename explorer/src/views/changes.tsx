import { go, hrefHere, knownAt, lang, listParam, param, place } from '../address';
import { addDays, readDate, today } from '../dates';
import { type EventKind, EventsDocument, type EventsQuery } from '../generated/graphql';
import { Check, Choice } from '../parts/choice';
import { DateField } from '../parts/date-field';
import { To, nameOf } from '../parts/links';
import { More } from '../parts/more';
import { useList } from '../parts/pages';
import { Picked } from '../parts/picked';
import { type Column, Sheet } from '../parts/sheet';
import { Passages, saySources } from '../parts/sources';
import { Answered, View } from '../parts/view';
import { say, words } from '../words/words';

type Event = EventsQuery['events']['nodes'][number];

/** The filter that takes a thing, by the prefix of its id. */
const FILTERS: Readonly<Record<string, string>> = { person: 'people', body: 'bodies', municipality: 'municipality', region: 'region', party: 'party' };
const LISTS = ['people', 'bodies'];

const sayWhen = ({ earliest, latest, printed }: Event): string => {
  const w = words.value;
  if (printed) return say(printed);
  if (earliest === latest) return say(latest);
  return earliest ? w.between(say(earliest), say(latest)) : w.atLatestOn(say(latest));
};

const sayCause = ({ began, ended }: Event): string => {
  const w = words.value;
  return [began ? w.beginCause[began] : '', ended ? w.endCause[ended] : ''].filter(Boolean).join(', ');
};

const sayWhat = ({ kind, membership }: Event): string => {
  const w = words.value;
  return membership ? `${w.eventKind[kind]} (${w.role[membership.role]})` : w.eventKind[kind];
};

/** The other side: whose seat it was, or the party or place that it is about. */
const otherOf = ({ before, with: other, person }: Event): { id: string; name: string } | null => {
  if (before && before.person.id !== person?.id) return before.person;
  return other ? { id: other.id, name: nameOf(other) } : null;
};

const columns = (): Column<Event>[] => {
  const w = words.value;
  return [
    { title: w.date, text: sayWhen },
    { title: w.who, text: ({ person }) => person?.name ?? '', cell: ({ person }) => person && <To thing={person} /> },
    {
      title: w.what,
      text: (event) => [sayWhat(event), otherOf(event)?.name ?? ''].filter(Boolean).join(': '),
      cell: (event) => {
        const other = otherOf(event);
        return (
          <>
            {sayWhat(event)}
            {other && (
              <>
                {': '}
                <To thing={other} />
              </>
            )}
          </>
        );
      },
    },
    { title: w.body, text: ({ body }) => body?.name ?? '', cell: ({ body }) => body && <To thing={body} /> },
    {
      title: w.cause,
      text: sayCause,
      cell: (event) => (
        <>
          {sayCause(event)}
          {event.certainty === 'POSSIBLE' && <span class="sure possible"> {words.value.possible}</span>}
          {(event.reason || event.sources.length > 0) && (
            <details class="why">
              <summary aria-label={`${w.why} ${event.person?.name ?? event.body?.name ?? ''}`}>{w.why}</summary>
              <div class="reasons">
                {event.reason && <p>{event.reason}</p>}
                <Passages passages={event.sources} />
              </div>
            </details>
          )}
        </>
      ),
    },
    { title: w.sure, text: ({ certainty }) => (certainty === 'CERTAIN' ? w.certain : w.possible), isHidden: true },
    { title: w.sources, text: ({ sources }) => saySources(sources), isHidden: true },
  ];
};

const firstOf = (name: string): string | null => listParam(name)[0] ?? null;

/** What happened in a period, by whom or what it is about. */
export default () => {
  const w = words.value;
  const until = readDate(param('until') ?? '') ?? today();
  const from = readDate(param('from') ?? '') ?? addDays(until, -365);
  const kinds = listParam('kinds') as EventKind[];
  const filter = {
    ...Object.fromEntries(LISTS.flatMap((name) => (listParam(name).length > 0 ? [[name, listParam(name)]] : []))),
    ...Object.fromEntries(['municipality', 'region', 'party', 'whom'].flatMap((name) => (param(name) ? [[name, param(name)]] : []))),
    ...(kinds.length > 0 && { kinds }),
  };
  const about = Object.values(FILTERS).map(firstOf).find(Boolean) ?? null;
  const key = JSON.stringify([from, until, filter, param('untold'), knownAt.value, lang.value, place.value.path]);
  const asked = { from, until, filter, untold: param('untold') === 'true', knownAt: knownAt.value };
  const { answer, rows, hasMore, more, all } = useList(key, EventsDocument, from < until ? asked : null, (data) => data.events);
  const pick = (id: string | null): void => {
    const none = Object.fromEntries(Object.values(FILTERS).map((name) => [name, null]));
    const name = id ? FILTERS[id.slice(0, id.indexOf(':'))] : null;
    go(hrefHere({ ...none, ...(name && { [name]: id }) }));
  };
  return (
    <View title={w.changesTitle} says={w.changesSay(say(from), say(until))} links={[]} shows={{ from, until }}>
      <div class="fields">
        <DateField label={w.afterDay} value={from} onPick={(day) => go(hrefHere({ from: day }))} />
        <DateField label={w.upTo} value={until} onPick={(day) => go(hrefHere({ until: day }))} />
        <Picked label={w.pick} id={about} types={['PERSON', 'BODY', 'MUNICIPALITY', 'REGION', 'PARTY']} onPick={pick} />
        <Choice
          label={w.what}
          value={kinds[0] ?? ''}
          options={[['', w.all], ...Object.entries(w.eventKind)]}
          onPick={(kind) => go(hrefHere({ kinds: kind }))}
        />
        <Check label={w.untold} isOn={param('untold') === 'true'} onPick={(isOn) => go(hrefHere({ untold: isOn ? 'true' : null }))} />
      </div>
      {from >= until ? (
        <p class="bad" role="alert">
          {w.daysTurned}
        </p>
      ) : (
        <Answered answer={answer}>
          {({ events: { totalCount } }) => (
            <Sheet
              title={w.found(totalCount)}
              name={w.changesTitle}
              period={{ from, until }}
              rows={[...rows]}
              whole={{ all, total: totalCount }}
              keyOf={({ id }) => id}
              none={w.noChanges}
              columns={columns()}
              after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
            />
          )}
        </Answered>
      )}
    </View>
  );
};
